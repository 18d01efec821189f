"""What a score is read on: a scale or a hard indicator that is known to be complete.

Owns what each kind of scale needs. A `Ruler` exists only when it can be applied, so that
reading a score cannot fail on the framework; what stands in the way is a list of problems.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import assert_never

from msgspec import Struct

from sunlit.model.method import Direction, Indicator, Nature, Scale, ScaleKind
from sunlit.rules.scoring.problems import Problem, digits, problem


class Numbered(Struct, frozen=True):
    """A number from `low` to `high`."""

    low: Fraction
    high: Fraction


class Graded(Struct, frozen=True):
    """One of these grades, each with its points."""

    grades: tuple[tuple[str, Fraction], ...]


class Starred(Struct, frozen=True):
    """Whole or half stars, up to `most`."""

    most: Fraction


class Voted(Struct, frozen=True):
    """Votes in favour of votes cast, or the percentage alone."""


class Measured(Struct, frozen=True):
    """A measurement between the value worth 0 and the value worth 100, in `unit`."""

    floor: Fraction
    target: Fraction
    unit: str | None


Ruler = Numbered | Graded | Starred | Voted | Measured
Problems = tuple[Problem, ...]

_NEEDED: dict[ScaleKind, tuple[str, ...]] = {
    ScaleKind.NUMBER: ("min", "max"),
    ScaleKind.GRADE: ("grades",),
    ScaleKind.STARS: ("max",),
    ScaleKind.VOTES: (),
}
_FIELDS = ("min", "max", "grades")


def scale_ruler(scale: Scale) -> Ruler | Problems:
    """The ruler of an assessor's scale; the problems' paths start at the scale."""
    found = (*_fields(scale), *_numbers(scale))
    if found:
        return found
    match scale.kind:
        case ScaleKind.NUMBER:
            return Numbered(Fraction(scale.min or 0), Fraction(scale.max or 0))
        case ScaleKind.GRADE:
            return Graded(tuple((one.id, Fraction(one.points)) for one in scale.grades))
        case ScaleKind.STARS:
            return Starred(Fraction(scale.max or 0))
        case ScaleKind.VOTES:
            return Voted()
    assert_never(scale.kind)


def indicator_ruler(indicator: Indicator) -> Measured | Problems:
    """The ruler of a hard indicator; the problems' paths start at the indicator."""
    floor, target = indicator.floor, indicator.target
    if floor is None or target is None:
        lacking = [name for name in ("floor", "target") if getattr(indicator, name) is None]
        return tuple(problem("hard-without-scale", one, id=indicator.id) for one in lacking)
    if floor == target:
        return (problem("indicator-floor-equals-target", "target", **_ends(indicator)),)
    rises = target > floor
    if rises is not (indicator.direction is Direction.UP):
        way = Direction.UP if rises else Direction.DOWN
        return (
            problem("indicator-direction", "direction", **_ends(indicator), direction=way.value),
        )
    return Measured(Fraction(floor), Fraction(target), indicator.unit)


def _ends(indicator: Indicator) -> dict[str, str]:
    floor, target = indicator.floor or 0, indicator.target or 0
    return {"id": indicator.id, "floor": digits(floor), "target": digits(target)}


def off_points(value: Decimal | None) -> bool:
    """Whether a number cannot be points, 0 to 100."""
    return value is not None and not 0 <= value <= 100


def is_hard(indicator: Indicator) -> bool:
    """Whether it is measured."""
    return indicator.nature is Nature.HARD


def _fields(scale: Scale) -> list[Problem]:
    """Fields that the kind needs and lacks, or has and does not use."""
    kind, found = scale.kind, []
    for name in _FIELDS:
        needed = name in _NEEDED[kind]
        if needed is (getattr(scale, name) in (None, ())):
            code = "scale-incomplete" if needed else "scale-needless"
            found.append(problem(code, name, kind=kind.value, field=name))
    return found


def _numbers(scale: Scale) -> list[Problem]:
    """Numbers that make no scale."""
    low, high = scale.min, scale.max
    found = [
        problem("points-off-scale", "grades", at, "points", value=digits(grade.points))
        for at, grade in enumerate(scale.grades)
        if off_points(grade.points)
    ]
    if scale.kind is ScaleKind.NUMBER and low is not None and high is not None and low >= high:
        found.append(problem("scale-empty", "max", min=digits(low), max=digits(high)))
    if scale.kind is ScaleKind.STARS and high is not None and (high <= 0 or high % 1):
        found.append(problem("scale-stars", "max", max=digits(high)))
    return found
