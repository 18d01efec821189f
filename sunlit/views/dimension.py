"""A dimension of a framework in an area: its ranking with all parts, and its projects.

Owns the pages of every dimension and period. Where nothing was scored the page says so, and who
has taken the dimension on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property, partial

from msgspec import Struct

from sunlit.digest import Digest
from sunlit.model.framework import Dimension
from sunlit.rules.standing import PeriodStanding
from sunlit.rules.states import BlockState
from sunlit.rules.summary import ProjectSummary
from sunlit.views.applied import Applied
from sunlit.views.dimension_ranking import (
    DimensionRanking,
    Ranked,
    dimension_ranking,
    drawn_ranking,
)
from sunlit.views.dimensions import evident, plain_block, tier_of
from sunlit.views.district import District
from sunlit.views.drafts import Draft, digest_of
from sunlit.views.edition import Column, Edition, Page
from sunlit.views.figures import computed_figure
from sunlit.views.ledger import ledger_row
from sunlit.views.ledger_entries import Entry, entry_of
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
    """A dimension in an area with the periods it was scored in, oldest first.

    `projects` are those that name it, the late ones first; on the page of a period there are none.
    """

    applied: Applied
    dimension: Dimension
    periods: tuple[PeriodStanding, ...]
    projects: tuple[Entry, ...] = ()


def dimension_drafts(edition: Edition, applied: Applied, full: District) -> Iterator[Draft]:
    """Every dimension with its newest period, and every period at an address of its own.

    They are made from `applied`; only projects are those of `full`.
    """
    desk = _Desk(edition, applied)
    for dimension in applied.record.dimensions:
        periods = tuple(one for one in applied.periods if dimension.id in one.places.dimensions)
        own = _Chapter(applied, dimension, periods, _projects(full, dimension.id))
        ids = tuple(one.id for one in own.projects)
        yield _draft(edition, own, digest_of(ids), partial(desk.newest, own))
        for period in periods:
            bare = _Chapter(applied, dimension, periods)
            yield _draft(edition, bare, digest_of(()), partial(desk.of, bare, period), only=period)


def _draft(
    edition: Edition,
    chapter: _Chapter,
    shows: Digest,
    make: Callable[[], Page],
    *,
    only: PeriodStanding | None = None,
) -> Draft:
    return Draft(edition.scene(*_folders(chapter, only)).path, shows, make)


def _folders(chapter: _Chapter, only: PeriodStanding | None) -> tuple[str, ...]:
    further = (only.period.key,) if only else ()
    return chapter.applied.folders(chapter.dimension.id, *further)


def _projects(full: District, dimension: str) -> tuple[Entry, ...]:
    """The projects that name the dimension, those that are late first."""
    found = [
        entry_of(unit, project)
        for unit in full.standing.units
        for project in unit.projects
        if dimension in project.dimensions
    ]
    found.sort(key=lambda one: _days_ahead(one.project))
    return tuple(found)


def _days_ahead(project: ProjectSummary) -> int:
    return -project.lateness.days if project.lateness.running else 1


class _Desk:
    """Where the pages of a framework's dimensions are made.

    All pages of periods lie equally deep and share the links to the units; so do all pages of
    dimensions. The newest ranking stands on a page of either kind and is made once.
    """

    def __init__(self, edition: Edition, applied: Applied) -> None:
        self._edition = edition
        self._applied = applied
        self._scene = edition.scene(*applied.folders("dimension", "period"))
        self._rankings: dict[tuple[str, str], DimensionRanking] = {}

    def newest(self, chapter: _Chapter) -> Page:
        """The page of a dimension itself."""
        if not chapter.periods:
            return _page(self._edition, chapter, None)
        last = chapter.periods[-1]
        ranking = self._ranking(chapter, last)
        drawn = drawn_ranking(self._ranked(chapter, last), ranking, self._links)
        return _page(self._edition, chapter, drawn)

    def of(self, chapter: _Chapter, period: PeriodStanding) -> Page:
        """The page of a period."""
        return _page(self._edition, chapter, self._ranking(chapter, period), only=period)

    def _ranking(self, chapter: _Chapter, period: PeriodStanding) -> DimensionRanking:
        key = (chapter.dimension.id, period.period.key)
        if key not in self._rankings:
            ranked = self._ranked(chapter, period)
            self._rankings[key] = dimension_ranking(ranked, self._links_of_period)
        return self._rankings[key]

    def _ranked(self, chapter: _Chapter, period: PeriodStanding) -> Ranked:
        return Ranked(self._scene, self._applied, chapter.dimension, period)

    @cached_property
    def _links(self) -> dict[str, Link]:
        return self._applied.unit_links(self._edition.scene(*self._applied.folders("dimension")))

    @cached_property
    def _links_of_period(self) -> dict[str, Link]:
        return self._applied.unit_links(self._scene)


def _page(
    edition: Edition,
    chapter: _Chapter,
    ranking: DimensionRanking | None,
    *,
    only: PeriodStanding | None = None,
) -> Page:
    applied, dimension = chapter.applied, chapter.dimension
    folders = _folders(chapter, only)
    scene = edition.scene(*folders)
    framework = applied.link(scene)
    crumbs = [framework, scene.link(dimension.name, *applied.folders(dimension.id))]
    name = scene.words(dimension.name)
    title = scene.t("dimension.title", framework=framework.label.text, name=name.text)
    if only:
        period = scene.when(only.period).text
        crumbs.append(scene.link(period, *folders))
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
    projects = tuple(
        ledger_row(scene, one.project, one.unit, cited=cited) for one in chapter.projects
    )
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
