"""The resident's page of a unit: today in one sentence, then changed, felt, recognised.

Owns what stands on the page and in which order; the aim's three parts are those that two of the
published systems state (有变化、有感受、有认同).
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain

from msgspec import Struct

from sunlit.charts import Chart
from sunlit.model.figures import Aspect
from sunlit.model.services import FacilityList
from sunlit.rules.stated import of_participation
from sunlit.views.citations import Citations
from sunlit.views.community import Community
from sunlit.views.disclosed import Disclosed, disclosed_rows
from sunlit.views.edition import Article, Edition, Page, plain
from sunlit.views.enrolments import EnrolmentView, enrolment_views
from sunlit.views.facts import Fact, FigureLine, Record
from sunlit.views.figures import stated_figure
from sunlit.views.honours import honours_of
from sunlit.views.ledger import ledger_row
from sunlit.views.parts import (
    Big,
    Cite,
    Honour,
    LedgerRow,
    Link,
    Pair,
    Picture,
    Prose,
    Source,
    Step,
    Strip,
    Words,
)
from sunlit.views.pictures import (
    among,
    files_of,
    pairs_of,
    pictures_by_name,
    singles_of,
    standing_for,
)
from sunlit.views.places import circle_chart, map_chart, organisation_chart
from sunlit.views.posts import Post, report_posts, update_posts
from sunlit.views.prose import pictured, prose_of
from sunlit.views.results import ResultView, result_views
from sunlit.views.scene import Scene
from sunlit.views.sentences import Sentence
from sunlit.views.slots import Slot
from sunlit.views.steps import summary_steps
from sunlit.views.strips import strip_of
from sunlit.views.today import big_figures, today


class UnitView(Struct, frozen=True):
    """What `unit.html` shows."""

    name: Words
    kicker: Link | None
    official: str
    strip: Strip | None
    published: bool
    today: Sentence
    big: tuple[Big, ...]
    enrolments: tuple[EnrolmentView, ...]
    responsible: tuple[str, ...]
    base: tuple[FigureLine, ...]
    changed: tuple[FigureLine, ...]
    rows: tuple[LedgerRow, ...]
    pairs: tuple[Pair, ...]
    pictures: tuple[Picture, ...]
    felt: tuple[FigureLine, ...]
    results: tuple[ResultView, ...]
    concerns: tuple[Fact, ...]
    recognised: tuple[FigureLine, ...]
    honours: tuple[Honour, ...]
    plan_title: Words | None
    plan: Prose | None
    services: Link | None
    circle: Chart | None
    map: Chart | None
    map_pictures: tuple[tuple[Words, Picture], ...]
    charts: tuple[Chart, ...]
    disclosed: tuple[Disclosed, ...]
    updates: tuple[Post, ...]
    reports: tuple[Post, ...]
    steps: tuple[Step, ...]
    sources: tuple[Source, ...]
    cite: Cite
    before: Link | None
    after: Link | None


def unit_page(edition: Edition, community: Community) -> Page:
    """The page of one unit."""
    scene = edition.scene(community.area, community.slug)
    view = _view(edition, scene, community)
    crumbs = [scene.link(community.summary.name, community.area, community.slug)]
    if _has_street(community):
        crumbs.insert(0, _street(scene, community))
    return edition.page(
        scene,
        "unit.html",
        view,
        title=view.name.text,
        kind="unit",
        description=scene.t("unit.description", name=view.name.text),
        area=community.area,
        crumbs=edition.area_crumbs(scene, community.area, *crumbs),
        article=Article(None, view.sources[0].outlet.text if view.sources else ""),
        feed=f"{_folder(scene)}/feed.xml",
        data=f"{community.id}/data.json",
        image=standing_for(view.pairs, view.pictures),
    )


def _folder(scene: Scene) -> str:
    return scene.path.strip("/")


def _has_street(community: Community) -> bool:
    """Whether the unit's street is a level of its own: a town's only street is the town."""
    summary = community.summary
    return bool(summary.street_slug) and summary.street != str(community.known.area.record.name)


def _street(scene: Scene, community: Community) -> Link:
    summary = community.summary
    return scene.link(summary.street, community.area, "streets", summary.street_slug)


def _view(edition: Edition, scene: Scene, community: Community) -> UnitView:
    content, summary, profile = community.content, community.summary, community.profile
    cited = Citations(scene, community.sources(), default=community.default_source)
    dossier = content.dossier
    figures = profile.figures if profile else ()
    changes = profile.changes if profile else ()
    own = Record(scene, community.id, cited, None, changes)
    by_aspect = {
        aspect: tuple(own.line(one) for one in figures if one.aspect is aspect) for aspect in Aspect
    }
    uses = [use for one in content.projects for use in one.record.photos]
    uses += profile.photos if profile else ()
    framework = next((one for one in community.known.frameworks if one.record.dimensions), None)
    states = dict(summary.blocks)
    rows = tuple(ledger_row(scene, one, summary, cited=cited) for one in summary.projects)
    facilities = dossier.facilities.record if dossier.facilities else None
    organisation = dossier.organisation.record if dossier.organisation else None
    shown = chain(
        files_of(uses),
        pictured(content.profile) if content.profile else (),
        (one.photo for one in (facilities.facilities if facilities else ()) if one.photo),
    )
    pictures = pictures_by_name(scene, content, edition.settings.photos, shown=shown)
    name = scene.words(summary.name)
    honours = honours_of(scene, profile.honours if profile else (), cited=cited)
    felt = by_aspect[Aspect.FELT] + participation_lines(scene, community, cited)
    return UnitView(
        name=name,
        kicker=_street(scene, community) if _has_street(community) else None,
        official=" · ".join(filter(None, (summary.official, summary.code))),
        strip=strip_of(scene, framework, states[framework.id], area=community.area)
        if framework
        else None,
        published=summary.published,
        today=today(scene, summary, honours=len(honours)),
        big=big_figures(scene, community.id, summary) if summary.published else (),
        enrolments=enrolment_views(scene, community),
        responsible=_responsible(scene, community),
        base=by_aspect[Aspect.BASE],
        changed=by_aspect[Aspect.CHANGED],
        rows=rows,
        pairs=pairs_of(scene, uses, pictures),
        pictures=singles_of(uses, pictures),
        felt=felt,
        results=result_views(scene, community),
        concerns=concern_facts(scene, community, cited),
        recognised=by_aspect[Aspect.RECOGNISED],
        honours=honours,
        plan_title=scene.maybe(profile.plan_title) if profile else None,
        plan=prose_of(scene, content.profile, pictures=pictures) if content.profile else None,
        services=scene.link(
            scene.t("unit.services_link"), community.area, community.slug, "services"
        )
        if dossier.services
        else None,
        circle=circle_chart(scene, facilities) if facilities else None,
        map=map_chart(scene, facilities) if facilities else None,
        map_pictures=_map_pictures(scene, facilities, pictures),
        charts=tuple(organisation_chart(scene, one) for one in organisation.charts)
        if organisation
        else (),
        disclosed=disclosed_rows(scene, community),
        updates=update_posts(scene, community),
        reports=report_posts(scene, community.area, community.standing.reports),
        steps=summary_steps(
            scene, ((None, (community.area, community.slug), one) for one in summary.changes)
        ),
        sources=_sources(cited),
        cite=edition.cite(
            scene,
            name.text,
            data=f"{community.id}/data.json",
            feed=f"{_folder(scene)}/feed.xml",
        ),
        before=_neighbour(scene, community, before=True),
        after=_neighbour(scene, community, before=False),
    )


def participation_lines(
    scene: Scene, community: Community, cited: Citations
) -> tuple[FigureLine, ...]:
    """The figures of `participation.yaml`."""
    located = community.content.dossier.participation
    if located is None:
        return ()
    record = located.record
    home = Record(scene, f"{community.id}/participation", cited, record.source, record.changes)
    return tuple(home.line(one) for one in record.figures)


def concern_facts(scene: Scene, community: Community, cited: Citations) -> tuple[Fact, ...]:
    """Residents' concerns of the newest period: received, answered, resolved, days."""
    located = community.content.dossier.participation
    if located is None or not located.record.concerns:
        return ()
    newest = max(located.record.concerns, key=lambda one: one.period.sort_key)
    wanted = f"concerns/{newest.period.key}/"
    facts = []
    for stated in of_participation(located.record):
        if stated.path.startswith(wanted):
            name = stated.path.rsplit("/", 1)[-1]
            figure = stated_figure(
                scene, stated, home=f"{community.id}/participation", cited=cited, anchor=True
            )
            facts.append((Words(scene.t(f"unit.concern_{name}")), figure))
    return tuple(facts)


def _map_pictures(
    scene: Scene, listed: FacilityList | None, pictures: Mapping[str, Picture]
) -> tuple[tuple[Words, Picture], ...]:
    """The photos of the unit's facilities, each with the facility's name."""
    return tuple(
        (scene.words(one.name), among(pictures[one.photo], Slot.THIRD))
        for one in (listed.facilities if listed else ())
        if one.photo and one.photo in pictures
    )


def _sources(cited: Citations) -> tuple[Source, ...]:
    cited.mark()
    return cited.listed()


def _responsible(scene: Scene, community: Community) -> tuple[str, ...]:
    departments = {one.id: one.name for one in community.known.area.record.departments}
    roles = community.profile.responsible if community.profile else ()
    said = []
    for one in roles:
        department = plain(scene.maybe(departments.get(one.department or "")))
        said.append(" ".join(filter(None, (department, plain(scene.maybe(one.role))))))
    return tuple(said)


def _neighbour(scene: Scene, community: Community, *, before: bool) -> Link | None:
    other = community.standing.before if before else community.standing.after
    return scene.link(other.name, community.area, other.slug) if other else None
