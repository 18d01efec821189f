"""Means, weights and gaps, by hand and against a naive computation."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from sunlit.model.framework import Framework
from sunlit.model.record import replaced
from sunlit.model.scores import ScoreSheet
from sunlit.rules.scoring import Gap, UnitResult, equation, framework_problems, score_unit
from sunlit.rules.scoring.problems import digits
from tests.rules.scoring.examples import ASSESSORS, dimension, framework, hard, sheet, soft
from tests.rules.scoring.strategies import scored

Case = tuple[Framework, ScoreSheet]
FULL = (
    "cameras = 5",
    "order by members = 4",
    "order by residents = 60/100",
    "mood by residents = 90 %",
)


def points_of(result: UnitResult) -> dict[str, Fraction | None]:
    """Every number of a result by name, without the order."""
    every = {"total": result.points}
    for one in result.dimensions:
        every[one.dimension] = one.points
        for part in one.parts:
            every[part.indicator] = part.points
            every |= {f"{part.indicator} by {who.assessor}": who.points for who in part.parts}
    return every


def shown(result: UnitResult, *names: str) -> str:
    """Numbers as texts, `–` for none: `"70 60 –"`."""
    numbers = points_of(result)
    return " ".join("–" if (one := numbers[name]) is None else digits(one) for name in names)


def test_equal_weights_give_plain_means() -> None:
    # order = (80 + 60) ÷ 2 = 70; safe = (50 + 70) ÷ 2 = 60; total = (60 + 90) ÷ 2 = 75
    result = score_unit(framework(), sheet(*FULL))
    assert shown(result, "order", "safe", "total") == "70 60 75"
    assert result.missing == ()


def test_weights_count_at_every_level() -> None:
    # order = 80·3+60·1 over 4 = 75; safe = 50·1+75·4 over 5 = 70; total = 70·3+90·1 over 4 = 75
    rules = framework(
        assessors=[
            ASSESSORS[2] | {"weight": "3"},
            ASSESSORS[3] | {"weight": "1"},
        ],
        indicators=[
            hard("cameras", "safe", weight="1"),
            soft("order", "safe", "members", "residents", weight="4"),
            soft("mood", "happy", "residents", weight="0.5"),
        ],
        dimension_weights=[
            {"dimension": "safe", "weight": "0.75"},
            {"dimension": "happy", "weight": "0.25"},
        ],
    )
    assert shown(score_unit(rules, sheet(*FULL)), "order", "safe", "total") == "75 70 75"


def test_the_total_prints_its_arithmetic() -> None:
    result = score_unit(framework(), sheet(*FULL))
    assert result.step is not None
    assert equation(result.step) == "(60 + 90) ÷ 2 = 75"


def test_withholding_gives_no_result_above_a_gap() -> None:
    result = score_unit(framework(missing="withhold"), sheet(*FULL[1:]))
    assert shown(result, "cameras", "safe", "total", "order", "happy") == "– – – 70 90"


def test_withholding_also_waits_for_one_of_several_assessors() -> None:
    assert shown(score_unit(framework(missing="withhold"), sheet(*FULL[:2])), "order") == "–"


def test_leaving_out_rescales_over_what_is_there() -> None:
    result = score_unit(framework(missing="leave-out"), sheet(*FULL[:2], FULL[3]))
    assert shown(result, "order", "safe", "total") == "80 65 77.5"
    assert result.missing == (Gap("safe", "order", "residents"),)


def test_leaving_out_has_no_result_of_nothing() -> None:
    result = score_unit(framework(missing="leave-out"), sheet())
    assert set(points_of(result).values()) == {None}


def test_flooring_counts_what_is_absent_as_nought() -> None:
    result = score_unit(framework(missing="floor"), sheet(*FULL[:2]))
    assert shown(result, "order", "safe", "total") == "40 45 22.5"


def test_what_is_absent_is_named_with_its_assessor() -> None:
    result = score_unit(framework(), sheet("order by members = 4"))
    assert result.missing == (
        Gap("safe", "cameras", None),
        Gap("safe", "order", "residents"),
        Gap("happy", "mood", "residents"),
    )


def test_a_hard_indicator_keeps_the_measured_value() -> None:
    cameras = score_unit(framework(), sheet("cameras = 12")).dimensions[0].parts[0]
    assert cameras.measured == 12
    assert cameras.points == 100


def test_a_framework_without_indicators_scores_nothing_and_is_fine() -> None:
    for missing in ("leave-out", "withhold", "floor"):
        rules = framework(indicators=[], assessors=[], missing=missing)
        result = score_unit(rules, sheet())
        assert framework_problems(rules) == ()
        assert set(points_of(result).values()) == {None}
        assert result.missing == ()


def test_a_dimension_without_indicators_is_no_gap_in_the_total() -> None:
    rules = framework(dimensions=[dimension("safe"), dimension("happy"), dimension("calm")])
    result = score_unit(rules, sheet(*FULL))
    assert result.points == 75
    calm = result.dimensions[-1]
    assert (calm.dimension, calm.points, calm.parts) == ("calm", None, ())


def test_only_dimensions_that_were_taken_are_part_of_the_total() -> None:
    result = score_unit(framework(), sheet(*FULL[:3]), taken={"safe"})
    assert shown(result, "total") == "60"
    assert result.missing == ()
    assert [one.dimension for one in result.dimensions] == ["safe"]


def test_a_dimension_is_reached_at_the_published_score() -> None:
    safe, happy = score_unit(framework(reached="60"), sheet(*FULL[:3])).dimensions
    assert (safe.reached, happy.reached) == (True, None)


@given(scored())
def test_points_are_always_within_nought_and_a_hundred(case: Case) -> None:
    numbers = [one for one in points_of(score_unit(*case)).values() if one is not None]
    assert all(0 <= one <= 100 for one in numbers)


@given(scored(full=True))
def test_totals_equal_the_weighted_sum_of_their_parts(case: Case) -> None:
    rules, full = case
    numbers = points_of(score_unit(rules, full))
    judges = {one.id: Fraction(one.weight or 1) for one in rules.assessors}
    shares = {one.dimension: Fraction(one.weight) for one in rules.dimension_weights}
    above, below = Fraction(0), Fraction(0)
    for one in rules.dimensions:
        inner, inner_weights = Fraction(0), Fraction(0)
        for indicator in (each for each in rules.indicators if each.dimension == one.id):
            own = [
                (numbers[f"{indicator.id} by {who}"] or 0, judges[who])
                for who in indicator.assessors
            ]
            own = own or [(numbers[f"{indicator.id} by None"] or 0, Fraction(1))]
            mean = sum(p * w for p, w in own) / Fraction(sum(w for _, w in own))
            inner += mean * Fraction(indicator.weight or 1)
            inner_weights += Fraction(indicator.weight or 1)
        if inner_weights:
            assert numbers[one.id] == inner / inner_weights
            above += inner / inner_weights * shares.get(one.id, 1)
            below += shares.get(one.id, 1)
    assert numbers["total"] == (above / below if below else None)


@given(scored("leave-out"))
def test_leaving_out_stays_between_the_lowest_and_the_highest_part(case: Case) -> None:
    result = score_unit(*case)
    for parts, whole in [
        ([one.points for one in result.dimensions], result.points),
        *(([part.points for part in one.parts], one.points) for one in result.dimensions),
    ]:
        there = [one for one in parts if one is not None]
        assert whole is None if not there else whole is not None
        assert whole is None or min(there) <= whole <= max(there)


@given(scored())
def test_every_gap_is_a_judgement_that_the_sheet_does_not_give(case: Case) -> None:
    rules, given_scores = case
    given_for = {(one.indicator, one.assessor) for one in given_scores.scores}
    wanted = {(one.id, who) for one in rules.indicators for who in (one.assessors or (None,))}
    missing = {(one.indicator, one.assessor) for one in score_unit(rules, given_scores).missing}
    assert missing == wanted - given_for


@given(scored("floor"))
def test_flooring_never_gives_more_than_leaving_out(case: Case) -> None:
    rules, some = case
    floor = score_unit(rules, some).points
    left = score_unit(replaced(rules, missing=_leave_out()), some).points
    assert left is None or (floor is not None and floor <= left)


def _leave_out() -> object:
    return framework(missing="leave-out").missing


@given(scored(), st.data())
def test_the_order_of_scores_indicators_and_assessors_never_matters(
    case: Case, data: st.DataObject
) -> None:
    rules, some = case
    shuffled = {
        name: tuple(data.draw(st.permutations(getattr(rules, name))))
        for name in ("dimensions", "indicators", "assessors", "dimension_weights")
    }
    scores = tuple(data.draw(st.permutations(some.scores)))
    before, after = (
        score_unit(rules, some),
        score_unit(replaced(rules, **shuffled), ScoreSheet(scores=scores)),
    )
    assert points_of(after) == points_of(before)
    assert set(after.missing) == set(before.missing)
