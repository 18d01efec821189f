"""The records of a unit's result: what was given, what it counts, and what is absent.

Owns their shape and what can be read off them. How they are computed is in `result.py`.
"""

from __future__ import annotations

from fractions import Fraction

from msgspec import Struct

from sunlit.rules.scoring.normalise import Normalised
from sunlit.rules.scoring.steps import Step


class AssessorPart(Struct, frozen=True):
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


class IndicatorResult(Struct, frozen=True):
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


class DimensionResult(Struct, frozen=True):
    """A dimension of one unit."""

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


class Gap(Struct, frozen=True):
    """A judgement that is absent; a measurement has no assessor."""

    dimension: str
    indicator: str
    assessor: str | None


class UnitResult(Struct, frozen=True):
    """Everything that one sheet says of one unit, in the framework's order."""

    step: Step | None
    dimensions: tuple[DimensionResult, ...]
    missing: tuple[Gap, ...]

    @property
    def points(self) -> Fraction | None:
        """The total, 0 to 100, or None."""
        return self.step.points if self.step else None
