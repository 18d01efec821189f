"""How a score becomes points: the published formula of each scale, and an example of it.

Owns which scores the examples use: numbers of the framework's own scales, never a unit's. The
equations are printed by the code that computes, so that the page cannot say anything else.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import assert_never

from msgspec import Struct

from sunlit.locale.numbers import number_text
from sunlit.model.framework import Framework
from sunlit.model.method import Assessor, Indicator
from sunlit.model.scores import Score, ScoreSheet
from sunlit.rules.scoring import (
    Normalised,
    Ruler,
    Step,
    equation,
    indicator_ruler,
    normalise,
    scale_ruler,
    score_unit,
    weighted,
)
from sunlit.rules.scoring.problems import digits
from sunlit.rules.scoring.rulers import Graded, Measured, Numbered, Starred, Voted, is_hard
from sunlit.source.located import Located
from sunlit.views.parts import Words
from sunlit.views.scene import Scene


class Formula(Struct, frozen=True):
    """A formula in words, and one example of it; `published` is false where a part is lacking."""

    text: str
    example: str
    published: bool


class ExampleLine(Struct, frozen=True):
    """One indicator, dimension or total of the worked example: its equation."""

    name: Words
    equations: tuple[str, ...]


class Example(Struct, frozen=True):
    """A whole result worked out: every indicator, every dimension, the total."""

    indicators: tuple[ExampleLine, ...]
    dimensions: tuple[ExampleLine, ...]
    total: ExampleLine


def assessor_formula(scene: Scene, assessor: Assessor) -> Formula:
    """How an assessor's judgement is turned into points."""
    ruler = scale_ruler(assessor.scale)
    if isinstance(ruler, tuple):
        kind = assessor.scale.kind
        return Formula(scene.t(f"formulas.unpublished_{kind.value}"), "", published=False)
    return _formula(scene, ruler)


def indicator_formula(scene: Scene, indicator: Indicator) -> Formula | None:
    """How a measurement is turned into points; None for what is judged."""
    if not is_hard(indicator):
        return None
    ruler = indicator_ruler(indicator)
    if isinstance(ruler, tuple):
        return Formula(scene.t("formulas.unpublished_hard"), "", published=False)
    return _formula(scene, ruler)


def _formula(scene: Scene, ruler: Ruler) -> Formula:
    read = normalise(example_score(ruler), ruler)
    example = equation(read.step) if isinstance(read, Normalised) else ""
    return Formula(_text(scene, ruler), example, published=True)


def _text(scene: Scene, ruler: Ruler) -> str:
    match ruler:
        case Numbered():
            low, high = _plain(scene, ruler.low), _plain(scene, ruler.high)
            return scene.t("formulas.number", low=low, high=high)
        case Graded():
            grades = (
                scene.t("formulas.grade_points", grade=name, points=_plain(scene, points))
                for name, points in ruler.grades
            )
            return scene.t("base.list_comma").join(grades)
        case Starred():
            return scene.t("formulas.stars", most=_plain(scene, ruler.most))
        case Voted():
            return scene.t("formulas.votes")
        case Measured():
            floor, target = _plain(scene, ruler.floor), _plain(scene, ruler.target)
            return scene.t("formulas.hard", floor=floor, target=target)
    assert_never(ruler)


def _plain(scene: Scene, value: Fraction) -> str:
    """A number as the equations write it."""
    return scene.locale.number(value, places=6)


def example_score(ruler: Ruler) -> str:
    """A score that shows the formula at work: three quarters of the way up the scale."""
    match ruler:
        case Numbered():
            return digits(ruler.low + (ruler.high - ruler.low) * 3 / 4)
        case Graded():
            return ruler.grades[min(1, len(ruler.grades) - 1)][0]
        case Starred():
            return digits(max(Fraction(1), ruler.most - 1))
        case Voted():
            return "45/60"
        case Measured():
            span = ruler.target - ruler.floor
            value = ruler.floor + span * 3 / 4
            return digits(Fraction(round(value)) if abs(span) >= 4 else value)
    assert_never(ruler)


def worked_example(scene: Scene, framework: Located[Framework]) -> Example | None:
    """A result on the framework's own scales; None where it scores nothing."""
    record = framework.record
    result = score_unit(record, ScoreSheet(scores=_scores(record)))
    if result.step is None:
        return None
    indicators = {one.id: one for one in record.indicators}
    assessors = {one.id: one.name for one in record.assessors}
    dimensions = {one.id: one.name for one in record.dimensions}
    lines = []
    for part in (part for one in result.dimensions for part in one.parts):
        own = [(one.assessor, one.given.step) for one in part.parts if one.given]
        equations = [
            scene.t("formulas.by", who=scene.words(assessors[who]).text, equation=equation(step))
            if who
            else equation(step)
            for who, step in own
        ]
        equations += _mean(part.step) if len(own) > 1 else ()
        lines.append(ExampleLine(scene.words(indicators[part.indicator].name), tuple(equations)))
    return Example(
        tuple(lines),
        tuple(
            ExampleLine(scene.words(dimensions[one.dimension]), _mean(one.step))
            for one in result.dimensions
            if one.parts
        ),
        ExampleLine(Words(scene.t("results.total")), _mean(result.step)),
    )


def _mean(step: Step | None) -> tuple[str, ...]:
    """A mean of one is that one: no brackets around it."""
    if step is None:
        return ()
    pairs = weighted(step)
    if len(pairs) == 1:
        return (f"= {_short(pairs[0][0])}",)
    return (equation(step),)


def _short(points: Fraction) -> str:
    return number_text(points, places=2 if 10**6 % points.denominator else 6)


def _scores(record: Framework) -> tuple[Score, ...]:
    rulers = {one.id: scale_ruler(one.scale) for one in record.assessors}
    scores = []
    for indicator in record.indicators:
        asked: Sequence[str | None] = (None,) if is_hard(indicator) else indicator.assessors
        for who in asked:
            ruler = rulers.get(who, ()) if who else indicator_ruler(indicator)
            if not isinstance(ruler, tuple):
                value = example_score(ruler)
                scores.append(Score(indicator=indicator.id, assessor=who, value=value))
    return tuple(scores)
