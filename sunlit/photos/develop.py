"""The published picture: upright, at most so wide, sRGB, and nothing but pixels.

Owns the making of it. Pixels are copied to a fresh image, since encoding the opened one would
carry along comments and colour profiles.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator

from PIL import Image, ImageCms, ImageFilter, ImageOps

from sunlit.model.unit import PhotoFile
from sunlit.photos.recipe import (
    Box,
    BrokenPhotoError,
    Kind,
    Recipe,
    Rendition,
    height_at,
    widths_of,
)


class Negative:
    """A photo, decoded once for all its renditions; raises BrokenPhotoError when it cannot be.

    Every width is made from the next larger one of its recipe, whichever of them are asked for.
    """

    def __init__(self, content: bytes, photo: PhotoFile, recipe: Recipe) -> None:
        self._photo = photo
        self._recipe = recipe
        self._left = list(widths_of(photo, recipe))
        self._image = _decoded(content, photo, recipe)

    def print(self, rendition: Rendition) -> bytes:
        """One published file. They are asked for from the largest to the smallest."""
        while self._left and self._left[0] >= rendition.width:
            size = self._left[0], height_at(self._photo, self._left.pop(0))
            if self._image.size != size:
                self._image = self._image.resize(size, Image.Resampling.LANCZOS, reducing_gap=2.0)
        return _written(self._image, rendition.kind, self._recipe)


def develop(
    content: bytes, photo: PhotoFile, recipe: Recipe, wanted: Iterable[Rendition]
) -> Iterator[tuple[Rendition, bytes]]:
    """The wanted renditions with their bytes."""
    negative = Negative(content, photo, recipe)
    for one in wanted:
        yield one, negative.print(one)


def _decoded(content: bytes, photo: PhotoFile, recipe: Recipe) -> Image.Image:
    try:
        with Image.open(io.BytesIO(content), formats=("JPEG", "PNG", "WEBP")) as opened:
            upright = ImageOps.exif_transpose(opened)
            image = flattened(upright, opened.info.get("icc_profile"))
    except (OSError, ValueError, SyntaxError) as error:
        raise BrokenPhotoError(photo.name) from error
    for box in recipe.redact:
        _redact(image, box)
    return image


def _written(image: Image.Image, kind: Kind, recipe: Recipe) -> bytes:
    fresh = Image.new("RGB", image.size)
    fresh.paste(image)
    written = io.BytesIO()
    match kind:
        case Kind.AVIF:
            fresh.save(written, "AVIF", quality=recipe.avif, speed=recipe.speed)
        case Kind.JPEG:
            fresh.save(written, "JPEG", quality=recipe.jpeg, optimize=True, progressive=True)
    return written.getvalue()


def flattened(image: Image.Image, profile: bytes | None) -> Image.Image:
    """RGB of 8 bits in sRGB, on white."""
    return _flat(_srgb(image, profile))


def _srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    if not profile:
        return image
    if image.mode not in ("RGB", "CMYK", "L"):
        image = _flat(image)  # white is white in every profile of screens and cameras
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        converted = ImageCms.profileToProfile(
            image, source, ImageCms.createProfile("sRGB"), outputMode="RGB"
        )
    except (ImageCms.PyCMSError, OSError):
        return image
    return image if converted is None else converted


def _flat(image: Image.Image) -> Image.Image:
    """RGB on white, whatever the mode."""
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        layer = image.convert("RGBA")
        ground = Image.new("RGBA", layer.size, "white")
        ground.alpha_composite(layer)
        return ground.convert("RGB")
    if image.mode.startswith("I;16") or image.mode == "I":
        image = image.point(lambda value: value / 256).convert("L")
    return image.convert("RGB")


def _redact(image: Image.Image, box: Box) -> None:
    """Pixelate a box so coarsely that no face can be put together again."""
    x, y, width, height = box
    area = (x, y, min(x + width, image.width), min(y + height, image.height))
    if area[0] >= area[2] or area[1] >= area[3]:
        return
    part = image.crop(area)
    cells = (max(1, min(6, part.width // 16)), max(1, min(6, part.height // 16)))
    coarse = part.resize(cells, Image.Resampling.BOX).resize(part.size, Image.Resampling.NEAREST)
    image.paste(coarse.filter(ImageFilter.GaussianBlur(2)), area)
