"""Names at the right of a plot, each as near as it can be to the place it belongs to.

Owns the column of names. Does not know what is plotted.
"""

from collections.abc import Sequence
from fractions import Fraction

from markupsafe import Markup
from msgspec import Struct

from sunlit.charts.marks import Mark, draw
from sunlit.charts.measure import LINE, width, wrap
from sunlit.charts.svg import WIDTH, At, Exact, joined, line, lines

_NARROW, _BROAD, _MARK, _AIR = 44, 104, 10, 8
_NEAR = 20  # a name this near to the end of its line needs no mark of its own


class Name(Struct, frozen=True):
    """Label and last value; `at` is where the line ends, if there is a line."""

    label: tuple[str, ...]
    mark: Mark
    at: At | None


class Column(Struct, frozen=True):
    """The room that names need: where the column begins, how tall it is when it is full."""

    left: Exact
    height: int


def column(labels: Sequence[tuple[str, ...]]) -> Column:
    widest = max((width(part) for label in labels for part in label), default=Fraction(0))
    left = WIDTH - min(max(widest, Fraction(_NARROW)), Fraction(_BROAD)) - _MARK
    return Column(left, sum(len(_set(label, left)) * LINE + _AIR for label in labels))


def beside(names: Sequence[Name], *, left: Exact, top: Exact, bottom: Exact) -> Markup:
    """Sets the names below one another, with a hair line where one had to move away."""
    ends = [bottom if name.at is None else name.at[1] for name in names]
    order = sorted(range(len(names)), key=lambda index: (ends[index], index))
    heights = [len(_set(names[index].label, left)) * LINE + _AIR for index in order]
    wanted = [ends[index] - LINE // 2 for index in order]
    parts = []
    for index, y in zip(order, settled(wanted, heights, low=top, high=bottom), strict=True):
        parts.append(_name(names[index], (left, y)))
    return joined(parts)


def settled(
    wanted: Sequence[Exact], heights: Sequence[int], *, low: Exact, high: Exact
) -> list[Exact]:
    """Tops of blocks in order, none over another, between `low` and `high` where they fit."""
    tops: list[Exact] = []
    for top, height in zip(wanted, heights, strict=True):
        tops.append(max(top, low))
        low = tops[-1] + height
    for index in reversed(range(len(tops))):
        tops[index] = min(tops[index], high - heights[index])
        high = tops[index]
    return tops


def _set(label: tuple[str, ...], left: Exact) -> list[tuple[str, str]]:
    *words, value = label
    room = WIDTH - left - _MARK
    rows = [(row, "") for word in words for row in wrap(word, room)]
    return rows + [(row, "ch-num") for row in wrap(value, room)]


def _name(name: Name, corner: At) -> Markup:
    x, y = corner
    own = (x, y + LINE // 2)
    parts = []
    if name.at is None:
        parts.append(draw(name.mark, own))
    elif abs(Fraction(name.at[1] - own[1])) > 2 or x - name.at[0] > _NEAR:
        parts += [line(name.at, own, css="ch-soft-line"), draw(name.mark, own)]
    for index, (row, css) in enumerate(_set(name.label, x)):
        parts.append(lines((x + _MARK, y + 14 + index * LINE), [row], css=css))
    return joined(parts)
