"""Scores, places and lists in `data.json`: every step of a result, so that it can be redone.

Owns their form. Points are exact: a fraction, with decimals beside it where it has no end.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from sunlit.locale.moments import Moment
from sunlit.rules.results import SheetResult
from sunlit.rules.scoring import (
    AssessorPart,
    Compared,
    DimensionResult,
    Edge,
    IndicatorResult,
    ListOutcome,
    Marks,
    Member,
    Place,
    Step,
    SubjectKind,
    equation,
)
from sunlit.rules.standing import PeriodStanding, Ranked
from sunlit.views.documents.figures import computed
from sunlit.views.documents.shape import Plain, number, plain

POINTS = "分"


def score_figures(
    scored: SheetResult, *, unit: str, units: Mapping[str, str | None]
) -> list[Plain]:
    """The total, each dimension, indicator and measurement of one sheet, as figures.

    `units` are those of the framework's indicators, for what was measured.
    """
    base = f"{unit}/scores/{scored.framework}/{scored.period.key}"
    result = scored.result
    parts = [f"{base}/{one.dimension}" for one in result.dimensions if one.parts]
    found: list[Plain] = [
        computed(f"{base}/total", result.points, rule="weighted-mean", unit=POINTS, of=parts)
    ]
    for one in result.dimensions:
        if one.parts:
            id = f"{base}/{one.dimension}"
            inner = [f"{id}/{part.indicator}" for part in one.parts]
            found.append(computed(id, one.points, rule="weighted-mean", unit=POINTS, of=inner))
            found += [
                computed(f"{id}/{part.indicator}", part.points, rule="indicator", unit=POINTS)
                for part in one.parts
            ]
            found += [
                computed(
                    f"{base}/scores/{part.indicator}",
                    part.measured,
                    rule="measured",
                    unit=units.get(part.indicator),
                )
                for part in one.parts
                if part.measured is not None
            ]
    return found


def threshold_figures(slug: str, lists: Iterable[tuple[str, Moment, ListOutcome]]) -> list[Plain]:
    """The numbers of the rules that put the unit on its lists, under the names the method has."""
    found: dict[str, Plain] = {}
    for framework, _, outcome in lists:
        for member in outcome.members:
            for one in (*member.reasons, *member.cleared) if member.slug == slug else ():
                if isinstance(one, Compared):
                    subject = one.threshold.subject
                    what, how = subject.id or subject.kind.value, one.threshold.comparison.value
                    id = f"frameworks/{framework}/lists/{outcome.list}/{what}/{how}"
                    unit = subject.unit if subject.kind is SubjectKind.MEASUREMENT else POINTS
                    found[id] = computed(id, one.threshold.value, rule="rule", unit=unit)
    return list(found.values())


def sheet(scored: SheetResult, ranked: Iterable[Ranked]) -> dict[str, Plain]:
    """One sheet with everything a place and a total follow from."""
    places = {
        one.dimension: one.place
        for one in ranked
        if (one.framework, one.period) == (scored.framework, scored.period)
    }
    return {
        "framework": scored.framework,
        "period": scored.period.iso,
        "published": plain(scored.sheet.published),
        "total": {**_points(scored.result.step), "place": place(places.get(None))},
        "dimensions": [
            {**_dimension(one), "place": place(places.get(one.dimension))}
            for one in scored.result.dimensions
        ],
        "gaps": [
            {"dimension": gap.dimension, "indicator": gap.indicator, "assessor": gap.assessor}
            for gap in scored.result.missing
        ],
        "reply": plain(scored.sheet.reply),
        "replied": plain(scored.sheet.replied),
    }


def place(one: Place | None) -> Plain:
    """A place among all with points; None without one."""
    if one is None:
        return None
    found: dict[str, Plain] = {
        "place": str(one.place),
        "of": str(one.of),
        "tied_with": str(one.tied_with),
    }
    if one.moved is not None:
        found["moved"] = str(one.moved)
    return found


def period(one: PeriodStanding) -> dict[str, Plain]:
    """Everyone's points and places in one period, and the lists made from them."""
    return {
        "framework": one.framework,
        "period": one.period.iso,
        "ranking": [_ranking_row(slug, marks, one) for slug, marks in sorted(one.marks.items())],
        "lists": [list_outcome(outcome) for outcome in one.lists],
    }


def list_outcome(one: ListOutcome) -> dict[str, Plain]:
    """A list: who is on it and the numbers that caused it, who was barred, who is undetermined."""
    return {
        "list": one.list,
        "kind": one.kind.value,
        "members": [_member(member) for member in one.members],
        "excluded": [_member(member) for member in one.excluded],
        "undetermined": [
            {"unit": left.slug, "missing": [subject.id or "total" for subject in left.missing]}
            for left in one.undetermined
        ],
    }


def _ranking_row(slug: str, marks: Marks, standing: PeriodStanding) -> dict[str, Plain]:
    places = standing.places
    return {
        "unit": slug,
        "total": {**number(marks.points), "place": place(places.total.get(slug))},
        "dimensions": {
            one.dimension: {
                **number(one.points),
                "place": place(places.dimensions.get(one.dimension, {}).get(slug)),
            }
            for one in marks.dimensions
            if one.parts
        },
    }


def _dimension(one: DimensionResult) -> dict[str, Plain]:
    return {
        "dimension": one.dimension,
        "weight": plain(one.weight),
        "reached": one.reached,
        **_points(one.step),
        "indicators": [_indicator(part) for part in one.parts],
    }


def _indicator(one: IndicatorResult) -> dict[str, Plain]:
    return {
        "indicator": one.indicator,
        "weight": plain(one.weight),
        "measured": plain(one.measured),
        **_points(one.step),
        "parts": [_part(part) for part in one.parts],
    }


def _part(one: AssessorPart) -> dict[str, Plain]:
    return {
        "assessor": one.assessor,
        "weight": plain(one.weight),
        "given": one.given.raw if one.given else None,
        **_points(one.step),
    }


@lru_cache(maxsize=4096)
def _points(step: Step | None) -> Mapping[str, Plain]:
    """The points of a step and how they came about; most units have the same few judgements."""
    if step is None:
        return {"value": None}
    return {**number(step.points), "formula": step.formula.value, "equation": equation(step)}


def _member(one: Member) -> dict[str, Plain]:
    return {
        "unit": one.slug,
        "certain": one.certain,
        "reasons": [_reason(reason) for reason in one.reasons],
        "cleared": [_reason(reason) for reason in one.cleared],
        "barred_by": [_reason(reason) for reason in one.barred_by],
    }


def _reason(one: Compared | Edge) -> dict[str, Plain]:
    if isinstance(one, Edge):
        return {
            "kind": one.end.value,
            "n": str(one.n),
            "place": str(one.place),
            "of": str(one.of),
            "more": str(one.more),
        }
    threshold = one.threshold
    return {
        "kind": threshold.subject.kind.value,
        "subject": threshold.subject.id or "total",
        "comparison": threshold.comparison.value,
        "threshold": plain(threshold.value),
        "actual": plain(one.actual),
        "holds": one.holds,
    }
