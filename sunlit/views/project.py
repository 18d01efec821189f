"""The page of a project: promised, done, due, cost; every quantity, every source of money.

Owns what stands on the page. It is the home of the project's figures: here each has its anchor,
its first promise and all of its points.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import chain

from msgspec import Struct

from sunlit.charts import Chart
from sunlit.locale.moments import Moment
from sunlit.model.project import Project
from sunlit.rules.changed import project_changes
from sunlit.rules.summary import ProjectSummary
from sunlit.source.located import Located
from sunlit.views.citations import Citations
from sunlit.views.community import Community
from sunlit.views.dates import NoticeView, notice_view, timeline_chart
from sunlit.views.edition import Article, Edition, Page, plain
from sunlit.views.figures import computed_figure, missing_figure
from sunlit.views.ledger import main_figures, tag_of
from sunlit.views.parts import (
    Big,
    Cite,
    Figure,
    Link,
    Pair,
    Picture,
    Prose,
    Source,
    Step,
    Tag,
    When,
    Words,
)
from sunlit.views.pictures import files_of, pairs_of, pictures_by_name, singles_of, standing_for
from sunlit.views.prose import pictured, prose_of
from sunlit.views.scene import Scene
from sunlit.views.series import Series, SeriesRow
from sunlit.views.steps import own_steps
from sunlit.views.today import cost_context


class ProjectView(Struct, frozen=True):
    """What `project.html` shows."""

    title: Words
    unit: Link
    tag: Tag
    big: tuple[Big, ...]
    facts: tuple[tuple[str, Words | When | Link | str], ...]
    prose: Prose | None
    quantities: tuple[SeriesRow, ...]
    funds: tuple[SeriesRow, ...]
    total: SeriesRow | None
    sum_planned: Figure | None
    sum_spent: Figure | None
    timeline: Chart | None
    notice: NoticeView | None
    pairs: tuple[Pair, ...]
    pictures: tuple[Picture, ...]
    steps: tuple[Step, ...]
    sources: tuple[Source, ...]
    cite: Cite
    before: Link | None
    after: Link | None


def project_pages(edition: Edition, community: Community) -> Iterator[Page]:
    """The page of every project of a unit."""
    projects = community.content.projects
    for number, project in enumerate(projects):
        before = projects[number - 1] if number else None
        after = projects[number + 1] if number + 1 < len(projects) else None
        yield _page(edition, community, project, around=(before, after))


Around = tuple[Located[Project] | None, Located[Project] | None]


def _page(
    edition: Edition, community: Community, project: Located[Project], *, around: Around
) -> Page:
    folders = (community.area, community.slug, "projects", project.id)
    scene = edition.scene(*folders)
    cited = Citations(scene, community.sources(), default=community.default_source)
    view = _view(edition, scene, community, project=project, cited=cited, around=around)
    crumbs = (
        scene.link(community.summary.name, community.area, community.slug),
        scene.link(project.record.title, *folders),
    )
    return edition.page(
        scene,
        "project.html",
        view,
        title=f"{view.title.text} · {view.unit.label.text}",
        kind="project",
        description=scene.t(
            "project.description", title=view.title.text, unit=view.unit.label.text
        ),
        area=community.area,
        section="ledger",
        crumbs=edition.area_crumbs(scene, community.area, *crumbs),
        article=Article(
            _latest(project.record), view.sources[0].outlet.text if view.sources else ""
        ),
        data=f"{community.id}/data.json",
        image=standing_for(view.pairs, view.pictures),
    )


def _latest(record: Project) -> Moment | None:
    """The date of the newest figure of a project."""
    figures = (*record.quantities, *([record.total] if record.total else []))
    measured = [one.as_of for one in figures if one.value is not None]
    measured += [point.as_of for one in figures for point in one.done]
    measured += [point.as_of for fund in record.funds for point in fund.spent]
    return max(filter(None, measured), default=None)


def _view(
    edition: Edition,
    scene: Scene,
    community: Community,
    *,
    project: Located[Project],
    cited: Citations,
    around: Around,
) -> ProjectView:
    record = project.record
    shown = chain(pictured(project), files_of(record.photos))
    pictures = pictures_by_name(scene, community.content, edition.settings.photos, shown=shown)
    summary = next(one for one in community.summary.projects if one.id == project.id)
    home = f"{community.id}/projects/{project.id}"
    series = Series(scene, home, cited, record)
    cited.mark(record.source)
    name = scene.words(record.title)
    return ProjectView(
        title=name,
        unit=scene.link(community.summary.name, community.area, community.slug),
        tag=tag_of(scene, summary),
        big=_big(scene, home, summary, cited=cited),
        facts=_facts(scene, community, record),
        prose=prose_of(scene, project, pictures=pictures),
        quantities=tuple(
            series.of_figure(one, f"quantities/{one.id}") for one in record.quantities
        ),
        funds=tuple(series.of_fund(one, number) for number, one in enumerate(record.funds)),
        total=series.of_figure(record.total, "total") if record.total else None,
        sum_planned=_sum(
            scene, f"{home}/funds/planned", summary.money.planned, first=summary.money.first
        ),
        sum_spent=_sum(scene, f"{home}/funds/spent", summary.money.spent),
        timeline=timeline_chart(scene, record),
        notice=notice_view(scene, record.public_notice),
        pairs=pairs_of(scene, record.photos, pictures),
        pictures=singles_of(record.photos, pictures),
        steps=own_steps(scene, project_changes(project)),
        sources=cited.listed(),
        cite=edition.cite(scene, name.text, data=f"{community.id}/data.json"),
        before=_neighbour(scene, community, around[0]),
        after=_neighbour(scene, community, around[1]),
    )


def _sum(
    scene: Scene, id: str, value: Decimal | None, *, first: Decimal | None = None
) -> Figure | None:
    if value is None:
        return None
    return computed_figure(scene, id, value, unit="CNY", first=first, anchor=True)


def _big(scene: Scene, home: str, summary: ProjectSummary, *, cited: Citations) -> tuple[Big, ...]:
    planned, done = main_figures(scene, summary, home=home, cited=cited)
    label = scene.words(summary.main.label).text if summary.main else ""
    money = summary.money
    missing = missing_figure(scene, f"{home}/quantities")
    return (
        Big(scene.t("project.promised"), planned or missing, context=label),
        Big(scene.t("project.done"), done or missing, context=plain_when(done)),
        Big(
            scene.t("project.time"),
            _time(scene, home, summary),
            context=_time_context(scene, summary),
            late=summary.lateness.days > 0,
        ),
        Big(
            scene.t("today.cost"),
            missing_figure(scene, f"{home}/funds/spent")
            if money.spent is None
            else computed_figure(scene, f"{home}/funds/spent", money.spent, unit="CNY"),
            context=cost_context(scene, money),
        ),
    )


def plain_when(figure: Figure | None) -> str:
    """The date of a figure as text."""
    return figure.as_of.text if figure and figure.as_of else ""


def _time(scene: Scene, home: str, summary: ProjectSummary) -> Figure:
    if not summary.lateness.known:
        return missing_figure(scene, f"{home}/period/due")
    return computed_figure(scene, f"{home}/late-days", summary.lateness.days, unit="天")


def _time_context(scene: Scene, summary: ProjectSummary) -> str:
    late = summary.lateness
    if summary.due is None:
        return scene.t("project.due_unknown")
    if not late.known:
        return scene.t("project.done_unknown")
    due = scene.when(summary.due).text
    if summary.first_due is not None and summary.first_due != summary.due:
        first = scene.when(summary.first_due).text
        return scene.t("project.due_moved", due=due, first=first, n=late.days_first)
    return scene.t("project.due_is", due=due)


def _facts(
    scene: Scene, community: Community, record: Project
) -> tuple[tuple[str, Words | When | Link | str], ...]:
    facts: list[tuple[str, Words | When | Link | str]] = []
    period = record.period
    for key, moment in (("start", period.start), ("due", period.due), ("finished", period.done)):
        if moment is not None:
            facts.append((scene.t(f"project.{key}"), scene.when(moment)))
    if record.horizon:
        facts.append(
            (scene.t("project.horizon"), scene.t(f"ledger.horizon_{record.horizon.value}"))
        )
    if record.responsible:
        departments = {one.id: one.name for one in community.known.area.record.departments}
        department = plain(scene.maybe(departments.get(record.responsible.department or "")))
        role = plain(scene.maybe(record.responsible.role))
        facts.append((scene.t("unit.responsible"), " ".join(filter(None, (department, role)))))
    for framework in community.known.frameworks:
        for dimension in framework.record.dimensions:
            if dimension.id in record.dimensions:
                link = scene.link(dimension.name, community.area, framework.id, dimension.id)
                facts.append((scene.t("project.dimension"), link))
        for track in framework.record.tracks:
            if track.id in record.tracks:
                facts.append((scene.t("project.track"), scene.words(track.name)))
    return tuple(facts)


def _neighbour(scene: Scene, community: Community, project: Located[Project] | None) -> Link | None:
    if project is None:
        return None
    return scene.link(project.record.title, community.area, community.slug, "projects", project.id)
