"""Numbers as text: exact, grouped, rounded half away from zero at any size."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sunlit.locale.numbers import decimal_of, exact_sum, exact_text, number_text, percent_text

WIDE = Context(prec=200, rounding=ROUND_HALF_UP)
DECIMALS = st.builds(
    lambda digits, places: Decimal(digits).scaleb(-places, WIDE),
    st.integers(-(10**40), 10**40),
    st.integers(0, 12),
)
EXACT = st.integers(-(10**40), 10**40) | DECIMALS | st.fractions(max_denominator=10**6)
PLACES = st.integers(0, 6)


def value_of(text: str) -> Fraction:
    return Fraction(text.replace(",", "").replace("−", "-"))


@given(DECIMALS, PLACES)
def test_rounding_is_half_away_from_zero_whatever_the_size(value: Decimal, places: int) -> None:
    expected = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, WIDE)
    assert decimal_of(value, places=places) == expected


@given(EXACT, PLACES)
def test_a_rounded_value_is_off_by_half_a_step_at_most_and_never_changes_sides(
    value: int | Decimal | Fraction, places: int
) -> None:
    rounded = Fraction(decimal_of(value, places=places))
    assert abs(rounded - Fraction(value)) <= Fraction(1, 2 * 10**places)
    assert rounded * Fraction(value) >= 0
    assert decimal_of(-Fraction(value), places=places) == -rounded


@given(EXACT)
def test_the_exact_text_is_the_value_and_nothing_else(value: int | Decimal | Fraction) -> None:
    text = exact_text(value)
    assert Fraction(text) == Fraction(value)
    assert set(text) <= set("-0123456789./")
    assert text != "-0"


@given(DECIMALS | st.integers(-(10**40), 10**40))
def test_an_exact_text_has_no_needless_digit(value: int | Decimal) -> None:
    text = exact_text(value)
    whole, _, part = text.removeprefix("-").partition(".")
    assert whole == "0" or not whole.startswith("0")
    assert not part.endswith("0")
    assert "." not in text or part


@given(st.fractions())
def test_a_fraction_is_written_as_decimals_where_it_has_an_end(value: Fraction) -> None:
    rest = value.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    assert ("/" in exact_text(value)) is (rest != 1)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Fraction(1, 3), "1/3"),
        (Fraction(-2, 6), "-1/3"),
        (Fraction(15, 16), "0.9375"),
        (Fraction(1, 2**41), "0.0000000000004547473508864641189575195312" + "5"),
        (Decimal("0.30"), "0.3"),
        (Decimal("5.68E+6"), "5680000"),
        (Decimal("-0.00"), "0"),
        (Decimal("0E+7"), "0"),
        (10**30, "1" + "0" * 30),
    ],
)
def test_some_exact_texts(value: int | Decimal | Fraction, text: str) -> None:
    assert exact_text(value) == text


@given(EXACT, PLACES)
def test_digits_are_grouped_by_thousands_and_read_back(
    value: int | Decimal | Fraction, places: int
) -> None:
    text = number_text(value, places=places)
    assert value_of(text) == Fraction(decimal_of(value, places=places))
    whole = text.removeprefix("−").partition(".")[0]
    groups = whole.split(",")
    assert 1 <= len(groups[0]) <= 3
    assert all(len(group) == 3 for group in groups[1:])


@pytest.mark.parametrize(
    ("value", "places", "text"),
    [
        (5680000, None, "5,680,000"),
        (Decimal("7.880"), None, "7.88"),
        (Decimal("-1234.5"), None, "−1,234.5"),
        (Fraction(2, 3), None, "0.67"),
        (Decimal("0.005"), 2, "0.01"),
        (Decimal("-0.005"), 2, "−0.01"),
        (Decimal("-0.004"), 2, "0"),
        (Decimal("2.5"), 0, "3"),
        (Decimal("999.995"), 2, "1,000"),
        (10**30, None, "1" + ",000" * 10),
    ],
)
def test_some_numbers(value: int | Decimal | Fraction, places: int | None, text: str) -> None:
    assert number_text(value, places=places) == text


@pytest.mark.parametrize(
    ("value", "places", "text"),
    [
        (Fraction(15, 16), 2, "93.75%"),
        (Fraction(15, 16), 1, "93.8%"),
        (Fraction(1, 3), 1, "33.3%"),
        (1, 1, "100%"),
        (0, 1, "0%"),
        (Fraction(-1, 3), 1, "−33.3%"),
        (Fraction(-1, 3000), 1, "0%"),
        (Decimal("0.0005"), 1, "0.1%"),
    ],
)
def test_some_percentages(value: int | Decimal | Fraction, places: int, text: str) -> None:
    assert percent_text(value, places=places) == text


@given(st.lists(DECIMALS, max_size=8), st.randoms())
def test_a_sum_loses_nothing_in_whatever_order(values: list[Decimal], chance: object) -> None:
    expected = sum(map(Fraction, values), Fraction(0))
    assert Fraction(exact_sum(values)) == expected
    assert Fraction(exact_sum(reversed(values))) == expected


def test_a_sum_keeps_what_28_digits_would_drop() -> None:
    assert exact_sum([Decimal(10**23), Decimal("0.000000001"), Decimal(-(10**23))]) == Decimal(
        "0.000000001"
    )
