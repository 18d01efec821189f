"""Marks: all that others may know of a result, and no more."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given

from sunlit.model.framework import Framework
from sunlit.model.scores import ScoreSheet
from sunlit.rules.scoring import AssessorMark, Marks, marks_of, score_unit
from sunlit.wire import Wire
from tests.rules.scoring.examples import framework, marks
from tests.rules.scoring.strategies import scored


@given(scored())
def test_marks_say_what_the_result_says(case: tuple[Framework, ScoreSheet]) -> None:
    result = score_unit(*case)
    found = marks_of(result)
    assert found.points == result.points
    assert found.gaps == len(result.missing)
    for dimension, own in zip(result.dimensions, found.dimensions, strict=True):
        assert (own.dimension, own.points, own.of) == (
            dimension.dimension,
            dimension.points,
            len(dimension.parts),
        )
        for part, mark in zip(dimension.parts, own.parts, strict=True):
            assert (mark.indicator, mark.points) == (part.indicator, part.points)
            assert mark.measured == part.measured
            assert mark.parts == tuple(
                AssessorMark(one.assessor, one.given.raw if one.given else None, one.points)
                for one in part.parts
            )


@given(scored())
def test_marks_travel_exactly(case: tuple[Framework, ScoreSheet]) -> None:
    found, wire = marks_of(score_unit(*case)), Wire[Marks](Marks)
    assert wire.value(wire.text(found)) == found


def test_a_dimension_says_how_many_of_its_indicators_are_covered() -> None:
    safe, happy = marks(framework(), "cameras = 5").dimensions
    assert (safe.covered, safe.of, happy.covered, happy.of) == (1, 2, 0, 1)


def test_a_dimension_or_indicator_is_found_by_its_id_where_the_unit_has_taken_it() -> None:
    found = marks(framework(missing="leave-out"), "cameras = 5", taken={"safe"})
    safe, cameras = found.dimension("safe"), found.indicator("cameras")
    assert safe is not None
    assert cameras is not None
    assert (safe.points, cameras.measured) == (Fraction(50), Fraction(5))
    assert (found.dimension("happy"), found.indicator("mood")) == (None, None)
