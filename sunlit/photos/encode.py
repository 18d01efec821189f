"""The published picture: upright, at most so wide, sRGB, and nothing but pixels.

Owns the making of it. Pixels are copied to a fresh image, since encoding the opened one would
carry along comments and colour profiles.
"""

from __future__ import annotations

import io

from PIL import Image, ImageCms, ImageFilter, ImageOps

from sunlit.model.unit import PhotoFile
from sunlit.photos.recipe import Box, BrokenPhotoError, Recipe, published_size


def encode(content: bytes, photo: PhotoFile, recipe: Recipe) -> bytes:
    """The picture as JPEG; raises BrokenPhotoError when it cannot be decoded to the end."""
    try:
        with Image.open(io.BytesIO(content), formats=("JPEG", "PNG", "WEBP")) as opened:
            upright = ImageOps.exif_transpose(opened)
            image = _flat(_srgb(upright, opened.info.get("icc_profile")))
    except (OSError, ValueError, SyntaxError) as error:
        raise BrokenPhotoError(photo.name) from error
    for box in recipe.redact:
        _redact(image, box)
    size = published_size(photo, recipe)
    if image.size != size:
        image = image.resize(size, Image.Resampling.LANCZOS, reducing_gap=2.0)
    fresh = Image.new("RGB", image.size)
    fresh.paste(image)
    written = io.BytesIO()
    fresh.save(written, "JPEG", quality=recipe.quality, optimize=True, progressive=True)
    return written.getvalue()


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
