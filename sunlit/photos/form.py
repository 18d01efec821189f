"""What a photo file is before it is decoded: its container, its size, which way is up.

Owns the possible answers: a form, or the flaw for which a file cannot be used. Each flaw is a
mistake an author can mend, so it is a value; `probe.py` says it in two languages.
"""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import NamedTuple

LARGEST_BYTES = 40_000_000
LARGEST_PIXELS = 60_000_000
LARGEST_SIDE = 20_000
TALLEST, NEVER_TOO_TALL = 4, 4_000
"""How many times as high as wide, and the height that is fine for any width.

Every photo is published in the same widths, so a strip would become a huge picture.
"""
LARGEST_DECODED = 245_000_000
"""Bytes that decoding a photo may take, so that a worker stays below 300 MB."""


class Container(Enum):
    """The formats a photo is taken in; the values are what Pillow calls them."""

    JPEG = "JPEG"
    PNG = "PNG"
    WEBP = "WEBP"
    HEIC = "HEIC"


class Form(NamedTuple):
    """A file that holds one whole picture, as far as can be told without decoding it.

    Width and height are those that are stored; `turn` is EXIF's orientation, 1 to 8.
    """

    container: Container
    width: int
    height: int
    turn: int = 1
    taken: date | None = None

    @property
    def upright(self) -> tuple[int, int]:
        """Width and height of the picture as it is meant to be seen."""
        size = self.width, self.height
        return size if self.turn < 5 else (size[1], size[0])


class Foreign(NamedTuple):
    """Another kind of file, by its name in Chinese and English."""

    zh: str
    en: str


class CutShort(NamedTuple):
    """A file that ends before its picture does, after so many bytes."""

    at: int


class TooLarge(NamedTuple):
    """A picture that would take too much memory, and how large it is."""

    size: str


class Moving(NamedTuple):
    """An animation."""


class Garbled(NamedTuple):
    """A file that begins as a photo and does not go on as one."""


class Unsupported(NamedTuple):
    """A photo that takes an extra which is not installed."""


Flaw = Foreign | CutShort | TooLarge | Moving | Garbled | Unsupported


def measured(form: Form, bytes_per_pixel: int) -> Form | TooLarge | Garbled:
    """The form, if its picture is of a size that can be decoded in the memory there is."""
    width, height = form.upright
    if not width or not height:
        return Garbled()
    pixels = width * height
    if (
        pixels > LARGEST_PIXELS
        or max(width, height) > LARGEST_SIDE
        or pixels * bytes_per_pixel > LARGEST_DECODED
        or height > max(TALLEST * width, NEVER_TOO_TALL)
    ):
        return TooLarge(f"{width} × {height}")
    return form
