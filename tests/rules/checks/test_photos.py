"""Photos against their entries, and pairs against each other, as far as the camera counts."""

from __future__ import annotations

import pytest

from sunlit.diagnostics import Findings, Severity
from sunlit.model.unit import PhotoFile, PhotoList
from sunlit.source.decode import read_record
from sunlit.source.located import Located, Written
from sunlit.source.photo_entry import entry_line, entry_lines
from tests.rules.checks.pictures import FLAT, LOOK, file, flipped, told

ONE = "photos: [{{file: a.jpg, caption: 路, people: none{}}}]\n"
TWO = """
photos:
  - {file: a.jpg, caption: 路, date: 2018-02, people: none}
  - {file: b.jpg, caption: 路, date: 2018-10, people: none}
"""
PAIR = "title: 路\nphotos: [{pair: head, before: a.jpg, after: b.jpg}]\n"


def codes(texts: dict[str, str], *files: PhotoFile) -> list[str]:
    return [one.code for one in told(texts, files)]


def one_photo(more: str, photo: PhotoFile) -> list[str]:
    return codes({"photos/photos": ONE.format(more)}, photo)


def pair(before: PhotoFile, after: PhotoFile) -> list[str]:
    return codes({"photos/photos": TWO, "projects/road": PAIR}, before, after)


def test_a_day_that_is_not_the_cameras_own_is_warned_of_and_both_are_named() -> None:
    texts = {"photos/photos": ONE.format(", date: 2026-03-05")}
    (one,) = told(texts, [file("a.jpg", taken="2026-03-04")])
    assert (one.code, one.severity) == ("photo-date", Severity.WARNING)
    for words in (*one.message, *one.hint):
        assert "2026-03-04" in words or "2026-03" in words
    assert "2026-03-05" in one.message.zh
    assert "2026-03-04" in one.message.zh


@pytest.mark.parametrize("date", ["2026-03-05", "2026-03", "2025", "before 2026-03-01"])
def test_what_an_author_knows_less_well_than_the_camera_stands(date: str) -> None:
    assert one_photo(f", date: {date}", file("a.jpg", taken="2026-03-05")) == []


def test_a_photo_without_a_date_is_let_be_whatever_the_camera_wrote() -> None:
    assert one_photo("", file("a.jpg", taken="2026-03-05")) == []


def test_nobody_is_taken_for_blurred_without_a_box() -> None:
    texts = {"photos/photos": ONE.format("").replace("none", "blurred")}
    (one,) = told(texts, [file("a.jpg")])
    assert (one.code, one.severity) == ("blurred-without-redact", Severity.ERROR)


@pytest.mark.parametrize(
    ("box", "codes"),
    [
        ("[0, 0, 8, 8]", []),
        ("[0, 0, 7, 80]", ["redact-small"]),
        ("[0, 0, 80, 7]", ["redact-small"]),
        ("[0, 0, 0, 80]", ["redact-outside"]),
        ("[3990, 0, 10, 80]", []),
        ("[3996, 0, 5, 80]", ["redact-outside"]),
    ],
)
def test_a_box_lies_on_the_picture_and_covers_something(box: str, codes: list[str]) -> None:
    assert one_photo(f", redact: [{box}]", file("a.jpg")) == codes


def test_a_photo_without_an_entry_is_told_the_entry_with_the_cameras_day() -> None:
    (one,) = told({}, [file("門 1.jpg", taken="2026-03-05")])
    line = '- {file: "門 1.jpg", caption: , date: 2026-03-05, people: }'
    assert one.code == "photo-undeclared"
    assert line in one.hint.zh
    assert line in one.hint.en
    assert "new photo xindu shuanglong" in one.hint.zh
    for choice in ("none", "back", "blurred", "consented"):
        assert choice in one.hint.zh


def read(text: str) -> tuple[Located[PhotoList] | None, list[str]]:
    found = Findings()
    record = read_record(Written(text), PhotoList, path="photos.yaml", found=found)
    return record, [one.code for one in found]


@pytest.mark.parametrize("name", ["a.jpg", "门.jpg", "a b.jpg", "{a}.jpg", '"a".jpg', "- #a.jpg"])
@pytest.mark.parametrize("taken", [None, "2026-03-05"])
def test_an_entry_is_right_but_for_what_only_a_person_can_say(name: str, taken: str | None) -> None:
    line = f"photos:\n{entry_line(name, taken)}\n"
    lines = "\n".join(("photos:", *entry_lines(name, taken))) + "\n"
    for text in (line, lines):
        assert read(text) == (None, ["empty-value", "empty-value"])
    filled = line.replace("caption: ", "caption: 路").replace("people: ", "people: none")
    record, wrong = read(filled)
    assert wrong == []
    assert record is not None
    (one,) = record.record.photos
    assert one.file == name
    assert (one.date.iso if one.date else None) == taken


def test_a_pair_of_two_dated_pictures_is_right() -> None:
    assert pair(file("a.jpg", look=LOOK), file("b.jpg", look=flipped(LOOK, 1, 9, 33))) == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (file("a.jpg", "x"), file("b.jpg", "x")),
        (file("a.jpg", look=LOOK), file("b.jpg", look=LOOK, size=(1024, 768))),
        (file("a.jpg", look=LOOK, taken="2018-02-20"), file("b.jpg", look=LOOK)),
    ],
)
def test_a_pair_of_one_picture_is_none(before: PhotoFile, after: PhotoFile) -> None:
    assert pair(before, after) == ["pair-same"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (file("a.jpg", look=FLAT), file("b.jpg", look=FLAT)),
        (file("a.jpg", look=LOOK), file("b.jpg", look=flipped(LOOK, 0))),
        (
            file("a.jpg", look=LOOK, taken="2018-02-20"),
            file("b.jpg", look=LOOK, taken="2018-10-26"),
        ),
        (file("a.jpg", look=LOOK), file("b.jpg", look=LOOK, size=(3000, 3000))),
        (file("a.jpg"), file("b.jpg")),
    ],
    ids=["flat", "a little changed", "days apart", "another shape", "nothing known"],
)
def test_pictures_that_may_be_two_are_taken_for_two(before: PhotoFile, after: PhotoFile) -> None:
    assert pair(before, after) == []


def test_a_pair_without_dates_is_offered_the_cameras_own_once_for_each_photo() -> None:
    texts = {
        "photos/photos": TWO.replace("date: 2018-02, ", "").replace("date: 2018-10, ", ""),
        "projects/road": PAIR,
        "projects/street": PAIR,
    }
    before, after = told(texts, [file("a.jpg", taken="2018-02-20"), file("b.jpg")])
    assert (before.code, after.code) == ("pair-undated", "pair-undated")
    assert "date: 2018-02-20" in before.hint.zh
    assert "date: 2018-02-20" in before.hint.en
    assert [span.line for span, _ in before.related] == [3]
    assert [span.line for span, _ in after.related] == [4]
    assert "2018" not in after.hint.zh


def test_nothing_follows_from_a_photo_that_is_not_declared() -> None:
    assert codes({"projects/road": PAIR}, file("a.jpg"), file("b.jpg")) == ["photo-undeclared"] * 2


def test_a_name_that_leads_nowhere_is_told_once() -> None:
    assert codes({"projects/road": PAIR}) == ["unknown-photo"] * 2
