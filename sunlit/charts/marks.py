"""The small shapes that stand for a point: told apart by outline and filling, not by colour.

Owns their geometry. Does not know what a shape means; each chart says so in its legend.
"""

from enum import Enum
from fractions import Fraction
from functools import lru_cache
from typing import assert_never

from markupsafe import Markup
from msgspec import Struct

from sunlit.charts.svg import At, Exact, circle, joined, line, path, rect

FILLED = "ch-ink"
HOLLOW = "ch-paper ch-ink-line"


class Shape(Enum):
    CIRCLE = "circle"
    SQUARE = "square"
    TRIANGLE = "triangle"
    DIAMOND = "diamond"
    CROSS = "cross"


class Mark(Struct, frozen=True):
    """A shape in its classes; `radius` is half its height, `dash` the line that leads to it."""

    shape: Shape
    css: str = FILLED
    radius: Exact = 5
    dash: str | None = None  # None: stands alone; "": on a whole line


MISSING = Mark(Shape.CROSS, "ch-soft-line", 4)


@lru_cache(maxsize=4096)
def draw(mark: Mark, at: At) -> Markup:
    x, y = at
    r = mark.radius
    weight = 2 if "-line" in mark.css else 0
    match mark.shape:
        case Shape.CIRCLE:
            return circle(at, r, css=mark.css, weight=weight)
        case Shape.SQUARE:
            side = r * Fraction(9, 5)
            corner = (x - side / 2, y - side / 2)
            return rect(corner, (side, side), css=mark.css, weight=weight)
        case Shape.TRIANGLE:
            base = y + r * Fraction(4, 5)
            points = [(x, y - r * Fraction(6, 5)), (x + r * Fraction(6, 5), base)]
            points.append((x - r * Fraction(6, 5), base))
            return path(points, css=mark.css, weight=weight)
        case Shape.DIAMOND:
            d = r * Fraction(13, 10)
            return path(
                [(x, y - d), (x + d, y), (x, y + d), (x - d, y)], css=mark.css, weight=weight
            )
        case Shape.CROSS:
            return joined(
                [
                    line((x - r, y - r), (x + r, y + r), css=mark.css, weight=2),
                    line((x - r, y + r), (x + r, y - r), css=mark.css, weight=2),
                ]
            )
    assert_never(mark.shape)


def sample(mark: Mark, at: At) -> Markup:
    """The mark as a legend shows it, on a piece of its own line; 24 units wide, from `at` on."""
    x, y = at
    stroke = Markup("")
    if mark.dash is not None:
        css = "ch-seal-line" if "ch-seal" in mark.css else "ch-ink-line"
        stroke = line((x, y), (x + 24, y), css=css, weight=2, dash=mark.dash)
    return joined([stroke, draw(mark, (x + 12, y))])
