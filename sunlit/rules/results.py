"""The results of a unit's score sheets, with every step of how they came about.

Owns which framework a sheet is read by. Only the unit's own data shows them whole: others know
its marks.
"""

from __future__ import annotations

from msgspec import Struct

from sunlit.locale.moments import Moment, parse_moment
from sunlit.model.scores import ScoreSheet
from sunlit.rules.known import Known
from sunlit.rules.scoring import UnitResult, score_unit
from sunlit.rules.states import taken_dimensions
from sunlit.source.content import UnitContent


class SheetResult(Struct, frozen=True):
    """One sheet of one framework and period, and its result."""

    framework: str
    period: Moment
    sheet: ScoreSheet
    result: UnitResult


def results_of(content: UnitContent, known: Known) -> tuple[SheetResult, ...]:
    """Every sheet of a framework that is known, by framework and then by period."""
    found = []
    for sheet in content.scores:
        name, _, period = sheet.id.partition("/")
        framework = known.framework(name)
        if framework is not None:
            taken = taken_dimensions(framework, content)
            result = score_unit(framework.record, sheet.record, taken=taken)
            found.append(SheetResult(name, period_of(period), sheet.record, result))
    return tuple(sorted(found, key=lambda one: (one.framework, one.period.sort_key)))


def period_of(text: str) -> Moment:
    """The period of a score file's name, which reading has already checked."""
    moment = parse_moment(text)
    if moment is None:
        raise ValueError(text)
    return moment
