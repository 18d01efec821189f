"""One comparison of a list's rule: which number of a unit, against which threshold.

Owns what a condition compares. A total, a dimension and a soft indicator are compared in points
(0 to 100); a hard indicator is compared as measured, in its own unit, since that is how such a
rule is published ("over 0 accidents"). Without the number the comparison holds neither way.
"""

from __future__ import annotations

from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import assert_never

from msgspec import Struct

from sunlit.model.framework import Framework
from sunlit.model.method import Condition
from sunlit.rules.scoring.marks import Marks
from sunlit.rules.scoring.rulers import is_hard


class SubjectKind(Enum):
    """What kind of number is compared."""

    TOTAL = "total"
    DIMENSION = "dimension"
    INDICATOR = "indicator"
    MEASUREMENT = "measurement"


class Subject(Struct, frozen=True, array_like=True):
    """The number that is compared; `unit` is that of a measurement."""

    kind: SubjectKind
    id: str = ""
    unit: str | None = None


TOTAL = Subject(SubjectKind.TOTAL)


class Comparison(Enum):
    """How it is compared with the threshold; the names of the content's fields."""

    AT_LEAST = "at_least"
    ABOVE = "above"
    AT_MOST = "at_most"
    BELOW = "below"


class Threshold(Struct, frozen=True, array_like=True):
    """A condition that can be decided: `subject` `comparison` `value`."""

    subject: Subject
    comparison: Comparison
    value: Fraction


class Compared(Struct, frozen=True, array_like=True, tag=True):
    """A threshold and the unit's actual number; without one, `holds` is None."""

    threshold: Threshold
    actual: Fraction | None
    holds: bool | None


def threshold_of(condition: Condition, framework: Framework) -> Threshold | None:
    """What the condition compares; None unless it has exactly one subject and one comparison."""
    subjects = _subjects(condition, framework)
    comparisons = [
        (one, value)
        for one in Comparison
        if isinstance(value := getattr(condition, one.value), Decimal)
    ]
    if len(subjects) != 1 or len(comparisons) != 1:
        return None
    comparison, value = comparisons[0]
    return Threshold(subjects[0], comparison, Fraction(value))


def compare(threshold: Threshold, marks: Marks) -> Compared:
    """The threshold applied to one unit's marks."""
    actual = number_of(threshold.subject, marks)
    holds = None if actual is None else _holds(actual, threshold)
    return Compared(threshold, actual, holds)


def number_of(subject: Subject, marks: Marks) -> Fraction | None:
    """The unit's number; None when it is absent, withheld, or never asked of this unit."""
    match subject.kind:
        case SubjectKind.TOTAL:
            return marks.points
        case SubjectKind.DIMENSION:
            dimension = marks.dimension(subject.id)
            return dimension.points if dimension else None
        case SubjectKind.INDICATOR:
            judged = marks.indicator(subject.id)
            return judged.points if judged else None
        case SubjectKind.MEASUREMENT:
            measured = marks.indicator(subject.id)
            return measured.measured if measured else None
    assert_never(subject.kind)


def _subjects(condition: Condition, framework: Framework) -> list[Subject]:
    subjects = [TOTAL] if condition.total else []
    if condition.dimension is not None:
        subjects.append(Subject(SubjectKind.DIMENSION, condition.dimension))
    if condition.indicator is not None:
        hard = {one.id: one.unit for one in framework.indicators if is_hard(one)}
        name = condition.indicator
        kind = SubjectKind.MEASUREMENT if name in hard else SubjectKind.INDICATOR
        subjects.append(Subject(kind, name, hard.get(name)))
    return subjects


def _holds(actual: Fraction, threshold: Threshold) -> bool:
    match threshold.comparison:
        case Comparison.AT_LEAST:
            return actual >= threshold.value
        case Comparison.ABOVE:
            return actual > threshold.value
        case Comparison.AT_MOST:
            return actual <= threshold.value
        case Comparison.BELOW:
            return actual < threshold.value
    assert_never(threshold.comparison)
