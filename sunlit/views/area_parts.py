"""Parts of an area's page: figures by aspect, who answers for what, places, organisation.

Owns which record each part is read from; the page's order is in `area`.
"""

from __future__ import annotations

from msgspec import Struct

from sunlit.charts import Chart
from sunlit.model.figures import Aspect
from sunlit.rules.stated import of_facilities, of_organisation, of_participation
from sunlit.views.citations import Citations
from sunlit.views.district import District
from sunlit.views.facts import Fact, FigureLine, Record
from sunlit.views.parts import Link, Source, Words
from sunlit.views.places import circle_chart, map_chart, organisation_chart
from sunlit.views.scene import Scene


class AspectFacts(Struct, frozen=True):
    """The figures of an area by aspect, and residents' concerns."""

    base: tuple[FigureLine, ...]
    changed: tuple[FigureLine, ...]
    felt: tuple[FigureLine, ...]
    concerns: tuple[Fact, ...]
    recognised: tuple[FigureLine, ...]


class TaskForceLine(Struct, frozen=True):
    """A task force: who leads it, which departments and dimension it has."""

    name: Words
    lead: Words | None
    departments: tuple[Words, ...]
    dimension: Link | None
    note: Words | None


class PlaceLine(Struct, frozen=True):
    """A place that a source names; a link where the register holds it."""

    name: Words
    page: Link | None
    street: Words | None
    what: Words | None
    source: Source | None


class Drawn(Struct, frozen=True):
    """A chart with its name, a text about it and its numbers as figures."""

    name: str
    chart: Chart
    about: Words | None
    facts: tuple[Fact, ...]
    css: str = ""


def aspect_facts(scene: Scene, district: District, cited: Citations) -> AspectFacts:
    """The figures of `area.md` and of `participation.yaml`."""
    record = district.record
    own = Record(scene, district.slug, cited, record.source, record.changes)
    located = district.content.dossier.participation
    joined = Record(
        scene, f"{district.slug}/participation", cited, located.record.source if located else None
    )

    def of(aspect: Aspect) -> tuple[FigureLine, ...]:
        lines = [own.line(one) for one in record.figures if one.aspect is aspect]
        if located:
            lines += [
                joined.line(one) for one in located.record.figures if _felt(one.aspect) is aspect
            ]
        return tuple(lines)

    return AspectFacts(
        of(Aspect.BASE),
        of(Aspect.CHANGED),
        of(Aspect.FELT),
        _concerns(scene, district, cited),
        of(Aspect.RECOGNISED),
    )


def _felt(aspect: Aspect) -> Aspect:
    """Participation is what residents feel, unless a figure says otherwise."""
    return Aspect.FELT if aspect is Aspect.BASE else aspect


def _concerns(scene: Scene, district: District, cited: Citations) -> tuple[Fact, ...]:
    located = district.content.dossier.participation
    if located is None or not located.record.concerns:
        return ()
    newest = max(located.record.concerns, key=lambda one: one.period.sort_key)
    prefix = f"concerns/{newest.period.key}/"
    record = Record(scene, f"{district.slug}/participation", cited, located.record.source)
    return tuple(
        (
            Words(scene.t(f"unit.concern_{one.path.removeprefix(prefix)}")),
            record.figure(one),
        )
        for one in of_participation(located.record)
        if one.path.startswith(prefix)
    )


def task_forces(scene: Scene, district: District) -> tuple[TaskForceLine, ...]:
    """The area's task forces, in the author's order."""
    names = {one.id: one.name for one in district.record.departments}
    return tuple(
        TaskForceLine(
            scene.words(one.name),
            scene.maybe(one.lead),
            tuple(scene.words(names[id]) for id in one.departments if id in names),
            _dimension(scene, district, one.dimension),
            scene.maybe(one.note),
        )
        for one in district.record.task_forces
    )


def _dimension(scene: Scene, district: District, id: str | None) -> Link | None:
    for framework in district.known.frameworks:
        for dimension in framework.record.dimensions:
            if dimension.id == id:
                return scene.link(dimension.name, district.slug, framework.id, dimension.id)
    return None


def places_named(scene: Scene, district: District, cited: Citations) -> tuple[PlaceLine, ...]:
    """The places that sources name."""
    return tuple(
        PlaceLine(
            scene.words(one.name),
            scene.link(one.name, district.slug, one.unit) if one.unit else None,
            scene.maybe(one.street),
            scene.maybe(one.what),
            cited.mark(one.source, district.record.source),
        )
        for one in district.record.places
    )


def organisation_drawn(scene: Scene, district: District, cited: Citations) -> tuple[Drawn, ...]:
    """The organisation charts, each with its counts as figures."""
    located = district.content.dossier.organisation
    if located is None:
        return ()
    stated = tuple(of_organisation(located.record))
    record = Record(scene, f"{district.slug}/organisation", cited, located.record.source)
    return tuple(
        Drawn(
            scene.words(chart.name).text,
            organisation_chart(scene, chart),
            scene.maybe(chart.about),
            record.facts(one for one in stated if one.path.startswith(f"charts/{chart.id}/")),
            "organisation",
        )
        for chart in located.record.charts
    )


def facilities_drawn(scene: Scene, district: District, cited: Citations) -> tuple[Drawn, ...]:
    """The walking circle with its minutes as figures, and the one map."""
    located = district.content.dossier.facilities
    if located is None:
        return ()
    record, found = located.record, []
    circle, spots = circle_chart(scene, record), map_chart(scene, record)
    if circle is not None:
        stating = Record(scene, f"{district.slug}/facilities", cited, record.source)
        facts = stating.facts(of_facilities(record))
        found.append(Drawn(circle.table.caption, circle, scene.maybe(record.about), facts))
    if spots is not None:
        about = None if found else scene.maybe(record.about)
        found.append(Drawn(spots.table.caption, spots, about, (), "map"))
    return tuple(found)
