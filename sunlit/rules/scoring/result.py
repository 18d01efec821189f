"""The result of one unit: indicators, dimensions, total, each with its parts and its step.

Owns the means and what a gap does to them. Knows one unit only: no places, no lists.

A soft indicator is the weighted mean of its assessors, a dimension that of its indicators, the
total that of its dimensions. What the framework says of a gap (`missing`):

    withhold    a mean with a gap has no result, nor has any mean above it
    leave-out   the mean of what is there; a mean of nothing has no result
    floor       a judgement or measurement that is absent counts as 0 points

Only dimensions that have an indicator, and that the unit has taken, are part of the total. A
framework without indicators scores nothing, whatever its rule.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from fractions import Fraction

from sunlit.model.framework import Framework
from sunlit.model.method import Missing
from sunlit.model.scores import ScoreSheet
from sunlit.rules.scoring.normalise import Normalised
from sunlit.rules.scoring.parts import (
    AssessorPart,
    DimensionResult,
    Gap,
    IndicatorResult,
    UnitResult,
)
from sunlit.rules.scoring.prepared import Asked, Cell, Part, prepared
from sunlit.rules.scoring.sheet import read_sheet
from sunlit.rules.scoring.steps import Step, mean, nothing

Given = Mapping[Cell, Normalised]


def score_unit(
    framework: Framework, sheet: ScoreSheet, *, taken: Collection[str] | None = None
) -> UnitResult:
    """The result of one sheet; `taken` names the dimensions the unit takes part in (None: all).

    A unit without a sheet has no result; an empty sheet is one on which everything is absent.
    """
    given = read_sheet(framework, sheet, taken=taken).given
    dimensions = tuple(
        _dimension(framework, one, given)
        for one in prepared(framework).dimensions
        if taken is None or one.id in taken
    )
    scored = [(one.points, one.weight) for one in dimensions if one.parts]
    gaps = tuple(gap for one in dimensions for gap in _gaps(one))
    return UnitResult(_mean(scored, framework.missing), dimensions, gaps)


def _dimension(framework: Framework, dimension: Part, given: Given) -> DimensionResult:
    parts = tuple(_indicator(one, given, framework.missing) for one in dimension.asked)
    step = _mean([(one.points, one.weight) for one in parts], framework.missing)
    goal = framework.reached
    reached = None if step is None or goal is None else step.points >= Fraction(goal)
    return DimensionResult(dimension.id, dimension.weight, step, parts, reached)


def _indicator(asked: Asked, given: Given, missing: Missing) -> IndicatorResult:
    parts = tuple(
        _part(cell, given.get(cell), missing=missing, weight=weight) for cell, weight in asked.cells
    )
    if not asked.hard:
        step = _mean([(one.points, one.weight) for one in parts], missing)
        return IndicatorResult(asked.id, asked.weight, step, parts)
    measurement = parts[0]
    measured = measurement.given.step.numbers[0] if measurement.given else None
    return IndicatorResult(asked.id, asked.weight, measurement.step, parts, measured)


def _part(
    cell: Cell, given: Normalised | None, *, missing: Missing, weight: Fraction
) -> AssessorPart:
    absent = nothing() if missing is Missing.FLOOR else None
    return AssessorPart(cell.assessor, weight, given, given.step if given else absent)


def _mean(parts: Sequence[tuple[Fraction | None, Fraction]], missing: Missing) -> Step | None:
    there = [(points, weight) for points, weight in parts if points is not None]
    gap = len(there) < len(parts)
    if not there or (gap and missing is Missing.WITHHOLD):
        return None
    return mean(there)


def _gaps(dimension: DimensionResult) -> list[Gap]:
    return [
        Gap(dimension.dimension, indicator.indicator, part.assessor)
        for indicator in dimension.parts
        for part in indicator.parts
        if part.given is None
    ]
