"""What is wrong with a sheet, and where."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sunlit.model.framework import Framework
from sunlit.model.scores import ScoreSheet
from sunlit.rules.scoring import score_unit, sheet_problems
from tests.rules.scoring.examples import codes, framework, sheet
from tests.rules.scoring.strategies import scored


def test_a_sheet_that_fits_has_no_problem() -> None:
    full = sheet(
        "cameras = 5",
        "order by members = 4",
        "order by residents = 83/100",
        "mood by residents = 9 %",
    )
    assert sheet_problems(framework(), full) == ()


def test_a_score_off_its_scale_is_found_at_its_value() -> None:
    found = sheet_problems(framework(), sheet("cameras = 5", "order by members = 6"))
    assert codes(found) == [("score-off-scale", "scores/1/value")]


def test_an_unknown_indicator_suggests_the_nearest() -> None:
    found = sheet_problems(framework(), sheet("camera = 5"))
    assert codes(found) == [("unknown-indicator", "scores/0/indicator")]
    assert found[0].value("nearest") == "cameras"


def test_an_assessor_who_is_not_asked_suggests_one_who_is() -> None:
    found = sheet_problems(framework(), sheet("mood by resident = 9 %"))
    assert codes(found) == [("unknown-assessor", "scores/0/assessor")]
    assert found[0].value("nearest") == "residents"


def test_a_judgement_needs_its_assessor() -> None:
    found = sheet_problems(framework(), sheet("mood = 9 %"))
    assert codes(found) == [("score-without-assessor", "scores/0/assessor")]


def test_a_measurement_has_no_assessor() -> None:
    found = sheet_problems(framework(), sheet("cameras by members = 4"))
    assert codes(found) == [("score-with-assessor", "scores/0/assessor")]


def test_a_score_of_a_dimension_that_was_not_taken_is_found() -> None:
    found = sheet_problems(framework(), sheet("mood by residents = 9 %"), taken=["safe"])
    assert codes(found) == [("score-not-taken", "scores/0/indicator")]


def test_a_score_given_twice_is_found_and_counts_as_neither() -> None:
    twice = sheet("cameras = 5", "cameras = 7")
    found = sheet_problems(framework(), twice)
    assert codes(found) == [("score-twice", "scores/1/indicator")]
    assert found[0].value("first") == "0"
    cameras = score_unit(framework(), twice).dimensions[0].parts[0]
    assert (cameras.indicator, cameras.points) == ("cameras", None)


def test_a_scale_at_fault_is_not_blamed_on_its_scores() -> None:
    rules = framework(assessors=[{"id": "members", "name": "党员", "scale": {"kind": "stars"}}])
    assert sheet_problems(rules, sheet("order by members = 4")) == ()


@given(scored())
def test_sheets_made_to_fit_have_no_problem(case: tuple[Framework, ScoreSheet]) -> None:
    assert sheet_problems(*case) == ()


@given(st.data())
def test_a_repeated_score_counts_for_nothing_in_any_order(data: st.DataObject) -> None:
    scores = data.draw(st.permutations(sheet("cameras = 1", "cameras = 5", "cameras = x").scores))
    result = score_unit(framework(), ScoreSheet(scores=tuple(scores)))
    cameras = result.dimensions[0].parts[0]
    assert (cameras.indicator, cameras.points) == ("cameras", None)
