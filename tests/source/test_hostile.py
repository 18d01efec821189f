"""Texts made to crash, hang or fill the machine: each ends with a diagnostic."""

from __future__ import annotations

import pytest

from sunlit.diagnostics import Findings, Span
from sunlit.source.markdown import parse
from sunlit.source.privacy import scan
from sunlit.source.yaml import read_yaml

BOMB = "a: &a [x, x]\n" + "".join(
    f"{new}: &{new} [*{old}, *{old}, *{old}]\n"
    for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)
MERGES = "a: &a {x: 1}\n" + "".join(f"b{n}: &b{n} {{<<: [*a, *a, *a]}}\n" for n in range(20))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        pytest.param("[" * 25_000, "yaml-too-deep", id="brackets"),
        pytest.param("[" * 1_000_000, "yaml-too-deep", id="many-brackets"),
        pytest.param("- " * 25_000, "yaml-too-deep", id="dashes"),
        pytest.param("{a: " * 25_000, "yaml-too-deep", id="braces"),
        pytest.param("? " * 25_000, "yaml-too-deep", id="questions"),
        pytest.param(
            "\n".join(" " * n + "a:" for n in range(1_000)), "yaml-too-deep", id="indents"
        ),
        pytest.param(BOMB, "yaml-anchor", id="aliases"),
        pytest.param("a: &a 1\nb: [" + "*a, " * 240_000 + "]", "yaml-anchor", id="many-aliases"),
        pytest.param("- |\n a\n" * 120_000 + "x", "yaml-syntax", id="many-blocks"),
        pytest.param('a: "' + '\\"' * 400_000 + '" b', "yaml-syntax", id="many-quotes"),
        pytest.param(MERGES, "yaml-merge-key", id="merges"),
        pytest.param("a: 1\n" * 150_000, "yaml-too-many-mistakes", id="copies"),
        pytest.param("\u200b" * 300_000, "invisible-character", id="invisible"),
        pytest.param("a" * 1_000_001, "file-too-large", id="long"),
        pytest.param('"' + "x\n" * 400_000, "yaml-syntax", id="open-quote"),
    ],
)
def test_hostile_yaml_ends_with_a_diagnostic(text: str, code: str) -> None:
    found = Findings()
    read_yaml(text, path="a.yaml", found=found)
    assert code in {one.code for one in found}
    assert len(found.found) <= 60


@pytest.mark.parametrize(
    ("body", "code"),
    [
        pytest.param("[](" * 20_000, "markdown-too-large", id="links"),
        pytest.param("[" * 60_000, "markdown-too-large", id="brackets"),
        pytest.param("![a](" * 12_000, "markdown-too-large", id="pictures"),
        pytest.param(">" * 5_000, "markdown-too-deep", id="quotes"),
        pytest.param("> - " * 40 + "a\n" + "b\n" * 29_000, "markdown-too-deep", id="lazy-quotes"),
        pytest.param("- " * 3_000 + "a", "markdown-too-deep", id="dashes"),
        pytest.param("**" * 10_000 + "a" + "**" * 10_000, "markdown-too-deep", id="stars"),
        pytest.param(
            "|" + "a|" * 100 + "\n|" + "-|" * 100 + "\n" + "|\n" * 6_500,
            "markdown-too-large-output",
            id="table",
        ),
        pytest.param(
            "[a]: " + "b" * 30_000 + "\n\n" + "[a] " * 1_900,
            "markdown-too-large-output",
            id="references",
        ),
        pytest.param("<b>a\n" * 11_000, "markdown-html", id="tags"),
        pytest.param("<!--" * 15_000, "markdown-html", id="comments"),
        pytest.param("**甲：**乙\n" * 2_500, "markdown-stars", id="bold"),
    ],
)
def test_hostile_markdown_ends_with_a_diagnostic(body: str, code: str) -> None:
    found = Findings()
    parse(body, path="a.md", found=found)
    assert code in {one.code for one in found}


def test_a_text_at_the_nesting_limit_is_whole_or_refused() -> None:
    for depth in range(1, 60):
        for mark in (">", "- ", "1. ", "> - "):
            found = Findings()
            parsed = parse(mark * depth + "村道\n", path="a.md", found=found)
            assert found.stops or any("村道" in str(one) for one in parsed.html)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("11010519491231002X " * 20_000, id="identity-numbers"),
        pytest.param("1" * 400_000 + "单元 13800138000", id="one-number"),
        pytest.param("1幢" * 200_000 + "单元室 13800138000", id="buildings"),
        pytest.param("低保户" * 100_000 + "张三", id="hardship"),
    ],
)
def test_a_scan_for_personal_data_ends(text: str) -> None:
    found = Findings()
    scan(text, span_of=lambda _start, _end: Span("a"), allowed_phones=frozenset(), found=found)
    assert found.stops
