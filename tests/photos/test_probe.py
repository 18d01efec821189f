"""Which photo files are accepted, from their first bytes."""

from __future__ import annotations

import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from sunlit.digest import of_bytes
from sunlit.photos.probe import LARGEST_BYTES
from tests.photos.pictures import ORIENTATION, png_header, probed, quarters, saved

NOISE = Image.effect_noise((200, 150), 60).convert("RGB")


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP"])
def test_a_photo_is_known_by_its_bytes_and_size(format: str) -> None:
    content = saved(quarters((90, 60)), format)
    photo, codes = probed(content)
    assert codes == []
    assert photo is not None
    assert (photo.width, photo.height) == (90, 60)
    assert photo.digest == of_bytes(content)


@pytest.mark.parametrize("turn", range(1, 9))
def test_the_size_is_that_of_the_upright_picture(turn: int) -> None:
    exif = Image.Exif()
    exif[ORIENTATION] = turn
    photo, _ = probed(saved(quarters((90, 60)), "JPEG", exif=exif))
    assert photo is not None
    assert (photo.width, photo.height) == ((90, 60) if turn < 5 else (60, 90))


@pytest.mark.parametrize("format", ["GIF", "BMP", "TIFF", "ICO", "AVIF"])
def test_another_format_is_refused(format: str) -> None:
    assert probed(saved(quarters((32, 32)), format)) == (None, ["photo-unreadable"])


@pytest.mark.parametrize("content", [b"", b"\xff\xd8", b"<svg/>", b"RIFF", b"\x89PNG\r\n\x1a\n"])
def test_what_is_no_photo_is_refused(content: bytes) -> None:
    assert probed(content) == (None, ["photo-unreadable"])


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


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("part", [0.1, 0.5, 0.9])
def test_a_file_cut_short_is_refused(format: str, part: float) -> None:
    content = saved(NOISE, format)
    assert probed(content[: int(len(content) * part)]) == (None, ["photo-unreadable"])


def test_a_thumbnail_in_the_head_does_not_pass_for_the_end_of_the_picture() -> None:
    content = saved(NOISE, "JPEG", exif=b"Exif\0\0" + saved(quarters((32, 32)), "JPEG"))
    assert probed(content)[1] == []
    assert probed(content[: len(content) // 2]) == (None, ["photo-unreadable"])


def test_what_a_telephone_writes_after_the_picture_does_not_matter() -> None:
    content = saved(NOISE, "JPEG")
    for tail in (b"\xff\xda" * 10, b"SEFH" + bytes(range(256)) * 40):
        assert probed(content + tail)[1] == []


@pytest.mark.parametrize(
    ("width", "height"),
    [(10_000, 10_000), (20_000, 20_000), (2**31 - 1, 2**31 - 1), (1, 2**31 - 1)],
)
def test_a_header_that_claims_a_huge_picture_is_refused_without_unpacking(
    width: int, height: int
) -> None:
    content = png_header(width, height)
    tracemalloc.start()
    answer = probed(content)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert answer == (None, ["photo-too-large"])
    assert peak < 5_000_000


def test_a_file_of_too_many_bytes_is_refused() -> None:
    assert probed(b"\xff\xd8" + bytes(LARGEST_BYTES)) == (None, ["photo-too-large"])


@given(st.binary(max_size=80), st.integers(0, 2000))
def test_spoilt_bytes_are_refused_or_read_and_never_a_crash(junk: bytes, at: int) -> None:
    for format in ("JPEG", "PNG", "WEBP"):
        content = bytearray(saved(quarters((32, 32)), format))
        at %= len(content)
        content[at : at + len(junk)] = junk
        photo, codes = probed(bytes(content))
        assert (photo is None) is bool(codes)
