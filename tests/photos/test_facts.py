"""What is kept of a photo: its colour, its look, and the day it was taken."""

from __future__ import annotations

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageEnhance

from sunlit.photos.exif import Exif, read_exif
from sunlit.photos.look import facts_of
from sunlit.photos.recipe import BrokenPhotoError
from tests.photos.pictures import exif, probed, quarters, saved, segment, stored

SOFT = Image.effect_noise((12, 9), 120).resize((1200, 900), Image.Resampling.BICUBIC)


def apart(one: str, other: str) -> int:
    """In how many bits two looks differ."""
    return (int(one, 16) ^ int(other, 16)).bit_count()


def test_the_colour_is_the_average_of_the_picture() -> None:
    assert facts_of(saved(Image.new("RGB", (40, 30), (200, 30, 30)))).colour == "#c81e1e"
    assert facts_of(saved(quarters())).colour == "#847f86"


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("width", [320, 1000, 2000])
@pytest.mark.parametrize("quality", [30, 90])
def test_a_picture_made_smaller_and_coarser_still_looks_the_same(
    format: str, width: int, quality: int
) -> None:
    plain = facts_of(saved(SOFT.convert("RGB"))).look
    image = SOFT.convert("RGB").resize((width, width * 3 // 4))
    assert apart(facts_of(saved(image, format, quality=quality)).look, plain) <= 12


def test_a_brighter_print_of_it_looks_the_same() -> None:
    image = SOFT.convert("RGB")
    brighter = ImageEnhance.Brightness(image).enhance(1.15)
    assert apart(facts_of(saved(image)).look, facts_of(saved(brighter)).look) <= 12


def test_another_picture_looks_different() -> None:
    other = Image.effect_noise((12, 9), 120).resize((1200, 900), Image.Resampling.BICUBIC)
    assert apart(facts_of(saved(SOFT)).look, facts_of(saved(other)).look) > 60


def test_a_look_has_64_digits_whatever_the_picture() -> None:
    assert facts_of(saved(Image.new("RGB", (3, 2), "white"))).look == "0" * 64


@pytest.mark.parametrize("turn", range(1, 9))
def test_it_is_the_upright_picture_that_looks_so(turn: int) -> None:
    image = SOFT.convert("RGB")
    turned = saved(stored(image, turn), "JPEG", exif=exif(turn), quality=95)
    assert apart(facts_of(turned).look, facts_of(saved(image)).look) <= 4


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP"])
def test_the_day_is_the_cameras(format: str) -> None:
    content = saved(quarters(), format, exif=exif(1, "2026:03:05 23:59:59"))
    assert facts_of(content).taken == "2026-03-05"
    assert facts_of(saved(quarters(), format)).taken is None


@pytest.mark.parametrize(
    "written", ["0000:00:00 00:00:00", "2026:02:30 10:00:00", "    :  :     :  :  ", "gestern", ""]
)
def test_a_clock_that_was_never_set_tells_no_day(written: str) -> None:
    assert facts_of(saved(quarters(), "JPEG", exif=exif(1, written))).taken is None


def test_an_orientation_that_does_not_exist_counts_as_upright() -> None:
    for turn in (0, 9, 65535):
        photo, _ = probed(saved(quarters(), "JPEG", exif=exif(turn)))
        assert photo is not None
        assert (photo.width, photo.height) == (96, 64)


@pytest.mark.parametrize("order", ["<", ">"])
def test_both_orders_of_bytes_are_read(order: str) -> None:
    mark = b"II" if order == "<" else b"MM"
    head = mark + struct.pack(f"{order}HI", 42, 8)
    first = struct.pack(f"{order}HHHIHHHHIII", 2, 0x0112, 3, 1, 6, 0, 0x8769, 4, 1, 38, 0)
    more = struct.pack(f"{order}HHHIII", 1, 0x9003, 2, 20, 56, 0) + b"2026:03:05 10:11:12\0"
    found = read_exif(b"Exif\0\0" + head + first + more)
    assert (found.turn, str(found.taken)) == (6, "2026-03-05")


@given(st.binary(max_size=120))
def test_damaged_notes_say_nothing_and_break_nothing(junk: bytes) -> None:
    for mark in (b"II*\0\x08\0\0\0", b"MM\0*\0\0\0\x08", b""):
        assert 1 <= read_exif(mark + junk).turn <= 8


def test_the_first_notes_of_a_jpeg_count() -> None:
    content = saved(quarters(), "JPEG", exif=exif(6))
    other = b"Exif\0\0" + exif(3).tobytes().removeprefix(b"Exif\0\0")
    twice = content[:2] + segment(0xE1, other) + content[2:]
    photo, _ = probed(twice)
    assert photo is not None
    assert (photo.width, photo.height) == (96, 64)
    assert read_exif(other) == Exif(3)


def test_pixels_that_cannot_be_unpacked_are_told_as_broken() -> None:
    content = bytearray(saved(Image.effect_noise((200, 150), 60), "PNG"))
    content[2000:2010] = bytes(10)
    assert probed(bytes(content))[1] == []
    with pytest.raises(BrokenPhotoError):
        facts_of(bytes(content))
