"""A card with words on it, or a stack of cards where one stands for many.

Owns the card. Does not know where cards go.
"""

from fractions import Fraction

from markupsafe import Markup

from sunlit.charts.measure import LINE, wrap
from sunlit.charts.svg import At, Exact, joined, lines, rect

_PAD, _STEP = 6, 4
BEHIND = 2 * _STEP  # how far the cards behind stand out

Words = tuple[tuple[str, ...], tuple[str, ...]]


def card(corner: At, size: At, *, many: bool) -> Markup:
    """An empty card; `many` shows two more behind it, within the same size."""
    (x, y), (across, down) = corner, size
    deep = BEHIND if many else 0
    css = "ch-paper ch-ink-line"
    return joined(
        rect((x + shift, y + shift), (across - deep, down - deep), css=css, weight=1)
        for shift in range(deep, -1, -_STEP)
    )


def set_in(label: str, count: str, across: Exact) -> Words:
    """Lines of the label and of the count, as a card of this breadth holds them."""
    room = Fraction(across) - 2 * _PAD - BEHIND
    return wrap(label, room), wrap(count, room) if count else ()


def tall(rows: Words) -> int:
    """Of the front card."""
    label, count = rows
    return (len(label) + len(count)) * LINE + 2 * _PAD


def words(corner: At, across: Exact, rows: Words, *, css: str, many: bool) -> Markup:
    """The count stands below the label, in the middle of the front card."""
    (x, y), (label, count) = corner, rows
    middle = x + Fraction(across - (BEHIND if many else 0)) / 2
    base = y + _PAD + 14
    return joined(
        [
            lines((middle, base), label, anchor="middle"),
            lines((middle, base + len(label) * LINE), count, css=css, anchor="middle"),
        ]
    )
