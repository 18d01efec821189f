"""A dimension of a framework in an area: its ranking with all parts, and its projects.

Owns the pages of every dimension and period. Where nothing was scored the page says so, and who
has taken the dimension on.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from sunlit.model.framework import Dimension
from sunlit.rules.standing import PeriodStanding
from sunlit.rules.states import BlockState
from sunlit.views.applied import Applied
from sunlit.views.citations import Citations
from sunlit.views.dimension_ranking import (
    DimensionRanking,
    Ranked,
    dimension_ranking,
    drawn_ranking,
)
from sunlit.views.dimensions import evident, plain_block, tier_of
from sunlit.views.edition import Column, Edition, Page
from sunlit.views.figures import computed_figure
from sunlit.views.ledger import ledger_row
from sunlit.views.parts import Block, Cite, Figure, LedgerRow, Link, Source, Words
from sunlit.views.scene import Scene
from sunlit.views.sentences import Sentence, compose


class DimensionView(Struct, frozen=True):
    """What `dimension.html` shows; not `whole` is the page of one period."""

    name: Words
    kicker: Link
    block: Block
    aim: Words | None
    tier: Words | None
    required: bool
    method: Link
    today: Sentence
    ranking: DimensionRanking | None
    periods: tuple[Link, ...]
    chosen: tuple[Link, ...]
    projects: tuple[LedgerRow, ...]
    whole: bool
    scored: bool
    before: Link | None
    after: Link | None
    sources: tuple[Source, ...]
    cite: Cite


class _Chapter(Struct, frozen=True):
    """A dimension in an area with the periods it was scored in, oldest first."""

    applied: Applied
    dimension: Dimension
    periods: tuple[PeriodStanding, ...]


def dimension_pages(edition: Edition, applied: Applied) -> Iterator[Page]:
    """Every dimension with its newest period, and every period at an address of its own.

    All pages of periods lie equally deep and share the links to the units; so do all pages of
    dimensions. The newest ranking stands on a page of either kind and is made once.
    """
    links = applied.unit_links(edition.scene(*applied.folders("dimension")))
    scene = edition.scene(*applied.folders("dimension", "period"))
    links_of_period = applied.unit_links(scene)
    for dimension in applied.record.dimensions:
        periods = tuple(one for one in applied.periods if dimension.id in one.places.dimensions)
        chapter = _Chapter(applied, dimension, periods)
        ranked = [Ranked(scene, applied, dimension, one) for one in periods]
        rankings = [dimension_ranking(one, links_of_period) for one in ranked]
        newest = drawn_ranking(ranked[-1], rankings[-1], links) if periods else None
        yield _page(edition, chapter, newest)
        for period, ranking in zip(periods, rankings, strict=True):
            yield _page(edition, chapter, ranking, only=period)


def _page(
    edition: Edition,
    chapter: _Chapter,
    ranking: DimensionRanking | None,
    *,
    only: PeriodStanding | None = None,
) -> Page:
    applied, dimension = chapter.applied, chapter.dimension
    further = (dimension.id, only.period.key) if only else (dimension.id,)
    scene = edition.scene(*applied.folders(*further))
    framework = applied.link(scene)
    crumbs = [framework, scene.link(dimension.name, *applied.folders(dimension.id))]
    name = scene.words(dimension.name)
    title = scene.t("dimension.title", framework=framework.label.text, name=name.text)
    if only:
        period = scene.when(only.period).text
        crumbs.append(scene.link(period, *applied.folders(*further)))
        title = scene.t("dimension.period_title", title=title, period=period)
    view = _view(scene, chapter, ranking, only=only, cite=edition.cite(scene, title))
    return edition.page(
        scene,
        "dimension.html",
        view,
        title=title,
        kind="dimension",
        area=applied.area,
        section=applied.id,
        crumbs=edition.area_crumbs(scene, applied.area, *crumbs),
        column=Column(title),
    )


def _view(
    scene: Scene,
    chapter: _Chapter,
    ranking: DimensionRanking | None,
    *,
    only: PeriodStanding | None,
    cite: Cite,
) -> DimensionView:
    applied, dimension, periods = chapter.applied, chapter.dimension, chapter.periods
    record = applied.record
    cited = applied.cited(scene)
    cited.mark()
    shown = only or (periods[-1] if periods else None)
    tier = tier_of(record, dimension)
    projects = () if only else _projects(scene, applied, dimension.id, cited=cited)
    at = record.dimensions.index(dimension)
    return DimensionView(
        name=scene.words(dimension.name),
        kicker=applied.link(scene),
        block=plain_block(scene, dimension),
        aim=scene.maybe(dimension.aim),
        tier=scene.words(tier.name) if tier else None,
        required=tier is not None and tier.required,
        method=scene.link(scene.t("framework.method"), "frameworks", applied.id),
        today=_today(scene, applied, dimension, required=tier is not None and tier.required),
        ranking=ranking,
        periods=tuple(
            scene.link(
                scene.when(one.period).text,
                *applied.folders(dimension.id, one.period.key),
                current=one is shown,
            )
            for one in reversed(periods)
        ),
        chosen=tuple(
            applied.unit_link(scene, one)
            for one in applied.units
            if applied.chose(one, dimension.id)
        )
        if not periods
        else (),
        projects=projects,
        whole=only is None,
        scored=any(one.dimension == dimension.id for one in record.indicators),
        before=_neighbour(scene, applied, at - 1),
        after=_neighbour(scene, applied, at + 1),
        sources=cited.listed(),
        cite=cite,
    )


def _neighbour(scene: Scene, applied: Applied, at: int) -> Link | None:
    dimensions = applied.record.dimensions
    if not 0 <= at < len(dimensions):
        return None
    return scene.link(dimensions[at].name, *applied.folders(dimensions[at].id))


def _today(scene: Scene, applied: Applied, dimension: Dimension, *, required: bool) -> Sentence:
    """Who takes the dimension on, and how many of them are how far."""
    states = applied.states_of(dimension)
    taken = len(states) - states.count(BlockState.OPEN)

    def counted(name: str, count: int) -> Figure:
        id = f"{applied.base}/dimensions/{dimension.id}/{name}"
        return computed_figure(scene, id, count, unit="个")

    if not states:
        key = "none"
    elif required:
        key = "required" if evident(states) else "required_unknown"
    elif taken:
        key = "chosen" if evident(states) else "chosen_unknown"
    else:
        key = "open"
    return compose(
        scene,
        f"dimension.today_{key}",
        n=taken,
        units=counted("units", len(states)),
        taken=counted("taken", taken),
        reached=counted("reached", states.count(BlockState.REACHED)),
        started=counted("started", states.count(BlockState.STARTED)),
    )


def _projects(
    scene: Scene, applied: Applied, dimension: str, *, cited: Citations
) -> tuple[LedgerRow, ...]:
    """The projects that name the dimension, those that are late first."""
    found = [
        (unit, project)
        for unit in applied.units
        for project in unit.projects
        if dimension in project.dimensions
    ]
    found.sort(key=lambda pair: -pair[1].lateness.days if pair[1].lateness.running else 1)
    return tuple(ledger_row(scene, project, unit, cited=cited) for unit, project in found)
