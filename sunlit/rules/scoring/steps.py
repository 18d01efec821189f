"""How a number of points came about: a formula and the numbers in it.

Owns the formulae and their arithmetic, so that what is computed and what is printed cannot
differ. Knows no framework and no language: an equation is digits and signs.

    number 4 on 0…5      (4 − 0) ÷ (5 − 0) × 100 = 80
    4 stars of 5         4 ÷ 5 × 100 = 80
    83 votes of 100      83 ÷ 100 × 100 = 83
    80 (×2) and 65 (×1)  (80 × 2 + 65 × 1) ÷ (2 + 1) = 75
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from fractions import Fraction
from math import lcm
from typing import assert_never

from msgspec import Struct

from sunlit.locale.numbers import number_text

ZERO, FULL = Fraction(0), Fraction(100)

_MOST_PLACES, _SHORT_PLACES = 6, 2
_EXACT = 1_000_000  # ten to the most places


class Formula(Enum):
    """What was done; in brackets what `Step.numbers` holds."""

    BETWEEN = "between"
    """(value, low, high): (value − low) ÷ (high − low) × 100."""
    CAPPED = "capped"
    """(value, floor, target): the same, then not below 0 and not above 100."""
    GRADE = "grade"
    """(points): the points of the grade named in `label`."""
    RATIO = "ratio"
    """(part, whole): stars of the most stars, votes for of votes cast, × 100."""
    AS_GIVEN = "as-given"
    """(points): a share published as a percentage."""
    MEAN = "mean"
    """(points, weight, points, weight, …): the weighted mean."""
    NOTHING = "nothing"
    """(): nothing was given, and the framework counts that as 0."""


class Step(Struct, frozen=True):
    """A formula, the numbers in it, and the points it gives, 0 to 100."""

    formula: Formula
    numbers: tuple[Fraction, ...]
    points: Fraction
    label: str = ""

    def __hash__(self) -> int:
        """Of whole numbers: a `Fraction` works out a power for its own."""
        return hash((self.points.as_integer_ratio(), len(self.numbers), self.label))


def between(value: Fraction, *, low: Fraction, high: Fraction) -> Step:
    """A number on a scale that it lies on."""
    return Step(Formula.BETWEEN, (value, low, high), _linear(value, low, high))


def capped(value: Fraction, *, floor: Fraction, target: Fraction) -> Step:
    """A measured value between floor and target, whichever of them is the larger."""
    over, under = _share(value, floor, target)
    points = ZERO if over <= 0 else FULL if over >= under else Fraction(100 * over, under)
    return Step(Formula.CAPPED, (value, floor, target), points)


def ratio(part: Fraction, whole: Fraction) -> Step:
    """Stars of stars, votes of votes."""
    return Step(Formula.RATIO, (part, whole), part / whole * 100)


def graded(label: str, points: Fraction) -> Step:
    """A grade and its points."""
    return Step(Formula.GRADE, (points,), points, label)


def as_given(points: Fraction) -> Step:
    """A percentage that was published without its counts."""
    return Step(Formula.AS_GIVEN, (points,), points)


def nothing() -> Step:
    """What counts as 0 because it is absent."""
    return Step(Formula.NOTHING, (), ZERO)


def mean(parts: Sequence[tuple[Fraction, Fraction]]) -> Step:
    """The weighted mean of (points, weight); there is at least one, and weights are positive."""
    numbers = tuple(number for pair in parts for number in pair)
    return Step(Formula.MEAN, numbers, _mean(parts))


def _mean(parts: Sequence[tuple[Fraction, Fraction]]) -> Fraction:
    """In whole numbers: a fraction would be reduced after each of the sums and products."""
    ratios = [(*points.as_integer_ratio(), *weight.as_integer_ratio()) for points, weight in parts]
    under = lcm(*(ratio[1] for ratio in ratios))
    weight_under = lcm(*(ratio[3] for ratio in ratios))
    over = weights = 0
    for points, points_under, weight, own_under in ratios:
        share = weight * (weight_under // own_under)
        over += points * (under // points_under) * share
        weights += share
    return Fraction(over, under * weights)


def weighted(step: Step) -> tuple[tuple[Fraction, Fraction], ...]:
    """The (points, weight) pairs of a mean."""
    return tuple(zip(step.numbers[::2], step.numbers[1::2], strict=True))


def equation(step: Step) -> str:
    """The step as digits and signs; `≈` where the result was rounded for display."""
    result = f"{'=' if _is_exact(step.points) else '≈'} {_shown(step.points)}"
    match step.formula:
        case Formula.BETWEEN:
            return f"{_linear_text(step)} {result}"
        case Formula.CAPPED:
            full = _linear(*step.numbers)
            cap = "" if full == step.points else f" → {_shown(step.points)}"
            return f"{_linear_text(step)} {'=' if _is_exact(full) else '≈'} {_shown(full)}{cap}"
        case Formula.RATIO:
            return f"{_shown(step.numbers[0])} ÷ {_shown(step.numbers[1])} × 100 {result}"
        case Formula.GRADE:
            return f"{step.label} → {_shown(step.points)}"
        case Formula.AS_GIVEN:
            return f"{_shown(step.points)}% → {_shown(step.points)}"
        case Formula.MEAN:
            return f"{_mean_text(step)} {result}"
        case Formula.NOTHING:
            return "— → 0"
    assert_never(step.formula)


def _linear(value: Fraction, low: Fraction, high: Fraction) -> Fraction:
    over, under = _share(value, low, high)
    return Fraction(100 * over, under)


def _share(value: Fraction, low: Fraction, high: Fraction) -> tuple[int, int]:
    """(value − low) ÷ (high − low), not yet reduced; the second number is positive."""
    (a, b), (c, d), (e, f) = (one.as_integer_ratio() for one in (value, low, high))
    over, under = (a * d - c * b) * f, (e * d - c * f) * b
    return (over, under) if under > 0 else (-over, -under)


def _linear_text(step: Step) -> str:
    value, low, high = map(_term, step.numbers)
    return f"({value} − {low}) ÷ ({high} − {low}) × 100"


def _mean_text(step: Step) -> str:
    parts = weighted(step)
    if len({weight for _, weight in parts}) == 1:
        return f"({' + '.join(_shown(points) for points, _ in parts)}) ÷ {len(parts)}"
    products = " + ".join(f"{_shown(points)} × {_shown(weight)}" for points, weight in parts)
    return f"({products}) ÷ ({' + '.join(_shown(weight) for _, weight in parts)})"


def _term(value: Fraction) -> str:
    return f"({_shown(value)})" if value < 0 else _shown(value)


def _is_exact(value: Fraction) -> bool:
    return _EXACT % value.denominator == 0


def _shown(value: Fraction) -> str:
    return number_text(value, places=_MOST_PLACES if _is_exact(value) else _SHORT_PLACES)
