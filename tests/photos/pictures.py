"""Photo files for tests, made in memory."""

from __future__ import annotations

import io
import struct
import zlib

from PIL import Image

from sunlit.diagnostics import Findings
from sunlit.model.unit import PhotoFile
from sunlit.photos.probe import probe

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


def png_header(width: int, height: int) -> bytes:
    """A PNG that claims a size and holds almost nothing."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        crc = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + crc

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    pixels = zlib.compress(b"\0" * 10)
    ends = chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + ends


def probed(content: bytes) -> tuple[PhotoFile | None, list[str]]:
    """The probe's answer and the codes of what it found."""
    found = Findings()
    photo = probe(content, name="a.jpg", path="photos/a.jpg", found=found)
    return photo, [one.code for one in found]
