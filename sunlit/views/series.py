"""Series of a project's figures: a quantity or a source of money with its plan and all points.

Owns the order of points (newest first) and that every figure has its anchor here, at home.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from sunlit.model.figures import FigureRecord, Fund
from sunlit.model.project import Project
from sunlit.model.text import LocalisedText
from sunlit.rules.stated import Stated, of_figure, of_fund
from sunlit.views.citations import Citations
from sunlit.views.facts import point_order
from sunlit.views.figures import stated_figure
from sunlit.views.parts import Figure, Words
from sunlit.views.scene import Scene


class SeriesRow(Struct, frozen=True):
    """A quantity or a source of money: plan, and every measured point, newest first."""

    label: Words
    planned: Figure | None
    points: tuple[Figure, ...]
    note: Words | None = None


class Series(Struct, frozen=True):
    """Makes series rows of one project, each figure anchored."""

    scene: Scene
    home: str
    cited: Citations
    record: Project

    def of_figure(self, figure: FigureRecord, base: str) -> SeriesRow:
        return self._row(figure.label, list(of_figure(figure, base, ())), figure.note)

    def of_fund(self, fund: Fund, number: int) -> SeriesRow:
        label = fund.source
        row = self._row(label, list(of_fund(fund, number)), fund.note)
        if fund.year is None:
            return row
        year = self.scene.when(fund.year).text
        named = self.scene.t("project.fund_year", source=row.label.text, year=year)
        return SeriesRow(Words(named, row.label.lang), row.planned, row.points, row.note)

    def _row(
        self, label: LocalisedText, stated: Sequence[Stated], note: LocalisedText | None
    ) -> SeriesRow:
        plans = [one for one in stated if one.planned]
        points = sorted((one for one in stated if not one.planned), key=point_order, reverse=True)
        return SeriesRow(
            self.scene.words(label),
            self._figure(plans[0]) if plans else None,
            tuple(self._figure(one) for one in points),
            self.scene.maybe(note),
        )

    def _figure(self, stated: Stated) -> Figure:
        return stated_figure(
            self.scene,
            stated,
            home=self.home,
            cited=self.cited,
            changes=self.record.changes,
            anchor=True,
            default_source=self.record.source,
        )
