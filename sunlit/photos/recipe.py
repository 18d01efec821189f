"""How a photo is published: the recipe, and the name and size that follow from it by arithmetic.

Owns what a page has to know of a picture, so that it waits for none and needs no picture library.
"""

from __future__ import annotations

from msgspec import Struct

from sunlit.digest import of_value
from sunlit.model.unit import PhotoFile

Box = tuple[int, int, int, int]


class BrokenPhotoError(Exception):
    """The file's first bytes promised a picture that its other bytes do not hold."""


class Recipe(Struct, frozen=True):
    """Largest width in pixels, JPEG quality, and the boxes to make unrecognisable."""

    width: int
    quality: int
    redact: tuple[Box, ...] = ()


def published_size(photo: PhotoFile, recipe: Recipe) -> tuple[int, int]:
    """Width and height of the published picture; never larger than the source."""
    if photo.width <= recipe.width:
        return photo.width, photo.height
    return recipe.width, max(1, round(photo.height * recipe.width / photo.width))


def published_name(photo: PhotoFile, recipe: Recipe) -> str:
    """The output's path, from the source's bytes and the recipe: its content never changes."""
    return f"photos/{of_value((photo.digest, recipe))[:24]}.jpg"
