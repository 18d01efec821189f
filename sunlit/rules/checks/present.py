"""What stands in a record now, by the path that a change names it with.

Owns the paths of dates and of framework figures; those of other figures come from `stated`.
Knows nothing of changes.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from sunlit.locale.moments import Moment
from sunlit.model.amounts import AmountValue
from sunlit.model.area import AreaRecord
from sunlit.model.framework import Framework
from sunlit.model.project import Project
from sunlit.model.record import Record
from sunlit.model.scores import ScoreSheet
from sunlit.model.unit import Profile
from sunlit.rules.stated import Stated, of_figures, of_project

Value = AmountValue | Moment | str


class Present(Struct, frozen=True):
    """A value that a change may be about.

    `planned` tells a plan (whose changes are revisions) from a measurement (corrections); None
    where it may be either.
    """

    path: str
    value: Value
    planned: bool | None


def present_in(record: Record) -> dict[str, Present]:
    """Every value of a record that keeps changes, by path."""
    return {one.path: one for one in _all(record)}


def _all(record: Record) -> Iterator[Present]:
    match record:
        case Project():
            yield from _stated(of_project(record))
            yield from _dates(record)
        case Profile() | AreaRecord():
            yield from _stated(of_figures(record.figures, "figures"))
        case Framework():
            yield from _framework(record)
        case ScoreSheet():
            for score in record.scores:
                who = f"/{score.assessor}" if score.assessor else ""
                yield Present(f"scores/{score.indicator}{who}", score.value, False)


def _stated(figures: Iterator[Stated]) -> Iterator[Present]:
    for one in figures:
        yield Present(one.path, one.amount, one.planned)


def _dates(project: Project) -> Iterator[Present]:
    # A start is planned until it has come, so both kinds of change fit it.
    for field, planned in (("start", None), ("due", True), ("done", False)):
        moment: Moment | None = getattr(project.period, field)
        if moment is not None:
            yield Present(f"period/{field}", moment, planned)
    for one in project.milestones:
        if one.due is not None:
            yield Present(f"milestones/{one.id}/due", one.due, True)
        if one.met is not None:
            yield Present(f"milestones/{one.id}/met", one.met, False)


def _framework(framework: Framework) -> Iterator[Present]:
    for principle in framework.principles:
        group = f"principles/{principle.id}/figures"
        yield from _stated(of_figures(principle.figures, group))
    for batch in framework.batches:
        if batch.planned is not None:
            yield Present(f"batches/{batch.year.key}/planned", batch.planned, True)
        if batch.done is not None:
            yield Present(f"batches/{batch.year.key}/done", batch.done, False)
    for target in framework.targets:
        base = f"targets/{target.id}"
        if target.by is not None:
            yield Present(f"{base}/due", target.by, True)
        if target.count is not None:
            yield Present(f"{base}/count", AmountValue(Decimal(target.count)), True)
        if target.of is not None:
            yield Present(f"{base}/of", AmountValue(Decimal(target.of)), True)
        if target.reported is not None:
            yield Present(f"{base}/reported", target.reported, False)
