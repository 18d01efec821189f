"""The way to a community: areas, their streets, their units, with keys to type.

Owns how much of it stands on the home page: all units of a site that fits, else areas and
streets, whose pages list the units.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from sunlit.locale.numbers import Exact
from sunlit.model.text import LocalisedText, text_of
from sunlit.rules.standing import Street, UnitHead
from sunlit.views.district import Region
from sunlit.views.figures import computed_figure
from sunlit.views.keys import key_of
from sunlit.views.parts import Figure, Link, Words
from sunlit.views.scene import Scene

MOST_UNITS = 1200
"""Up to how many units the home page lists every one."""


class Found(Struct, frozen=True):
    """A line that answers to typing: a unit, or a street where units are not listed."""

    link: Link
    key: str
    published: bool


class FindStreet(Struct, frozen=True):
    """A street with its units; `page` is None for units of no street."""

    page: Link | None
    lines: tuple[Found, ...]


class FindArea(Struct, frozen=True):
    """An area with its streets and the areas below it; `within` says where it lies."""

    page: Link
    within: Words | None
    count: Figure
    streets: tuple[FindStreet, ...]
    lines: tuple[Found, ...]
    below: tuple[FindArea, ...]


def find_areas(
    scene: Scene, districts: Iterable[Region], *, every_unit: bool
) -> tuple[FindArea, ...]:
    """The areas at the top with everything below them."""
    return tuple(_area(scene, one, every_unit=every_unit) for one in districts)


def _area(scene: Scene, district: Region, *, every_unit: bool) -> FindArea:
    streets = district.summary.streets
    return FindArea(
        page=scene.link(district.record.name, district.slug),
        within=scene.maybe(district.record.within),
        count=_count(scene, f"{district.slug}/units/count", district.totals.units),
        streets=_streets(scene, district) if every_unit else (),
        lines=() if every_unit else tuple(_street_line(scene, district, one) for one in streets),
        below=find_areas(scene, district.below, every_unit=every_unit),
    )


def _streets(scene: Scene, district: Region) -> tuple[FindStreet, ...]:
    by_street: dict[tuple[str, str], list[UnitHead]] = {}
    for unit in district.summary.units:
        by_street.setdefault((unit.street_slug, unit.street), []).append(unit)
    return tuple(
        FindStreet(
            _link(scene, text_of(name), district.slug, "streets", slug) if slug else None,
            tuple(_unit_line(scene, district, one) for one in units),
        )
        for (slug, name), units in by_street.items()
    )


def _unit_line(scene: Scene, district: Region, unit: UnitHead) -> Found:
    return Found(
        _link(scene, unit.name, district.slug, unit.slug),
        key_of(str(unit.name), unit.slug, unit.street),
        unit.published,
    )


def _street_line(scene: Scene, district: Region, street: Street) -> Found:
    return Found(
        _link(scene, text_of(street.name), district.slug, "streets", street.slug),
        key_of(street.name, street.slug),
        street.totals.published > 0,
    )


def _link(scene: Scene, label: LocalisedText, *folders: str) -> Link:
    return scene.link(label, *folders)


def _count(scene: Scene, id: str, value: Exact) -> Figure:
    return computed_figure(scene, id, value)
