"""Rankings as tables: places, points, parts, and how a place has moved since the last period.

Owns the order of rows: by place, then by name in the register; units without points come last.
"""

from __future__ import annotations

from dataclasses import dataclass

from sunlit.model.framework import Dimension
from sunlit.rules.scoring import Place, Ranking, UnitResult
from sunlit.rules.standing import PeriodStanding
from sunlit.rules.summary import UnitSummary
from sunlit.views.applied import Applied
from sunlit.views.dimensions import plain_block
from sunlit.views.parts import Block, Figure, Link
from sunlit.views.results import points_figure
from sunlit.views.scene import Scene


@dataclass(frozen=True, slots=True)
class TotalRow:
    """One unit: place, total, and its points in each dimension it was scored on."""

    place: str
    tied: bool
    unit: Link
    total: Figure
    parts: tuple[Figure | None, ...]
    moved: str
    gaps: int


@dataclass(frozen=True, slots=True)
class TotalRanking:
    """Everybody by total; `heads` are the dimensions that are scored."""

    heads: tuple[Block, ...]
    rows: tuple[TotalRow, ...]
    unscored: int
    moved: bool


def total_ranking(scene: Scene, applied: Applied, standing: PeriodStanding) -> TotalRanking:
    """The ranking of the total in one period."""
    scored = {one.dimension for one in applied.record.indicators}
    dimensions = [one for one in applied.record.dimensions if one.id in scored]
    rows = tuple(
        _total_row(scene, applied, standing=standing, unit=unit, dimensions=dimensions)
        for unit in in_order(applied, standing.places.total)
    )
    return TotalRanking(
        heads=tuple(plain_block(scene, one) for one in dimensions),
        rows=rows,
        unscored=len(applied.units) - len(rows),
        moved=any(row.moved for row in rows),
    )


def in_order(applied: Applied, ranking: Ranking) -> list[UnitSummary]:
    """The units of a ranking, the first place first."""

    def order(unit: UnitSummary) -> int:
        place = ranking[unit.slug]
        return place.place if place else len(ranking) + 1

    return sorted((one for one in applied.units if one.slug in ranking), key=order)


def moved_text(scene: Scene, place: Place | None) -> str:
    """Places gained or lost since the period before; empty when there was none."""
    if place is None or place.moved is None:
        return ""
    if place.moved == 0:
        return scene.t("ranking.same")
    return scene.t("ranking.up" if place.moved > 0 else "ranking.down", n=abs(place.moved))


def _total_row(
    scene: Scene,
    applied: Applied,
    *,
    standing: PeriodStanding,
    unit: UnitSummary,
    dimensions: list[Dimension],
) -> TotalRow:
    result = standing.results[unit.slug]
    place = standing.places.total[unit.slug]
    sheet = applied.sheet(unit, standing.period)
    return TotalRow(
        place=str(place.place) if place else "",
        tied=place is not None and place.tied_with > 0,
        unit=applied.unit_link(scene, unit),
        total=points_figure(scene, f"{sheet}/total", result.points, label=scene.t("results.total")),
        parts=tuple(_part(scene, sheet, result, one) for one in dimensions),
        moved=moved_text(scene, place),
        gaps=len(result.missing),
    )


def _part(scene: Scene, sheet: str, result: UnitResult, dimension: Dimension) -> Figure | None:
    """The points of a dimension; None where the unit has not taken it."""
    found = result.dimension(dimension.id)
    if found is None:
        return None
    name = scene.words(dimension.name).text
    return points_figure(scene, f"{sheet}/{dimension.id}", found.points, label=name)
