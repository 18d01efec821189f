"""Head and body of a Markdown file."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sunlit.diagnostics import Findings
from sunlit.source.front_matter import Document, split
from sunlit.source.yaml import Mapping, Null


def cut(text: str) -> tuple[Document | None, Findings]:
    found = Findings()
    return split(text, path="a.md", found=found), found


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_lines_of_head_and_body_count_from_the_top_of_the_file(end: str) -> None:
    document, found = cut(
        end.join(["---", "title: 村道", "title: 桥", "---  ", "", "正文", "---", ""])
    )
    assert document is not None
    assert isinstance(document.head, Mapping)
    assert document.head.entries[0].value.span.line == 2
    assert found.found[0].span.line == 3
    assert (document.body_line, document.body) == (5, end.join(["", "正文", "---", ""]))


def test_an_empty_head_is_null_and_the_body_may_be_missing() -> None:
    document, found = cut("\ufeff---\n---")
    assert document is not None
    assert isinstance(document.head, Null)
    assert (document.body, found.found) == ("", [])


def test_a_refused_head_leaves_the_body_to_be_checked() -> None:
    document, found = cut("---\na: [\n---\n正文\n")
    assert document is not None
    assert (document.head, document.body) == (None, "正文\n")
    assert found.stops


@given(st.text(st.sampled_from("-\n\r a:村 ")))
def test_no_text_raises_and_none_means_a_finding(text: str) -> None:
    document, found = cut(text)
    assert document is not None or found.stops
