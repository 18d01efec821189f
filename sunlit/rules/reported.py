"""The heads of an area's reports: the little that its units and the site know of them.

Owns the head's shape. What a report says stays with the area's own files.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from sunlit.locale.moments import Moment
from sunlit.model.area import Report
from sunlit.model.text import LocalisedText
from sunlit.source.located import Located


class ReportHead(Struct, frozen=True, array_like=True):
    """A report: its id, title, period, day of publication, and the units it is about."""

    id: str
    title: LocalisedText
    period: Moment
    date: Moment
    units: tuple[str, ...]


def report_heads(reports: Iterable[Located[Report]]) -> tuple[ReportHead, ...]:
    """The heads of some reports, in their order (newest first, as reading gives them)."""
    return tuple(
        ReportHead(one.id, one.record.title, one.record.period, one.record.date, one.record.units)
        for one in reports
    )
