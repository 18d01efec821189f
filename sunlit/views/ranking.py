"""Rankings as tables: places, points, parts, and how a place has moved since the last period.

Owns the order of rows: by place, then by name in the register; units without points come last.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct
from msgspec.structs import replace

from sunlit.rules.scoring import DimensionMarks, Place, Ranking
from sunlit.rules.standing import PeriodStanding
from sunlit.rules.summary import UnitSummary
from sunlit.views.applied import Applied
from sunlit.views.dimensions import plain_block
from sunlit.views.parts import Block, Figure, Link
from sunlit.views.results import points_figure
from sunlit.views.scene import Scene


class TotalRow(Struct, frozen=True):
    """One unit: place, total, and its points in each dimension it was scored on."""

    place: str
    tied: bool
    unit: Link
    total: Figure
    parts: tuple[Figure | None, ...]
    moved: str
    gaps: int


class TotalRanking(Struct, frozen=True):
    """Everybody by total; `heads` are the dimensions that are scored."""

    heads: tuple[Block, ...]
    rows: tuple[TotalRow, ...]
    unscored: int
    moved: bool


def total_ranking(
    scene: Scene, applied: Applied, standing: PeriodStanding, links: Mapping[str, Link]
) -> TotalRanking:
    """The ranking of the total in one period; `links` are those to the units, by slug."""
    scored = {one.dimension for one in applied.record.indicators}
    heads = tuple(
        (one.id, plain_block(scene, one)) for one in applied.record.dimensions if one.id in scored
    )
    rows = tuple(
        _total_row(scene, applied, standing=standing, unit=unit, heads=heads, link=links[unit.slug])
        for unit in in_order(applied, standing.places.total)
    )
    return TotalRanking(
        heads=tuple(block for _, block in heads),
        rows=rows,
        unscored=len(applied.units) - len(rows),
        moved=any(row.moved for row in rows),
    )


def linked_ranking(
    ranking: TotalRanking,
    applied: Applied,
    standing: PeriodStanding,
    links: Mapping[str, Link],
) -> TotalRanking:
    """The same ranking on a page with other links to the units."""
    units = in_order(applied, standing.places.total)
    rows = (
        replace(row, unit=links[unit.slug]) for row, unit in zip(ranking.rows, units, strict=True)
    )
    return replace(ranking, rows=tuple(rows))


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
    heads: Iterable[tuple[str, Block]],
    link: Link,
) -> TotalRow:
    marks = standing.marks[unit.slug]
    place = standing.places.total[unit.slug]
    sheet = applied.sheet(unit, standing.period)
    return TotalRow(
        place=str(place.place) if place else "",
        tied=place is not None and place.tied_with > 0,
        unit=link,
        total=points_figure(scene, f"{sheet}/total", marks.points, label=scene.t("results.total")),
        parts=tuple(_part(scene, sheet, marks.dimension(id), block) for id, block in heads),
        moved=moved_text(scene, place),
        gaps=marks.gaps,
    )


def _part(scene: Scene, sheet: str, found: DimensionMarks | None, block: Block) -> Figure | None:
    """The points of a dimension; None where the unit has not taken it."""
    if found is None:
        return None
    return points_figure(scene, f"{sheet}/{found.dimension}", found.points, label=block.name)
