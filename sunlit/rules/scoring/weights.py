"""Weights: what each part of a mean counts, and what is wrong with how weights are given.

Owns the rule that weights are all given or all left out (then equal). Normalising is left to
the mean itself, so weights need not add up to 1 or 100.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from sunlit.model.framework import Framework
from sunlit.model.method import Indicator
from sunlit.rules.scoring.problems import Path, Problem, digits, problem


def indicators_of(framework: Framework, dimension: str) -> tuple[Indicator, ...]:
    """The dimension's indicators, in the framework's order."""
    return tuple(one for one in framework.indicators if one.dimension == dimension)


def scored_dimensions(framework: Framework) -> tuple[str, ...]:
    """Dimensions that have an indicator; the others have no part in any total."""
    scored = {one.dimension for one in framework.indicators}
    return tuple(one.id for one in framework.dimensions if one.id in scored)


def weights(given: Sequence[Decimal | None]) -> tuple[Fraction, ...]:
    """The weights as given, or 1 each; also 1 each where they cannot be used at all."""
    usable = [Fraction(one) for one in given if one is not None and one > 0]
    return tuple(usable) if len(usable) == len(given) else (Fraction(1),) * len(given)


def dimension_weights(framework: Framework) -> dict[str, Fraction]:
    """The weight of each scored dimension in the total."""
    given = {one.dimension: one.weight for one in framework.dimension_weights}
    scored = scored_dimensions(framework)
    return dict(zip(scored, weights([given.get(one) for one in scored]), strict=True))


def assessor_weights(framework: Framework) -> dict[str, Fraction]:
    """The weight of each assessor, wherever it judges."""
    each = weights([one.weight for one in framework.assessors])
    return {one.id: weight for one, weight in zip(framework.assessors, each, strict=True)}


def weight_problems(framework: Framework) -> list[Problem]:
    """Weights that are not positive, given for some only, or given for what is not scored."""
    found = _problems(
        [
            (("assessors", at, "weight"), one.id, one.weight)
            for at, one in enumerate(framework.assessors)
        ]
    )
    for dimension in framework.dimensions:
        found += _problems(
            [
                (("indicators", at, "weight"), one.id, one.weight)
                for at, one in enumerate(framework.indicators)
                if one.dimension == dimension.id
            ]
        )
    return found + _dimension_problems(framework)


def _problems(given: Sequence[tuple[Path, str, Decimal | None]]) -> list[Problem]:
    mixed = any(weight is not None for _, _, weight in given)
    found = []
    for path, name, weight in given:
        if weight is None and mixed:
            found.append(problem("weights-mixed", *path, id=name))
        if weight is not None and weight <= 0:
            found.append(problem("weight-not-positive", *path, id=name, value=digits(weight)))
    return found


def _dimension_problems(framework: Framework) -> list[Problem]:
    """A dimension without indicators may have a weight only while nothing at all is scored."""
    listed = [one.dimension for one in framework.dimension_weights]
    dimensions = {one.id for one in framework.dimensions}
    scored = scored_dimensions(framework)
    found = _problems(
        [
            (("dimension_weights", at, "weight"), one.dimension, one.weight)
            for at, one in enumerate(framework.dimension_weights)
        ]
    )
    if listed:
        found += [
            problem("weights-mixed", "dimension_weights", id=one)
            for one in scored
            if one not in listed
        ]
    if scored:
        found += [
            problem("weight-without-indicator", "dimension_weights", at, "dimension", id=one)
            for at, one in enumerate(listed)
            if one in dimensions and one not in scored
        ]
    return found
