"""A score sheet read with its framework: which judgement was given for what.

Owns the join of scores with indicators and assessors. Does not add anything up. A score whose
field is wrong, or that is given twice, counts as not given; the check stops publishing it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from msgspec import Struct

from sunlit.model.framework import Framework
from sunlit.model.method import Indicator
from sunlit.model.scores import Score, ScoreSheet
from sunlit.rules.scoring.normalise import Normalised
from sunlit.rules.scoring.prepared import Cell, Reader, prepared
from sunlit.rules.scoring.problems import Problem, problem, unknown
from sunlit.rules.scoring.rulers import is_hard


class Reading(Struct, frozen=True):
    """What a sheet gives, and what is wrong with it."""

    given: Mapping[Cell, Normalised]
    problems: tuple[Problem, ...]


def sheet_problems(
    framework: Framework, sheet: ScoreSheet, *, taken: Collection[str] | None = None
) -> tuple[Problem, ...]:
    """Everything wrong with the scores, in the order of the sheet; `taken` as in `score_unit`."""
    return read_sheet(framework, sheet, taken=taken).problems


def read_sheet(
    framework: Framework, sheet: ScoreSheet, *, taken: Collection[str] | None = None
) -> Reading:
    """The sheet's scores by cell. What is given twice counts as not given."""
    ready = prepared(framework)
    readers, known = ready.readers, ready.indicators
    given: dict[Cell, Normalised] = {}
    first: dict[Cell, int] = {}
    found: list[Problem] = []
    for at, score in enumerate(sheet.scores):
        cell = Cell(score.indicator, score.assessor)
        wrong = _misplaced(score, known, taken=taken)
        if wrong is None and cell in first:
            wrong = problem("score-twice", "indicator", first=first[cell], **_names(score))
            given.pop(cell, None)
        first.setdefault(cell, at)
        read = _read(score, readers.get(cell)) if wrong is None else wrong
        if isinstance(read, Problem):
            found.append(read.below("scores", at))
        elif read is not None:
            given[cell] = read
    return Reading(given, tuple(found))


def _read(score: Score, reader: Reader | None) -> Normalised | Problem | None:
    """None when the ruler itself is at fault: that is said once, at the framework."""
    return None if reader is None else reader(score.value)


def _misplaced(
    score: Score, known: Mapping[str, Indicator], *, taken: Collection[str] | None
) -> Problem | None:
    indicator = known.get(score.indicator)
    if indicator is None:
        return unknown("unknown-indicator", "indicator", name=score.indicator, known=known)
    if taken is not None and indicator.dimension not in taken:
        dimension = indicator.dimension
        return problem("score-not-taken", "indicator", **_names(score), dimension=dimension)
    if is_hard(indicator):
        return _needless(score) if score.assessor is not None else None
    if score.assessor is None:
        among = "、".join(indicator.assessors)
        return problem("score-without-assessor", "assessor", **_names(score), assessors=among)
    if score.assessor not in indicator.assessors:
        who, known_here = score.assessor, indicator.assessors
        return unknown("unknown-assessor", "assessor", name=who, known=known_here)
    return None


def _needless(score: Score) -> Problem:
    return problem("score-with-assessor", "assessor", **_names(score))


def _names(score: Score) -> dict[str, str]:
    return {"indicator": score.indicator, "assessor": score.assessor or ""}
