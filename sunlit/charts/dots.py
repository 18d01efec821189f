"""One map: named points where the caller puts them, numbered, with the table as the legend.

Owns the sheet of paper and the marks. Does not know geography: x runs right and y runs down, both
from 0 to 1000, and there is no outline on it, which its own caption says.
"""

from collections.abc import Sequence
from fractions import Fraction

from markupsafe import Markup
from msgspec import Struct

from sunlit.charts.chart import Chart, Frame, Number, Table
from sunlit.charts.measure import LINE, wrap
from sunlit.charts.numbers import RADIUS, Plane, leader, numbered, placed, unplaced
from sunlit.charts.svg import WIDTH, At, circle, drawing, joined, line, lines, rect

_SIDE, _EDGE, _CELLS = 318, 16, 6
_MOST = 60  # more marks than this hide one another: dots without numbers


class Spot(Struct, frozen=True):
    """`at` is x and y from 0 to 1000, or `None` where the place is not known; `note` is what the
    table says about it."""

    label: str
    at: tuple[Number, Number] | None
    note: str = ""


class DotsWords(Struct, frozen=True):
    """Heads of the columns; `caption` stands under the sheet and says that it is no boundary."""

    number: str
    label: str
    note: str
    caption: str
    missing: str


def dots(spots: Sequence[Spot], frame: Frame, *, words: DotsWords) -> Chart:
    known = [(number, spot.at) for number, spot in enumerate(spots, start=1) if spot.at]
    if any(not 0 <= value <= 1000 for _, at in known for value in at):
        raise ValueError("a spot lies between 0 and 1000 both ways")
    points = [_point(at) for _, at in known]
    marks = _marks([number for number, _ in known], points)
    unknown = [number for number, spot in enumerate(spots, start=1) if spot.at is None]
    below = unplaced(unknown, words.missing, top=_SIDE + 6)
    caption = wrap(words.caption, WIDTH)
    top = _SIDE + 6 + below.height
    parts = [_sheet(), marks, below.svg, lines((0, top + 16), caption, css="ch-soft")]
    svg = drawing(frame, parts, kind="dots", height=top + len(caption) * LINE + 4)
    return Chart(svg, _table(spots, frame, words=words))


def _point(at: tuple[Number, Number]) -> At:
    room = _SIDE - 2 * _EDGE
    x, y = (1 + _EDGE + room * Fraction(value) / 1000 for value in at)
    return x, y


def _sheet() -> Markup:
    parts = [rect((1, 1), (_SIDE, _SIDE), css="ch-ink-line", weight=1)]
    for cell in range(1, _CELLS):
        place = 1 + Fraction(_SIDE * cell, _CELLS)
        parts.append(line((place, 1), (place, 1 + _SIDE), css="ch-rule"))
        parts.append(line((1, place), (1 + _SIDE, place), css="ch-rule"))
    return joined(parts)


def _marks(numbers: Sequence[int], points: Sequence[At]) -> Markup:
    if len(points) > _MOST:
        return joined(circle(point, 4, css="ch-ink") for point in points)
    low, high = 2 + RADIUS, _SIDE - RADIUS
    places = placed([[point] for point in points], Plane((low, low), (high, high)))
    return joined([*map(leader, places), *map(numbered, numbers, places)])


def _table(spots: Sequence[Spot], frame: Frame, *, words: DotsWords) -> Table:
    noted = any(spot.note for spot in spots)
    rows = tuple(
        (str(number), spot.label, *([spot.note] if noted else []))
        for number, spot in enumerate(spots, start=1)
    )
    head = (words.number, words.label, *([words.note] if noted else []))
    return Table(frame.title, head, rows, (True, *(False for _ in head[1:])))
