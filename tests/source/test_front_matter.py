"""Head and body of a Markdown file."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sunlit.diagnostics import Findings
from sunlit.source.front_matter import Document, split
from sunlit.source.located import Written


def cut(text: str) -> tuple[Document | None, Findings]:
    found = Findings()
    return split(text, path="a.md", found=found), found


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_lines_of_head_and_body_count_from_the_top_of_the_file(end: str) -> None:
    document, _ = cut(end.join(["---", "title: 村道", "title: 桥", "---  ", "", "正文", "---", ""]))
    assert document is not None
    assert document.head == Written(end.join(["title: 村道", "title: 桥", ""]), 2)
    assert (document.body_line, document.body) == (5, end.join(["", "正文", "---", ""]))


def test_head_and_body_may_be_empty() -> None:
    document, found = cut("\ufeff---\n---")
    assert document is not None
    assert (document.head.text, document.body, found.found) == ("", "", [])


@given(st.text(st.sampled_from("-\n\r a:村 ")))
def test_no_text_raises_and_none_means_a_finding(text: str) -> None:
    document, found = cut(text)
    assert document is not None or found.stops
