"""Catalogue × units, and periods × units: who disclosed what, on time, late, or not yet.

Owns the rows of these matrices and the shares below them. A share is exact: disclosed ÷ due.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from functools import lru_cache

from msgspec import Struct

from sunlit.locale.moments import Moment
from sunlit.model.disclosure import CatalogueItem
from sunlit.rules.disclosure import ItemState, Punctuality
from sunlit.rules.totals import Totals
from sunlit.views.disclosed import KINDS
from sunlit.views.district import District
from sunlit.views.figures import computed_figure, missing_figure
from sunlit.views.parts import Figure, Link, When
from sunlit.views.scene import Scene
from sunlit.views.sentences import Sentence, compose

PUBLISHED = (Punctuality.PUBLISHED, Punctuality.LATE)


class Mark(Struct, frozen=True):
    """One cell: how it is shown, in which words, and where to see more."""

    state: str
    text: str
    href: str = ""


class Row(Struct, frozen=True):
    """One unit and its cells."""

    unit: Link
    marks: tuple[Mark, ...]


class StreetRows(Struct, frozen=True):
    """The units of a street, and a sentence on what they disclosed of all that was due."""

    name: Link | None
    anchor: str
    rows: tuple[Row, ...]
    shares: Sentence


class Head(Struct, frozen=True):
    """One column: an item or a period; `share` is what was disclosed of it."""

    label: Link | None
    period: When | None
    share: Figure | None = None


class Record(Struct, frozen=True):
    """What one unit disclosed or owes, by item, and the link to the unit."""

    unit: Link
    items: Mapping[str, Sequence[ItemState]]

    def of(self, item: str) -> Sequence[ItemState]:
        """Its states of an item."""
        return self.items.get(item, ())

    def newest(self, item: str) -> ItemState | None:
        """The newest of its states that count: due, or disclosed on an event."""
        own = (one for one in self.of(item) if one.state is not Punctuality.PENDING)
        return max(own, key=_period_order, default=None)


class Records(Struct, frozen=True):
    """The records of an area's units by slug, in register order, for all pages of one depth."""

    scene: Scene
    district: District
    units: Mapping[str, Record]
    mark: Callable[[ItemState | None], Mark]


def records_of(scene: Scene, district: District) -> Records:
    """The records as pages that lie as deep as the scene's show them."""
    units = {}
    for unit in district.standing.units:
        items: dict[str, list[ItemState]] = {}
        for state in unit.disclosures:
            items.setdefault(state.item, []).append(state)
        units[str(unit.slug)] = Record(scene.link(unit.name, district.slug, unit.slug), items)
    return Records(scene, district, units, _marks(scene))


def item_heads(records: Records, items: Iterable[CatalogueItem]) -> tuple[Head, ...]:
    """The columns of the catalogue × units matrix, each with its newest due period."""
    scene, slug = records.scene, records.district.slug
    return tuple(
        Head(
            scene.link(one.name, slug, "disclosure", one.id),
            scene.maybe_when(_newest_period(records, one.id)),
        )
        for one in items
    )


def street_rows(records: Records, items: tuple[CatalogueItem, ...]) -> tuple[StreetRows, ...]:
    """Every unit by street, in register order, with its newest due period of each item."""
    scene, standing, area = records.scene, records.district.standing, records.district.slug
    found = []
    for street in standing.streets:
        home = f"{area}/streets/{street.slug}/disclosure"
        rows = tuple(_row(records, slug, items) for slug in street.units)
        coverage, timeliness = shares(scene, home, street.totals, anchor=True)
        said = compose(scene, "disclosure.shares", coverage=coverage, timeliness=timeliness)
        name = scene.link(street.name, area, "streets", street.slug)
        found.append(StreetRows(name, street.slug, rows, said))
    loose = [one.slug for one in standing.units if not one.street_slug]
    if loose:
        rows = tuple(_row(records, slug, items) for slug in loose)
        found.append(StreetRows(None, "", rows, ()))
    return tuple(found)


def period_rows(records: Records, item: str) -> tuple[tuple[Head, ...], tuple[Row, ...]]:
    """The periods of one item, newest first, and every unit's state in each."""
    states: dict[Moment, list[ItemState]] = {}
    rows = []
    for record in records.units.values():
        for state in record.of(item):
            states.setdefault(state.period, []).append(state)
    ordered = sorted(states, key=lambda one: one.sort_key, reverse=True)
    for record in records.units.values():
        own = {one.period: one for one in record.of(item)}
        rows.append(Row(record.unit, tuple(records.mark(own.get(one)) for one in ordered)))
    heads = tuple(_period_head(records, item, one, states[one]) for one in ordered)
    return heads, tuple(rows)


def shares(
    scene: Scene, home: str, totals: Totals, *, anchor: bool = False
) -> tuple[Figure, Figure]:
    """Coverage (disclosed ÷ due) and timeliness (disclosed on time ÷ due), in percent."""
    on_time = totals.published_items - totals.late_items
    return (
        _share(
            scene, f"{home}/coverage", totals.published_items, of=totals.due_items, anchor=anchor
        ),
        _share(scene, f"{home}/timeliness", on_time, of=totals.due_items, anchor=anchor),
    )


def _newest_period(records: Records, item: str) -> Moment | None:
    """The newest period of an item that is due by now; None for one disclosed on events."""
    due = (
        one
        for record in records.units.values()
        for one in record.of(item)
        if one.due is not None and one.state is not Punctuality.PENDING
    )
    newest = max(due, key=_period_order, default=None)
    return newest.period if newest else None


def _period_order(state: ItemState) -> tuple[date, date, bool]:
    return state.period.sort_key


def _row(records: Records, unit: str, items: tuple[CatalogueItem, ...]) -> Row:
    record = records.units[unit]
    return Row(record.unit, tuple(records.mark(record.newest(one.id)) for one in items))


def _marks(scene: Scene) -> Callable[[ItemState | None], Mark]:
    """How a state is marked; most cells of a matrix are marked alike and share their mark."""
    nothing = Mark("none", scene.t("disclosure.no_record"))

    @lru_cache(maxsize=4096)
    def of_due(state: Punctuality, days: int) -> Mark:
        return Mark(KINDS[state], scene.t(f"disclosure.mark_{state.value}", n=days))

    def mark(state: ItemState | None) -> Mark:
        if state is None:
            return nothing
        if state.due is None and state.published is not None:
            return Mark("published", scene.day(state.published).text)
        return of_due(state.state, state.days)

    return mark


def _period_head(records: Records, item: str, period: Moment, states: Iterable[ItemState]) -> Head:
    due = [one for one in states if one.due is not None and one.state is not Punctuality.PENDING]
    done = sum(one.state in PUBLISHED for one in due)
    home = f"{records.district.slug}/disclosure/{item}/{period.key}/coverage"
    share = _share(records.scene, home, done, of=len(due), anchor=True) if due else None
    return Head(None, records.scene.when(period), share)


def _share(scene: Scene, id: str, count: int, *, of: int, anchor: bool) -> Figure:
    if not of:
        return missing_figure(scene, id, anchor=anchor)
    return computed_figure(scene, id, Fraction(100 * count, of), unit="%", places=1, anchor=anchor)
