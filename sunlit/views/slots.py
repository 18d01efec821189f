"""How wide a picture stands on its page, told to the browser before it knows the style sheet.

Owns the numbers of section 12 of `static/sunlit.css` as the values of `sizes`; a browser test
holds both together. They are pixels and shares of the window on purpose: `sizes` cannot know of
large print, so the width of a picture does not depend on it either.
"""

from __future__ import annotations

from enum import Enum
from fractions import Fraction
from math import ceil

PHONE = 640
"""Below this width of the window a picture goes from edge to edge."""
_SHARE = 92
"""From there on pictures take this many hundredths of the window, until they are wide enough."""
_GAP = 20
_SMALL_SHARE = 86
_PANORAMA = Fraction(11, 5)


class Slot(Enum):
    """The room for a picture: the class it has on the page, its largest width, its columns."""

    FULL = "full", 880, 1
    ALONE = "alone", 640, 1
    TALL = "tall", 400, 1
    HALF = "half", 430, 2
    NARROW = "narrow", 280, 2
    THIRD = "third", 280, 3

    def __init__(self, css: str, width: int, columns: int) -> None:
        self.css = css
        self.width = width
        self.columns = columns


def is_tall(width: int, height: int) -> bool:
    """Whether a picture is upright, and would not fit a screen at the width of others."""
    return height > width


def slot_alone(width: int, height: int) -> Slot:
    """The room of a picture with no other beside it."""
    if is_tall(width, height):
        return Slot.TALL
    return Slot.FULL if width >= height * _PANORAMA else Slot.ALONE


def slot_among(width: int, height: int, slot: Slot) -> Slot:
    """The room of a picture among others in this slot: a panorama takes a row of its own."""
    return Slot.FULL if width >= height * _PANORAMA else slot


def is_small(width: int) -> bool:
    """Whether a picture is too small to go from edge to edge of every telephone."""
    return width < PHONE


def sizes(slot: Slot, width: int, *, framed: bool = False) -> str:
    """The value of `sizes` for a picture of this width, which is never shown larger than it is.

    In a frame (a pair) a small picture may go to the edges too: the frame does.
    """
    share = _SMALL_SHARE if is_small(width) and not framed else 100
    phone = _at_most(f"{share}vw", width if is_small(width) else None)
    widest = f"{min(slot.width, width)}px"
    room = slot.width * slot.columns + _GAP * (slot.columns - 1)
    if slot in (Slot.TALL, Slot.NARROW):  # they fit as they are
        return f"(min-width: {PHONE}px) {widest}, {phone}"
    steady = ceil(room * 100 / _SHARE)
    column = f"{_SHARE}vw"
    if slot.columns > 1:
        column = f"({_SHARE}vw - {_GAP * (slot.columns - 1)}px) / {slot.columns}"
    between = _at_most(column, width if width < slot.width else None)
    return f"(min-width: {steady}px) {widest}, (min-width: {PHONE}px) {between}, {phone}"


def _at_most(length: str, width: int | None) -> str:
    if width is not None:
        return f"min({width}px, {length})"
    return f"calc({length})" if " " in length else length
