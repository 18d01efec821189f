"""Personal data: check digits, and that no message repeats what it found."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sunlit.diagnostics import Findings, Span
from sunlit.source.privacy import is_card, is_resident_id, scan


def told(text: str, *allowed: str) -> list[tuple[str, str]]:
    """Codes, and the stretches of text they point at."""
    found = Findings()
    scan(
        text,
        span_of=lambda start, end: Span("a.md", 1, start + 1, 1, end + 1),
        allowed_phones=frozenset(allowed),
        found=found,
    )
    return [(one.code, text[one.span.column - 1 : one.span.end_column - 1]) for one in found]


@pytest.mark.parametrize(
    ("number", "valid"),
    [
        ("11010519491231002X", True),  # the example of GB 11643
        ("110105194912310020", False),
        ("110105194913310021", False),
        ("990105194912310026", False),
    ],
)
def test_an_identity_number_has_a_province_a_birthday_and_a_check_digit(
    number: str, valid: bool
) -> None:
    assert is_resident_id(number) is valid


@pytest.mark.parametrize(
    "text", ["11010519491231002x", "110105 19491231 002X", "１１０１０５１９４９１２３１００２Ｘ"]
)
def test_an_identity_number_is_found_however_it_is_written(text: str) -> None:
    assert told(f"证件{text}号") == [("personal-id", text)]


@pytest.mark.parametrize(
    "text",
    [
        "13800138000 元", "13800138000CNY", "13800138000万元", "510114001201", "138****8000",
        "2018-03-01 2018-11-30", "20181107123456789", "0.13800138000", "91110000000000000X",
    ],
)  # fmt: skip
def test_other_numbers_are_not_personal(text: str) -> None:
    assert told(text) == []


def test_a_published_hotline_is_allowed_in_every_form() -> None:
    assert told("13800138000、138 0013 8000、+86-138-0013-8000", "138-0013-8000") == []


def test_an_amount_is_one_only_when_its_unit_follows_at_once() -> None:
    assert told("13800138000 打给元元") == [("personal-phone", "13800138000")]


def test_a_card_has_a_luhn_digit() -> None:
    assert is_card("4111111111111111")
    assert not is_card("4111111111111112")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("低保户张三", "张三"),
        ("贫困户：李某某", "李某某"),
        ("孤儿 陈小红", "陈小红"),
        ("张三（低保户）", "张三"),
    ],
)
def test_a_name_beside_a_word_of_hardship_is_found(text: str, name: str) -> None:
    assert told(text) == [("personal-hardship", name)]


ORDINARY = """
贫困户35户 贫困户人口 残疾人就业 孤儿院 残疾人联合会 残疾人康复中心 贫困户易地搬迁
残疾人文化活动 低保户高龄老人 贫困户和低保户 低保户应保尽保 贫困户全部脱贫 留守儿童关爱服务
贫困户于去年脱贫 低保户张* 残疾人辅具 五保户供养 低保户金额 孤儿成长 贫困户危房改造
残疾人温馨家园
"""


@pytest.mark.parametrize(
    "text",
    ORDINARY.split(),
)
def test_ordinary_words_beside_a_word_of_hardship_are_no_names(text: str) -> None:
    assert told(text) == []


@given(st.text(st.sampled_from("0123456789Xx -１９川A·幢单元室低保户张三")))
def test_no_text_raises_and_no_message_repeats_a_long_number(text: str) -> None:
    found = Findings()
    scan(text, span_of=lambda _start, _end: Span("a"), allowed_phones=frozenset(), found=found)
    for one in found:
        digits = "".join(sign if sign.isdigit() else " " for sign in one.message.zh)
        assert all(len(run) <= 6 for run in digits.split())
