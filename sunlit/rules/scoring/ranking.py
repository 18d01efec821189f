"""Places: standard competition ranking (1, 2, 2, 4), in exact arithmetic.

Owns who stands where. Knows points only: not what they are for, nor who is on a list. A unit
without points has no place and takes none: it is not counted in `of`.

    points 90, 80, 80, 70, none    places 1, 2, 2, 4, none    place = 1 + number strictly above
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping
from fractions import Fraction

from msgspec import Struct

from sunlit.rules.scoring.parts import UnitResult


class Place(Struct, frozen=True, array_like=True):
    """A place among `of` units with points; `tied_with` others have the same."""

    place: int
    of: int
    tied_with: int = 0
    moved: int | None = None
    """Places gained (+) or lost (−) since the period before; None without a place then."""


Ranking = Mapping[str, Place | None]
"""A place, or none, for every unit, by slug in order."""


class Places(Struct, frozen=True):
    """The ranking of the total and of every dimension."""

    total: Ranking
    dimensions: Mapping[str, Ranking]


def rank(
    points: Mapping[str, Fraction | None], *, previous: Ranking | None = None
) -> dict[str, Place | None]:
    """The place of every unit; more points are better, equal points share a place."""
    scored = sorted(one for one in points.values() if one is not None)
    equal = Counter(scored)
    places: dict[str, Place | None] = {}
    for slug in sorted(points):
        own = points[slug]
        if own is None:
            places[slug] = None
            continue
        place = 1 + len(scored) - bisect_right(scored, own)
        moved = _moved(place, (previous or {}).get(slug))
        places[slug] = Place(place, len(scored), equal[own] - 1, moved)
    return places


def rank_results(results: Mapping[str, UnitResult], *, previous: Places | None = None) -> Places:
    """All rankings of one period; a dimension ranks the units that have taken it."""
    names = sorted({one.dimension for result in results.values() for one in result.dimensions})
    total = {slug: result.points for slug, result in results.items()}
    before = previous.dimensions if previous else {}
    return Places(
        rank(total, previous=previous.total if previous else None),
        {name: rank(_points(results, name), previous=before.get(name)) for name in names},
    )


def _points(results: Mapping[str, UnitResult], dimension: str) -> dict[str, Fraction | None]:
    found = {slug: result.dimension(dimension) for slug, result in results.items()}
    return {slug: one.points for slug, one in found.items() if one is not None}


def _moved(place: int, before: Place | None) -> int | None:
    return None if before is None else before.place - place
