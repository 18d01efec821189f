"""The map of a sample: areas, streets and units with their codes, and how much each publishes.

Owns the register. A unit's row follows from its own number and nothing else, so one unit more
leaves the others as they were. Knows nothing of what a unit's files say.
"""

from __future__ import annotations

from enum import Enum

from msgspec import Struct

from sunlit.sample.spec import SampleSpec
from sunlit.sample.syllables import area_name, street_name, unit_name

CITY = "shili"
"""The city above the areas (示例市), when there is more than one."""

_STREETS_OF_A_BLOCK = (("街道", 1), ("镇", 100), ("街道", 1), ("乡", 200), ("镇", 100))
_BLOCK = 480
"""Units that share five streets; the next block opens five more."""


class Share(Enum):
    """How much a unit has published."""

    NOTHING = "nothing"
    PARTIAL = "partial"
    FULL = "full"


class AreaPlace(Struct, frozen=True):
    """A district: its number, address, name and six-digit code."""

    number: int
    slug: str
    name: str
    english: str
    code: str
    framework: str


class UnitPlace(Struct, frozen=True):
    """A unit as the register has it; `local` counts within its area, from 0."""

    area: AreaPlace
    local: int
    slug: str
    name: str
    english: str
    official: str
    village: bool
    code: str
    street: str
    street_slug: str
    share: Share


def area_places(spec: SampleSpec) -> tuple[AreaPlace, ...]:
    """The areas, in the order of their numbers."""
    return tuple(_area(spec, number) for number in range(spec.areas))


def _area(spec: SampleSpec, number: int) -> AreaPlace:
    name = area_name(number)
    return AreaPlace(
        number=number,
        slug=name.slug,
        name=f"{name.chinese}区",
        english=f"{name.english} District",
        code=f"99{99 - number // 99}{number % 99 + 1:02d}",
        framework="tangram" if spec.areas == 1 else f"tangram-{name.slug}",
    )


def unit_places(spec: SampleSpec, area: AreaPlace) -> tuple[UnitPlace, ...]:
    """The units of an area, in the order of their numbers."""
    numbers = range(area.number, spec.units, spec.areas)
    return tuple(_unit(spec, area, local, number) for local, number in enumerate(numbers))


def _unit(spec: SampleSpec, area: AreaPlace, local: int, number: int) -> UnitPlace:
    block, within = divmod(local, _BLOCK)
    turn, column = divmod(within, len(_STREETS_OF_A_BLOCK))
    street = block * len(_STREETS_OF_A_BLOCK) + column
    ending, first_code = _STREETS_OF_A_BLOCK[column]
    earlier = sum(kind == ending for kind, _ in _STREETS_OF_A_BLOCK[:column])
    of_a_block = sum(kind == ending for kind, _ in _STREETS_OF_A_BLOCK)
    street_code = first_code + block * of_a_block + earlier
    village = ending == "乡" or (ending == "镇" and turn % 3 > 0)
    named = unit_name(spec, number)
    road = street_name(spec, area.number, street)
    short = named.chinese + ("村" if village else "社区")
    return UnitPlace(
        area=area,
        local=local,
        slug=named.slug,
        name=short,
        english=f"{named.english} {'Village' if village else 'Community'}",
        official=short + ("村民委员会" if village else "居民委员会"),
        village=village,
        code=f"{area.code}{street_code:03d}{(201 if village else 1) + turn:03d}",
        street=road.chinese + ending,
        street_slug=road.slug,
        share=share_of(local),
    )


def share_of(local: int) -> Share:
    """How much the unit with that number in its area has published."""
    turn = local % 23
    if turn == 7:
        return Share.NOTHING
    return Share.PARTIAL if turn in (4, 12) else Share.FULL
