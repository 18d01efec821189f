"""Photos: pairs of one viewpoint, listed without people, with all that has to be stripped."""

from __future__ import annotations

import io

from PIL import ExifTags, Image

from sunlit.sample import SampleSpec, sample_files
from sunlit.sample.photos import shared_out
from tests.sample.reading import Files, matching, projects


def _pictures(files: Files) -> dict[str, Image.Image]:
    return {
        path: Image.open(io.BytesIO(content))
        for path, content in files.items()
        if path.endswith(".jpg")
    }


def test_as_many_pairs_as_were_asked_for(files: Files) -> None:
    pictures = _pictures(files)
    assert sum(path.endswith("-before.jpg") for path in pictures) == 3
    assert sum(path.endswith("-after.jpg") for path in pictures) == 3
    assert all({*picture.size} == {1600, 1200} for picture in pictures.values())


def test_more_pairs_than_units_go_round_again() -> None:
    shares = shared_out(SampleSpec(units=5, photos=11))
    assert sorted(number for numbers in shares.values() for number in numbers) == [*range(11)]


def test_every_photo_carries_what_must_not_be_published(files: Files) -> None:
    for picture in _pictures(files).values():
        exif = picture.getexif()
        assert exif.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitudeRef] == "N"
        assert exif.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.BodySerialNumber] == "SAMPLE-000000"
        assert picture.info["comment"].startswith(b"invented sample")


def test_every_photo_bears_the_mark(files: Files) -> None:
    for picture in _pictures(files).values():
        upright = picture
        if picture.getexif()[ExifTags.Base.Orientation] == 6:
            upright = picture.transpose(Image.Transpose.ROTATE_270)
        corner = upright.convert("RGB").crop((1340, 1122, 1350, 1170)).resize((1, 1))
        red, green, blue = corner.getpixel((0, 0))  # type: ignore[misc]
        assert red > 2 * green
        assert red > 2 * blue


def test_a_photo_stored_on_its_side_says_so() -> None:
    files = dict(sample_files(SampleSpec(units=6, photos=5)))
    sides = {
        (picture.size, picture.getexif()[ExifTags.Base.Orientation])
        for picture in _pictures(files).values()
    }
    assert sides == {((1600, 1200), 1), ((1200, 1600), 6)}


def test_every_listed_photo_exists_and_every_photo_is_listed(files: Files) -> None:
    listed = set()
    for at, head in matching(files, r"photos/photos\.yaml"):
        folder = f"content/communities/{at['area']}/{at['unit']}/photos"
        listed |= {f"{folder}/{photo['file']}" for photo in head["photos"]}
        assert {photo["people"] for photo in head["photos"]} == {"none"}
    assert listed == set(_pictures(files))


def test_pairs_belong_to_works_that_are_done(files: Files) -> None:
    shown = [one for one in projects(files) if one.head.get("photos")]
    assert len(shown) == 3
    for project in shown:
        assert project.head["status"] == "completed"
        folder = f"content/communities/{project.area}/{project.unit}/photos"
        for use in project.head["photos"]:
            assert files[f"{folder}/{use['before']}"] != files[f"{folder}/{use['after']}"]
