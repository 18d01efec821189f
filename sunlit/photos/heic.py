"""HEIC, the format iPhones take photos in, by the optional extra `heic`.

Owns everything that knows of pi-heif, which is loaded when there is such a photo and not before.
"""

from __future__ import annotations

import importlib
from importlib.util import find_spec
from typing import Protocol, cast

from sunlit.photos.exif import Exif, read_exif
from sunlit.photos.form import (
    Container,
    CutShort,
    Flaw,
    Form,
    Garbled,
    Moving,
    Unsupported,
    measured,
)

_STILL = frozenset([b"heic", b"heix", b"heim", b"heis", b"mif1", b"mif2", b"heif"])
_MOVING = frozenset([b"hevc", b"hevx", b"hevm", b"hevs", b"msf1"])
_BYTES_PER_PIXEL, _MORE_FOR_TEN_BITS = 5, 2
"""libheif's own planes, and their colours as one block of bytes."""


class Picture(Protocol):
    """What pi-heif hands out: rows of `stride` bytes, colours of `mode` side by side."""

    size: tuple[int, int]
    mode: str
    info: dict[str, object]
    stride: int
    data: memoryview


class _Library(Protocol):
    def open_heif(self, content: bytes, convert_hdr_to_8bit: bool) -> Picture: ...


def is_heic(content: bytes) -> bool:
    """Whether a file says of itself that it is HEIC or HEIF."""
    brand = content[8:12]
    # The general mark of the family stands on AVIF as well, which names itself further on.
    plain = brand in _STILL | _MOVING and b"avif" not in content[16 : _box(content, 0)]
    return content[4:8] == b"ftyp" and plain


def read_heic(content: bytes) -> Form | Flaw:
    """The form of a HEIC file; libheif turns it, so it is always upright."""
    if content[8:12] in _MOVING:
        return Moving()
    at = 0
    while at < len(content):
        length = _box(content, at)
        if length < 8 or at + length > len(content):
            return CutShort(len(content))
        at += length
    if find_spec("pi_heif") is None:
        return Unsupported()
    try:
        picture = opened(content)
    except (OSError, ValueError, RuntimeError, SyntaxError, EOFError):
        return Garbled()
    block = picture.info.get("exif")
    exif = read_exif(block) if isinstance(block, bytes) else Exif()
    deep = picture.info.get("bit_depth") != 8
    form = Form(Container.HEIC, *picture.size, taken=exif.taken)
    return measured(form, _BYTES_PER_PIXEL + deep * _MORE_FOR_TEN_BITS)


def opened(content: bytes) -> Picture:
    """The picture, decoded when its data are first asked for."""
    library = cast(_Library, importlib.import_module("pi_heif"))
    return library.open_heif(content, convert_hdr_to_8bit=True)


def _box(content: bytes, at: int) -> int:
    """The length of a box: its own number, a longer one behind it, or all that is left."""
    length = int.from_bytes(content[at : at + 4])
    if length == 1:
        return int.from_bytes(content[at + 8 : at + 16])
    return length or len(content) - at
