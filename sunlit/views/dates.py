"""Dates of a project: the timeline of milestones, and its notice period.

Owns how a date that was moved, missed or met reads; lateness counts itself from today.
"""

from __future__ import annotations

from datetime import date, timedelta

from msgspec import Struct

from sunlit.charts import Chart, Day, Frame, TimelineWords, timeline
from sunlit.charts import Milestone as Mark
from sunlit.locale.moments import Moment, moment_of_day
from sunlit.model.project import Milestone, Project, PublicNotice
from sunlit.rules.history import history_of
from sunlit.views.parts import When, Words
from sunlit.views.scene import Scene


class NoticeView(Struct, frozen=True):
    """A notice period: open, over, or not begun, and who takes objections."""

    state: str
    start: When
    end: When | None
    days_left: int
    basis: Words | None
    objections: Words | None


def timeline_chart(scene: Scene, record: Project) -> Chart | None:
    """Start, milestones and the end, against today; None without any date to show."""
    steps = [_mark(scene, record, one) for one in record.milestones]
    period = record.period
    if period.start is not None and not any(
        period.start in (one.due, one.met) for one in record.milestones
    ):
        day = _day(scene, period.start)
        steps.insert(0, Mark(scene.t("project.start"), day, day))
    if period.due is not None or period.done is not None:
        first = history_of("period/due", record.changes).first
        steps.append(
            Mark(
                scene.t("project.end"),
                _day(scene, period.due) if period.due else None,
                _day(scene, period.done) if period.done else None,
                _day(scene, first) if isinstance(first, Moment) else None,
                _late(scene, period.due, period.done),
            )
        )
    if len(steps) < 2:
        return None
    words = TimelineWords(
        label=scene.t("project.milestone"),
        due=scene.t("project.due"),
        met=scene.t("project.met"),
        state=scene.t("parts.status"),
        today=scene.t("project.today"),
        late=scene.t("project.late"),
        ahead=scene.t("project.ahead"),
        missing=scene.t("figure.missing"),
    )
    today = Day(scene.as_of, scene.day(scene.as_of).text)
    return timeline(steps, Frame("timeline", scene.t("project.timeline")), today=today, words=words)


def _mark(scene: Scene, record: Project, milestone: Milestone) -> Mark:
    first = history_of(f"milestones/{milestone.id}/due", record.changes).first
    return Mark(
        scene.words(milestone.label).text,
        _day(scene, milestone.due) if milestone.due else None,
        _day(scene, milestone.met) if milestone.met else None,
        _day(scene, first) if isinstance(first, Moment) else None,
        _late(scene, milestone.due, milestone.met),
    )


def _day(scene: Scene, moment: Moment) -> Day:
    return Day(moment.last, scene.when(moment).text)


def _late(scene: Scene, due: Moment | None, met: Moment | None) -> str:
    """By how many days a step was or is late, in words; empty when it is not."""
    if due is None:
        return ""
    days = ((met.last if met else scene.as_of) - due.last).days
    return scene.t("ledger.late_by", n=days) if days > 0 else ""


def notice_view(scene: Scene, notice: PublicNotice | None) -> NoticeView | None:
    if notice is None:
        return None
    end = notice_end(notice)
    today = scene.as_of
    if notice.start.first > today:
        state = "ahead"
    elif end is None:
        state = "begun"
    else:
        state = "open" if today <= end else "over"
    return NoticeView(
        state,
        scene.when(notice.start),
        scene.when(moment_of_day(end)) if end else None,
        (end - today).days + 1 if end and state == "open" else 0,
        scene.maybe(notice.basis),
        scene.maybe(notice.objections),
    )


def notice_end(notice: PublicNotice) -> date | None:
    """The last day of a notice period: as given, or counted from the first day, that included."""
    if notice.to is not None:
        return notice.to.first
    if notice.days:
        return notice.start.first + timedelta(days=notice.days - 1)
    return None
