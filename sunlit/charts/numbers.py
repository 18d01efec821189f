"""Numbered marks on a plane, none over another: the table beside the drawing is their legend.

Owns where a mark goes when its place is taken. Does not know what is on the plane. Whole tenths of
a unit inside, since that is what is printed and since many marks are compared with many.
"""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from functools import lru_cache
from itertools import chain

from markupsafe import Markup
from msgspec import Struct

from sunlit.charts.bearing import direction
from sunlit.charts.flow import Flow, Run, flow
from sunlit.charts.marks import MISSING
from sunlit.charts.svg import WIDTH, At, Exact, circle, joined, line, tenths, text

RADIUS = 11
_DOT = 3
_APART = 2 * RADIUS + 1
_RINGS = 26  # how many half-marks away a free place is looked for

_Tenths = tuple[int, int]


class Disc(Struct, frozen=True):
    """A round place that is taken."""

    at: At
    radius: Exact


class Plane(Struct, frozen=True):
    """The corners that centres stay within, and what marks keep clear of."""

    low: At
    high: At
    taken: tuple[Disc, ...] = ()


class Placed(Struct, frozen=True):
    """Where something is, and where its mark stands: the same, unless it had to make room."""

    point: At
    centre: At


def placed(choices: Iterable[Iterable[At]], plane: Plane) -> tuple[Placed, ...]:
    """A place for each mark: the first of its own points that is free, or the nearest free place
    around the first of them, if there is one. Marks that come first stay where they are. Of each
    mark's points no more are looked at than needed."""
    taken = [(*_tenths(disc.at), _reach(tenths(disc.radius))) for disc in plane.taken]
    (left, top), (right, bottom) = _tenths(plane.low), _tenths(plane.high)
    found: list[Placed] = []

    def free(place: _Tenths) -> bool:
        x, y = place
        if not (left <= x <= right and top <= y <= bottom):
            return False
        for across, down, reach in taken:
            if (x - across) * (x - across) + (y - down) * (y - down) < reach:
                return False
        return True

    for points in choices:
        own = map(_tenths, points)
        first = next(own)
        point = next(filter(free, chain((first,), own)), None)
        place = point or next(filter(free, _around(first)), first)
        taken.append((*place, _reach(_APART * 10 - RADIUS * 10)))
        found.append(Placed(_units(point or first), _units(place)))
    return tuple(found)


def leader(place: Placed) -> Markup:
    """Where a mark had to move, a dot stays at its point and a line leads there. Drawn before all
    marks, so that no line crosses a number."""
    if place.centre == place.point:
        return Markup("")
    stroke = line(place.point, place.centre, css="ch-ink-line")
    return joined([stroke, circle(place.point, _DOT, css="ch-ink")])


def numbered(number: int, place: Placed, *, hollow: bool = False) -> Markup:
    """A mark; a hollow one has a dashed outline."""
    disc = "ch-paper ch-ink-line" if hollow else "ch-ink"
    dash = "2 2" if hollow else ""
    mark = circle(place.centre, RADIUS, css=disc, weight=1 if hollow else 0, dash=dash)
    words = "ch-num" if hollow else "ch-num ch-on"
    at = (place.centre[0], place.centre[1] + 5)
    return joined([mark, text(at, str(number), css=words, anchor="middle")])


def unplaced(numbers: Sequence[int], missing: str, *, top: Exact) -> Flow:
    """The marks that have no place, named in a line below the plane."""
    if not numbers:
        return Flow(Markup(""), 0)
    runs = [Run(missing, "ch-soft", mark=MISSING), *(Run(str(n), "ch-num") for n in numbers)]
    return flow(runs, (0, top + 14), across=WIDTH)


def _tenths(at: At) -> _Tenths:
    return tenths(at[0]), tenths(at[1])


def _units(place: _Tenths) -> At:
    return Fraction(place[0], 10), Fraction(place[1], 10)


def _around(own: _Tenths) -> Iterator[_Tenths]:
    return ((own[0] + east, own[1] + south) for east, south in _offsets())


@lru_cache(maxsize=1)
def _offsets() -> tuple[_Tenths, ...]:
    """Steps away from a point, the nearest first."""
    towards = [direction(Fraction(turn)) for turn in range(0, 360, 10)]
    away = [ring * RADIUS * 5 + 10 for ring in range(2, _RINGS)]
    return tuple((round(east * far), round(south * far)) for far in away for east, south in towards)


def _reach(radius: int) -> int:
    """The square of how near a mark's centre may come to that of a round place of this radius."""
    return (radius + RADIUS * 10) ** 2
