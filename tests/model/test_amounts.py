"""Amounts: the grammar of `over 40 次`; what is understood is exact, the rest is refused."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sunlit.model.amounts import Amount, AmountValue, Qualifier, parse_amount, parse_number
from sunlit.model.form import Refused
from sunlit.model.reading import reader_of
from sunlit.model.units import UNITS, unit_names

READ = reader_of(Amount)
WORDS = {
    Qualifier.EXACT: ["", "exact "],
    Qualifier.OVER: ["over ", "more than ", "超过", "超过 ", "逾", "多于"],
    Qualifier.NEARLY: ["nearly ", "近", "将近 ", "接近", "almost "],
    Qualifier.ABOUT: ["about ", "约", "大约 "],
    Qualifier.AT_LEAST: ["at-least ", "at least ", "至少", "不少于 "],
    Qualifier.AT_MOST: ["at-most ", "at most ", "至多", "不超过 "],
}
DIGITS = st.builds(
    lambda sign, whole, part: f"{sign}{whole}{part}",
    st.sampled_from(["", "-"]),
    st.integers(0, 10**15 - 1).map(str),
    st.just("") | st.from_regex(r"\.[0-9]{1,9}", fullmatch=True),
)
MULTIPLES = {"": 1, "万": 10_000, "亿": 100_000_000}


@given(
    st.sampled_from(Qualifier).flatmap(
        lambda one: st.tuples(st.just(one), st.sampled_from(WORDS[one]))
    ),
    DIGITS,
    st.sampled_from(sorted(MULTIPLES)),
    st.sampled_from(["", " "]),
    st.none() | st.sampled_from(unit_names()),
)
def test_a_short_form_is_read_to_the_last_digit(
    qualified: tuple[Qualifier, str], digits: str, multiple: str, gap: str, unit: str | None
) -> None:
    qualifier, word = qualified
    text = f"{word}{digits}{multiple}{gap if unit else ''}{unit or ''}"
    read = parse_amount(text)
    assert isinstance(read, AmountValue), (text, read)
    assert read.value == Decimal(digits).scaleb({1: 0, 10_000: 4}.get(MULTIPLES[multiple], 8))
    assert read.qualifier is qualifier
    named = next((one for one in UNITS if unit in (one.id, *one.aliases)), None)
    assert read.unit == (named.id if named else None)


@given(DIGITS, st.sampled_from(list(Qualifier)), st.none() | st.sampled_from(UNITS))
def test_the_canonical_map_and_the_short_form_say_the_same(
    digits: str, qualifier: Qualifier, unit: object
) -> None:
    id = getattr(unit, "id", None)
    fields = {"value": digits, "qualifier": qualifier.value} | ({"unit": id} if id else {})
    short = f"{qualifier.value} {digits} {id or ''}".strip()
    assert READ(fields) == parse_amount(short)


@given(st.text(st.sampled_from("0123456789.,-+eE万亿余多约over次 km%１，"), max_size=10))
def test_what_is_read_is_never_another_number_than_was_written(text: str) -> None:
    read = parse_amount(text)
    if isinstance(read, AmountValue):
        digits = "".join(char for char in text if char in "0123456789.-")
        assert Decimal(digits) in (
            read.value,
            read.value.scaleb(-4) if "万" in text else read.value,
            read.value.scaleb(-8) if "亿" in text else read.value,
        )
        assert not set(text) & set("+１，,")
    else:
        assert read in ("bad-number", "bad-unit", "bad-qualifier")


@pytest.mark.parametrize(
    ("text", "value", "unit", "qualifier"),
    [
        ("over 40 次", "40", "次", Qualifier.OVER),
        ("4.5 km", "4.5", "km", Qualifier.EXACT),
        ("约 13万 元", "130000", "CNY", Qualifier.ABOUT),
        ("40余次", "40", "次", Qualifier.OVER),
        ("40 余 次", "40", "次", Qualifier.OVER),
        ("3万多人", "30000", "人", Qualifier.OVER),
        ("93.7%", "93.7", "%", Qualifier.EXACT),
        ("1.28亿", "128000000", None, Qualifier.EXACT),
        ("  7 场 ", "7", "场", Qualifier.EXACT),
        ("60 平方米", "60", "m²", Qualifier.EXACT),
        ("0.30", "0.30", None, Qualifier.EXACT),
    ],
)
def test_some_amounts(text: str, value: str, unit: str | None, qualifier: Qualifier) -> None:
    read = parse_amount(text)
    assert read == AmountValue(Decimal(value), unit, qualifier)
    assert isinstance(read, AmountValue)
    assert str(read.value) == value


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("1e3", "bad-number"), ("0101", "bad-number"), ("１２", "bad-number"),
        ("1,200", "bad-number"), ("12:30", "bad-number"), ("", "bad-number"), ("NO", "bad-number"),
        (".5", "bad-number"), ("5.", "bad-number"), ("+5", "bad-number"), ("5 - 6", "bad-unit"),
        ("--5", "bad-number"), ("0x1F", "bad-unit"), ("5 公哩", "bad-unit"),
        ("over about 5", "bad-number"), ("约40余次", "bad-qualifier"), ("1 2", "bad-number"),
        ("1234567890123456", "bad-number"), ("0.1234567891", "bad-number"),
        ("5 km km", "bad-unit"), ("9" * 100, "bad-number"), ("nan", "bad-number"),
        ("Infinity", "bad-number"), ("五 次", "bad-number"),
    ],
)  # fmt: skip
def test_what_would_need_a_guess_is_refused(text: str, code: str) -> None:
    assert parse_amount(text) == code


@pytest.mark.parametrize(
    "text", ["1e3", "0101", "１２", "1,200", " 1", "-", "万", "1万万", "1千", "--1", "1" * 41]
)
def test_what_is_no_plain_number_is_refused(text: str) -> None:
    assert parse_number(text) is None


def test_a_number_times_ten_thousand_keeps_its_digits() -> None:
    assert str(parse_number("13万")) == "130000"
    assert str(parse_number("1.23456789亿")) == "123456789"
    assert str(parse_number("123456789012345.123456789亿")) == "12345678901234512345678.9"


def test_an_amount_takes_the_unit_around_it_only_where_it_names_none() -> None:
    assert AmountValue(Decimal(1)).in_unit("km").unit == "km"
    assert AmountValue(Decimal(1), "m").in_unit("km").unit == "m"
    kept = AmountValue(Decimal(1), None, Qualifier.OVER).in_unit("km")
    assert kept.qualifier is Qualifier.OVER


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ({"value": "1", "unti": "km"}, "amount-map"),
        ({"unit": "km"}, "amount-map"),
        ({}, "amount-map"),
        ({"value": "1e3"}, "bad-number"),
        ({"value": ["1"]}, "wrong-type"),
        ({"value": "1", "unit": "kmm"}, "bad-unit"),
        ({"value": "1", "unit": ["km"]}, "bad-unit"),
        ({"value": "1", "qualifier": "roughly"}, "bad-qualifier"),
        (["1"], "wrong-type"),
        (1, "wrong-type"),
        (1.5, "wrong-type"),
        (True, "wrong-type"),
        (None, "wrong-type"),
    ],
)
def test_a_map_that_is_no_amount_is_refused(value: object, kind: str) -> None:
    with pytest.raises(Refused) as refused:
        READ(value)
    assert [one.kind for one in refused.value.mistakes] == [kind]
