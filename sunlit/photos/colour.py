"""Colours of any kind to 8-bit sRGB on white.

Owns the way from grey, palettes, printing inks, 16 bits, transparency and colour profiles.
"""

from __future__ import annotations

import io
from collections.abc import Callable

from PIL import Image, ImageChops, ImageCms

_MODES = {"RGB": "RGB", "GRAY": "L", "CMYK": "CMYK"}
_STEPS = (*range(0, 256, 32), 255)


def to_srgb(mode: str, profile: bytes | None) -> Callable[[Image.Image], Image.Image]:
    """What makes sRGB of pictures of a mode with a colour profile; made once for all bands.

    A profile that is damaged, or is one of other colours than the picture has, is left aside.
    """
    transform = _transform(_flat_mode(mode), profile) if profile else None
    if transform is None:
        return lambda image: _in_mode(flat(image), "RGB")
    tint, wanted = transform
    return lambda image: tint(_in_mode(flat(image), wanted))


def flat(image: Image.Image) -> Image.Image:
    """L, RGB or CMYK of 8 bits, on white: white is white in every profile of screens and cameras.

    16 bits of one colour alone; three of them are brought to 8 while they are decoded.
    """
    if image.mode.startswith("I"):
        return image.point(lambda value: value * (1 / 257) + 0.5).convert("L")
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        layer = image.convert("RGBA")
        ground = Image.new("RGBA", layer.size, "white")
        ground.alpha_composite(layer)
        return ground.convert(_flat_mode(image.mode))
    return _in_mode(image, _flat_mode(image.mode))


def _in_mode(image: Image.Image, mode: str) -> Image.Image:
    return image if image.mode == mode else image.convert(mode)


def _flat_mode(mode: str) -> str:
    if mode in ("1", "L", "LA") or mode.startswith("I"):
        return "L"
    return "CMYK" if mode == "CMYK" else "RGB"


def _transform(
    mode: str, profile: bytes
) -> tuple[Callable[[Image.Image], Image.Image], str] | None:
    """The conversion and the mode it takes; None where there is nothing to convert."""
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        wanted = _MODES.get(source.profile.xcolor_space.strip())
        if wanted is None or (wanted != mode and (mode, wanted) != ("L", "RGB")):
            return None
        made = ImageCms.buildTransform(
            source,
            ImageCms.createProfile("sRGB"),
            wanted,
            "RGB",
            ImageCms.Intent.RELATIVE_COLORIMETRIC,
            ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )
    except (ImageCms.PyCMSError, OSError):
        return None

    def tint(image: Image.Image) -> Image.Image:
        return ImageCms.applyTransform(image, made) or image

    return None if wanted == "RGB" and _changes_nothing(tint) else (tint, wanted)


def _changes_nothing(tint: Callable[[Image.Image], Image.Image]) -> bool:
    """Whether it is sRGB under another name: most cameras write it into every photo."""
    colours = bytes(part for r in _STEPS for g in _STEPS for b in _STEPS for part in (r, g, b))
    before = Image.frombytes("RGB", (len(_STEPS) ** 2, len(_STEPS)), colours)
    return max(ImageChops.difference(before, tint(before)).tobytes()) <= 1
