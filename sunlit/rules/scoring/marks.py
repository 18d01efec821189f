"""The marks of a unit: its points and what was given, without how they came about.

Owns what an area may know of a result. Places, lists and rankings need no more, and with every
step it would be eight times as long: the steps stay with the unit's own data.
"""

from __future__ import annotations

from fractions import Fraction

from msgspec import Struct

from sunlit.rules.scoring.parts import AssessorPart, DimensionResult, IndicatorResult, UnitResult


class AssessorMark(Struct, frozen=True, array_like=True):
    """What one assessor, or the measurement (no assessor), gave as written, and its points."""

    assessor: str | None
    raw: str | None
    points: Fraction | None


class IndicatorMarks(Struct, frozen=True, array_like=True):
    """An indicator of one unit, 0 to 100; `measured` is the value of a hard one, in its unit."""

    indicator: str
    points: Fraction | None
    parts: tuple[AssessorMark, ...]
    measured: Fraction | None = None

    @property
    def covered(self) -> bool:
        """Whether anything at all was given for it."""
        return any(part.raw is not None for part in self.parts)


class DimensionMarks(Struct, frozen=True, array_like=True):
    """A dimension of one unit, 0 to 100: `covered` of `of` indicators have something given."""

    dimension: str
    points: Fraction | None
    parts: tuple[IndicatorMarks, ...]

    @property
    def covered(self) -> int:
        """How many indicators have something given."""
        return sum(part.covered for part in self.parts)

    @property
    def of(self) -> int:
        """How many indicators the dimension has."""
        return len(self.parts)


class Marks(Struct, frozen=True, array_like=True):
    """What one sheet says of one unit, in the framework's order; `points` is the total."""

    points: Fraction | None
    dimensions: tuple[DimensionMarks, ...]

    @property
    def gaps(self) -> int:
        """How many judgements and measurements are absent."""
        indicators = (part for one in self.dimensions for part in one.parts)
        return sum(part.raw is None for one in indicators for part in one.parts)

    def dimension(self, name: str) -> DimensionMarks | None:
        """The dimension of that id, when the unit has taken it."""
        return next((one for one in self.dimensions if one.dimension == name), None)

    def indicator(self, name: str) -> IndicatorMarks | None:
        """The indicator of that id, when the unit is asked for it."""
        every = (part for one in self.dimensions for part in one.parts)
        return next((part for part in every if part.indicator == name), None)


def marks_of(result: UnitResult) -> Marks:
    """The marks of a result."""
    return Marks(result.points, tuple(map(_dimension, result.dimensions)))


def _dimension(one: DimensionResult) -> DimensionMarks:
    return DimensionMarks(one.dimension, one.points, tuple(map(_indicator, one.parts)))


def _indicator(one: IndicatorResult) -> IndicatorMarks:
    return IndicatorMarks(one.indicator, one.points, tuple(map(_part, one.parts)), one.measured)


def _part(one: AssessorPart) -> AssessorMark:
    return AssessorMark(one.assessor, one.given.raw if one.given else None, one.points)
