"""Dates that contradict each other, or the status: periods, milestones, public notices.

Owns what can be said for certain of dates that are known to the month or year only: a period
is reversed when its end lies before its start however the dates are read.
"""

from __future__ import annotations

from datetime import date, timedelta

from sunlit.diagnostics import Findings
from sunlit.locale.moments import Moment
from sunlit.model.project import Project, PublicNotice, Status
from sunlit.rules.checks.walk import Placed
from sunlit.source.located import Located

_NOT_DONE = (
    Status.IDENTIFICATION,
    Status.PREPARATION,
    Status.IMPLEMENTATION,
    Status.CANCELLED,
)


def certainly_after(one: Moment, other: Moment) -> bool:
    """Whether every day of `one` lies after every day of `other`."""
    last = other.first - timedelta(days=1) if other.before else other.last
    return not one.before and one.first > last


def project_dates(project: Located[Project], found: Findings) -> None:
    """The period, the status it implies, and the public notice of a ledger entry."""
    record, period = project.record, project.record.period
    if period.start is not None:
        _order(project, period.start, found)
    if period.done and record.status in _NOT_DONE:
        found.error(
            "status-contradicts",
            project.span("status"),
            message=(
                f"写了完成日期 {period.done.iso}，状态却是 {record.status.value}",
                f"done on {period.done.iso}, yet the status is {record.status.value}",
            ),
            hint=(
                "状态改成 completed，或者删掉 done。",
                "Write completed as the status, or delete `done`.",
            ),
        )
    if record.status is Status.COMPLETED and period.due and not period.done:
        found.warning(
            "done-missing",
            project.span("status"),
            message=(
                "状态是 completed，但没有写完成日期，算不出是否按期",
                "the status is completed without the day it was done, so lateness is unknown",
            ),
            hint=("在 period 里写 done。", "Write `done` in `period`."),
        )
    if record.public_notice is not None:
        _notice(project, record.public_notice, found)


def _order(project: Located[Project], start: Moment, found: Findings) -> None:
    """Where both ends lie before the start, it is the start that is told."""
    period = project.record.period
    ends = {"due": period.due, "done": period.done}
    early = {name: end for name, end in ends.items() if end and certainly_after(start, end)}
    if not early:
        return
    field, end = next(iter(early.items()))
    found.error(
        "period-reversed",
        project.span("period", field if len(early) == 1 else "start"),
        message=(
            f"{field} {end.iso} 早于 start {start.iso}",
            f"`{field}` {end.iso} lies before `start` {start.iso}",
        ),
        hint=("核对这几个日期。", "Check these dates."),
    )


def _notice(placed: Placed, notice: PublicNotice, found: Findings) -> None:
    first, last = notice.start.first, notice.to.first if notice.to else None
    if notice.days is None and last is None:
        found.error(
            "notice-without-end",
            placed.span("public_notice", "from"),
            message=("公示没有写到哪天为止", "the public notice has no end"),
            hint=("加上 days 或 to。", "Add `days` or `to`."),
        )
    elif notice.days == 0 or (last is not None and last < first):
        field = "to" if last is not None else "days"
        found.error(
            "notice-reversed",
            placed.span("public_notice", field),
            message=("公示在开始之前就结束了", "the public notice ends before it begins"),
            hint=("核对 from 和截止日期。", "Check `from` and the end."),
        )
    elif notice.days is not None and last is not None:
        _notice_days(placed, (first, last), notice.days, found)


def _notice_days(placed: Placed, ends: tuple[date, date], days: int, found: Findings) -> None:
    """Both ways of counting are in use: with the first day, and from the day after it."""
    counted = (ends[1] - ends[0]).days
    if days in (counted, counted + 1):
        return
    found.error(
        "notice-differs",
        placed.span("public_notice", "days"),
        message=(
            f"days 写 {days} 天，from 到 to 却是 {counted + 1} 天",
            f"`days` says {days}, while `from` to `to` is {counted + 1} days",
        ),
        hint=("只留 days 或 to 中的一个。", "Keep either `days` or `to`."),
    )
