"""How wide a picture stands on its page, told to the browser before it knows the style sheet.

Owns the widths of section 12 of `static/sunlit.css` as values of `sizes`; a browser test holds
both together. They are pixels and shares of the window on purpose: `sizes` cannot know of large
print, so the width of a picture hardly depends on it either.
"""

from __future__ import annotations

from enum import Enum
from fractions import Fraction

_PANORAMA = Fraction(11, 5)
_WIDEST = 880

# The margins of a narrow window are 32 to 43 px. With 40 said, one of 360 px at two dots per pixel
# takes the file of 640 px, 2 % below its dots; the next one has twice as many.
_PHONE = ((500, "92vw"), (0, "100vw - 40px"))


class Slot(Enum):
    """The room for a picture: its class on the page, its width by the least width of the window."""

    FULL = "full", ((957, "880px"), *_PHONE)
    ALONE = "alone", ((696, "640px"), *_PHONE)
    TALL = "tall", ((440, "400px"), *_PHONE[1:])
    HALF = "half", ((957, "430px"), (640, "(92vw - 20px) / 2"), *_PHONE)
    NARROW = "narrow", ((640, "280px"), *_PHONE)
    THIRD = "third", ((957, "280px"), (640, "(92vw - 40px) / 3"), *_PHONE)

    def __init__(self, css: str, widths: tuple[tuple[int, str], ...]) -> None:
        self.css = css
        self.widths = widths


def is_tall(width: int, height: int) -> bool:
    """Whether a picture is upright, and would not fit a screen at the width of others."""
    return height > width


def is_panorama(width: int, height: int) -> bool:
    """Whether a picture is so wide that it takes a row of its own."""
    return width >= height * _PANORAMA


def sizes(slot: Slot, width: int) -> str:
    """The value of `sizes` for a picture of this width, which is never shown larger than it is."""
    return ", ".join(
        f"(min-width: {least}px) {_at_most(width, length)}" if least else _at_most(width, length)
        for least, length in slot.widths
    )


def _at_most(width: int, length: str) -> str:
    if width < _WIDEST:
        return f"min({width}px, {length})"
    return f"calc({length})" if " " in length else length
