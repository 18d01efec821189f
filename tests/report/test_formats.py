"""One set of findings in every format."""

from __future__ import annotations

import json

import pytest

from sunlit.diagnostics import Bilingual, Diagnostic, Findings, Severity, Span
from sunlit.report import FORMATS, Lang
from sunlit.report.text import cells

SOURCE = "title: 村道加宽\nfunds: 一百 CNY\n手机: 13800138000\n"


def findings() -> list[Diagnostic]:
    found = Findings()
    found.error(
        "invalid-number",
        Span("a,b:1.yaml", 2, 8, 2, 10),
        message=("“一百”不是数字", "`一百` is no number"),
        hint=("写成 100。", "Write 100."),
        related=[(Span("a,b:1.yaml", 1, 8, 1, 12), ("属于这一项", "it belongs here"))],
    )
    found.warning(
        "personal-phone",
        Span("a,b:1.yaml", 3, 5, 3, 16),
        message=("这里有一个手机号码 138****8000", "a mobile number 138****8000 stands here"),
        hint=("删掉。", "Delete it."),
    )
    return found.found


def rendered(name: str, lang: Lang = Lang.ZH) -> str:
    return FORMATS[name](findings(), lang, lambda path: SOURCE)


def test_text_marks_the_place_below_chinese_words_and_hides_personal_data() -> None:
    assert rendered("text") == (
        "a,b:1.yaml:2:8: 错误 invalid-number: “一百”不是数字\n"
        "  2 | funds: 一百 CNY\n"
        "    |        ^^^^\n"
        "  a,b:1.yaml:1:8: 属于这一项\n"
        "  1 | title: 村道加宽\n"
        "    |        ^^^^^^^^\n"
        "  改法：写成 100。\n"
        "\n"
        "a,b:1.yaml:3:5: 警告 personal-phone: 这里有一个手机号码 138****8000\n"
        "  3 | 手机: ***********\n"
        "    |       ^^^^^^^^^^^\n"
        "  改法：删掉。\n"
        "\n"
        "1 处错误，1 处警告。\n"
    )


def test_text_speaks_english_and_does_without_a_source() -> None:
    told = FORMATS["text"](findings()[1:], Lang.EN, lambda path: None)
    assert told == (
        "a,b:1.yaml:3:5: warning personal-phone: a mobile number 138****8000 stands here\n"
        "  hint: Delete it.\n"
        "\n"
        "0 errors, 1 warning.\n"
    )


def test_text_says_when_nothing_was_found() -> None:
    assert FORMATS["text"]([], Lang.ZH, lambda path: None) == "没有发现错误。\n"


@pytest.mark.parametrize(
    "span", [Span("a", 9, 1, 9, 2), Span("a", 1, 99, 1, 120), Span("a", 1, 3, 3, 1)]
)
def test_text_survives_a_place_outside_the_source(span: Span) -> None:
    one = Diagnostic("x-y", span, Bilingual("甲", "a"), Bilingual("乙", "b"))
    assert "x-y" in FORMATS["text"]([one], Lang.ZH, lambda path: SOURCE)


def test_text_shows_a_piece_of_a_long_line() -> None:
    line = "甲" * 5_000 + "错" + "乙" * 5_000
    one = Diagnostic("x-y", Span("a", 1, 5_001, 1, 5_002), Bilingual("", ""), Bilingual("", ""))
    shown, under = FORMATS["text"]([one], Lang.ZH, lambda path: line).split("\n")[1:3]
    assert cells(shown) < 250
    assert cells(shown[: shown.index("错")]) == under.index("^")


def test_a_quoted_escape_character_cannot_steer_the_terminal() -> None:
    one = Diagnostic(
        "x-y", Span("a\x1b"), Bilingual("\x1b[2J\n::error::\u202e", ""), Bilingual("", "")
    )
    for name in ("text", "concise", "github"):
        told = FORMATS[name]([one], Lang.ZH, lambda path: "\x1b]0;x\x07")
        assert not set(told) & set("\x1b\x07\u202e")
        assert "\n::error::" not in told


def test_concise_is_one_line_each() -> None:
    assert rendered("concise", Lang.EN) == (
        "a,b:1.yaml:2:8: error invalid-number: `一百` is no number\n"
        "a,b:1.yaml:3:5: warning personal-phone: a mobile number 138****8000 stands here\n"
    )


def test_github_escapes_properties_and_text() -> None:
    assert rendered("github").splitlines()[0] == (
        "::error file=a%2Cb%3A1.yaml,line=2,endLine=2,col=8,endColumn=10,title=invalid-number::"
        "“一百”不是数字%0A写成 100。"
    )


def test_json_holds_both_languages_and_every_place() -> None:
    report = json.loads(rendered("json"))
    assert (report["version"], report["errors"], report["warnings"]) == (1, 1, 1)
    first = report["diagnostics"][0]
    assert first["message"] == {"zh": "“一百”不是数字", "en": "`一百` is no number"}
    assert (first["line"], first["column"], first["end_line"], first["end_column"]) == (2, 8, 2, 10)
    assert first["related"][0]["line"] == 1


def test_sarif_names_rules_and_counts_code_points() -> None:
    run = json.loads(rendered("sarif"))["runs"][0]
    assert run["columnKind"] == "unicodeCodePoints"
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == [
        "invalid-number",
        "personal-phone",
    ]
    assert [(one["ruleId"], one["ruleIndex"], one["level"]) for one in run["results"]] == [
        ("invalid-number", 0, "error"),
        ("personal-phone", 1, "warning"),
    ]
    place = run["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "a%2Cb%3A1.yaml"
    assert place["region"] == {"startLine": 2, "startColumn": 8, "endLine": 2, "endColumn": 10}


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_every_format_is_the_same_for_the_same_findings(name: str) -> None:
    assert rendered(name) == rendered(name)
    assert {one.severity for one in findings()} == set(Severity)
