"""From a located tree to a record: every mistake at its own place, nothing coerced."""

from __future__ import annotations

import pytest

from sunlit.diagnostics import Findings, in_order
from sunlit.model.framework import Framework
from sunlit.model.project import Project
from sunlit.model.record import Record, fields_of
from sunlit.model.services import FacilityList
from sunlit.model.unit import PhotoList, Profile
from sunlit.source.decode import decode
from sunlit.source.located import Located
from sunlit.source.yaml import read_yaml
from sunlit.source.yaml_rules import MISTAKE_LIMIT


def read(text: str, record: type[Record]) -> tuple[Located[Record] | None, Findings]:
    found = Findings()
    tree = read_yaml(text, path="a.yaml", found=found)
    assert tree is not None
    return decode(tree, record, path="a.yaml", found=found, id="a"), found


def mistakes(text: str, record: type[Record] = Project) -> list[tuple[str, str]]:
    """Each mistake's code with the text it points at."""
    lines = text.split("\n")
    return [
        (one.code, lines[one.span.line - 1][one.span.column - 1 : one.span.end_column - 1])
        for one in in_order(read(text, record)[1])
    ]


SIX = """\
title: 村道加宽
horizon: nera
period: {start: 2018-03-01, due: 2018-02-30}
funds:
  - {id: county, source: 县级财政, planned: 1e3}
quantities:
  - {id: widened, label: 村道, unit: kmm}
public_notice: {from: 2018-02, days: 7}
respnsible: {role: 副镇长}
"""


def test_six_mistakes_are_told_at_once_each_at_its_line_and_column() -> None:
    found = in_order(read(SIX, Project)[1])
    assert [(one.span.line, one.span.column, one.code) for one in found] == [
        (2, 10, "bad-choice"),
        (3, 34, "bad-date"),
        (5, 41, "bad-number"),
        (7, 36, "bad-unit"),
        (8, 23, "bad-day"),
        (9, 1, "unknown-field"),
    ]
    hints = [one.hint.en for one in found]
    assert hints[0].startswith("Write near ")
    assert hints[2] == "Write 1000."
    assert hints[3] == "Write the unit as km; keep the number."
    assert hints[5] == "Write `responsible`."


@pytest.mark.parametrize(
    ("text", "record", "expected"),
    [
        pytest.param("title: a\nstatsu: x\n", Project, [("unknown-field", "statsu")], id="field"),
        pytest.param("status: completed\n", Project, [("missing-field", "status")], id="missing"),
        pytest.param(
            "title: a\nfunds: [{id: a}]\n", Project, [("missing-field", "id")], id="nested-missing"
        ),
        pytest.param("title: [a]\n", Project, [("wrong-type", "title")], id="text-as-list"),
        pytest.param(
            "title: a\nfunds: {id: a}\n", Project, [("wrong-type", "funds")], id="map-for-list"
        ),
        pytest.param("title: a\nfunds: x\n", Project, [("wrong-type", "x")], id="text-for-list"),
        pytest.param("title: a\nperiod: x\n", Project, [("wrong-type", "x")], id="text-for-map"),
        pytest.param(
            "title: a\nperiod: [x]\n", Project, [("wrong-type", "period")], id="list-for-map"
        ),
        pytest.param(
            "title: a\ndimensions: [a, B, c, D]\n",
            Project,
            [("bad-id", "B"), ("bad-id", "D")],
            id="items",
        ),
        pytest.param(
            "title: a\nfunds:\n- id: a\n  source: s\n  spent:\n  - {as_of: 2018, value: 1}\n"
            "  - {as_of: 2018-13, value: 1,5}\n",
            Project,
            [("bad-date", "2018-13"), ("empty-value", "5")],
            id="lists-in-lists",
        ),
        pytest.param(
            "title: a\npublic_notice: {from: x}\n", Project, [("bad-date", "x")], id="alias"
        ),
        pytest.param(
            "title: a\npublic_notice: {start: 2018-02-01}\n",
            Project,
            [("missing-field", "public_notice"), ("unknown-field", "start")],
            id="the-name-behind-an-alias",
        ),
        pytest.param(
            "title: a\nquantities: [{id: a, label: b, planned: {value: 1, unti: km}}]\n",
            Project,
            [("bad-amount", "planned")],
            id="amount-map",
        ),
        pytest.param(
            "title: a\nquantities: [{id: a, label: b, planned: 约40余次}]\n",
            Project,
            [("bad-qualifier", "约40余次")],
            id="qualifier",
        ),
        pytest.param(
            "photos: [{file: a.jpg, caption: c, people: none, redact: [[1, 2, 3]]}]",
            PhotoList,
            [("wrong-length", "1")],
            id="short-box",
        ),
        pytest.param(
            "photos: [{file: a.jpg, caption: c, people: none, redact: [[1, 2, 3, 4, 5]]}]",
            PhotoList,
            [("wrong-length", "1")],
            id="long-box",
        ),
        pytest.param(
            "photos: [{file: a.jpg, caption: c, people: none, redact: [[1, b, -3, 4], 5]}]",
            PhotoList,
            [("bad-whole-number", "b"), ("bad-whole-number", "-3"), ("wrong-type", "5")],
            id="box-of-words",
        ),
        pytest.param(
            "photos: [{file: ../a.jpg, caption: c, people: nobody}]",
            PhotoList,
            [("bad-file-name", "../a.jpg"), ("bad-choice", "nobody")],
            id="file-name",
        ),
        pytest.param("code: 5.10114E+11\n", Profile, [("bad-code", "5.10114E+11")], id="code"),
        pytest.param(
            "sources: [{id: a, title: t, outlet: o, url: 'javascript:x'}]\n",
            Profile,
            [("bad-link", "'javascript:x'")],
            id="link",
        ),
        pytest.param("title: {english: a}\n", Project, [("bad-locale", "title")], id="locale"),
        pytest.param("title: ''\n", Project, [("wrong-type", "''")], id="empty-text"),
        pytest.param("- a\n- b\n", Project, [("wrong-type", "a")], id="list-for-file"),
        pytest.param("words\n", Project, [("wrong-type", "words")], id="text-for-file"),
    ],
)
def test_each_kind_of_mistake_is_named_and_pointed_at(
    text: str, record: type[Record], expected: list[tuple[str, str]]
) -> None:
    assert mistakes(text, record) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("title:\n", [("empty-value", "title")]),
        ("title: ~\n", [("empty-value", "title")]),
        ("title: a\nfunds:\n", [("empty-value", "funds")]),
        ("title: {zh-CN: a, en: }\n", [("empty-value", "en")]),
        ("title: a\ndimensions:\n- \n- a\n", [("empty-value", "")]),
        ("title: a\nfunds:\n-\n- {id: a, source: }\n",
         [("empty-value", ""), ("empty-value", "source")]),
    ],
)  # fmt: skip
def test_what_is_left_empty_is_one_mistake_and_not_two(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert mistakes(text) == expected


@pytest.mark.parametrize("escape", ["\\u202E", "\\0", "\\x1b", "\\u200B"])
def test_an_escape_does_not_bring_in_what_nobody_can_see(escape: str) -> None:
    told = mistakes(f'title: "a{escape}b"\n')
    assert told == [("invisible-character", f'"a{escape}b"')]


def test_a_text_of_several_lines_is_kept() -> None:
    assert mistakes("title: |\n  a\n  b\n") == mistakes('title: "a\\nb\\tc"\n') == []


@pytest.mark.parametrize("item", ["{zzz: 1}", "", "x"])
def test_a_file_of_nothing_but_mistakes_tells_the_first_of_them(item: str) -> None:
    told = mistakes("title: a\nfunds:\n" + f"- {item}\n" * 20_000)
    assert len(told) == MISTAKE_LIMIT + 1
    assert ("yaml-too-many-mistakes", told[-1][1]) == told[-1]


def test_an_empty_file_lacks_its_fields() -> None:
    assert [one.code for one in read("", Project)[1]] == ["missing-field"]
    assert read("", Profile)[0] is not None


def test_a_mistake_of_the_whole_file_names_the_file() -> None:
    (one,) = read("words\n", Project)[1]
    assert "a.yaml" in one.message.en


@pytest.mark.parametrize(
    "value", ["0101", "NO", "12:30:45", "1e3", "2024-02-30", "yes", "0x1F", "1_000", "nan", "true"]
)
def test_a_text_is_kept_as_it_was_typed(value: str) -> None:
    located, found = read(f"title: {value}\n", Project)
    assert list(found) == []
    assert located is not None
    assert isinstance(located.record, Project)
    assert str(located.record.title) == value


def test_a_choice_names_all_choices() -> None:
    (one,) = read("title: a\nstatus: finished\n", Project)[1]
    assert "identification, preparation, implementation, completion, completed, cancelled" in (
        one.hint.en
    )


def test_an_unknown_field_without_a_likeness_lists_the_known_ones_by_their_own_names() -> None:
    (one,) = read("title: a\npublic_notice: {from: 2018-01-01, zzz: 1}\n", Project)[1]
    assert "from, days, to, basis, objections" in one.hint.en
    assert "start" not in one.hint.en


@pytest.mark.parametrize("record", [Project, Profile, Framework, FacilityList])
def test_no_field_is_known_by_a_name_that_authors_cannot_write(record: type[Record]) -> None:
    assert all(field.key.isidentifier() for field in fields_of(record))


def test_places_are_looked_up_in_the_record_afterwards() -> None:
    located, _ = read("title: a\nfunds: [{id: a, source: b}]\n", Project)
    assert located is not None
    assert located.span("funds", 0, "source")[1:3] == (2, 25)
    assert located.span("funds", 0, "source", key=True)[1:3] == (2, 17)
    assert located.span("funds", 5, "planned")[1:3] == (2, 1)
    assert located.span("nothing")[1:3] == (1, 1)
