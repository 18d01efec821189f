"""The page of a framework in an area, and the ready-made views of its matrix.

Owns what stands on these pages and in which order: the aim, how far it is, everybody, the method.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from sunlit.rules.scoring import ListOutcome
from sunlit.views.applied import Applied, applied_in
from sunlit.views.batches import BatchTable, batch_table, stated_in
from sunlit.views.dimension import dimension_drafts
from sunlit.views.dimensions import DimensionRow, dimension_rows
from sunlit.views.district import District
from sunlit.views.drafts import Draft
from sunlit.views.edition import Column, Edition, Page
from sunlit.views.figures import computed_figure
from sunlit.views.framework_changes import framework_steps
from sunlit.views.framework_today import framework_today, not_published
from sunlit.views.lists import list_pages
from sunlit.views.matrix import (
    Cut,
    Matrix,
    MatrixRow,
    cuts_of,
    filter_label,
    matrix_of,
    matrix_rows,
)
from sunlit.views.parts import Cite, Figure, Link, Source, Step, When, Words
from sunlit.views.principles import PrincipleView, principle_views
from sunlit.views.scene import Scene
from sunlit.views.sentences import Sentence
from sunlit.views.targets import TargetView, target_views


class TrackView(Struct, frozen=True):
    """A track with its explanation; `units` is None where nobody's tracks were published."""

    name: Words
    about: Words | None
    units: Figure | None
    page: Link | None


class NewestResults(Struct, frozen=True):
    """The newest period: how many have a total, how many are on which list."""

    period: When
    totals: Figure
    lists: tuple[tuple[str, Words, Figure], ...]
    page: Link


class FrameworkView(Struct, frozen=True):
    """What `framework.html` shows."""

    name: Words
    kicker: Link
    summary: Words | None
    today: Sentence
    scope: Words | None
    intended: Words | None
    method: Link
    others: tuple[Link, ...]
    dimensions: tuple[DimensionRow, ...]
    targets: tuple[TargetView, ...]
    batches: BatchTable | None
    matrix: Matrix | None
    has_units: bool
    below: tuple[Link, ...]
    tracks_name: Words | None
    tracks: tuple[TrackView, ...]
    results: NewestResults | None
    principles: tuple[PrincipleView, ...]
    missing: tuple[str, ...]
    steps: tuple[Step, ...]
    sources: tuple[Source, ...]
    cite: Cite


class CutView(Struct, frozen=True):
    """What `framework_by.html` shows: some rows of the matrix."""

    name: Words
    kind: str
    kicker: Link
    back: Link
    matrix: Matrix
    cite: Cite


def framework_pages(edition: Edition, district: District) -> Iterator[Page]:
    """The pages of every framework that applies to an area, but for those of its dimensions."""
    for applied in applied_in(district):
        yield framework_page(edition, applied)
        yield from cut_pages(edition, applied)
        yield from list_pages(edition, applied)


def every_dimension_draft(edition: Edition, district: District, full: District) -> Iterator[Draft]:
    """The pages of every dimension of those frameworks, with the projects of `full` that name it.

    Everything else they are made from is `district`.
    """
    for applied in applied_in(district):
        yield from dimension_drafts(edition, applied, full)


def framework_page(edition: Edition, applied: Applied) -> Page:
    """The page of a framework in one area."""
    scene = edition.scene(*applied.folders())
    view = _view(edition, scene, applied)
    return edition.page(
        scene,
        "framework.html",
        view,
        title=view.name.text,
        kind="framework",
        description=view.summary.text if view.summary else "",
        area=applied.area,
        section=applied.id,
        crumbs=edition.area_crumbs(scene, applied.area, applied.link(scene)),
        column=Column(view.name.text),
    )


def cut_pages(edition: Edition, applied: Applied) -> Iterator[Page]:
    """The ready-made views of the matrix, so that its filters work without a script.

    All lie equally deep and share their rows.
    """
    scene = edition.scene(*applied.folders("by", "name", "value"))
    cuts = cuts_of(scene, applied)
    rows = matrix_rows(scene, applied) if cuts else {}
    for cut in cuts:
        yield _cut_page(edition, applied, rows, cuts=cuts, cut=cut)


def _cut_page(
    edition: Edition,
    applied: Applied,
    rows: Mapping[str, MatrixRow],
    *,
    cuts: tuple[Cut, ...],
    cut: Cut,
) -> Page:
    scene = edition.scene(*applied.folders("by", cut.name, cut.value))
    matrix = matrix_of(scene, applied, rows, cuts=cuts, cut=cut)
    assert matrix is not None
    whole = applied.link(scene)
    title = scene.t("framework.cut_title", name=whole.label.text, cut=cut.label.text)
    here = Link(scene.to(*applied.folders("by", cut.name, cut.value)), cut.label)
    view = CutView(
        cut.label,
        filter_label(scene, applied, cut.name),
        _area_link(scene, applied),
        whole,
        matrix,
        edition.cite(scene, title),
    )
    return edition.page(
        scene,
        "framework_by.html",
        view,
        title=title,
        kind="framework",
        area=applied.area,
        section=applied.id,
        crumbs=edition.area_crumbs(scene, applied.area, whole, here),
        column=Column(title),
    )


def _area_link(scene: Scene, applied: Applied) -> Link:
    return scene.link(applied.district.record.name, applied.area)


def _view(edition: Edition, scene: Scene, applied: Applied) -> FrameworkView:
    record = applied.record
    cited = applied.cited(scene)
    stated = stated_in(scene, applied, cited)
    cited.mark()
    targets = target_views(stated)
    batches = batch_table(stated)
    principles = principle_views(stated)
    name = scene.words(record.name)
    return FrameworkView(
        name=name,
        kicker=_area_link(scene, applied),
        summary=scene.maybe(record.summary),
        today=framework_today(stated),
        scope=scene.maybe(record.scope),
        intended=scene.maybe(record.intended),
        method=scene.link(scene.t("framework.method"), "frameworks", applied.id),
        others=_others(edition, scene, applied),
        dimensions=dimension_rows(scene, applied),
        targets=targets,
        batches=batches,
        matrix=matrix_of(scene, applied, matrix_rows(scene, applied), cuts=cuts_of(scene, applied)),
        has_units=bool(applied.units),
        below=tuple(
            scene.link(one.record.name, one.slug, applied.id)
            for one in applied.district.below
            if one.slug in record.areas
        ),
        tracks_name=scene.maybe(record.tracks_name),
        tracks=_tracks(scene, applied),
        results=_results(scene, applied),
        principles=principles,
        missing=not_published(scene, applied),
        steps=framework_steps(scene, applied.framework),
        sources=cited.listed(),
        cite=edition.cite(scene, name.text),
    )


def _others(edition: Edition, scene: Scene, applied: Applied) -> tuple[Link, ...]:
    known = {one.slug: one.name for one in edition.heads}
    return tuple(
        scene.link(known[slug], slug, applied.id)
        for slug in applied.record.areas
        if slug in known and slug != applied.area
    )


def _tracks(scene: Scene, applied: Applied) -> tuple[TrackView, ...]:
    known = any(applied.tracks_of(one) for one in applied.units)
    views = []
    for track in applied.record.tracks:
        count = sum(track.id in applied.tracks_of(one) for one in applied.units)
        id = f"{applied.base}/tracks/{track.id}/units"
        views.append(
            TrackView(
                scene.words(track.name),
                scene.maybe(track.about),
                computed_figure(scene, id, count, unit="个", anchor=True) if known else None,
                scene.link(
                    scene.t("framework.track_units"), *applied.folders("by", "track", track.id)
                )
                if known and applied.record.dimensions
                else None,
            )
        )
    return tuple(views)


def _results(scene: Scene, applied: Applied) -> NewestResults | None:
    if not applied.periods:
        return None
    newest = applied.periods[-1]
    base = f"{applied.base}/results/{newest.period.key}"
    names = {one.id: one.name for one in applied.record.lists}
    totals = sum(one is not None for one in newest.places.total.values())

    def members(outcome: ListOutcome) -> Figure:
        id = f"{base}/{outcome.list}"
        return computed_figure(scene, id, len(outcome.members), unit="个", anchor=True)

    return NewestResults(
        period=scene.when(newest.period),
        totals=computed_figure(scene, f"{base}/totals", totals, unit="个", anchor=True),
        lists=tuple(
            (one.kind.value, scene.words(names[one.list]), members(one)) for one in newest.lists
        ),
        page=scene.link(scene.t("framework.lists_page"), *applied.folders("lists")),
    )
