"""Scores on every kind of scale, computed by hand."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sunlit.model.method import Indicator
from sunlit.model.reading import record_of
from sunlit.rules.scoring import Normalised, Problem, indicator_ruler, normalise
from tests.rules.scoring.examples import code, hard, on_scale, points

GRADES = [{"id": "A", "points": "95"}, {"id": "B", "points": "80"}]


def measured(raw: str, **fields: object) -> Normalised | Problem:
    indicator = record_of(Indicator, hard("rate", "safe") | fields)
    ruler = indicator_ruler(indicator)
    assert not isinstance(ruler, tuple), ruler
    return normalise(raw, ruler)


def test_a_number_counts_from_the_lowest_to_the_highest_score() -> None:
    assert points(on_scale("4", kind="number", min="0", max="5")) == 80
    assert points(on_scale("70", kind="number", min="60", max="100")) == 25


def test_a_number_keeps_every_decimal() -> None:
    assert points(on_scale("0.1", kind="number", min="0", max="3")) == Fraction(10, 3)


@pytest.mark.parametrize("raw", ["-1", "5.01", "6"])
def test_a_number_beyond_its_scale_is_refused_not_cut(raw: str) -> None:
    wrong = on_scale(raw, kind="number", min="0", max="5")
    assert wrong == Problem(
        "score-off-scale", ("value",), (("value", raw), ("low", "0"), ("high", "5"), ("step", ""))
    )


@pytest.mark.parametrize("raw", ["1e2", "４", "4,0", "04", "about 4", "4/5", "80%", "优秀", "+4"])
def test_what_would_need_a_guess_is_no_number(raw: str) -> None:
    assert code(on_scale(raw, kind="number", min="0", max="5")) == "score-bad-number"


def test_a_grade_is_worth_its_points() -> None:
    assert points(on_scale("B", kind="grade", grades=GRADES)) == 80


@pytest.mark.parametrize("raw", ["b", "Ｂ"])
def test_an_unknown_grade_names_the_nearest(raw: str) -> None:
    wrong = on_scale(raw, kind="grade", grades=GRADES)
    assert isinstance(wrong, Problem)
    assert (wrong.code, wrong.value("nearest"), wrong.value("grades")) == (
        "score-bad-grade",
        "B",
        "A、B",
    )


def test_stars_may_be_whole_or_half() -> None:
    assert points(on_scale("4", kind="stars", max="5")) == 80
    assert points(on_scale("4.5", kind="stars", max="5")) == 90


@pytest.mark.parametrize("raw", ["4.3", "5.5", "-0.5"])
def test_other_parts_of_a_star_are_off_the_scale(raw: str) -> None:
    assert code(on_scale(raw, kind="stars", max="5")) == "score-off-scale"


def test_votes_are_those_for_among_those_cast() -> None:
    assert points(on_scale("83/100", kind="votes")) == 83
    assert points(on_scale("2 / 3", kind="votes")) == Fraction(200, 3)


def test_votes_may_be_the_percentage_alone() -> None:
    assert points(on_scale("83 %", kind="votes")) == 83
    assert points(on_scale("83.5%", kind="votes")) == Fraction("83.5")


@pytest.mark.parametrize("raw", ["101/100", "0/0", "83", "8.3/10", "-1/3", "1/2/3", "%", "a %"])
def test_votes_that_cannot_be_are_refused(raw: str) -> None:
    assert code(on_scale(raw, kind="votes")) == "score-bad-votes"


def test_a_percentage_over_a_hundred_is_off_the_scale() -> None:
    assert code(on_scale("101 %", kind="votes")) == "score-off-scale"


def test_a_measurement_counts_from_floor_to_target() -> None:
    assert points(measured("2.5", floor="0", target="10")) == 25


def test_a_measurement_that_should_fall_counts_downwards() -> None:
    assert points(measured("6", floor="10", target="2", direction="down")) == 50


def test_a_measurement_is_capped_at_floor_and_target() -> None:
    assert points(measured("12")) == 100
    assert points(measured("-3")) == 0


def test_a_measurement_may_carry_its_own_unit() -> None:
    assert points(measured("2.5 公里", unit="km")) == 25


@pytest.mark.parametrize("raw", ["2.5 台", "about 2.5", "2余", "2.5/10"])
def test_a_measurement_in_another_unit_or_hedged_is_refused(raw: str) -> None:
    assert code(measured(raw, unit="km")) == "score-bad-number"


def test_the_text_stays_as_written() -> None:
    read = on_scale(" 4 ", kind="stars", max="5")
    assert isinstance(read, Normalised)
    assert read.raw == " 4 "


@given(st.text(max_size=30), st.sampled_from(["number", "grade", "stars", "votes", "hard"]))
def test_any_text_is_points_within_the_scale_or_a_problem(raw: str, kind: str) -> None:
    scales: dict[str, dict[str, object]] = {
        "number": {"min": "-1", "max": "7"},
        "grade": {"grades": GRADES},
        "stars": {"max": "5"},
        "votes": {},
    }
    read = measured(raw) if kind == "hard" else on_scale(raw, kind=kind, **scales[kind])
    assert isinstance(read, Problem) or 0 <= read.points <= 100


@given(st.decimals(-100, 100, places=3), st.decimals(-100, 100, places=3))
def test_a_better_measurement_never_has_fewer_points(one: object, two: object) -> None:
    low, high = sorted((Fraction(str(one)), Fraction(str(two))))
    rising = [points(measured(_text(each))) for each in (low, high)]
    falling = [
        points(measured(_text(each), floor="10", target="2", direction="down"))
        for each in (high, low)
    ]
    assert rising == sorted(rising)
    assert falling == sorted(falling)


def _text(value: Fraction) -> str:
    thousandths = value * 1000
    assert thousandths.denominator == 1
    sign, digits = ("-" if value < 0 else ""), f"{abs(thousandths.numerator):04d}"
    return f"{sign}{digits[:-3]}.{digits[-3:]}"
