"""YAML to a located tree: nothing is given a type, every place is exact, nothing raises."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sunlit.diagnostics import Findings, Span
from sunlit.source import yaml_events as reader
from sunlit.source.text import decode_text, lines_of
from sunlit.source.yaml import Mapping, Node, Null, Scalar, Sequence, read_yaml


def read(text: str) -> tuple[Node | None, Findings]:
    found = Findings()
    return read_yaml(text, path="a.yaml", found=found), found


def mapping(text: str) -> Mapping:
    root, found = read(text)
    assert not found.found
    assert isinstance(root, Mapping)
    return root


def value(text: str) -> Node | None:
    return mapping(text).get("a")


def written(text: str, span: Span) -> str:
    """What stands at a span of one line."""
    assert span.line == span.end_line
    return lines_of(text)[span.line - 1][span.column - 1 : span.end_column - 1]


@pytest.mark.parametrize("text", ["0101", "NO", "12:30:45", "1e3", "０１２", "2018-02-30", "0x1F"])
def test_a_plain_text_keeps_the_form_in_which_it_was_written(text: str) -> None:
    node = value(f"a: {text}\n")
    assert isinstance(node, Scalar)
    assert (node.text, node.plain) == (text, True)


@pytest.mark.parametrize("text", ["", "~", "null", "NULL"])
def test_an_empty_value_is_null_and_a_quoted_one_is_not(text: str) -> None:
    assert isinstance(value(f"a: {text}\n"), Null)
    assert isinstance(value(f'a: "{text}"\n'), Scalar)


def test_columns_count_characters_behind_chinese_words_and_emoji() -> None:
    text = "村道: {宽😀度: '六米', b: [甲, 乙]}\r\n"
    inner = mapping(text).entries[0].value
    assert isinstance(inner, Mapping)
    parts = inner.entries[1].value
    assert isinstance(parts, Sequence)
    assert [written(text, entry.key_span) for entry in inner.entries] == ["宽😀度", "b"]
    assert [written(text, entry.value.span) for entry in inner.entries] == ["'六米'", "[甲, 乙]"]
    assert [written(text, item.span) for item in parts.items] == ["甲", "乙"]


def test_a_block_ends_where_its_last_word_ends() -> None:
    list_, note = mapping("a:\n  - 甲\n  - 乙\n\n# 注\nb: |\n  一\n  二\n\nc: 1\n").entries[:2]
    assert list_.value.span == Span("a.yaml", 2, 3, 3, 6)
    assert note.value.span == Span("a.yaml", 6, 4, 8, 4)


def test_a_byte_order_mark_is_no_character_of_the_first_key() -> None:
    assert mapping("\ufeffa: 1\n").entries[0].key_span == Span("a.yaml", 1, 1, 1, 2)


def test_an_empty_text_is_null_without_a_finding() -> None:
    assert read("# 只有注释\n")[0] == Null(Span("a.yaml", 1, 1, 1, 1))


def test_the_first_of_two_equal_keys_is_kept_and_named() -> None:
    root, found = read("a: 1\nb: 2\na: 3\n")
    assert isinstance(root, Mapping)
    assert [entry.key for entry in root.entries] == ["a", "b"]
    assert found.found[0].related[0][0] == Span("a.yaml", 1, 1, 1, 2)


def test_all_refusals_of_a_text_are_found_at_once() -> None:
    root, found = read("a: &x 1\nb: *x\nc: !t 2\n<<: {d: 1}\na: 3\n? [k]\n: 4\n")
    codes = [
        "yaml-anchor",
        "yaml-anchor",
        "yaml-tag",
        "yaml-merge-key",
        "duplicate-key",
        "yaml-key",
    ]
    assert [one.code for one in found] == codes
    assert isinstance(root, Mapping)


def test_first_line_moves_every_place() -> None:
    found = Findings()
    read_yaml("a: 1\na: 2\n", path="a.md", found=found, first_line=7)
    assert found.found[0].span.line == 8
    assert found.found[0].related[0][0].line == 7


def test_without_libyaml_the_reader_refuses_to_pretend(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "yaml.cyaml", None)
    reader._parser.cache_clear()
    with pytest.raises(RuntimeError, match="refuses to pretend"):
        read("a: 1")
    reader._parser.cache_clear()


YAMLISH = st.text(
    st.sampled_from(" \n\r\t-:?,[]{}#&*!|>'\"%@`~<ab0：　村\ufeff\u2028\x00\ud800"), max_size=60
)


@given(st.text() | YAMLISH)
def test_no_text_raises_and_no_tree_means_a_finding(text: str) -> None:
    root, found = read(text)
    assert root is not None or found.stops


@given(st.binary())
def test_no_bytes_raise(content: bytes) -> None:
    found = Findings()
    text = decode_text(content, path="a.yaml", found=found)
    assert text is not None or [one.code for one in found] == ["not-utf-8"]


KEYS = st.lists(
    st.text(st.sampled_from("abcxyz_村道宽度😀"), min_size=1, max_size=6), min_size=1, unique=True
)


@given(KEYS, st.integers(0, 3), st.sampled_from(["\n", "\r\n"]))
def test_what_stands_at_the_place_of_a_key_is_the_key(
    keys: list[str], indent: int, end: str
) -> None:
    text = "".join(f"{' ' * indent}{key}: '{key}{key}' # 注{end}" for key in keys)
    entries = mapping(text).entries
    assert [entry.key for entry in entries] == keys
    assert [written(text, entry.key_span) for entry in entries] == keys
    assert [written(text, entry.value.span) for entry in entries] == [
        f"'{key}{key}'" for key in keys
    ]
