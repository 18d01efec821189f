"""The records of a unit's result: what was given, what it counts, and what is absent.

Owns their shape and what can be read off them. How they are computed is in `result.py`.
"""

from __future__ import annotations

from fractions import Fraction

from msgspec import Struct

from sunlit.rules.scoring.normalise import Normalised
from sunlit.rules.scoring.steps import Step


class AssessorPart(Struct, frozen=True, array_like=True):
    """What one assessor, or the measurement (no assessor), adds to an indicator."""

    assessor: str | None
    weight: Fraction
    given: Normalised | None
    step: Step | None
    """How its points came about; without `given` either none, or the counted 0."""

    @property
    def points(self) -> Fraction | None:
        """What it counts as."""
        return self.step.points if self.step else None


class IndicatorResult(Struct, frozen=True, array_like=True):
    """An indicator of one unit; `measured` is the value of a hard one, in its unit."""

    indicator: str
    weight: Fraction
    step: Step | None
    parts: tuple[AssessorPart, ...]
    measured: Fraction | None = None

    @property
    def points(self) -> Fraction | None:
        """0 to 100, or None."""
        return self.step.points if self.step else None

    @property
    def covered(self) -> bool:
        """Whether anything at all was given for it."""
        return any(part.given for part in self.parts)


class DimensionResult(Struct, frozen=True, array_like=True):
    """A dimension of one unit: `covered` of `of` indicators have something given."""

    dimension: str
    weight: Fraction
    step: Step | None
    parts: tuple[IndicatorResult, ...]
    reached: bool | None
    """Whether the points are at least the framework's `reached`; None where that is not known."""

    @property
    def points(self) -> Fraction | None:
        """0 to 100, or None."""
        return self.step.points if self.step else None

    @property
    def covered(self) -> int:
        """How many indicators have something given."""
        return sum(part.covered for part in self.parts)

    @property
    def of(self) -> int:
        """How many indicators the dimension has."""
        return len(self.parts)


class Gap(Struct, frozen=True, array_like=True):
    """A judgement that is absent; a measurement has no assessor."""

    dimension: str
    indicator: str
    assessor: str | None


class UnitResult(Struct, frozen=True, array_like=True):
    """Everything that one sheet says of one unit, in the framework's order."""

    step: Step | None
    dimensions: tuple[DimensionResult, ...]
    missing: tuple[Gap, ...]

    @property
    def points(self) -> Fraction | None:
        """The total, 0 to 100, or None."""
        return self.step.points if self.step else None

    def dimension(self, name: str) -> DimensionResult | None:
        """The dimension of that id, when the unit has taken it."""
        return next((one for one in self.dimensions if one.dimension == name), None)

    def indicator(self, name: str) -> IndicatorResult | None:
        """The indicator of that id, when the unit is asked for it."""
        every = (part for one in self.dimensions for part in one.parts)
        return next((part for part in every if part.indicator == name), None)
