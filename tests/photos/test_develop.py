"""The published picture: upright, sized as announced, and the same for the same photo."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageStat

from sunlit.model.unit import PhotoFile
from sunlit.photos.develop import Negative, develop
from sunlit.photos.recipe import BrokenPhotoError, Kind, Recipe, renditions
from tests.photos.pictures import (
    BLUE,
    GREEN,
    RED,
    WHITE,
    corners,
    exif,
    near,
    opened,
    probed,
    published,
    quarters,
    saved,
    stored,
)

RECIPE = Recipe((80, 160, 320), 82, 55, 9)
SOFT = Image.effect_noise((40, 30), 90).resize((1000, 750), Image.Resampling.BICUBIC).convert("RGB")


@pytest.mark.parametrize("turn", range(1, 9))
@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("size", [(96, 64), (960, 600)])
def test_a_picture_stands_upright_however_the_camera_was_held(
    turn: int, format: str, size: tuple[int, int]
) -> None:
    content = saved(stored(quarters(size), turn), format, exif=exif(turn), quality=95)
    image = opened(published(content, Recipe((300,), 95, 55, 9))[0])
    assert image.size == (min(size[0], 300), {600: 188}.get(size[1], size[1]))
    for there, meant in zip(corners(image), (RED, GREEN, BLUE, WHITE), strict=True):
        assert near(there, meant, 12)


@pytest.mark.parametrize("kind", list(Kind))
def test_each_width_of_the_recipe_is_published_in_each_format(kind: Kind) -> None:
    made = [opened(one) for one in published(saved(SOFT, "JPEG"), RECIPE, kind)]
    assert [one.size for one in made] == [(320, 240), (160, 120), (80, 60)]
    assert {(one.format, one.mode) for one in made} == {(kind.name, "RGB")}


def test_no_picture_is_larger_than_its_photo() -> None:
    made = published(saved(quarters((100, 50))), RECIPE)
    assert [opened(one).size for one in made] == [(100, 50), (80, 40)]


@pytest.mark.parametrize("format", ["JPEG", "PNG"])
@pytest.mark.parametrize("width", [320, 323, 700, 1000])
def test_each_width_shows_the_photo_as_one_step_would(format: str, width: int) -> None:
    image, fine = SOFT.resize((width, 512)), Recipe(RECIPE.widths, 95, 55, 9)
    sizes = [(320, 512 * 320 // width), (160, 512 * 160 // width), (80, 512 * 80 // width)]
    for made, size in zip(published(saved(image, format, quality=95), fine), sizes, strict=True):
        shown = opened(made)
        direct = image.resize(shown.size, Image.Resampling.LANCZOS)
        assert abs(shown.height - size[1]) <= 1
        assert ImageStat.Stat(ImageChops.difference(shown, direct)).rms[0] < 6


@settings(max_examples=40, deadline=None)
@given(st.integers(1, 90), st.integers(1, 90), st.integers(1, 60), st.sampled_from(range(1, 9)))
def test_a_page_announces_the_size_that_is_published(
    width: int, height: int, most: int, turn: int
) -> None:
    content = saved(Image.new("RGB", (width, height), RED), "PNG", exif=exif(turn))
    photo, _ = probed(content)
    assert photo is not None
    recipe = Recipe((most, 16), 80, 55, 10)
    for rendition, made in develop(content, photo, recipe, renditions(photo, recipe)):
        assert opened(made).size == (rendition.width, rendition.height)


def test_the_same_photo_gives_the_same_bytes_whichever_of_its_files_are_asked_for() -> None:
    content = saved(SOFT, "JPEG")
    photo, _ = probed(content)
    assert photo is not None
    recipe = Recipe((200, 100), 82, 55, 9, ((10, 10, 60, 60),))
    every = dict(develop(content, photo, recipe, renditions(photo, recipe)))
    for rendition, made in every.items():
        assert Negative(content, photo, recipe).made(rendition) == made


def test_a_photo_that_is_not_the_one_that_was_looked_at_is_refused() -> None:
    photo, _ = probed(saved(quarters((96, 64))))
    assert photo is not None
    with pytest.raises(BrokenPhotoError):
        Negative(saved(quarters((98, 64))), photo, RECIPE)
    with pytest.raises(BrokenPhotoError):
        Negative(b"%PDF", photo, RECIPE)


def paths(photo: PhotoFile, recipe: Recipe) -> dict[tuple[int, str], str]:
    return {(one.width, one.kind.value): one.path for one in renditions(photo, recipe)}


def test_a_name_follows_the_bytes_and_the_recipe_and_not_the_place() -> None:
    photo, moved = PhotoFile("a.jpg", "0" * 64, 900, 600), PhotoFile("b.jpg", "0" * 64, 900, 600)
    assert paths(photo, RECIPE) == paths(moved, RECIPE)
    other = PhotoFile("a.jpg", "1" * 64, 900, 600)
    boxed = Recipe((80, 160, 320), 82, 55, 9, ((1, 2, 3, 4),))
    names = [*paths(photo, RECIPE).values(), *paths(other, RECIPE).values()]
    names += paths(photo, boxed).values()
    assert len(set(names)) == 18
    assert all(name.startswith("photos/") for name in names)


def test_a_changed_quality_renames_its_format_alone() -> None:
    photo = PhotoFile("a.jpg", "0" * 64, 900, 600)
    before, after = paths(photo, RECIPE), paths(photo, Recipe((80, 160, 320), 82, 60, 9))
    kept = {which for which in before if before[which] == after[which]}
    assert kept == {(width, "jpg") for width in RECIPE.widths}


def test_a_width_more_renames_itself_and_the_smaller_ones_alone() -> None:
    photo = PhotoFile("a.jpg", "0" * 64, 900, 600)
    before, after = paths(photo, RECIPE), paths(photo, Recipe((80, 160, 200, 320), 82, 55, 9))
    assert {width for (width, kind), path in before.items() if after[width, kind] == path} == {320}
