"""One picture for two places or dates: found however it was saved again, and only then."""

from __future__ import annotations

import random
import time

import pytest

from sunlit.diagnostics import Diagnostic, Findings
from sunlit.model.unit import PhotoFile
from sunlit.rules.checks.looks import NEAR, bands, same_picture, telling
from sunlit.rules.checks.reuse import PhotoClaim, photo_claims_of, photo_reused
from sunlit.rules.facets import photo_claims_wire
from tests.rules.checks.pictures import FLAT, LOOK, file, flipped, with_photos
from tests.rules.units import moment

UNITS = ("content/communities/xindu/a", "content/communities/xindu/b")


def claim(
    photo: PhotoFile, unit: int = 0, *, place: str = "", date: str = "", pairs: str = ""
) -> PhotoClaim:
    when = moment(date) if date else None
    return PhotoClaim(UNITS[unit], photo, place, when, tuple(pairs.split()))


def told(*claims: PhotoClaim) -> list[Diagnostic]:
    found = Findings()
    photo_reused(claims, found)
    return found.found


def test_both_files_both_places_and_both_dates_are_named() -> None:
    first = claim(file("gate.jpg", look=LOOK), place="村口桥头", date="2018-02-20")
    other = claim(file("door.jpg", look=LOOK), 1, date="2018-10")
    (one,) = told(other, first)
    assert one.code == "photo-reused"
    assert one.span.path == f"{UNITS[1]}/photos/door.jpg"
    assert [span.path for span, _ in one.related] == [f"{UNITS[0]}/photos/gate.jpg"]
    for said in one.message:
        for part in ("xindu/a/photos/gate.jpg", "村口桥头", "2018-02-20", "xindu/b", "2018-10"):
            assert part in said


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (claim(file("a.jpg", "x")), claim(file("b.jpg", "x"), 1)),
        (claim(file("a.jpg", "x", look=FLAT)), claim(file("b.jpg", "x", look=FLAT), 1)),
        (
            claim(file("a.jpg", "x"), place="桥头"),
            claim(file("b.jpg", "x"), place="街口"),
        ),
        (claim(file("a.jpg", "x"), date="2018"), claim(file("b.jpg", "x"), date="2019-03-05")),
        (
            claim(file("a.jpg", "x"), date="before 2018-03"),
            claim(file("b.jpg", "x"), date="2018-03"),
        ),
        (
            claim(file("a.jpg", look=LOOK)),
            claim(file("b.jpg", look=flipped(LOOK, *range(0, 240, 20)), size=(320, 240)), 1),
        ),
    ],
    ids=["file", "flat file", "place", "date", "limit", "look"],
)
def test_a_picture_for_two_places_or_dates_is_found(one: PhotoClaim, other: PhotoClaim) -> None:
    assert len(told(one, other)) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (claim(file("a.jpg", "x")), claim(file("b.jpg", "x"))),
        (
            claim(file("a.jpg", "x"), place="桥头", date="2018-02"),
            claim(file("b.jpg", "x"), 1, place="桥头", date="2018-02-20"),
        ),
        (claim(file("a.jpg", "x"), place="桥头"), claim(file("b.jpg", "x"), date="2018")),
        (
            claim(file("a.jpg", look=LOOK), date="2018", pairs="head"),
            claim(file("b.jpg", look=LOOK), date="2019", pairs="head tail"),
        ),
        (claim(file("a.jpg", look=FLAT)), claim(file("b.jpg", look=FLAT), 1)),
        (claim(file("a.jpg")), claim(file("b.jpg"), 1)),
        (
            claim(file("a.jpg", look=LOOK)),
            claim(file("b.jpg", look=flipped(LOOK, *range(0, 247, 19))), 1),
        ),
        (
            claim(file("a.jpg", look=LOOK, taken="2018-02-20")),
            claim(file("b.jpg", look=LOOK, taken="2018-02-21"), 1),
        ),
    ],
    ids=["same", "same place", "unsaid", "pair", "flat", "unknown", "unlike", "days apart"],
)
def test_what_does_not_contradict_is_let_be(one: PhotoClaim, other: PhotoClaim) -> None:
    assert told(one, other) == []
    assert told(other, one) == []


def test_a_picture_that_everybody_uses_is_told_once_of_each_but_the_first() -> None:
    every = [claim(file(f"{n}.jpg", "x"), date=f"20{n:02}") for n in range(10, 60)]
    assert len(told(*every)) == 49


def test_the_order_of_claims_does_not_count() -> None:
    chance = random.Random(7)
    every = [
        claim(file(f"{n}.jpg", look=flipped(LOOK, n % 5, n % 7)), n % 2, date=f"20{10 + n % 9}")
        for n in range(40)
    ]
    turned = chance.sample(every, len(every))
    assert told(*every) == told(*turned)


def test_looks_that_differ_in_few_bits_share_a_part() -> None:
    chance = random.Random(7)
    for _ in range(500):
        look = f"{chance.getrandbits(256):064x}"
        other = flipped(look, *chance.sample(range(256), NEAR))
        assert set(bands(look)) & set(bands(other))


@pytest.mark.parametrize(
    "look", ["", "0" * 64, "f" * 64, "fffe" * 16, "00ff" * 16, "ffff0000" * 8, "1".zfill(64)]
)
def test_flat_pictures_and_gradients_tell_nothing(look: str) -> None:
    assert not telling(look)
    assert not same_picture(file("a.jpg", look=look), file("b.jpg", look=look))


def test_twenty_thousand_photos_take_about_a_second() -> None:
    chance = random.Random(7)
    base = chance.getrandbits(256)

    def look() -> str:
        noise = chance.getrandbits(256) & chance.getrandbits(256)  # a quarter of the bits
        return f"{base ^ noise:064x}"

    every = [claim(file(f"{n}.jpg", look=look()), date=f"20{10 + n % 80}") for n in range(20_000)]
    begun = time.process_time()
    told(*every)
    assert time.process_time() - begun < 8


def test_claims_are_what_the_unit_says_of_the_photos_that_are_there() -> None:
    content = with_photos(
        {
            "photos/photos": """
                photos:
                  - {file: a.jpg, caption: 路, place: 桥头, date: 2018-02, people: none}
                  - {file: b.jpg, caption: 路, people: none}
                  - {file: gone.jpg, caption: 路, people: none}
            """,
            "projects/road": "title: 路\nphotos: [{pair: head, before: a.jpg, after: b.jpg}]\n",
        },
        [file("a.jpg"), file("b.jpg"), file("new.jpg")],
    )
    base = "content/communities/xindu/shuanglong"
    claims = photo_claims_of(content)
    assert tuple(sorted(claims, key=lambda one: one.path)) == (
        PhotoClaim(base, file("a.jpg"), "桥头", moment("2018-02"), ("head",)),
        PhotoClaim(base, file("b.jpg"), "", None, ("head",)),
    )
    wire = photo_claims_wire()
    assert wire.value(wire.text(claims)) == claims
