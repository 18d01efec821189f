"""The short way through an ordinary text: the same as the long way, or not taken at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sunlit.app.root import REPOSITORY
from sunlit.diagnostics import Findings
from sunlit.source.front_matter import split
from sunlit.source.tree import Mapping, Node, Null, Scalar
from sunlit.source.yaml import read_yaml
from sunlit.source.yaml_ordinary import read_ordinary

Plain = str | list["Plain"] | dict[str, "Plain"]

ORDINARY = """\
title: {zh-CN: 村道, en: "Road"}  # a comment
funds:
- {id: a, spent: [{as_of: 2018, value: '0101'}]}
- |
  two
  lines
none: []
null: {}
"""


def plain(node: Node) -> Plain:
    assert not isinstance(node, Null), "an ordinary text has nothing that is empty"
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Mapping):
        return {entry.key: plain(entry.value) for entry in node.entries}
    return [plain(item) for item in node.items]


def both_ways(text: str) -> Plain | None:
    """What the short way gives, once the long way has said the same without a finding."""
    short = read_ordinary(text)
    if short is not None:
        found = Findings()
        root = read_yaml(text, path="a.yaml", found=found)
        assert root is not None
        assert plain(root) == short
        assert found.found == []
    return short


def test_an_ordinary_text_is_read() -> None:
    assert both_ways(ORDINARY) == {
        "title": {"zh-CN": "村道", "en": "Road"},
        "funds": [{"id": "a", "spent": [{"as_of": "2018", "value": "0101"}]}, "two\nlines\n"],
        "none": [],
        "null": {},
    }


@pytest.mark.parametrize(
    "text",
    [
        "", "a", "- a", "a:", "a: ~", "a: [null]", "a: [", "a: &b c", "a: [&b c]", "a: *b",
        "a: !t b", "a: !t {}", "a: &b []", "a: 1\na: 2", "<<: {a: 1}", "? [a]\n: b",
        "? {a: 1}\n: b", "{{a}}: 1", "'': 1", "a: 1\n---\nb: 2", 'a: "\\u202e"', "a: b\u200b",
        "\u3000a: 1", "a: " + "[" * 32 + "x" + "]" * 32, "a: " + "x" * 1_000_000,
    ],
)  # fmt: skip
def test_what_has_to_be_reported_is_left_to_the_long_way(text: str) -> None:
    assert read_ordinary(text) is None


def test_the_content_of_the_repository_is_ordinary() -> None:
    heads = 0
    for path in sorted((REPOSITORY / "content").rglob("*")):
        if path.suffix in (".md", ".yaml"):
            text = path.read_text("utf-8")
            document = split(text, path="", found=Findings()) if path.suffix == ".md" else None
            assert both_ways(document.head.text if document else text) is not None, path
            heads += 1
    assert heads > 0


@given(st.text(st.sampled_from("ab:- \n'\"[]{},#|>&*!~?<\\\u200b：\u3000")))
def test_both_ways_agree_on_any_text(text: str) -> None:
    both_ways(text)


@given(st.lists(st.sampled_from(["a: b", "c:", "- d", "  e: f", "- g: h", "a: [x, y]", "- ~"])))
def test_both_ways_agree_on_any_lines(lines: list[str]) -> None:
    both_ways("\n".join(lines))
