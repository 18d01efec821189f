"""The tables of a method: dimensions, indicators, assessors, each with its weight as it counts.

Owns the ids of the method's own figures, `frameworks/<id>/indicators/<id>/target`.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from msgspec import Struct

from sunlit.model.framework import Dimension, Framework
from sunlit.model.method import Indicator
from sunlit.rules.scoring.rulers import is_hard
from sunlit.rules.scoring.weights import (
    assessor_weights,
    dimension_weights,
    indicators_of,
    weights,
)
from sunlit.source.located import Located
from sunlit.views.dimensions import plain_block, tier_of
from sunlit.views.figures import computed_figure
from sunlit.views.formulas import Formula, assessor_formula, indicator_formula
from sunlit.views.parts import Block, Figure, Words
from sunlit.views.scene import Scene


class MethodDimension(Struct, frozen=True):
    """A dimension with its tier and its weight as used; no weight where nothing is scored."""

    block: Block
    name: Words
    tier: Words | None
    required: bool
    aim: Words | None
    weight: Figure | None


class MethodIndicator(Struct, frozen=True):
    """An indicator; `floor` and `target` are those of a hard one, `judges` those of a soft one."""

    anchor: str
    name: Words
    dimension: Words
    hard: bool
    floor: Figure | None
    target: Figure | None
    judges: tuple[Words, ...]
    formula: Formula | None
    weight: Figure
    about: Words | None


class MethodAssessor(Struct, frozen=True):
    """Who judges, on which scale, and how that becomes points."""

    name: Words
    about: Words | None
    kind: str
    formula: Formula
    weight: Figure


def dimension_row(
    scene: Scene, framework: Located[Framework], dimension: Dimension
) -> MethodDimension:
    """One dimension, with the share of the total it has."""
    record = framework.record
    tier = tier_of(record, dimension)
    used = dimension_weights(record)
    weight = None
    if dimension.id in used:
        share = used[dimension.id] / sum(used.values())
        weight = _weight(scene, framework, f"dimensions/{dimension.id}", share)
    return MethodDimension(
        plain_block(scene, dimension),
        scene.words(dimension.name),
        scene.words(tier.name) if tier else None,
        tier is not None and tier.required,
        scene.maybe(dimension.aim),
        weight,
    )


def _weight(scene: Scene, framework: Located[Framework], path: str, share: Fraction) -> Figure:
    id = f"frameworks/{framework.id}/{path}/weight"
    return computed_figure(scene, id, share * 100, unit="%", places=2, anchor=True)


def indicator_rows(scene: Scene, framework: Located[Framework]) -> tuple[MethodIndicator, ...]:
    """The indicators by dimension."""
    record = framework.record
    return tuple(
        _indicator(scene, framework, one, share=share)
        for dimension in record.dimensions
        for one, share in _shares(indicators_of(record, dimension.id))
    )


def _shares(indicators: tuple[Indicator, ...]) -> list[tuple[Indicator, Fraction]]:
    """Each indicator with its share of its dimension."""
    used = weights([one.weight for one in indicators])
    whole = sum(used, Fraction(0))
    return [(one, weight / whole) for one, weight in zip(indicators, used, strict=True)]


def _indicator(
    scene: Scene, framework: Located[Framework], indicator: Indicator, *, share: Fraction
) -> MethodIndicator:
    record = framework.record
    names = {one.id: one.name for one in record.assessors}
    dimensions = {one.id: one.name for one in record.dimensions}
    path = f"indicators/{indicator.id}"

    def end(name: str, value: Decimal | None) -> Figure | None:
        if value is None:
            return None
        id = f"frameworks/{framework.id}/{path}/{name}"
        return computed_figure(scene, id, value, unit=indicator.unit, anchor=True)

    return MethodIndicator(
        anchor=f"indicators.{indicator.id}",
        name=scene.words(indicator.name),
        dimension=scene.words(dimensions[indicator.dimension]),
        hard=is_hard(indicator),
        floor=end("floor", indicator.floor),
        target=end("target", indicator.target),
        judges=tuple(scene.words(names[one]) for one in indicator.assessors),
        formula=indicator_formula(scene, indicator),
        weight=_weight(scene, framework, path, share),
        about=scene.maybe(indicator.about),
    )


def assessor_rows(scene: Scene, framework: Located[Framework]) -> tuple[MethodAssessor, ...]:
    """Their weights are shown as they count: only beside one another, on the same indicator."""
    used = assessor_weights(framework.record)
    return tuple(
        MethodAssessor(
            scene.words(one.name),
            scene.maybe(one.about),
            scene.t(f"method.scale_{one.scale.kind.value}"),
            assessor_formula(scene, one),
            computed_figure(
                scene,
                f"frameworks/{framework.id}/assessors/{one.id}/weight",
                used[one.id],
                anchor=True,
            ),
        )
        for one in framework.record.assessors
    )
