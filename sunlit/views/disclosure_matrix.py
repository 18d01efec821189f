"""Catalogue × units, and periods × units: who disclosed what, on time, late, or not yet.

Owns the rows of these matrices and the shares below them. A share is exact: disclosed ÷ due.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from sunlit.locale.moments import Moment
from sunlit.model.disclosure import CatalogueItem
from sunlit.rules.disclosure import ItemState, Punctuality
from sunlit.rules.summary import UnitSummary
from sunlit.rules.totals import Totals
from sunlit.views.disclosed import cell_of
from sunlit.views.district import District
from sunlit.views.figures import computed_figure, missing_figure
from sunlit.views.parts import Figure, Link, When
from sunlit.views.scene import Scene
from sunlit.views.sentences import Sentence, compose

PUBLISHED = (Punctuality.PUBLISHED, Punctuality.LATE)


@dataclass(frozen=True, slots=True)
class Mark:
    """One cell: how it is shown, in which words, and where to see more."""

    state: str
    text: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One unit and its cells."""

    unit: Link
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class StreetRows:
    """The units of a street, and a sentence on what they disclosed of all that was due."""

    name: Link | None
    anchor: str
    rows: tuple[Row, ...]
    shares: Sentence


@dataclass(frozen=True, slots=True)
class Head:
    """One column: an item or a period; `share` is what was disclosed of it."""

    label: Link | None
    period: When | None
    share: Figure | None = None


def item_heads(
    scene: Scene, district: District, items: Iterable[CatalogueItem]
) -> tuple[Head, ...]:
    """The columns of the catalogue × units matrix, each with its newest due period."""
    heads = []
    for item in items:
        period = newest_period(district.standing.units, item.id)
        label = scene.link(item.name, district.slug, "disclosure", item.id)
        heads.append(Head(label, scene.maybe_when(period)))
    return tuple(heads)


def street_rows(
    scene: Scene, district: District, items: tuple[CatalogueItem, ...]
) -> tuple[StreetRows, ...]:
    """Every unit by street, in register order, with its newest due period of each item."""
    standing, area = district.standing, district.slug
    groups: list[tuple[Link | None, str, list[UnitSummary], Totals]] = [
        (
            scene.link(street.name, area, "streets", street.slug),
            street.slug,
            [one for one in standing.units if one.slug in street.units],
            street.totals,
        )
        for street in standing.streets
    ]
    loose = [one for one in standing.units if not one.street_slug]
    found = []
    for name, slug, units, totals in groups:
        home = f"{area}/streets/{slug}/disclosure"
        rows = tuple(_row(scene, area, unit, items) for unit in units)
        coverage, timeliness = shares(scene, home, totals, anchor=True)
        said = compose(scene, "disclosure.shares", coverage=coverage, timeliness=timeliness)
        found.append(StreetRows(name, slug, rows, said))
    if loose:
        rows = tuple(_row(scene, area, unit, items) for unit in loose)
        found.append(StreetRows(None, "", rows, ()))
    return tuple(found)


def period_rows(
    scene: Scene, district: District, item: str
) -> tuple[tuple[Head, ...], tuple[Row, ...]]:
    """The periods of one item, newest first, and every unit's state in each."""
    units = district.standing.units
    periods = {one.period for unit in units for one in unit.disclosures if one.item == item}
    ordered = sorted(periods, key=lambda one: one.sort_key, reverse=True)
    heads = tuple(_period_head(scene, district, item, period) for period in ordered)
    rows = []
    for unit in units:
        own = {one.period: one for one in unit.disclosures if one.item == item}
        marks = tuple(_mark(scene, own.get(period)) for period in ordered)
        rows.append(Row(scene.link(unit.name, district.slug, unit.slug), marks))
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


def newest_period(units: Iterable[UnitSummary], item: str) -> Moment | None:
    """The newest period of an item that is due by now; None for one disclosed on events."""
    due = [
        one.period
        for unit in units
        for one in unit.disclosures
        if one.item == item and one.due is not None and one.state is not Punctuality.PENDING
    ]
    return max(due, key=lambda one: one.sort_key, default=None)


def newest_state(unit: UnitSummary, item: str) -> ItemState | None:
    """The newest of a unit's states of an item that count: due, or disclosed on an event."""
    own = [
        one for one in unit.disclosures if one.item == item and one.state is not Punctuality.PENDING
    ]
    return max(own, key=lambda one: one.period.sort_key, default=None)


def _row(scene: Scene, area: str, unit: UnitSummary, items: tuple[CatalogueItem, ...]) -> Row:
    marks = tuple(_mark(scene, newest_state(unit, item.id)) for item in items)
    return Row(scene.link(unit.name, area, unit.slug), marks)


def _mark(scene: Scene, state: ItemState | None) -> Mark:
    if state is None:
        return Mark("none", scene.t("disclosure.no_record"))
    if state.due is None and state.published is not None:
        return Mark("published", scene.day(state.published).text)
    text = scene.t(f"disclosure.mark_{state.state.value}", n=state.days)
    return Mark(cell_of(scene, state).state, text)


def _period_head(scene: Scene, district: District, item: str, period: Moment) -> Head:
    states = [
        one
        for unit in district.standing.units
        for one in unit.disclosures
        if one.item == item and one.period == period
    ]
    due = [one for one in states if one.due is not None and one.state is not Punctuality.PENDING]
    done = sum(one.state in PUBLISHED for one in due)
    home = f"{district.slug}/disclosure/{item}/{period.key}/coverage"
    share = _share(scene, home, done, of=len(due), anchor=True) if due else None
    return Head(None, scene.when(period), share)


def _share(scene: Scene, id: str, count: int, *, of: int, anchor: bool) -> Figure:
    if not of:
        return missing_figure(scene, id, anchor=anchor)
    return computed_figure(scene, id, Fraction(100 * count, of), unit="%", places=1, anchor=anchor)
