"""A framework in brief: what it is, its dimensions, its batches and targets.

Owns the short form for the area's page and the home page; the framework's own page tells all.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from sunlit.model.framework import Framework
from sunlit.rules.scoring import TargetStanding
from sunlit.rules.stated import Stated, of_framework
from sunlit.source.located import Located
from sunlit.views.citations import Citations
from sunlit.views.figures import computed_figure, missing_figure, stated_figure
from sunlit.views.parts import Block, Figure, Link, When, Words
from sunlit.views.scene import Scene
from sunlit.views.unit_list import dimension_blocks


class BatchLine(Struct, frozen=True):
    """A batch: its year or name, planned and done as published."""

    name: Words
    planned: Figure
    done: Figure


class TargetLine(Struct, frozen=True):
    """A target: how many are to reach it by when, and how many are named as having."""

    name: Words
    by: When | None
    count: Figure
    of: Figure
    reached: Figure
    reported: Figure | None
    fits: bool


class FrameworkBrief(Struct, frozen=True):
    """A framework as an area's page and the home page show it."""

    link: Link
    method: Link
    summary: Words | None
    blocks: tuple[Block, ...]
    batches: tuple[BatchLine, ...]
    targets: tuple[TargetLine, ...]


def framework_brief(
    scene: Scene,
    slug: str,
    framework: Located[Framework],
    *,
    cited: Citations | None = None,
    targets: Iterable[tuple[str, str, TargetStanding]] = (),
) -> FrameworkBrief:
    """The brief of one framework in one area; without `cited`, its head only."""
    record = framework.record
    stated = {one.path: one for one in of_framework(record)} if cited else {}
    figures = _Figures(scene, f"{slug}/{framework.id}", stated, cited)
    return FrameworkBrief(
        link=scene.link(record.name, slug, framework.id),
        method=scene.link(scene.t("area.method"), "frameworks", framework.id),
        summary=scene.maybe(record.summary),
        blocks=dimension_blocks(scene, framework, area=slug),
        batches=tuple(
            BatchLine(
                scene.words(one.name) if one.name else Words(scene.when(one.year).text),
                figures.stated(f"batches/{one.year.key}/planned"),
                figures.stated(f"batches/{one.year.key}/done"),
            )
            for one in (record.batches if cited else ())
        ),
        targets=tuple(
            _target(scene, framework.record, standing, figures)
            for id, _, standing in targets
            if id == framework.id
        ),
    )


class _Figures(Struct, frozen=True):
    """The figures that a framework states, by path; one that it does not state is missing."""

    scene: Scene
    home: str
    known: dict[str, Stated]
    cited: Citations | None

    def stated(self, path: str) -> Figure:
        one = self.known.get(path)
        if one is None or self.cited is None:
            return missing_figure(self.scene, f"{self.home}/{path}")
        return stated_figure(self.scene, one, home=self.home, cited=self.cited)


def _target(
    scene: Scene, record: Framework, standing: TargetStanding, figures: _Figures
) -> TargetLine:
    target = next(one for one in record.targets if one.id == standing.target)
    base = f"targets/{target.id}"
    named = bool(target.reached) or any(one.members for one in record.batches)
    reached = f"{figures.home}/{base}/reached"
    return TargetLine(
        name=scene.words(target.name),
        by=scene.maybe_when(target.by),
        count=figures.stated(f"{base}/count"),
        of=computed_figure(scene, f"{figures.home}/{base}/of", standing.group_size, unit="个"),
        reached=computed_figure(scene, reached, len(standing.reached), unit="个")
        if named
        else missing_figure(scene, reached),
        reported=figures.stated(f"{base}/reported") if target.reported else None,
        fits=standing.reported is None or standing.reported.adds_up,
    )
