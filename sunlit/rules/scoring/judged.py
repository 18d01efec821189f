"""What a list's conditions say of one unit: on it, off it, barred from it, or not yet known.

Owns the logic of conditions whose number may be absent: a rule is decided as soon as the known
numbers decide it, and only then. Knows nothing of the top and bottom n, which need all units.

    require   off as soon as one does not hold        any_of   one that holds is enough
    exclude   off as soon as one holds; it bars a unit that all else would put on the list
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from fractions import Fraction

from msgspec import Struct

from sunlit.model.framework import Framework
from sunlit.model.method import Condition, ListRule
from sunlit.rules.scoring.conditions import TOTAL, Compared, Subject, compare, threshold_of
from sunlit.rules.scoring.marks import Marks


class Verdict(Enum):
    """What the conditions alone decide."""

    ON = "on"
    OFF = "off"
    BARRED = "barred"
    OPEN = "open"


class Judged(Struct, frozen=True):
    """One unit before a rule: every condition compared, and the total for the top or bottom n."""

    slug: str
    points: Fraction | None
    require: tuple[Compared, ...]
    any_of: tuple[Compared, ...]
    exclude: tuple[Compared, ...]

    @property
    def verdict(self) -> Verdict:
        """The conditions' answer; OPEN when it depends on a number that is absent."""
        eligible, excluded = self._eligible(), _any(self.exclude)
        if eligible is False:
            return Verdict.OFF
        if excluded is True:
            return Verdict.BARRED if eligible else Verdict.OFF
        return Verdict.ON if eligible and excluded is False else Verdict.OPEN

    @property
    def grounds(self) -> tuple[Compared, ...]:
        """The conditions that speak for the list."""
        return (*self.require, *(one for one in self.any_of if one.holds))

    def missing(self, *, total: bool) -> tuple[Subject, ...]:
        """The absent numbers the answer depends on; with `total`, the points as well."""
        enough = any(one.holds for one in self.any_of)
        asked = (*self.require, *(() if enough else self.any_of), *self.exclude)
        absent = [one.threshold.subject for one in asked if one.holds is None]
        if total and self.points is None:
            absent.append(TOTAL)
        return tuple(dict.fromkeys(absent))

    def _eligible(self) -> bool | None:
        required = _all(self.require)
        if required is False or not self.any_of:
            return required
        one = _any(self.any_of)
        return one if one is False or required else None


def judge(rule: ListRule, framework: Framework, *, slug: str, marks: Marks) -> Judged:
    """The unit's numbers put to every condition of a rule without problems."""

    def compared(conditions: Sequence[Condition]) -> tuple[Compared, ...]:
        thresholds = (threshold_of(one, framework) for one in conditions)
        return tuple(compare(one, marks) for one in thresholds if one is not None)

    require, any_of = compared(rule.require), compared(rule.any_of)
    return Judged(slug, marks.points, require, any_of, compared(rule.exclude))


def _all(compared: Sequence[Compared]) -> bool | None:
    """True, False, or None while it depends on an absent number."""
    if any(one.holds is False for one in compared):
        return False
    return None if any(one.holds is None for one in compared) else True


def _any(compared: Sequence[Compared]) -> bool | None:
    if any(one.holds for one in compared):
        return True
    return None if any(one.holds is None for one in compared) else False
