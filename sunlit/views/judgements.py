"""The parts of a dimension's points: each judgement as given, and what it counts as.

Owns how a score reads on its scale: 87, 优秀, 4 of 5 stars, 83 of 100 votes, 12.5 km. The text is
the author's own; a corrected one shows what it was first.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from msgspec import Struct

from sunlit.locale import Locale
from sunlit.model.amounts import parse_amount
from sunlit.model.figures import Change
from sunlit.model.framework import Framework
from sunlit.model.method import Assessor, Indicator, Nature, ScaleKind
from sunlit.rules.scoring import AssessorMark, IndicatorMarks
from sunlit.views.amounts import read_value
from sunlit.views.figures import missing_figure
from sunlit.views.parts import Figure, Words
from sunlit.views.results import points_figure
from sunlit.views.scene import Scene


class Judgement(Struct, frozen=True):
    """One score: by whom (nobody for a measurement), as given, and its points."""

    who: Words | None
    raw: Figure
    points: Figure | None


class IndicatorCell(Struct, frozen=True):
    """An indicator of one unit: its judgements and its points."""

    judgements: tuple[Judgement, ...]
    points: Figure


class Rubric(Struct, frozen=True):
    """What a framework judges by, in a page's language: indicators and assessors by id."""

    scene: Scene
    indicators: Mapping[str, tuple[Indicator, Words]]
    assessors: Mapping[str, tuple[Assessor, Words]]


def rubric_of(scene: Scene, framework: Framework) -> Rubric:
    """The rubric of a framework."""
    return Rubric(
        scene,
        {one.id: (one, scene.words(one.name)) for one in framework.indicators},
        {one.id: (one, scene.words(one.name)) for one in framework.assessors},
    )


class Sheet(Struct, frozen=True):
    """One unit's score sheet of one period: the start of its figures' ids, and its changes."""

    rubric: Rubric
    base: str
    changes: tuple[Change, ...]


def indicator_cell(sheet: Sheet, dimension: str, marks: IndicatorMarks) -> IndicatorCell:
    """The cell of one indicator in a ranking."""
    indicator, name = sheet.rubric.indicators[marks.indicator]
    several = len(marks.parts) > 1
    return IndicatorCell(
        tuple(_judgement(sheet, indicator, one, several=several) for one in marks.parts),
        points_figure(
            sheet.rubric.scene,
            f"{sheet.base}/{dimension}/{indicator.id}",
            marks.points,
            label=name.text,
        ),
    )


def _judgement(
    sheet: Sheet, indicator: Indicator, part: AssessorMark, *, several: bool
) -> Judgement:
    scene = sheet.rubric.scene
    assessor, who = sheet.rubric.assessors.get(part.assessor or "", (None, None))
    path = f"scores/{indicator.id}" + (f"/{part.assessor}" if part.assessor else "")
    if part.raw is None:
        raw = missing_figure(scene, f"{sheet.base}/{path}", label=who or "")
    else:
        raw = _raw(sheet, path, part.raw, indicator=indicator, assessor=assessor)
    id = f"{sheet.base}/{indicator.dimension}/{indicator.id}/{part.assessor}"
    points = points_figure(scene, id, part.points, label="") if several else None
    return Judgement(who, raw, points)


def _raw(
    sheet: Sheet, path: str, raw: str, *, indicator: Indicator, assessor: Assessor | None
) -> Figure:
    """The score as the author wrote it, with the word of its scale."""
    scene = sheet.rubric.scene
    steps = [one for one in sheet.changes if one.figure == path]
    first = min(steps, key=lambda one: one.on.sort_key).was if steps else None
    return Figure(
        id=f"{sheet.base}/{path}",
        label=sheet.rubric.indicators[indicator.id][1],
        state="known",
        value=raw,
        number=raw,
        unit="",
        qualifier="",
        text=raw_text(scene, raw, indicator=indicator, assessor=assessor),
        first=raw_text(scene, first, indicator=indicator, assessor=assessor) if first else "",
        changes=len(steps),
    )


def raw_text(scene: Scene, raw: str, *, indicator: Indicator, assessor: Assessor | None) -> str:
    """A score as it reads on its scale."""
    if indicator.nature is Nature.HARD:
        return _measured(raw, indicator.unit, scene.locale)
    kind = assessor.scale.kind if assessor else None
    match kind:
        case ScaleKind.STARS:
            most = assessor.scale.max if assessor else None
            return scene.t("judgements.stars", raw=raw, most=scene.locale.number(most or 0))
        case ScaleKind.VOTES:
            agreed, _, cast = raw.partition("/")
            if cast:
                return scene.t("judgements.votes", agreed=agreed.strip(), cast=cast.strip())
            return raw
        case _:
            return raw


@lru_cache(maxsize=4096)
def _measured(raw: str, unit: str | None, locale: Locale) -> str:
    """A measurement in its unit; the same few are given to most units of an area."""
    amount = parse_amount(raw)
    if isinstance(amount, str):
        return raw
    return read_value(amount.value, amount.unit or unit, locale).text
