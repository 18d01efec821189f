"""Nothing but pixels is published, whatever camera, telephone or program wrote the photo.

The published files are taken apart byte by byte (`raw.py`), not seen through a picture library.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from functools import partial

import pytest
from PIL import Image

from sunlit.photos.recipe import Kind, Recipe
from tests.photos.pictures import ORIENTATION, chunk, published, quarters, saved, segment, stored
from tests.photos.raw import av1_units, avif_boxes, jpeg_parts

SECRET = b"SECRET-7f3a"
RECIPE = Recipe((60, 96), 82, 55, 8, ((5, 5, 20, 20),))
SIDE = stored(quarters(), 6)


def notes(turn: int) -> bytes:
    """EXIF with the place, the device, a maker's own block and a thumbnail."""
    exif = Image.Exif()
    exif[ORIENTATION] = turn
    for tag in (0x010E, 0x010F, 0x0110, 0x0131, 0x013B, 0x8298):
        exif[tag] = SECRET.decode()
    inner = exif.get_ifd(0x8769)
    inner[0x9003] = "2026:03:05 10:11:12"
    inner[0x927C] = b"Apple iOS\0" + SECRET
    inner[0x9286] = b"ASCII\0\0\0" + SECRET
    place = exif.get_ifd(0x8825)
    place[1], place[2], place[3], place[4] = "N", (30.0, 49.0, 26.4), "E", (104.0, 9.0, 12.0)
    place[29] = SECRET.decode()
    return exif.tobytes() + saved(Image.new("RGB", (16, 12), "red"), "JPEG", comment=SECRET)


def jpeg(turn: int, *segments: bytes, tail: bytes = b"", image: Image.Image | None = None) -> bytes:
    """A JPEG with segments where cameras put them, and bytes behind its end."""
    if image is None:
        image = stored(quarters(), turn)
    plain = saved(image, "JPEG", quality=92)
    return plain[:2] + b"".join(segments) + plain[2:] + tail


def turned(turn: int) -> bytes:
    return jpeg(turn, exif_segment(turn))


def exif_segment(turn: int) -> bytes:
    return segment(0xE1, notes(turn))


XMP = segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>" + SECRET + b"</x:xmpmeta>")
MORE_XMP = segment(
    0xE1,
    b"http://ns.adobe.com/xmp/extension/\0" + b"0" * 32 + struct.pack(">II", 11, 0) + SECRET,
)
PHOTOSHOP = segment(0xED, b"Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x0b" + SECRET + b"\0")
PROFILE = b"".join(
    segment(0xE2, b"ICC_PROFILE\0" + bytes([part, 3]) + SECRET + bytes(900)) for part in (1, 2, 3)
)
THUMBNAIL = segment(0xE0, b"JFXX\0\x10" + saved(quarters((8, 8)), "JPEG", comment=SECRET))
SEVERAL = segment(0xE2, b"MPF\0MM\0*\0\0\0\x08\0\0" + SECRET)
FLASHPIX = segment(0xE2, b"FPXR\0" + SECRET)
COMMENT = segment(0xFE, SECRET)
OWN = b"".join(segment(marker, SECRET) for marker in range(0xE3, 0xF0) if marker != 0xEE)
SECOND = saved(quarters((48, 32)), "JPEG", comment=SECRET)
FILM = b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom" + SECRET
SAMSUNG = b"\0\0\1\x0a\x0e\0\0\0Image_UTC_Data" + SECRET + b"SEFH\x6a\0\0\0SEFT"


def png(*chunks: bytes) -> bytes:
    plain = saved(quarters())
    return plain[:33] + b"".join(chunks) + plain[33:] + SECRET


def webp(**options: object) -> bytes:
    content = saved(SIDE, "WEBP", lossless=True, **options)
    own = b"SCRT" + struct.pack("<I", len(SECRET)) + SECRET + b"\0"
    return content[:4] + struct.pack("<I", len(content) - 8 + len(own)) + content[8:] + own


XML = b"<x>" + SECRET + b"</x>"
CAMERAS: dict[str, Callable[[], bytes]] = {
    **{f"turned-{turn}": partial(turned, turn) for turn in range(1, 9)},
    "iphone": lambda: jpeg(6, exif_segment(6), XMP, PROFILE, SEVERAL, tail=SECOND + SECRET),
    "samsung": lambda: jpeg(6, exif_segment(6), tail=SAMSUNG),
    "motion-photo": lambda: jpeg(1, exif_segment(1), XMP, MORE_XMP, tail=FILM),
    "photoshop": lambda: jpeg(1, THUMBNAIL, PHOTOSHOP, XMP, PROFILE, COMMENT),
    "inks": lambda: jpeg(1, exif_segment(1), PHOTOSHOP, image=quarters().convert("CMYK")),
    "grey": lambda: jpeg(1, exif_segment(1), COMMENT, image=quarters().convert("L")),
    "every-segment": lambda: jpeg(3, exif_segment(3), OWN, FLASHPIX, COMMENT, tail=SECRET),
    "png": lambda: png(
        chunk(b"tEXt", b"Comment\0" + SECRET),
        chunk(b"zTXt", b"Raw profile type exif\0\0" + zlib.compress(SECRET)),
        chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + SECRET),
        chunk(b"eXIf", notes(1).removeprefix(b"Exif\0\0")),
        chunk(b"tIME", b"\x07\xea\3\5\x0a\x0b\x0c"),
        chunk(b"iCCP", SECRET + b"\0\0" + zlib.compress(SECRET * 20)),
        chunk(b"prVt", SECRET),
    ),
    "webp": lambda: webp(exif=notes(6), xmp=XML, icc_profile=SECRET * 20),
    "webp-alpha": lambda: webp(exif=notes(6), xmp=XML),
}
WORDS = (
    *(SECRET, b"Exif", b"Photoshop", b"ICC_PROFILE", b"adobe", b"Adobe", b"8BIM", b"http", b"<x"),
    *(b"Apple", b"2026:03", b"MPF\0", b"JFXX", b"SEFH", b"ftypmp42", b"acsp"),
)


@pytest.mark.parametrize("camera", CAMERAS)
def test_a_published_jpeg_holds_tables_and_pixels(camera: str) -> None:
    content = CAMERAS[camera]()
    assert SECRET in content
    for made in published(content, RECIPE):
        parts = jpeg_parts(made)
        assert {kind for kind, _ in parts} <= {0xE0, 0xDB, 0xC0, 0xC2, 0xC4, 0xDA}
        assert [data for kind, data in parts if kind == 0xE0] == [JFIF]
        assert [word for word in WORDS if word in made] == []


JFIF = b"JFIF\0\1\1\0\0\1\0\1\0\0"
"""Version 1.1, no density, a thumbnail of 0 × 0."""
BOXES = (
    *(b"ftyp", b"meta", b"hdlr", b"pitm", b"iloc", b"iinf", b"infe", b"iprp", b"ipco"),
    *(b"ispe", b"pixi", b"av1C", b"colr", b"ipma", b"mdat"),
)
NOT_METADATA = {1, 2, 3, 4, 6}
"""AV1's units: sequence, delimiter, frame header, tiles, frame."""


@pytest.mark.parametrize("camera", CAMERAS)
def test_a_published_avif_holds_one_picture_and_its_size(camera: str) -> None:
    for made in published(CAMERAS[camera](), RECIPE, Kind.AVIF):
        boxes = list(avif_boxes(made))
        assert sorted(kind for kind, _ in boxes) == sorted(BOXES)
        held = dict(boxes)
        assert held[b"infe"] == b"\2\0\0\0\0\1\0\0av01Color\0", "one item, and it is the picture"
        assert held[b"colr"][:4] == b"nclx", "numbers of a standard, and no profile"
        assert len(held[b"colr"]) == 11
        assert held[b"hdlr"] == bytes(8) + b"pict" + bytes(13)
        assert set(av1_units(held[b"mdat"])) <= NOT_METADATA
        assert [word for word in WORDS if word in made] == []


@pytest.mark.parametrize("kind", list(Kind))
def test_the_published_bytes_follow_from_the_pixels_alone(kind: Kind) -> None:
    plain = jpeg(1)
    for camera in (jpeg(1, exif_segment(1), XMP, PHOTOSHOP, COMMENT, tail=SAMSUNG), plain + FILM):
        assert published(camera, RECIPE, kind) == published(plain, RECIPE, kind)


def test_the_walkers_do_see_what_must_not_be_there() -> None:
    told = saved(quarters(), "JPEG", comment=SECRET, exif=notes(1))
    assert {0xFE, 0xE1} <= {kind for kind, _ in jpeg_parts(told)}
    with pytest.raises(AssertionError):
        jpeg_parts(told + b"x")
    boxes = [data for kind, data in avif_boxes(saved(quarters(), "AVIF", exif=notes(1), xmp=XML))
             if kind == b"infe"]  # fmt: skip
    assert [data[8:12] for data in boxes] == [b"av01", b"Exif", b"mime"]
    assert av1_units(b"\x12\0\x2a\1x") == [2, 5]
