"""YAML as written is YAML as read."""

from __future__ import annotations

import string

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from sunlit.sample.writing import Fields, document, inline, text

TEXTS = st.text(
    st.sampled_from(
        string.ascii_letters + string.digits + string.punctuation + " 村、：“”（虚构）℃\\"
    ),
    max_size=24,
)


@given(TEXTS)
def test_any_text_comes_back_as_it_was(written: str) -> None:
    fields: Fields = {"a": written, "b": [written], "c": [inline(d=written, e=[written])]}
    back = yaml.load(document(fields), Loader=yaml.BaseLoader)
    assert back == {"a": written, "b": [written], "c": [{"d": written, "e": [written]}]}


@pytest.mark.parametrize("written", ["999901001001", "14:00", "null", "over 4, 5", "a: b", "", "-"])
def test_what_another_program_would_misread_is_quoted(written: str) -> None:
    assert document({"a": written}) == f'a: "{written}"\n'.encode()


@pytest.mark.parametrize(
    "written", ["2026-09-30", "over 40 次", "约 13万 元", "虚构（示例）", "4.5"]
)
def test_what_nobody_misreads_is_left_plain(written: str) -> None:
    assert document({"a": written}) == f"a: {written}\n".encode()


def test_a_file_reads_like_one_written_by_hand() -> None:
    fields: Fields = {
        "# 资金": "计划改动要记一笔。",
        "title": text("村道", "Village road"),
        "funds": [{"id": "county", "spent": [inline(as_of="2026-09-30", value=640000)]}],
        "period": {"start": "2026-03-01", "done": None},
        "tracks": [],
        "dimensions": ["green", "safe"],
    }
    assert document(fields).decode() == (
        "# 资金：计划改动要记一笔。\n"
        "title: {zh-CN: 村道, en: Village road}\n"
        "funds:\n"
        "  - id: county\n"
        "    spent:\n"
        "      - {as_of: 2026-09-30, value: 640000}\n"
        "period:\n"
        "  start: 2026-03-01\n"
        "dimensions: [green, safe]\n"
    )
