"""The ranking of one dimension in one period, with all its parts, and the same as bars.

Owns which units stand in it and what is said of those that do not.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from sunlit.charts import Amount, Bar, BarWords, Chart, Dim, Frame, bars
from sunlit.model.framework import Dimension
from sunlit.rules.scoring.weights import indicators_of
from sunlit.rules.standing import PeriodStanding
from sunlit.rules.summary import UnitSummary
from sunlit.views.applied import Applied
from sunlit.views.judgements import IndicatorCell, Rubric, Sheet, indicator_cell, rubric_of
from sunlit.views.parts import Figure, Link, When, Words
from sunlit.views.ranking import in_order, moved_text
from sunlit.views.results import points_figure
from sunlit.views.scene import Scene

MOST_BARS = 40
"""Above this many units a chart of bars is longer than its table is useful."""


class RankRow(Struct, frozen=True):
    """One unit: place, points, one cell per indicator, how much of it was scored."""

    place: str
    tied: bool
    unit: Link
    points: Figure
    cells: tuple[IndicatorCell, ...]
    covered: str
    moved: str


class DimensionRanking(Struct, frozen=True):
    """The ranking of one period; `rest` says who is not in it, and why.

    Only the newest is drawn, on the page of the dimension itself.
    """

    period: When
    heads: tuple[Words, ...]
    rows: tuple[RankRow, ...]
    moved: bool
    rest: tuple[str, ...]
    chart: Chart | None


class Ranked(Struct, frozen=True):
    """A dimension of a framework in one period, and a page that shows it."""

    scene: Scene
    applied: Applied
    dimension: Dimension
    standing: PeriodStanding

    @property
    def name(self) -> str:
        """The dimension's name in the page's language."""
        return self.scene.words(self.dimension.name).text

    def units(self) -> list[UnitSummary]:
        """Who stands in it, the first place first."""
        return in_order(self.applied, self.standing.places.dimensions[self.dimension.id])


def dimension_ranking(ranked: Ranked, links: Mapping[str, Link]) -> DimensionRanking:
    """The ranking, the first place first; `links` are those to the units, by slug."""
    scene, applied, standing = ranked.scene, ranked.applied, ranked.standing
    rubric = rubric_of(scene, applied.record)
    rows = tuple(_row(ranked, one, rubric=rubric, link=links[one.slug]) for one in ranked.units())
    without = len(applied.units) - len(standing.marks)
    not_taken = len(standing.marks) - len(rows)
    rest = []
    if not_taken:
        rest.append(scene.t("dimension.not_taken", n=not_taken))
    if without:
        rest.append(scene.t("dimension.without_sheet", n=without))
    return DimensionRanking(
        period=scene.when(standing.period),
        heads=tuple(
            scene.words(one.name) for one in indicators_of(applied.record, ranked.dimension.id)
        ),
        rows=rows,
        moved=any(row.moved for row in rows),
        rest=tuple(rest),
        chart=None,
    )


def drawn_ranking(
    ranked: Ranked, ranking: DimensionRanking, links: Mapping[str, Link]
) -> DimensionRanking:
    """The same ranking on a page with other links to the units, and drawn."""
    units = ranked.units()
    rows = tuple(
        replace(row, unit=links[unit.slug]) for row, unit in zip(ranking.rows, units, strict=True)
    )
    return replace(ranking, rows=rows, chart=_chart(ranked, units))


def _row(ranked: Ranked, unit: UnitSummary, *, rubric: Rubric, link: Link) -> RankRow:
    scene, standing, dimension = ranked.scene, ranked.standing, ranked.dimension
    marks = standing.marks[unit.slug].dimension(dimension.id)
    assert marks is not None
    place = standing.places.dimensions[dimension.id][unit.slug]
    base = ranked.applied.sheet(unit, standing.period)
    record = f"scores/{ranked.applied.id}/{standing.period.iso}"
    changes = tuple(one.change for one in unit.changes if one.record == record)
    sheet = Sheet(rubric, base, changes)
    return RankRow(
        place=str(place.place) if place else "",
        tied=place is not None and place.tied_with > 0,
        unit=link,
        points=points_figure(scene, f"{base}/{dimension.id}", marks.points, label=ranked.name),
        cells=tuple(indicator_cell(sheet, dimension.id, one) for one in marks.parts),
        covered=scene.t("results.covered", of=marks.of, done=marks.covered),
        moved=moved_text(scene, place),
    )


def _chart(ranked: Ranked, units: list[UnitSummary]) -> Chart | None:
    scene, dimension, standing = ranked.scene, ranked.dimension, ranked.standing
    if not 0 < len(units) <= MOST_BARS:
        return None
    colour = Dim(dimension.colour.value)
    rows = []
    for unit in units:
        marks = standing.marks[unit.slug].dimension(dimension.id)
        points = marks.points if marks else None
        amount = None
        if points is not None:
            number = scene.locale.number(points, places=1)
            amount = Amount(points, scene.t("results.points", points=number))
        rows.append(Bar(scene.words(unit.name).text, amount, dim=colour))
    title = scene.t("dimension.chart", name=ranked.name, period=scene.when(standing.period).text)
    words = BarWords(
        label=scene.t("ranking.unit"),
        done=scene.t("ranking.points"),
        plan=scene.t("ranking.points"),
        missing=scene.t("figure.missing"),
    )
    return bars(rows, Frame(f"bars-{dimension.id}", title), words=words)
