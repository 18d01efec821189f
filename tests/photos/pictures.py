"""Photo files for tests, made in memory."""

from __future__ import annotations

import io
import struct
import zlib

from PIL import Image

from sunlit.diagnostics import Findings
from sunlit.model.unit import PhotoFile
from sunlit.photos.develop import develop
from sunlit.photos.probe import probe
from sunlit.photos.recipe import Box, Kind, Recipe, renditions

ORIENTATION = 0x0112
RED, GREEN, BLUE, WHITE = (200, 30, 30), (30, 160, 60), (40, 60, 190), (255, 255, 255)


def saved(image: Image.Image, format: str = "PNG", **options: object) -> bytes:
    """The bytes of an image file."""
    written = io.BytesIO()
    image.save(written, format, **options)
    return written.getvalue()


def opened(content: bytes) -> Image.Image:
    """The picture of a file, decoded."""
    image = Image.open(io.BytesIO(content))
    image.load()
    return image


def quarters(size: tuple[int, int] = (96, 64)) -> Image.Image:
    """Red, green / blue, white: every turn and mirror image of it looks different."""
    image = Image.new("RGB", size, WHITE)
    half = (size[0] // 2, size[1] // 2)
    image.paste(RED, (0, 0, *half))
    image.paste(GREEN, (half[0], 0, size[0], half[1]))
    image.paste(BLUE, (0, half[1], half[0], size[1]))
    return image


def corners(image: Image.Image) -> list[tuple[int, ...]]:
    """The colours in the middle of the four quarters, row by row."""
    width, height = image.size
    at = [(x * width // 4, y * height // 4) for y in (1, 3) for x in (1, 3)]
    found = [image.convert("RGB").getpixel(place) for place in at]
    return [one for one in found if isinstance(one, tuple)]


def near(one: tuple[int, ...], other: tuple[int, ...], by: int = 6) -> bool:
    """Whether two colours are alike up to what JPEG loses."""
    return all(abs(a - b) <= by for a, b in zip(one, other, strict=True))


def stored(image: Image.Image, turn: int) -> Image.Image:
    """A picture as a camera that is held so stores it, to be turned upright by EXIF's number."""
    how = _STORED[turn]
    return image if how is None else image.transpose(how)


_STORED = {
    1: None,
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}


def exif(turn: int = 1, taken: str | None = None) -> Image.Exif:
    """What a camera writes down."""
    written = Image.Exif()
    written[ORIENTATION] = turn
    if taken is not None:
        written.get_ifd(0x8769)[0x9003] = taken
    return written


def segment(marker: int, data: bytes) -> bytes:
    """A segment of a JPEG."""
    return bytes([0xFF, marker]) + (len(data) + 2).to_bytes(2) + data


def chunk(kind: bytes, data: bytes) -> bytes:
    """A chunk of a PNG."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width: int, height: int, depth: int, colours: int, rows: bytes, more: bytes = b"") -> bytes:
    """A PNG of raw rows, each with its filter byte; `more` stands before them."""
    head = struct.pack(">IIBBBBB", width, height, depth, colours, 0, 0, 0)
    ends = chunk(b"IDAT", zlib.compress(rows, 1)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + more + ends


def png_header(width: int, height: int) -> bytes:
    """A PNG that claims a size and holds almost nothing."""
    return png(width, height, 8, 2, b"\0" * 10)


def jpeg_header(width: int, height: int, marker: int = 0xC0) -> bytes:
    """A JPEG that claims a size and holds almost nothing."""
    parts = b"\1\x22\0\2\x11\0\3\x11\0"
    frame = struct.pack(">BHHB", 8, height, width, 3) + parts
    scan = segment(0xDA, b"\3\1\0\2\0\3\0\0\x3f\0")
    return b"\xff\xd8" + segment(marker, frame) + scan + b"\0" * 20 + b"\xff\xd9"


def webp_header(width: int, height: int) -> bytes:
    """A WebP that claims a size and holds almost nothing."""
    size = (width - 1) | (height - 1) << 14
    data = b"\x2f" + struct.pack("<I", size) + bytes(11)
    body = b"WEBPVP8L" + struct.pack("<I", len(data)) + data
    return b"RIFF" + struct.pack("<I", len(body)) + body


def probed(content: bytes) -> tuple[PhotoFile | None, list[str]]:
    """The probe's answer and the codes of what it found."""
    found = Findings()
    photo = probe(content, name="a.jpg", path="photos/a.jpg", found=found)
    return photo, [one.code for one in found]


def told(content: bytes) -> str:
    """What an author is told of a file, in English."""
    found = Findings()
    probe(content, name="a.jpg", path="photos/a.jpg", found=found)
    return " ".join(one.message.en for one in found)


def published(content: bytes, recipe: Recipe, kind: Kind = Kind.JPEG) -> list[bytes]:
    """The files of one format that are made of a photo, the largest first."""
    photo, codes = probed(content)
    assert photo is not None, codes
    wanted = [one for one in renditions(photo, recipe) if one.kind is kind]
    return [made for _, made in develop(content, photo, recipe, wanted)]


def seen(content: bytes, *boxes: Box) -> Image.Image:
    """The largest published picture, decoded."""
    return opened(published(content, Recipe((1280,), 95, 55, 9, boxes))[0])
