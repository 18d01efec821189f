"""Which photo files are accepted, by their bytes, before they are decoded."""

from __future__ import annotations

import time
import tracemalloc
import zlib
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from sunlit.digest import of_bytes
from sunlit.photos.form import LARGEST_BYTES
from sunlit.photos.look import facts_of
from sunlit.photos.recipe import BrokenPhotoError, Recipe
from tests.photos.pictures import (
    chunk,
    exif,
    jpeg_header,
    png,
    png_header,
    probed,
    published,
    quarters,
    saved,
    segment,
    told,
    webp_header,
)

NOISE = Image.effect_noise((200, 150), 60).convert("RGB")
FORMATS = ["JPEG", "PNG", "WEBP"]


@pytest.mark.parametrize("format", FORMATS)
def test_a_photo_is_known_by_its_bytes_and_size(format: str) -> None:
    content = saved(quarters((90, 60)), format)
    photo, codes = probed(content)
    assert codes == []
    assert photo is not None
    assert (photo.width, photo.height) == (90, 60)
    assert photo.digest == of_bytes(content)


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("turn", range(1, 9))
def test_the_size_is_that_of_the_upright_picture(turn: int, format: str) -> None:
    photo, _ = probed(saved(quarters((90, 60)), format, exif=exif(turn)))
    assert photo is not None
    assert (photo.width, photo.height) == ((90, 60) if turn < 5 else (60, 90))


@pytest.mark.parametrize(
    "options",
    [{}, {"lossless": True}, {"exif": exif(1)}, {"lossless": True, "exif": exif(1)}],
    ids=["lossy", "lossless", "extended", "extended-lossless"],
)
@pytest.mark.parametrize("mode", ["RGB", "RGBA"])
@pytest.mark.parametrize("size", [(1, 1), (255, 257), (300, 200)])
def test_every_kind_of_webp_tells_its_size(
    size: tuple[int, int], mode: str, options: dict[str, object]
) -> None:
    photo, codes = probed(saved(quarters(size).convert(mode), "WEBP", **options))
    assert codes == []
    assert photo is not None
    assert (photo.width, photo.height) == size


FOREIGN = [
    (saved(quarters(), "GIF"), "a GIF"),
    (saved(quarters(), "BMP"), "a BMP"),
    (saved(quarters(), "TIFF"), "a TIFF or"),
    (saved(quarters(), "ICO"), "an icon"),
    (saved(quarters(), "AVIF"), "an AVIF"),
    (saved(quarters(), "PDF"), "a PDF"),
    (saved(quarters(), "JPEG2000"), "a JPEG 2000"),
    (b'<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>', "an SVG"),
    (b"<!doctype html><HTML>", "a web page"),
    (b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom", "a film"),
    (b"\0\0\0\x14ftypqt  \0\0\0\0qt  ", "a film"),
    (b"\0\0\0\x18ftypmif1\0\0\0\0avifmif1", "an AVIF"),
    (b"RIFF\x24\0\0\0AVI LIST", "a film"),
    (b"PK\3\4" + bytes(26) + b"word/document.xml", "a Word"),
    (b"PK\3\4" + bytes(26) + b"photo.jpg", "an archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a Word"),
    ("村口的照片".encode() * 300, "a text"),
    (b"", "empty"),
    (b"\x93\x02\0\xfe" * 9, "unknown"),
    (b"RIFF", "unknown"),
]


@pytest.mark.parametrize(("content", "name"), FOREIGN, ids=range(len(FOREIGN)))
def test_what_is_no_photo_is_refused_by_its_name(content: bytes, name: str) -> None:
    assert probed(content) == (None, ["photo-format"])
    assert name in told(content)


@pytest.mark.parametrize("format", ["PNG", "WEBP"])
def test_an_animation_is_refused(format: str) -> None:
    frames = [Image.new("RGB", (32, 32), colour) for colour in ("red", "green", "blue")]
    content = saved(frames[0], format, save_all=True, append_images=frames[1:], lossless=True)
    assert probed(content) == (None, ["photo-animated"])


def test_the_photo_of_a_telephone_with_a_second_picture_in_it_is_no_animation() -> None:
    content = saved(quarters(), "MPO", save_all=True, append_images=[quarters((48, 32))])
    photo, codes = probed(content)
    assert codes == []
    assert photo is not None
    assert (photo.width, photo.height) == (96, 64)


@pytest.mark.parametrize("options", [{}, {"progressive": True}, {"restart_marker_rows": 1}])
@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("part", [0.02, 0.1, 0.5, 0.9, 0.999])
def test_a_file_cut_short_is_refused_with_the_byte_where_it_ends(
    format: str, part: float, options: dict[str, object]
) -> None:
    content = saved(NOISE, format, **options)
    assert probed(content)[1] == []
    cut = content[: int(len(content) * part)]
    assert probed(cut) == (None, ["photo-truncated"])
    assert f"at byte {len(cut):,}" in told(cut)


def test_a_thumbnail_in_the_head_does_not_pass_for_the_end_of_the_picture() -> None:
    content = saved(NOISE, "JPEG", exif=b"Exif\0\0" + saved(quarters((32, 32)), "JPEG"))
    assert probed(content)[1] == []
    assert probed(content[: len(content) // 2]) == (None, ["photo-truncated"])


@pytest.mark.parametrize("format", FORMATS)
def test_what_a_telephone_writes_after_the_picture_does_not_matter(format: str) -> None:
    content = saved(NOISE, format)
    for tail in (b"\xff\xda" * 10, b"SEFH" + bytes(range(256)) * 40):
        assert probed(content + tail)[1] == []
        assert published(content + tail, Recipe((100,), 80, 55, 9))


@pytest.mark.parametrize("size", [(65535, 65535), (10_000, 10_000), (60_000, 2), (2, 60_000)])
@pytest.mark.parametrize("make", [png_header, jpeg_header])
def test_a_header_that_claims_a_huge_picture_is_refused_without_unpacking(
    make: object, size: tuple[int, int]
) -> None:
    assert callable(make)
    refused_cheaply(make(*size))


@pytest.mark.parametrize("size", [(2**31 - 1, 2**31 - 1), (1, 2**31 - 1)])
def test_a_png_that_claims_more_than_there_is_is_refused(size: tuple[int, int]) -> None:
    refused_cheaply(png_header(*size))


def test_a_webp_takes_more_memory_than_others_and_may_be_less_large() -> None:
    refused_cheaply(webp_header(16383, 16383))
    refused_cheaply(webp_header(5000, 4000))
    assert probed(webp_header(4000, 3500))[1] == []


def test_a_progressive_jpeg_of_full_colour_takes_more_memory_than_others() -> None:
    assert probed(jpeg_header(8000, 7000))[1] == []
    assert probed(jpeg_header(8000, 7000, 0xC2))[1] == []
    full = jpeg_header(8000, 7000, 0xC2).replace(b"\1\x22", b"\1\x11")
    refused_cheaply(full)


def test_a_strip_is_refused_since_it_would_be_published_as_wide_as_others() -> None:
    refused_cheaply(jpeg_header(1200, 19_000))
    assert probed(jpeg_header(19_000, 1200))[1] == []
    assert probed(jpeg_header(900, 3600))[1] == []
    upright = saved(Image.new("L", (4400, 1000)), "JPEG", exif=exif(6))
    refused_cheaply(upright)


def test_a_png_of_sixteen_bits_takes_more_than_others() -> None:
    assert probed(png(7000, 7000, 8, 6, b""))[1] == []
    refused_cheaply(png(7000, 7000, 16, 6, b""))
    assert probed(png(7000, 7000, 16, 0, b""))[1] == []


def test_megapixels_in_a_few_kilobytes_are_refused_at_once() -> None:
    packed = zlib.compressobj(1)
    rows = bytes(39_001 * 1000)
    pixels = b"".join(packed.compress(rows) for _ in range(13)) + packed.flush()
    content = png_header(13_000, 13_000)
    content = content[:33] + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    assert len(content) < 3_000_000
    refused_cheaply(content)


def refused_cheaply(content: bytes) -> None:
    tracemalloc.start()
    start = time.process_time()
    answer = probed(content)
    spent = time.process_time() - start
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert answer == (None, ["photo-too-large"])
    assert peak < 1_000_000
    assert spent < 0.5


def test_a_file_of_too_many_bytes_is_refused() -> None:
    assert probed(b"\xff\xd8\xff" + bytes(LARGEST_BYTES)) == (None, ["photo-too-large"])


def bomb(kind: bytes) -> bytes:
    """A PNG with a block of text or colours that unpacks to 100 MB."""
    packed = zlib.compress(bytes(100_000_000), 9)
    return png(2, 1, 8, 2, b"\0" * 7, chunk(kind, b"x\0\0" + packed))


@pytest.mark.parametrize("kind", [b"iCCP", b"zTXt"])
def test_what_unpacks_without_end_is_not_unpacked(kind: bytes) -> None:
    content = bomb(kind)
    tracemalloc.start()
    with suppress(BrokenPhotoError):
        facts_of(content)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 20_000_000


def test_a_picture_of_endless_scans_is_refused() -> None:
    content = saved(NOISE, "JPEG", progressive=True)
    last = content.rindex(b"\xff\xda")
    assert probed(content[:-2] + content[last:-2] * 60 + b"\xff\xd9") == (
        None,
        ["photo-unreadable"],
    )


def test_two_heads_in_one_file_are_refused() -> None:
    content = saved(NOISE, "JPEG")
    at = content.index(b"\xff\xc0")
    frame = content[at : at + 19]
    assert probed(content[:at] + frame + content[at:])[1] == ["photo-unreadable"]
    plain = saved(NOISE, "PNG")
    assert probed(plain[:33] + plain[8:])[1] == ["photo-unreadable"]


@pytest.mark.parametrize("marker", [0xC3, 0xC9])
def test_a_jpeg_that_no_browser_shows_is_refused(marker: int) -> None:
    assert probed(jpeg_header(90, 60, marker))[1] == ["photo-unreadable"]


def test_padding_between_segments_is_skipped() -> None:
    content = saved(quarters(), "JPEG")
    padded = content[:2] + b"\xff" * 5 + segment(0xFE, b"x")[1:] + b"\xff\xff" + content[2:]
    assert probed(padded)[1] == []


def everything(format: str) -> bytes:
    notes = PngInfo()
    notes.add_text("Comment", "x" * 50, zip=True)
    options = {"exif": exif(6, "2026:03:05 10:11:12"), "pnginfo": notes, "comment": b"x"}
    return saved(Image.effect_noise((48, 40), 60).convert("RGB"), format, **options)


HEIC = (Path(__file__).parent / "quarters.heic").read_bytes()
WHOLE = {**{one: everything(one) for one in FORMATS}, "HEIC": HEIC}
WHOLE["progressive"] = saved(NOISE, "JPEG", progressive=True)
WHOLE["RGBA"] = saved(NOISE.convert("RGBA"), "WEBP")
WHOLE["P"] = saved(NOISE.quantize(16), "PNG", transparency=1)


@pytest.mark.parametrize("name", WHOLE)
@settings(max_examples=60, deadline=5000)
@given(data=st.data())
def test_spoilt_bytes_end_in_a_finding_or_in_pictures(name: str, data: st.DataObject) -> None:
    content = bytearray(WHOLE[name])
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(content)))
        junk = data.draw(st.binary(max_size=6))
        match data.draw(st.sampled_from(["over", "into", "cut", "out"])):
            case "over":
                content[at : at + len(junk)] = junk
            case "into":
                content[at:at] = junk
            case "cut":
                del content[max(at, 12) :]
            case "out":
                del content[at : at + len(junk)]
    photo, codes = probed(bytes(content))
    assert (photo is None) is bool(codes)
    if photo is None:
        return
    with suppress(BrokenPhotoError):
        facts_of(bytes(content))
        published(bytes(content), Recipe((32, 16), 80, 55, 9, ((1, 1, 9, 9),)))
