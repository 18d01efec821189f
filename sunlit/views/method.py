"""The method of a framework, for everybody: what is judged, how, and by which rules.

Owns the page `/frameworks/<id>/` and the index of all frameworks. Everything that the results
depend on stands here, and what was not published is said to be so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from sunlit.model.framework import Framework
from sunlit.rules.known import Known
from sunlit.source.located import Located
from sunlit.views.citations import Citations
from sunlit.views.dimensions import by_tier, plain_block
from sunlit.views.edition import Column, Edition, Page
from sunlit.views.figures import computed_figure
from sunlit.views.formulas import (
    Example,
    worked_example,
)
from sunlit.views.framework_changes import framework_steps
from sunlit.views.method_rows import (
    MethodAssessor,
    MethodDimension,
    MethodIndicator,
    assessor_rows,
    dimension_row,
    indicator_rows,
)
from sunlit.views.parts import Block, Cite, Figure, Link, Source, Step, Words
from sunlit.views.reasons import ListWords, RuleView, rule_view
from sunlit.views.scene import Scene


class MethodList(Struct, frozen=True):
    """A list and its rule."""

    kind: str
    name: Words
    about: Words | None
    rule: RuleView


class MethodView(Struct, frozen=True):
    """What `method.html` shows."""

    name: Words
    summary: Words | None
    scope: Words | None
    intended: Words | None
    areas: tuple[Link, ...]
    dimensions: tuple[MethodDimension, ...]
    tracks_name: Words | None
    tracks: tuple[tuple[Words, Words | None], ...]
    indicators: tuple[MethodIndicator, ...]
    assessors: tuple[MethodAssessor, ...]
    equal: tuple[str, ...]
    example: Example | None
    missing: str
    reached: Figure | None
    lists: tuple[MethodList, ...]
    lacking: tuple[str, ...]
    steps: tuple[Step, ...]
    sources: tuple[Source, ...]
    cite: Cite


class FrameworkCard(Struct, frozen=True):
    """A framework in the index."""

    link: Link
    summary: Words | None
    blocks: tuple[Block, ...]
    areas: tuple[Link, ...]
    indicators: int


class MethodsView(Struct, frozen=True):
    """What `methods.html` shows."""

    cards: tuple[FrameworkCard, ...]
    cite: Cite


Frameworks = tuple[Located[Framework], ...]


def frameworks_of(areas: Iterable[Known]) -> Frameworks:
    """Every framework that some area applies, by id."""
    found = {one.id: one for area in areas for one in area.frameworks}
    return tuple(found[id] for id in sorted(found))


def method_pages(edition: Edition, frameworks: Frameworks) -> Iterator[Page]:
    """The index of frameworks, then the method of each."""
    yield _index(edition, frameworks)
    for framework in frameworks:
        yield _method_page(edition, framework)


def _index(edition: Edition, frameworks: Frameworks) -> Page:
    scene = edition.scene("frameworks")
    title = scene.t("method.index_title")
    cards = tuple(
        FrameworkCard(
            scene.link(one.record.name, "frameworks", one.id),
            scene.maybe(one.record.summary),
            tuple(plain_block(scene, each) for each in one.record.dimensions),
            _areas(edition, scene, one),
            len(one.record.indicators),
        )
        for one in frameworks
    )
    return edition.page(
        scene,
        "methods.html",
        MethodsView(cards, edition.cite(scene, title)),
        title=title,
        kind="method",
        crumbs=(scene.link(scene.t("base.home")), scene.link(title, "frameworks", current=True)),
        column=Column(title),
    )


def _method_page(edition: Edition, framework: Located[Framework]) -> Page:
    scene = edition.scene("frameworks", framework.id)
    view = _view(edition, scene, framework)
    title = scene.t("method.title", name=view.name.text)
    return edition.page(
        scene,
        "method.html",
        view,
        title=title,
        kind="method",
        description=view.summary.text if view.summary else "",
        crumbs=(
            scene.link(scene.t("base.home")),
            scene.link(scene.t("method.index_title"), "frameworks"),
            scene.link(framework.record.name, "frameworks", framework.id, current=True),
        ),
        column=Column(title),
    )


def _areas(edition: Edition, scene: Scene, framework: Located[Framework]) -> tuple[Link, ...]:
    known = {one.slug: one.name for one in edition.heads}
    return tuple(
        scene.link(known[slug], slug, framework.id)
        for slug in framework.record.areas
        if slug in known
    )


def _view(edition: Edition, scene: Scene, framework: Located[Framework]) -> MethodView:
    record = framework.record
    cited = Citations(scene, record.sources, default=record.source)
    cited.mark()
    name = scene.words(record.name)
    return MethodView(
        name=name,
        summary=scene.maybe(record.summary),
        scope=scene.maybe(record.scope),
        intended=scene.maybe(record.intended),
        areas=_areas(edition, scene, framework),
        dimensions=tuple(dimension_row(scene, framework, one) for one in by_tier(record)),
        tracks_name=scene.maybe(record.tracks_name),
        tracks=tuple((scene.words(one.name), scene.maybe(one.about)) for one in record.tracks),
        indicators=indicator_rows(scene, framework),
        assessors=assessor_rows(scene, framework),
        equal=tuple(scene.t(f"method.equal_{what}") for what in _equal(record)),
        example=worked_example(scene, framework),
        missing=record.missing.value,
        reached=_reached(scene, framework),
        lists=tuple(
            MethodList(
                one.kind.value,
                scene.words(one.name),
                scene.maybe(one.about),
                rule_view(ListWords(scene, framework, one.id, anchor=True), one),
            )
            for one in record.lists
        ),
        lacking=tuple(scene.t(f"method.lacks_{what}") for what in _lacking(record)),
        steps=framework_steps(scene, framework),
        sources=cited.listed(),
        cite=edition.cite(scene, scene.t("method.title", name=name.text)),
    )


def _reached(scene: Scene, framework: Located[Framework]) -> Figure | None:
    mark = framework.record.reached
    if mark is None:
        return None
    id = f"frameworks/{framework.id}/reached"
    return computed_figure(scene, id, mark, unit="分", anchor=True)


def _equal(record: Framework) -> Iterator[str]:
    """Where weights were not given, so that equal ones are used."""
    if not record.indicators:
        return
    if not record.dimension_weights:
        yield "dimensions"
    if all(one.weight is None for one in record.indicators):
        yield "indicators"
    if record.assessors and all(one.weight is None for one in record.assessors):
        yield "assessors"


def _lacking(record: Framework) -> Iterator[str]:
    """What was not published about the method itself."""
    if not record.dimensions:
        yield "dimensions"
    if not record.indicators:
        yield "indicators"
    if not record.assessors:
        yield "assessors"
    if not record.lists:
        yield "lists"
