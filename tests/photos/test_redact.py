"""People made unrecognisable: what is published of a box says next to nothing of what was in it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from sunlit.photos.recipe import Box, Kind, Recipe
from sunlit.photos.redact import MOST_CELLS, SHORT_CELLS, redact
from tests.photos.pictures import exif, opened, published, quarters, saved, seen, stored

WHOLE = (1.0, 1.0)


def noise(size: tuple[int, int] = (96, 96), strength: int = 120) -> Image.Image:
    return Image.merge("RGB", [Image.effect_noise(size, strength) for _ in range(3)])


def largest_difference(one: Image.Image, other: Image.Image, area: Box) -> int:
    return max(
        abs(a - b)
        for a, b in zip(one.crop(area).tobytes(), other.crop(area).tobytes(), strict=True)
    )


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 90), st.integers(1, 90))
def test_no_more_than_24_numbers_of_3_bits_come_out_of_a_box(width: int, height: int) -> None:
    image = noise()
    redact(image, (3, 3, width, height), WHOLE)
    colours = image.crop((3, 3, 3 + width, 3 + height)).getcolors()
    assert colours is not None
    assert len(colours) <= SHORT_CELLS * MOST_CELLS
    found = [colour for _, colour in colours if isinstance(colour, tuple)]
    assert {part % 32 for colour in found for part in colour} == {16}


def face(mouth: int, eyes: int) -> Image.Image:
    """A face whose features move about, while each quarter keeps its amount of dark."""
    image = Image.new("RGB", (96, 96), (200, 168, 136))
    draw = ImageDraw.Draw(image)
    for half in (0, 48):
        draw.rectangle((half + eyes, 12 + eyes, half + eyes + 9, 17 + eyes), (40, 40, 40))
        draw.rectangle((half + 12, 60 + mouth, half + 35, 65 + mouth), (120, 40, 40))
    return image


@pytest.mark.parametrize("kind", list(Kind))
@pytest.mark.parametrize("widths", [(1280,), (60, 30)])
def test_two_faces_alike_in_their_coarse_means_are_published_in_equal_bytes(
    kind: Kind, widths: tuple[int, ...]
) -> None:
    recipe = Recipe(widths, 95, 55, 9, ((40, 30, 96, 96),))
    made = []
    for one in (face(2, 3), face(20, 24)):
        photo = quarters((192, 160))
        photo.paste(one, (40, 30))
        made.append(published(saved(photo), recipe, kind))
    assert made[0] == made[1]
    assert largest_difference(face(2, 3), face(20, 24), (0, 0, 96, 96)) > 100


def test_a_box_of_a_crowd_has_no_more_fields_than_a_box_of_one() -> None:
    image = noise((1000, 300))
    redact(image, (0, 0, 1000, 300), WHOLE)
    assert len(image.getcolors() or ()) <= MOST_CELLS * SHORT_CELLS


@pytest.mark.parametrize(
    "box", [(0, 0, 1, 1), (90, 60, 50, 50), (0, 0, 5000, 5000), (200, 0, 5, 5), (0, 0, 0, 0)]
)
def test_a_box_may_reach_over_the_edge(box: Box) -> None:
    assert seen(saved(quarters()), box).size == (96, 64)


def test_what_lies_outside_the_boxes_stays_as_it_was() -> None:
    content = saved(noise((128, 64)))
    plain, redacted = seen(content), seen(content, (0, 0, 48, 64))
    assert largest_difference(plain, redacted, (64, 0, 128, 64)) == 0
    assert largest_difference(plain, redacted, (0, 0, 48, 64)) > 60


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("turn", range(1, 9))
@pytest.mark.parametrize("size", [(200, 400), (600, 1200)])
def test_boxes_are_counted_on_the_upright_picture_as_the_author_sees_it(
    turn: int, format: str, size: tuple[int, int]
) -> None:
    unit = size[0] // 200
    upright = Image.new("RGB", size, "white")
    upright.paste((0, 0, 0), (100 * unit, 300 * unit, 102 * unit, 380 * unit))
    content = saved(stored(upright, turn), format, exif=exif(turn), quality=95)
    box = (90 * unit, 290 * unit, 40 * unit, 100 * unit)
    shown = opened(published(content, Recipe((100,), 95, 55, 9, (box,)))[0]).convert("L")
    darkest, _ = shown.getextrema()
    assert isinstance(darkest, int | float)
    assert darkest > 150, "the line is gone"
    plain, _ = opened(published(content, Recipe((100,), 95, 55, 9))[0]).convert("L").getextrema()
    assert isinstance(plain, int | float)
    assert plain < 120, "and it was there"


@pytest.mark.parametrize("format", ["JPEG", "PNG"])
@pytest.mark.parametrize("side", [1601, 2003, 2563])
def test_nothing_of_a_box_seeps_out_where_the_picture_is_made_smaller(
    format: str, side: int
) -> None:
    """Black or white within the box: what is published around it is the same."""
    made = []
    box = (403, 407, 301, 299)
    for colour in ("black", "white"):
        image = Image.new("RGB", (side, side), (128, 128, 128))
        image.paste(colour, (403 + 8, 407 + 8, 403 + 301 - 8, 407 + 299 - 8))
        recipe = Recipe((320,), 95, 55, 9, (box,))
        made.append(opened(published(saved(image, format, quality=95), recipe)[0]))
    scale = 320 / side
    around = [round(one * scale) for one in (box[0], box[1], box[0] + box[2], box[1] + box[3])]
    margin = 10  # what one step of making smaller and one of JPEG mix with their neighbours
    for area in (
        (0, 0, 320, around[1] - margin),
        (0, around[3] + margin, 320, 320),
        (0, 0, around[0] - margin, 320),
        (around[2] + margin, 0, 320, 320),
    ):
        assert largest_difference(made[0], made[1], area) <= 2
