"""Photos: pairs of one viewpoint, listed without people, with all that has to be stripped."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from datetime import date

import pytest
from PIL import ExifTags, Image, ImageChops, ImageCms, ImageOps, ImageStat

from sunlit.sample import SampleSpec, sample_files
from sunlit.sample.drawing import photograph
from sunlit.sample.grain import noise, patches
from sunlit.sample.photos import shared_out
from sunlit.sample.scenes import paint
from tests.sample.reading import Files, matching, projects

SCENES = ("road", "street", "court")


def _pictures(files: Files) -> dict[str, Image.Image]:
    return {
        path: Image.open(io.BytesIO(content))
        for path, content in files.items()
        if path.endswith(".jpg")
    }


def _upright(content: bytes) -> Image.Image:
    return ImageOps.exif_transpose(Image.open(io.BytesIO(content))).convert("RGB")


def _segments(content: bytes) -> Iterator[tuple[int, bytes]]:
    """Markers and contents up to the pixels, read from the raw file."""
    at = 2
    while content[at + 1] != 0xDA:
        length = int.from_bytes(content[at + 2 : at + 4], "big")
        yield content[at + 1], content[at + 4 : at + 2 + length]
        at += 2 + length


@pytest.fixture(scope="module")
def taken() -> bytes:
    return photograph("road", "one", after=True, taken=date(2026, 3, 5), width=800)


def test_as_many_pairs_as_were_asked_for(files: Files, spec: SampleSpec) -> None:
    pictures = _pictures(files)
    assert sum(path.endswith("-before.jpg") for path in pictures) == 3
    assert sum(path.endswith("-after.jpg") for path in pictures) == 3
    wide = spec.photo_width
    assert all({*picture.size} == {wide, wide * 3 // 4} for picture in pictures.values())


def test_more_pairs_than_units_go_round_again() -> None:
    shares = shared_out(SampleSpec(units=5, photos=11))
    assert sorted(number for numbers in shares.values() for number in numbers) == [*range(11)]


@pytest.mark.slow
def test_by_default_a_photo_is_as_large_as_a_telephones() -> None:
    files = dict(sample_files(SampleSpec(units=1, photos=1)))
    for path, picture in _pictures(files).items():
        assert {*picture.size} == {4000, 3000}
        assert 3_000_000 < len(files[path]) < 6_000_000


@pytest.mark.parametrize("scene", SCENES)
def test_both_pictures_of_a_pair_are_taken_from_one_spot(scene: str) -> None:
    pair = [paint(scene, "here", after=after, width=320).convert("L") for after in (False, True)]
    elsewhere = paint(scene, "there", after=True, width=320).convert("L")
    # Outlines of houses are where light changes; between two places they fall apart.
    lines = [_outlines(picture) for picture in (*pair, elsewhere)]
    assert _shared(lines[0], lines[1]) > 1.2 * _shared(lines[0], lines[2])


def _outlines(picture: Image.Image) -> Image.Image:
    upper = ImageOps.autocontrast(picture.crop((0, 0, picture.width, picture.height // 2)))
    steps = ImageChops.difference(upper, ImageChops.offset(upper, 2, 0))
    return steps.point([255 if level > 24 else 0 for level in range(256)])


def _shared(one: Image.Image, other: Image.Image) -> float:
    both = ImageStat.Stat(ImageChops.multiply(one, other)).sum[0]
    return both / max(1.0, ImageStat.Stat(ImageChops.lighter(one, other)).sum[0])


def test_every_photo_carries_what_must_not_be_published(files: Files) -> None:
    for picture in _pictures(files).values():
        exif = picture.getexif()
        assert exif.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitudeRef] == "N"
        assert exif.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.BodySerialNumber] == "SAMPLE-000000"
        assert picture.info["comment"].startswith(b"invented sample")


def test_every_kind_of_metadata_is_in_the_raw_file(taken: bytes) -> None:
    heads = {(marker, content[:12]) for marker, content in _segments(taken)}
    for marker, begins in (
        (0xE1, b"Exif\0\0"),
        (0xE1, b"http://ns.ad"),
        (0xE2, b"ICC_PROFILE\0"),
        (0xED, b"Photoshop 3."),
        (0xFE, b"invented"),
    ):
        assert any(one == marker and head.startswith(begins) for one, head in heads)
    assert b"SAMPLE OWNER" in Image.open(io.BytesIO(taken)).info["xmp"]


def test_the_thumbnail_is_a_small_picture_of_the_same(taken: bytes) -> None:
    exif = next(part for marker, part in _segments(taken) if marker == 0xE1)
    second = Image.open(io.BytesIO(taken)).getexif().get_ifd(ExifTags.IFD.IFD1)
    start = 6 + second[ExifTags.Base.JpegIFOffset]
    small = Image.open(io.BytesIO(exif[start : start + second[ExifTags.Base.JpegIFByteCount]]))
    assert small.size == (160, 120)
    whole = _upright(taken).resize(small.size, Image.Resampling.BOX)
    assert max(ImageStat.Stat(ImageChops.difference(small.convert("RGB"), whole)).mean) < 12


def test_the_profile_can_be_used_and_holds_no_moment_of_writing(taken: bytes) -> None:
    profile = Image.open(io.BytesIO(taken)).info["icc_profile"]
    assert "sRGB" in ImageCms.getProfileDescription(io.BytesIO(profile))
    assert profile[24:36] == bytes((0x07, 0xE9, 0, 1, 0, 1)) + bytes(6)


def test_every_photo_bears_the_mark(files: Files) -> None:
    for path, content in files.items():
        if not path.endswith(".jpg"):
            continue
        picture = _upright(content).resize((1600, 1200), Image.Resampling.BOX)
        corner = picture.crop((1340, 1122, 1346, 1170)).resize((1, 1), Image.Resampling.BOX)
        red, green, blue = corner.getpixel((0, 0))  # type: ignore[misc]
        assert red > 2 * green
        assert red > 2 * blue


@pytest.mark.parametrize("orientation", [1, 3, 6, 8])
def test_a_photo_held_in_another_way_is_the_same_upright(taken: bytes, orientation: int) -> None:
    turned = photograph(
        "road", "one", after=True, taken=date(2026, 3, 5), width=800, orientation=orientation
    )
    stored = Image.open(io.BytesIO(turned))
    assert stored.size == ((600, 800) if orientation in (6, 8) else (800, 600))
    apart = ImageChops.difference(_upright(turned), _upright(taken))
    assert max(ImageStat.Stat(apart).mean) < 3


def test_telephones_are_held_in_several_ways() -> None:
    files = dict(sample_files(SampleSpec(units=6, photos=6, photo_width=400)))
    held = {picture.getexif()[ExifTags.Base.Orientation] for picture in _pictures(files).values()}
    assert held == {1, 3, 6, 8}


def test_every_listed_photo_exists_and_every_photo_is_listed(files: Files) -> None:
    listed = set()
    for at, head in matching(files, r"photos/photos\.yaml"):
        folder = f"content/communities/{at['area']}/{at['unit']}/photos"
        listed |= {f"{folder}/{photo['file']}" for photo in head["photos"]}
        assert {photo["people"] for photo in head["photos"]} == {"none"}
    assert listed == set(_pictures(files))


def test_the_camera_and_the_list_give_one_date(files: Files) -> None:
    for at, head in matching(files, r"photos/photos\.yaml"):
        for photo in head["photos"]:
            path = f"content/communities/{at['area']}/{at['unit']}/photos/{photo['file']}"
            details = Image.open(io.BytesIO(files[path])).getexif().get_ifd(ExifTags.IFD.Exif)
            moment = re.match(r"(\d+):(\d+):(\d+) ", details[ExifTags.Base.DateTimeOriginal])
            assert moment
            assert "-".join(moment.groups()) == str(photo["date"])


def test_pairs_belong_to_works_that_are_done(files: Files) -> None:
    shown = [one for one in projects(files) if one.head.get("photos")]
    assert len(shown) == 3
    for project in shown:
        assert project.head["status"] == "completed"
        folder = f"content/communities/{project.area}/{project.unit}/photos"
        for use in project.head["photos"]:
            assert files[f"{folder}/{use['before']}"] != files[f"{folder}/{use['after']}"]


def test_noise_is_around_the_middle_and_as_wide_as_asked() -> None:
    drawn = ImageStat.Stat(noise("seed", (200, 200), 10))
    assert drawn.mean[0] == pytest.approx(128, abs=0.5)
    assert drawn.stddev[0] == pytest.approx(10, abs=0.3)
    assert noise("seed", (9, 9), 3) == noise("seed", (9, 9), 3) != noise("other", (9, 9), 3)


def test_patches_are_larger_than_a_pixel() -> None:
    soft = patches("seed", (200, 150), 20)
    beside = ImageChops.difference(soft, ImageChops.offset(soft, 1, 0)).crop((1, 0, 200, 150))
    assert ImageStat.Stat(soft).stddev[0] > 5 * ImageStat.Stat(beside).mean[0]
