"""A photo's bytes to one picture: upright, 8-bit sRGB, no larger than what is made of it needs.

Owns decoding, and how little memory it takes. The picture is a fresh one, filled with pixels band
by band: encoding the opened one would carry along comments and colour profiles.
"""

from __future__ import annotations

import io
import warnings
from typing import Protocol

from PIL import Image, ImageChops

from sunlit.photos.colour import to_srgb
from sunlit.photos.container import form_of
from sunlit.photos.form import Container, Form
from sunlit.photos.heic import opened
from sunlit.photos.recipe import BrokenPhotoError

_BAND = 1_000_000
"""Pixels that are converted at a time."""
_MANY = 12_000_000

_UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""What undoes EXIF's orientation."""


class _Source(Protocol):
    size: tuple[int, int]
    mode: str
    profile: object

    def band(self, top: int, bottom: int) -> Image.Image: ...


def decoded(content: bytes, form: Form, least: int) -> Image.Image:
    """The picture, made smaller by a whole number as long as it stays `least` pixels wide.

    Raises BrokenPhotoError when the bytes do not hold what their form promises.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            image = _smaller(content, form, least)
    except MemoryError:
        raise
    except Exception as error:  # bytes are wrong in more ways than the libraries tell of
        raise BrokenPhotoError from error
    turn = _UPRIGHT.get(form.turn)
    return image if turn is None else image.transpose(turn)


def whole_form(content: bytes) -> Form:
    """The form of a file that `probe` let pass; raises BrokenPhotoError when it would not now."""
    form = form_of(content)
    if not isinstance(form, Form):
        raise BrokenPhotoError
    return form


class _Opened:
    """A picture that Pillow decodes; of a JPEG only the part of its detail that is asked for."""

    def __init__(self, content: bytes, form: Form, least: tuple[int, int]) -> None:
        self._image = Image.open(io.BytesIO(content), formats=[form.container.value])
        if self._image.size != (form.width, form.height):
            raise BrokenPhotoError
        if form.container is Container.JPEG:
            self._image.draft(None, least)
        self._image.load()
        self.size = self._image.size
        self.mode = self._image.mode
        self.profile = self._image.info.get("icc_profile")
        # Adobe writes ink as what is left of the paper, and Pillow takes all ink for Adobe's.
        self._plain_ink = self.mode == "CMYK" and "adobe" not in self._image.info

    def band(self, top: int, bottom: int) -> Image.Image:
        """The rows from `top` to before `bottom`."""
        band = self._image.crop((0, top, self.size[0], bottom))
        return ImageChops.invert(band) if self._plain_ink else band


class _Heic:
    """A picture that libheif decodes; as one of Pillow's it would be held twice."""

    def __init__(self, content: bytes) -> None:
        self._picture = opened(content)  # its data live no longer than it does
        self.size, self.mode = self._picture.size, self._picture.mode
        self.profile = self._picture.info.get("icc_profile")

    def band(self, top: int, bottom: int) -> Image.Image:
        """The rows from `top` to before `bottom`."""
        stride, size = self._picture.stride, (self.size[0], bottom - top)
        rows = self._picture.data[top * stride : bottom * stride]
        return Image.frombytes(self.mode, size, rows, "raw", self.mode, stride)


def _smaller(content: bytes, form: Form, least: int) -> Image.Image:
    turned = form.turn >= 5
    source: _Source
    if form.container is Container.HEIC:
        source = _Heic(content)
    else:
        source = _Opened(content, form, (1, least) if turned else (least, 1))
    width, height = source.size
    factor = _factor(width, height, (height if turned else width) // least)
    rows = factor * max(1, _BAND // (width * factor))
    tint = to_srgb(source.mode, source.profile if isinstance(source.profile, bytes) else None)
    whole = Image.new("RGB", (-(-width // factor), -(-height // factor)))
    for top in range(0, height, rows):
        band = tint(source.band(top, min(top + rows, height)))
        whole.paste(band.reduce(factor) if factor > 1 else band, (0, top // factor))
    return whole


def _factor(width: int, height: int, most: int) -> int:
    """By how much to average; half of it is left to the last step, which keeps what is sharp.

    Unless that leaves so many pixels that they would be held twice.
    """
    for factor in range(max(1, most // 2), most):
        if width * height <= _MANY * factor * factor:
            return factor
    return max(1, most)
