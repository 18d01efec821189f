"""Units as lists: by street, each with its strip or the word that nothing is published.

Owns when a street stands open: a short list does, a long one is folded so that the whole area
fits a phone. Typing a name opens what it finds.
"""

from __future__ import annotations

from msgspec import Struct

from sunlit.model.framework import Framework
from sunlit.model.text import text_of
from sunlit.rules.standing import Street
from sunlit.rules.summary import UnitSummary
from sunlit.source.located import Located
from sunlit.views.district import District
from sunlit.views.figures import computed_figure
from sunlit.views.keys import key_of
from sunlit.views.parts import Block, Figure, Link, Strip, Words
from sunlit.views.scene import Scene
from sunlit.views.strips import strip_of

OPEN_UP_TO = 60
"""Up to how many units all streets of an area stand open."""

LISTED_UP_TO = 500
"""Up to how many units an area's page lists them; beyond, its streets lead to theirs."""


class UnitLine(Struct, frozen=True):
    """A unit in a list; `strip` is None where nothing was published."""

    link: Link
    key: str
    strip: Strip | None
    published: bool


class StreetGroup(Struct, frozen=True):
    """A street with its units, or with none where there are too many to list them.

    `page` is None for units of no street; `key` is what the street itself is found by.
    """

    name: Words
    page: Link | None
    count: Figure
    published: int
    lines: tuple[UnitLine, ...]
    open: bool
    key: str = ""


def street_groups(scene: Scene, district: District) -> tuple[StreetGroup, ...]:
    """The units of an area by street, in register order; those of no street come last."""
    standing = district.standing
    everything_open = len(standing.units) <= OPEN_UP_TO
    groups = [_group(scene, district, one, open=everything_open) for one in standing.streets]
    rest = tuple(one for one in standing.units if not one.street_slug)
    if rest:
        groups.append(
            StreetGroup(
                Words(scene.t("area.no_street")),
                None,
                computed_figure(scene, f"{district.slug}/streets/none/units/count", len(rest)),
                sum(one.published for one in rest),
                tuple(unit_line(scene, district, one) for one in rest),
                everything_open,
            )
        )
    return tuple(groups)


def _group(scene: Scene, district: District, street: Street, *, open: bool) -> StreetGroup:
    folders = (district.slug, "streets", street.slug)
    listed = len(district.standing.units) <= LISTED_UP_TO
    units = units_of(district, street) if listed else ()
    return StreetGroup(
        scene.words(text_of(street.name)),
        Link(scene.to(*folders), Words(scene.t("area.street_page"))),
        computed_figure(scene, f"{'/'.join(folders)}/units/count", street.totals.units),
        street.totals.published,
        tuple(unit_line(scene, district, one) for one in units),
        open,
        key_of(street.name, street.slug),
    )


def units_of(district: District, street: Street) -> tuple[UnitSummary, ...]:
    """The summaries of a street's units, in register order."""
    return tuple(one for one in district.standing.units if one.street_slug == street.slug)


def unit_line(scene: Scene, district: District, unit: UnitSummary) -> UnitLine:
    """One unit of a list."""
    return UnitLine(
        link=scene.link(unit.name, district.slug, unit.slug),
        key=key_of(str(unit.name), unit.slug, unit.street),
        strip=unit_strip(scene, district, unit) if unit.published else None,
        published=unit.published,
    )


def unit_strip(scene: Scene, district: District, unit: UnitSummary) -> Strip | None:
    """The strip that stands for a unit: that of the area's first framework with dimensions."""
    framework = strip_framework(district)
    if framework is None:
        return None
    return strip_of(scene, framework, dict(unit.blocks)[framework.id])


def strip_framework(district: District) -> Located[Framework] | None:
    """The framework whose dimensions the strips of an area show."""
    return next((one for one in district.known.frameworks if one.record.dimensions), None)


def dimension_blocks(
    scene: Scene, framework: Located[Framework], *, area: str = ""
) -> tuple[Block, ...]:
    """A framework's dimensions as outlined blocks: what they are, not how far anyone is."""
    return tuple(
        Block(
            letter=scene.words(one.letter).text,
            name=scene.words(one.name).text,
            colour=one.colour.value,
            state="chosen",
            state_label="",
            href=scene.to(area, framework.id, one.id) if area else "",
        )
        for one in framework.record.dimensions
    )
