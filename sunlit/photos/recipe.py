"""How a photo is published: the recipe, and the names and sizes that follow from it by arithmetic.

Owns what a page has to know of a picture, so that it waits for none and needs no picture library.
"""

from __future__ import annotations

from enum import Enum
from functools import lru_cache

from msgspec import Struct

from sunlit.digest import of_value
from sunlit.model.unit import PhotoFile

PRINTING = 2
"""Counts the changes of decoding, redacting, scaling and encoding: other bytes, other names."""

Box = tuple[int, int, int, int]


class BrokenPhotoError(Exception):
    """The file's first bytes promised a picture that its other bytes do not hold."""


class Kind(Enum):
    """The formats a photo is published in, the one to be preferred first."""

    AVIF = "avif"
    JPEG = "jpg"


class Recipe(Struct, frozen=True):
    """Widths in pixels, the quality of each format, and the boxes to make unrecognisable."""

    widths: tuple[int, ...]
    jpeg: int
    avif: int
    speed: int
    redact: tuple[Box, ...] = ()


class Rendition(Struct, frozen=True):
    """One published file of a photo: its size in pixels, its format and its path."""

    width: int
    height: int
    kind: Kind
    path: str


def widths_of(photo: PhotoFile, recipe: Recipe) -> tuple[int, ...]:
    """The widths a photo is published in, the largest first; none larger than the photo."""
    return tuple(sorted({min(one, photo.width) for one in recipe.widths}, reverse=True))


def height_at(photo: PhotoFile, width: int) -> int:
    """The height that belongs to a width."""
    return max(1, round(photo.height * width / photo.width))


def renditions(photo: PhotoFile, recipe: Recipe) -> tuple[Rendition, ...]:
    """The published files of a photo, the largest first.

    A name is the digest of all that the bytes follow from: the photo, the boxes, the encoder, its
    settings, and the widths that this one is made smaller from. So a name has one content for
    good, and another quality of one format renames that format alone.
    """
    every = widths_of(photo, recipe)
    found = []
    for at, width in enumerate(every):
        for kind in Kind:
            setting = (recipe.avif, recipe.speed) if kind is Kind.AVIF else (recipe.jpeg,)
            made_from = (photo.digest, recipe.redact, every[: at + 1], kind, setting, encoder())
            path = f"photos/{of_value(made_from)[:24]}-{width}.{kind.value}"
            found.append(Rendition(width, height_at(photo, width), kind, path))
    return tuple(found)


@lru_cache(maxsize=1)
def encoder() -> str:
    """What encodes: the library's version, which fixes those of its codecs, and how it is used."""
    from PIL import __version__  # the name alone; no codec is loaded for it

    return f"pillow {__version__}, printing {PRINTING}"
