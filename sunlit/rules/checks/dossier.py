"""Services, facilities, organisation and participation: what contradicts itself.

Owns the checks within these four files, alike for an area and a unit.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

from sunlit.diagnostics import Findings
from sunlit.model.record import Record
from sunlit.model.services import Concerns, Facility, Occasion, OrganisationChart
from sunlit.rules.checks.kinds import Kind, dangling
from sunlit.rules.checks.walk import At

_TIME = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")
_LARGEST = 1000


def dossier(at: At, record: Record, found: Findings) -> None:
    """A date of a service, place on the map, chart or count of concerns."""
    match record:
        case Occasion():
            _occasion(at, record, found)
        case Facility() if record.position and max(record.position) > _LARGEST:
            found.error(
                "position-outside",
                at.span("position"),
                message=(
                    f"位置 {list(record.position)} 不在示意图上",
                    f"the position {list(record.position)} is not on the map",
                ),
                hint=("两个数都写 0 到 1000。", "Write both numbers from 0 to 1000."),
            )
        case OrganisationChart():
            _chart(at, record, found)
        case Concerns():
            _concerns(at, record, found)


def _occasion(at: At, occasion: Occasion, found: Findings) -> None:
    times = [(name, getattr(occasion, name)) for name in ("start", "end")]
    wrong = [(name, text) for name, text in times if text and not _TIME.fullmatch(text)]
    for name, text in wrong:
        found.error(
            "bad-time",
            at.span(name),
            message=(f"“{text}”不是时间", f"`{text}` is not a time of day"),
            hint=_time_hint(text),
        )
    if wrong or occasion.end is None:
        return
    if occasion.start is None or occasion.end <= occasion.start:
        found.error(
            "time-reversed",
            at.span("end"),
            message=(
                f"结束时间 {occasion.end} 不晚于开始时间 {occasion.start or '（没有写）'}",
                f"the end {occasion.end} is not later than the start {occasion.start or '(none)'}",
            ),
            hint=("核对 start 和 end。", "Check `start` and `end`."),
        )


def _time_hint(text: str) -> tuple[str, str]:
    """One imperative; with the time itself when there is only one reading."""
    digits = re.findall(r"[0-9]+", unicodedata.normalize("NFKC", text))
    fixed = f"{int(digits[0]):02d}:{digits[1]}" if len(digits) == 2 else ""
    if re.search("下午|晚|pm", text, re.IGNORECASE) or not _TIME.fullmatch(fixed):
        return ("写成 14:00 这样的 24 小时制时间。", "Write a time such as 14:00.")
    return (f"写成 {fixed}。", f"Write {fixed}.")


def _chart(at: At, chart: OrganisationChart, found: Findings) -> None:
    parents = {node.id: node.parent for node in chart.nodes}
    reported: set[str] = set()
    for number, node in enumerate(chart.nodes):
        here = at.below("nodes", number, "parent")
        if node.parent is not None and node.parent not in parents:
            names = set(parents) - {node.id}
            dangling(Kind.NODE, node.parent, known=names, span=here.span(), found=found)
        circle = _circle(node.id, parents)
        if circle and not reported & set(circle):
            reported |= set(circle)
            round_ = " → ".join((*circle, circle[0]))
            found.error(
                "parent-cycle",
                here.span(),
                message=(f"上级绕成了圈：{round_}", f"the bodies above form a circle: {round_}"),
                hint=("改正其中一个 parent。", "Correct one `parent` of them."),
            )


def _circle(start: str, parents: dict[str, str | None]) -> list[str]:
    """The nodes from `start` up to `start` again; empty when it is in no circle."""
    way, here = [start], parents[start]
    while here is not None and here in parents and here not in way:
        way.append(here)
        here = parents[here]
    return way if here == start else []


def _concerns(at: At, concerns: Concerns, found: Findings) -> None:
    counts = [
        (name, zh, count)
        for name, zh in (("received", "收到"), ("answered", "已答复"), ("resolved", "已解决"))
        if (count := getattr(concerns, name)) is not None
    ]
    for (_, before_zh, before), (name, zh, count) in pairwise(counts):
        if count > before:
            found.error(
                "concerns-do-not-add-up",
                at.span(name),
                message=(
                    f"{zh} {count} 件，多于{before_zh}的 {before} 件",
                    f"{count} are {name}, more than the {before} before that",
                ),
                hint=("核对这几个数。", "Check these counts."),
            )
