"""Steps print the arithmetic that was done."""

from __future__ import annotations

from fractions import Fraction

from sunlit.rules.scoring import steps
from sunlit.rules.scoring.steps import equation


def test_a_number_prints_its_place_on_the_scale() -> None:
    step = steps.between(Fraction(4), low=Fraction(0), high=Fraction(5))
    assert equation(step) == "(4 − 0) ÷ (5 − 0) × 100 = 80"


def test_negative_numbers_stand_in_brackets() -> None:
    step = steps.between(Fraction(-1), low=Fraction(-5), high=Fraction(5))
    assert equation(step) == "((−1) − (−5)) ÷ (5 − (−5)) × 100 = 40"


def test_a_measurement_beyond_the_target_shows_what_was_cut() -> None:
    step = steps.capped(Fraction(12), floor=Fraction(0), target=Fraction(10))
    assert equation(step) == "(12 − 0) ÷ (10 − 0) × 100 = 120 → 100"


def test_stars_and_votes_print_as_a_ratio() -> None:
    assert equation(steps.ratio(Fraction("4.5"), Fraction(5))) == "4.5 ÷ 5 × 100 = 90"
    assert equation(steps.ratio(Fraction(1), Fraction(3))) == "1 ÷ 3 × 100 ≈ 33.33"


def test_a_grade_prints_its_points() -> None:
    assert equation(steps.graded("优秀", Fraction(90))) == "优秀 → 90"


def test_a_published_percentage_prints_as_given() -> None:
    assert equation(steps.as_given(Fraction("83.5"))) == "83.5% → 83.5"


def test_what_is_absent_prints_as_nothing() -> None:
    assert equation(steps.nothing()) == "— → 0"


def test_a_weighted_mean_prints_every_weight() -> None:
    step = steps.mean([(Fraction(80), Fraction(2)), (Fraction(65), Fraction(1))])
    assert equation(step) == "(80 × 2 + 65 × 1) ÷ (2 + 1) = 75"


def test_a_mean_of_equal_weights_prints_without_them() -> None:
    step = steps.mean([(Fraction(80), Fraction(3)), (Fraction(65), Fraction(3))])
    assert equation(step) == "(80 + 65) ÷ 2 = 72.5"


def test_a_mean_keeps_thirds_exact() -> None:
    step = steps.mean([(Fraction(100), Fraction(1)), (Fraction(0), Fraction(2))])
    assert step.points == Fraction(100, 3)
    assert steps.weighted(step) == ((Fraction(100), Fraction(1)), (Fraction(0), Fraction(2)))
