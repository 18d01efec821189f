"""Recorded changes with where they were made: in a unit, in an area's own file, in a framework.

Owns which changes belong to an area and to the site, and their order: newest first. A framework
may apply to several areas, so its changes are told apart from an area's own; the first of these
areas is the home of its figures.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from msgspec import Struct

from sunlit.model.figures import Change, ChangeKind
from sunlit.model.framework import Framework
from sunlit.model.text import LocalisedText
from sunlit.rules.changed import ChangeSummary
from sunlit.rules.known import Known
from sunlit.rules.stated import Stated, of_figures, of_framework
from sunlit.rules.summary import UnitSummary
from sunlit.source.located import Located


class Recorded(Struct, frozen=True, array_like=True):
    """A change with the name and the page's folders of the unit, area or framework it is of."""

    where: LocalisedText
    folders: tuple[str, ...]
    change: ChangeSummary


KindCounts = tuple[tuple[ChangeKind, int], ...]


def in_area(known: Known, units: Iterable[UnitSummary]) -> tuple[Recorded, ...]:
    """The changes of an area's own file and of its units."""
    record, slug = known.area.record, known.slug
    own = _summaries(record.name, record.changes, of_figures(record.figures, "figures"))
    found = [Recorded(record.name, (slug,), one) for one in own]
    found += [Recorded(unit.name, (slug, unit.slug), one) for unit in units for one in unit.changes]
    return in_order(found)


def in_frameworks(frameworks: Iterable[Located[Framework]]) -> tuple[Recorded, ...]:
    """The changes of some frameworks; one that is named twice counts once."""
    named = {one.id: one for one in frameworks}
    return in_order(change for id in sorted(named) for change in _of_framework(named[id]))


def in_order(recorded: Iterable[Recorded]) -> tuple[Recorded, ...]:
    """The same, newest first."""
    return tuple(sorted(recorded, key=lambda one: one.change.change.on.sort_key, reverse=True))


def count_kinds(recorded: Iterable[Recorded]) -> KindCounts:
    """How many there are of each kind, also of those there are none of."""
    counted = Counter(one.change.change.kind for one in recorded)
    return tuple((kind, counted[kind]) for kind in ChangeKind)


def add_kinds(*counts: KindCounts) -> KindCounts:
    """Several counts together."""
    return tuple((kind, sum(dict(one).get(kind, 0) for one in counts)) for kind in ChangeKind)


def _of_framework(framework: Located[Framework]) -> Iterator[Recorded]:
    record = framework.record
    folders = (record.areas[0], framework.id) if record.areas else ("frameworks", framework.id)
    for one in _summaries(record.name, record.changes, of_framework(record)):
        yield Recorded(record.name, folders, one)


def _summaries(
    name: LocalisedText, changes: Iterable[Change], stated: Iterable[Stated]
) -> Iterator[ChangeSummary]:
    """The changes of one record, with the labels and units of the figures it states."""
    every = tuple(stated)
    whole = tuple((one.path.partition("@")[0], str(one.label)) for one in every)
    stems = tuple((path.rpartition("/")[0], label) for path, label in whole)
    amounts = {one.path: one.amount.unit for one in every}
    for change in changes:
        yield ChangeSummary("", name, change, (*stems, *whole), amounts.get(change.figure))
