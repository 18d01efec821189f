"""Photos on pages: their room, what `sizes` says of it, the colour that stands for them."""

from __future__ import annotations

import pytest

from sunlit.model.project import PhotoUse
from sunlit.views.pictures import among, files_of, pairs_of, singles_of, standing_for, tone
from sunlit.views.slots import Slot, sizes
from tests.views.making import edition
from tests.views.pictured import picture

SCENE = edition().scene("xindu", "shuanglong")
PAIR = PhotoUse(before="a.jpg", after="b.jpg")


def single(name: str) -> PhotoUse:
    return PhotoUse(photo=name)


@pytest.mark.parametrize(
    ("width", "height", "slot"),
    [
        (1280, 960, "alone"),
        (960, 1280, "tall"),
        (1000, 1000, "alone"),
        (1280, 256, "full"),
        (100, 75, "alone"),
        (90, 120, "tall"),
    ],
)
def test_a_picture_alone_has_room_by_its_shape(width: int, height: int, slot: str) -> None:
    (found,) = singles_of([single("a.jpg")], {"a.jpg": picture(width, height)})
    assert found.slot == slot


def test_several_pictures_share_a_row_and_a_panorama_has_its_own() -> None:
    pictures = {"a.jpg": picture(1280, 960), "b.jpg": picture(1280, 256)}
    found = singles_of([single("a.jpg"), single("b.jpg"), single("none.jpg")], pictures)
    assert [one.slot for one in found] == ["half", "full"]
    assert among(picture(960, 1280), Slot.THIRD).slot == "third"


def test_two_upright_halves_are_narrower_than_others() -> None:
    upright, level = picture(960, 1280), picture(1280, 960)
    for after, slot in ((upright, "narrow"), (level, "half")):
        (pair,) = pairs_of(SCENE, [PAIR], {"a.jpg": upright, "b.jpg": after})
        assert pair.slot == pair.before.slot == pair.after.slot == slot


def test_a_pair_without_one_published_half_is_not_shown() -> None:
    assert pairs_of(SCENE, [PAIR], {"a.jpg": picture(1280, 960)}) == ()


def test_a_page_shows_pairs_first_and_its_stand_in_is_what_came_of_it() -> None:
    uses = [single("c.jpg"), PAIR]
    assert [*files_of(uses)] == ["a.jpg", "b.jpg", "c.jpg"]
    pictures = {name: picture(1280, 960, src=name) for name in files_of(uses)}
    pairs, singles = pairs_of(SCENE, uses, pictures), singles_of(uses, pictures)
    assert standing_for(pairs, singles) == "b.jpg"
    assert standing_for((), singles) == "c.jpg"
    assert standing_for((), ()) == ""


@pytest.mark.parametrize(
    ("slot", "width", "value"),
    [
        (
            Slot.FULL,
            1280,
            "(min-width: 957px) 880px, (min-width: 500px) 92vw, calc(100vw - 40px)",
        ),
        (
            Slot.HALF,
            1280,
            "(min-width: 957px) 430px, (min-width: 640px) calc((92vw - 20px) / 2),"
            " (min-width: 500px) 92vw, calc(100vw - 40px)",
        ),
        (Slot.TALL, 300, "(min-width: 440px) min(300px, 400px), min(300px, 100vw - 40px)"),
    ],
)
def test_sizes_says_the_width_on_the_page(slot: Slot, width: int, value: str) -> None:
    assert sizes(slot, width) == value


@pytest.mark.parametrize(
    ("colour", "classes"),
    [("#1b87f0", "tone r2 g8 be"), ("#000000", "tone r0 g0 b0"), ("#ffffff", "tone rf gf bf")],
)
def test_a_colour_is_painted_by_classes(colour: str, classes: str) -> None:
    assert tone(colour) == classes


def test_no_channel_is_off_by_more_than_half_a_step() -> None:
    for value in range(256):
        step = int(tone(f"#{value:02x}0000").split()[1][1:], 16) * 17
        assert abs(step - value) <= 8


def test_a_photo_of_unknown_colour_has_the_papers() -> None:
    assert tone("") == ""
