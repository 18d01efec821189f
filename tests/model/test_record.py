"""The scalar types of records: texts only, refused or kept, never changed."""

from __future__ import annotations

import pickle
from copy import copy, deepcopy
from dataclasses import FrozenInstanceError
from typing import Annotated, Any

import pytest

from sunlit.model.form import Refused
from sunlit.model.reading import reader_of, record_of
from sunlit.model.record import (
    Code,
    Day,
    FileName,
    Flag,
    Id,
    Key,
    Moment,
    Record,
    WebLink,
    Whole,
    Word,
    fields_of,
    replaced,
)
from sunlit.model.unit import PhotoRecord

GOOD: list[tuple[Any, str, object]] = [
    (Id, "village-road", "village-road"),
    (Id, "1e3", "1e3"),
    (Code, "510114", "510114"),
    (Code, "510114001", "510114001"),
    (Code, "510114001001", "510114001001"),
    (Word, "0101", "0101"),
    (FileName, "IMG 0001（1）.JPG", "IMG 0001（1）.JPG"),
    (WebLink, "https://example.org/a?b=c&d#e", "https://example.org/a?b=c&d#e"),
    (Flag, "true", True),
    (Flag, "false", False),
    (Whole, "0", 0),
    (Whole, "999999999999", 999999999999),
]
BAD: list[tuple[Any, object, str]] = [
    (Id, "Road", "bad-slug"), (Id, "a_b", "bad-slug"), (Id, "..", "bad-slug"),
    (Id, "a" * 81, "bad-slug"), (Id, 5, "wrong-type"), (Id, "a\n", "bad-slug"),
    (Code, "5.10114E+11", "bad-code"), (Code, "51011", "bad-code"),
    (Code, "５１０１１４", "bad-code"),
    (Code, "5101140010011", "bad-code"), (Code, 510114, "bad-code"),
    (Moment, "1948", "bad-date"), (Moment, "2101", "bad-date"), (Moment, "9999-12", "bad-date"),
    (Moment, "2026-02-30", "bad-date"), (Moment, 2026, "wrong-type"),
    (Day, "2026-11", "bad-day"), (Day, "2026-w46", "bad-day"),
    (Day, "before 2026-11-21", "bad-day"), (Day, "x", "bad-date"),
    (Word, " ", "wrong-type"), (Word, 7, "wrong-type"),
    (FileName, "../a.jpg", "bad-file-name"), (FileName, "a/b.jpg", "bad-file-name"),
    (FileName, "..", "bad-file-name"), (FileName, ".a.jpg", "bad-file-name"),
    (FileName, "a\\b.jpg", "bad-file-name"), (FileName, "C:a.jpg", "bad-file-name"),
    (FileName, "a\n.jpg", "bad-file-name"), (FileName, "", "bad-file-name"),
    (FileName, "a" * 121, "bad-file-name"), (FileName, "a\x00.jpg", "bad-file-name"),
    (WebLink, "javascript:alert(1)", "bad-link"), (WebLink, "https://a b", "bad-link"),
    (WebLink, "https://", "bad-link"), (WebLink, 'https://a"onclick=', "bad-link"),
    (WebLink, "//example.org", "bad-link"), (WebLink, "data:text/html,x", "bad-link"),
    (WebLink, "https://a\nb", "bad-link"),
    (Flag, "yes", "bad-yes-no"), (Flag, "True", "bad-yes-no"), (Flag, "1", "bad-yes-no"),
    (Flag, "NO", "bad-yes-no"),
    (Whole, "-1", "bad-whole-number"), (Whole, "01", "bad-whole-number"),
    (Whole, "1.0", "bad-whole-number"), (Whole, "1e3", "bad-whole-number"),
    (Whole, "１", "bad-whole-number"), (Whole, "1_000", "bad-whole-number"),
    (Whole, True, "bad-whole-number"), (Whole, 2.5, "bad-whole-number"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "text", "value"), GOOD)
def test_a_good_text_is_kept(kind: Any, text: str, value: object) -> None:
    assert reader_of(kind)(text) == value


@pytest.mark.parametrize(("kind", "value", "error"), BAD)
def test_a_bad_text_is_refused_and_named(kind: Any, value: object, error: str) -> None:
    with pytest.raises(Refused) as refused:
        reader_of(kind)(value)
    assert [one.kind for one in refused.value.mistakes] == [error]


class Lamp(Record):
    name: Word
    since: Annotated[Moment, Key("from")]
    lit: Flag = True


FIELDS = {"name": "a", "from": "2026-11"}


def test_a_record_is_frozen_and_knows_its_fields() -> None:
    lamp = record_of(Lamp, FIELDS)
    with pytest.raises(FrozenInstanceError):
        lamp.name = "b"  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del lamp.name
    with pytest.raises(Refused):
        record_of(Lamp, {**FIELDS, "nmae": "b"})
    with pytest.raises(TypeError, match="since"):
        Lamp(name="a")  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="nmae"):
        replaced(lamp, nmae="b")


def test_records_are_compared_by_their_values_left_out_or_written() -> None:
    lamp, written = record_of(Lamp, FIELDS), record_of(Lamp, {**FIELDS, "lit": "true"})
    assert lamp == written
    assert hash(lamp) == hash(written)
    assert repr(lamp) == repr(written)
    assert lamp != replaced(lamp, lit=False)
    assert replaced(lamp, lit=False).since == lamp.since
    assert lamp != "a"


def test_a_record_survives_a_copy_and_a_pickle() -> None:
    lamp = record_of(PhotoRecord, {"file": "a.jpg", "caption": "路", "people": "none"})
    assert copy(lamp) == deepcopy(lamp) == pickle.loads(pickle.dumps(lamp)) == lamp


def test_every_mistake_is_told_in_the_order_of_the_fields() -> None:
    with pytest.raises(Refused) as refused:
        record_of(Lamp, {"zzz": "1", "lit": "x", "from": "y"})
    assert [(one.kind, one.steps) for one in refused.value.mistakes] == [
        ("missing", ("name",)),
        ("bad-date", ("from",)),
        ("bad-yes-no", ("lit",)),
        ("unknown-field", ("zzz",)),
    ]


def test_a_field_knows_its_name_in_the_file_and_its_default() -> None:
    assert [(one.name, one.key, one.required, one.default) for one in fields_of(Lamp)] == [
        ("name", "name", True, None),
        ("since", "from", True, None),
        ("lit", "lit", False, True),
    ]
    assert fields_of(Lamp)[1].type == Moment
