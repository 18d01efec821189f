"""How an amount reads: large units for the eye, the exact value in the data."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sunlit.locale import LOCALES, locale_of
from sunlit.locale.numbers import Exact
from sunlit.model.amounts import AmountValue, Qualifier, parse_amount
from sunlit.model.units import UNITS
from sunlit.views.amounts import read_amount, read_value, unit_word

ZH, EN = (locale_of(code) for code in LOCALES)
LARGE = {"亿元": 10**8, "万元": 10**4, "billion yuan": 10**9, "million yuan": 10**6}


def amount(text: str) -> AmountValue:
    parsed = parse_amount(text)
    assert isinstance(parsed, AmountValue)
    return parsed


@pytest.mark.parametrize(
    ("text", "zh", "en"),
    [
        ("568万 CNY", "568 万元", "5.68 million yuan"),
        ("1.28亿 CNY", "1.28 亿元", "128 million yuan"),
        ("99999 CNY", "99,999 元", "99,999 yuan"),
        ("100000 CNY", "10 万元", "100,000 yuan"),
        ("12.5 CNY", "12.5 元", "12.5 yuan"),
        ("-20万 CNY", "−20 万元", "−200,000 yuan"),
        ("0 CNY", "0 元", "0 yuan"),
        ("over 40 次", "超过 40 次", "over 40 times"),
        ("1 km", "1 公里", "1 km"),
        ("1 户", "1 户", "1 household"),
        ("约 13万 人", "约 130,000 人", "about 130,000 people"),
        ("93.7%", "93.7%", "93.7%"),
        ("至少 5 盏", "至少 5 盏", "at least 5 lamps"),
        ("1234567", "1,234,567", "1,234,567"),
    ],
)
def test_an_amount_reads_as_each_language_writes_it(text: str, zh: str, en: str) -> None:
    assert read_amount(amount(text), ZH).text == zh
    assert read_amount(amount(text), EN).text == en


@given(
    st.decimals(-(10**20), 10**20, places=4) | st.fractions(max_denominator=999),
    st.none() | st.sampled_from([unit.id for unit in UNITS]),
    st.sampled_from(Qualifier),
    st.sampled_from([ZH, EN]),
)
def test_the_exact_value_goes_along_however_it_reads(
    value: Exact, unit: str | None, qualifier: Qualifier, locale: object
) -> None:
    here = ZH if locale is ZH else EN
    reading = read_value(value, unit, here, qualifier=qualifier)
    assert Fraction(reading.value) == Fraction(value)
    shown = Fraction(reading.number.replace(",", "").replace("−", "-"))
    size = LARGE.get(reading.unit, 1)
    assert abs(shown * size - Fraction(value)) <= (size * Fraction(1, 200) if size > 1 else 1)
    assert reading.number in reading.text
    assert reading.unit in reading.text
    assert reading.qualifier in reading.text


def test_a_plain_number_is_shown_to_its_last_digit() -> None:
    assert read_value(Decimal("7.880001"), "km", ZH).number == "7.880001"


def test_a_fraction_is_shown_at_one_decimal_or_as_many_as_are_asked_for() -> None:
    assert read_value(Fraction(200, 3), "%", ZH).text == "66.7%"
    assert read_value(Fraction(200, 3), "%", ZH, places=2).text == "66.67%"
    assert read_value(Fraction(200, 3), "%", ZH).value == "200/3"


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.id)
def test_every_unit_has_its_word_on_a_page(unit: object) -> None:
    id = getattr(unit, "id", "")
    assert unit_word(id, 2, ZH)
    assert unit_word(id, 2, EN) or id == "个"


def test_no_unit_and_an_unknown_one_have_no_word() -> None:
    assert unit_word(None, 2, ZH) == unit_word("furlong", 2, ZH) == ""
