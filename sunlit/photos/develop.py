"""The published picture: upright, at most so wide, sRGB, and nothing but pixels.

Owns the making of it: one decoding for all renditions, people made unrecognisable first, each
width from the next larger one.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator

from PIL import Image

from sunlit.model.unit import PhotoFile
from sunlit.photos.decode import decoded, whole_form
from sunlit.photos.recipe import (
    BrokenPhotoError,
    Kind,
    Recipe,
    Rendition,
    height_at,
    widths_of,
)
from sunlit.photos.redact import redact

# Measured on drawn streets of 12 megapixels, by SSIM to one Lanczos step from the full photo.
# Who changes one of these changes `recipe.PRINTING` too.
_FILTER = Image.Resampling.BICUBIC
"""A fifth less time than Lanczos over the whole chain, for 0.001 to 0.002 of SSIM."""
_JPEG: dict[str, bool] = {"optimize": True}
"""4 % fewer bytes for 15 ms a photo; progressive would be 2 % fewer for another 36 ms."""
_AVIF: dict[str, object] = {
    "max_threads": 1,  # workers use the cores, and the bytes must not follow their number
    "autotiling": False,
    "advanced": {"tune": "ssim"},  # a quarter less time and 3 % fewer bytes at equal SSIM
}


class Negative:
    """A photo, decoded once for all its renditions; raises BrokenPhotoError when it cannot be.

    Every width is made from the next larger one of its recipe, whichever of them are asked for.
    """

    def __init__(self, content: bytes, photo: PhotoFile, recipe: Recipe) -> None:
        self._photo = photo
        self._recipe = recipe
        self._left = list(widths_of(photo, recipe))
        self._image = _redacted(content, photo, recipe, self._left[0])

    def made(self, rendition: Rendition) -> bytes:
        """One published file. They are asked for from the largest to the smallest."""
        while self._left and self._left[0] >= rendition.width:
            size = self._left[0], height_at(self._photo, self._left.pop(0))
            if self._image.size != size:
                self._image = self._image.resize(size, _FILTER)
        return _written(self._image, rendition.kind, self._recipe)


def develop(
    content: bytes, photo: PhotoFile, recipe: Recipe, wanted: Iterable[Rendition]
) -> Iterator[tuple[Rendition, bytes]]:
    """The wanted renditions with their bytes."""
    negative = Negative(content, photo, recipe)
    for one in wanted:
        yield one, negative.made(one)


def _redacted(content: bytes, photo: PhotoFile, recipe: Recipe, least: int) -> Image.Image:
    form = whole_form(content)
    if form.upright != (photo.width, photo.height):
        raise BrokenPhotoError
    image = decoded(content, form, least)
    scale = image.width / photo.width, image.height / photo.height
    for box in recipe.redact:
        redact(image, box, scale)
    return image


def _written(image: Image.Image, kind: Kind, recipe: Recipe) -> bytes:
    written = io.BytesIO()
    match kind:
        case Kind.AVIF:
            image.save(written, "AVIF", quality=recipe.avif, speed=recipe.speed, **_AVIF)
        case Kind.JPEG:
            image.save(written, "JPEG", quality=recipe.jpeg, **_JPEG)
    return written.getvalue()
