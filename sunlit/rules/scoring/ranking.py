"""Places: standard competition ranking (1, 2, 2, 4), in exact arithmetic.

Owns who stands where. Knows points only: not what they are for, nor who is on a list. A unit
without points has no place and takes none: it is not counted in `of`.

    points 90, 80, 80, 70, none    places 1, 2, 2, 4, none    place = 1 + number strictly above
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from itertools import groupby

from msgspec import Struct

from sunlit.rules.scoring.marks import Marks


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
    scored = [(slug, own) for slug, own in points.items() if own is not None]
    # Machine numbers first, since fractions are slow to compare: they keep the order, and where
    # two of them are equal the fractions decide.
    scored.sort(key=lambda one: (float(one[1]), one[1]), reverse=True)
    places: dict[str, Place | None] = dict.fromkeys(sorted(points))
    above = 0
    for _, group in groupby(scored, key=lambda one: one[1]):
        equal = [slug for slug, _ in group]
        for slug in equal:
            moved = _moved(above + 1, (previous or {}).get(slug))
            places[slug] = Place(above + 1, len(scored), len(equal) - 1, moved)
        above += len(equal)
    return places


def rank_results(every: Mapping[str, Marks], *, previous: Places | None = None) -> Places:
    """All rankings of one period; a dimension ranks the units that have taken it."""
    names = sorted({one.dimension for marks in every.values() for one in marks.dimensions})
    total = {slug: marks.points for slug, marks in every.items()}
    before = previous.dimensions if previous else {}
    return Places(
        rank(total, previous=previous.total if previous else None),
        {name: rank(_points(every, name), previous=before.get(name)) for name in names},
    )


def _points(every: Mapping[str, Marks], dimension: str) -> dict[str, Fraction | None]:
    found = {slug: marks.dimension(dimension) for slug, marks in every.items()}
    return {slug: one.points for slug, one in found.items() if one is not None}


def _moved(place: int, before: Place | None) -> int | None:
    return None if before is None else before.place - place
