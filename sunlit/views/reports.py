"""An area's weekly reports: the list, and one page per report with its figures and its units.

Owns what stands on these pages. The list is newest first; each report knows the one before and
the one after.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from sunlit.model.area import Report
from sunlit.rules.known import source_named
from sunlit.source.located import Located
from sunlit.views.citations import Citations
from sunlit.views.district import District
from sunlit.views.edition import Article, Column, Edition, Page
from sunlit.views.facts import Fact, facts_of
from sunlit.views.parts import Cite, Link, Prose, Source, When, Words
from sunlit.views.posts import Post, report_posts
from sunlit.views.prose import prose_of
from sunlit.views.scene import Scene


class ReportYear(Struct, frozen=True):
    """The reports of one year, newest first."""

    year: str
    posts: tuple[Post, ...]


class ReportListView(Struct, frozen=True):
    """What `reports.html` shows."""

    area: Words
    count: int
    years: tuple[ReportYear, ...]
    cite: Cite


class ReportView(Struct, frozen=True):
    """What `report.html` shows."""

    area: Words
    title: Words
    period: When
    date: When
    figures: tuple[Fact, ...]
    prose: Prose | None
    units: tuple[Link, ...]
    sources: tuple[Source, ...]
    cite: Cite
    before: Link | None
    after: Link | None


def report_pages(edition: Edition, district: District) -> Iterator[Page]:
    """The list and every report; the list also where there is none, to say so."""
    yield _list_page(edition, district)
    reports = district.content.reports
    for number, report in enumerate(reports):
        newer = reports[number - 1] if number else None
        older = reports[number + 1] if number + 1 < len(reports) else None
        yield _report_page(edition, district, report, newer=newer, older=older)


def _list_page(edition: Edition, district: District) -> Page:
    slug = district.slug
    scene = edition.scene(slug, "reports")
    name = scene.words(district.record.name)
    heads = district.standing.reports
    years = dict.fromkeys(str(one.date.first.year) for one in heads)
    title = scene.t("reports.title", name=name.text)
    feed = f"{edition.scene(slug).path.strip('/')}/feed.xml"
    view = ReportListView(
        area=name,
        count=len(heads),
        years=tuple(
            ReportYear(
                year,
                report_posts(
                    scene, slug, tuple(one for one in heads if str(one.date.first.year) == year)
                ),
            )
            for year in years
        ),
        cite=edition.cite(scene, title, feed=feed),
    )
    here = scene.link(scene.t("base.section_reports"), slug, "reports")
    return edition.page(
        scene,
        "reports.html",
        view,
        title=title,
        kind="reports",
        description=scene.t("reports.description", name=name.text),
        area=slug,
        section="reports",
        crumbs=edition.area_crumbs(scene, slug, here),
        column=Column(title, category="工作动态"),
        feed=feed,
    )


def _report_page(
    edition: Edition,
    district: District,
    report: Located[Report],
    *,
    newer: Located[Report] | None,
    older: Located[Report] | None,
) -> Page:
    slug, record = district.slug, report.record
    scene = edition.scene(slug, "reports", report.id)
    cited = Citations(scene, district.sources(), default=district.record.source)
    named = source_named(record.source, district.sources())
    title = scene.words(record.title)
    feed = f"{edition.scene(slug).path.strip('/')}/feed.xml"
    view = ReportView(
        area=scene.words(district.record.name),
        title=title,
        period=scene.when(record.period),
        date=scene.when(record.date),
        figures=facts_of(
            scene, record.figures, home=f"{slug}/reports/{report.id}", cited=cited, anchor=True
        ),
        prose=prose_of(scene, report),
        units=_units(scene, district, record),
        sources=_sources(cited, record.source),
        cite=edition.cite(scene, title.text, data=f"{slug}/data.json", feed=feed),
        before=_neighbour(scene, slug, older),
        after=_neighbour(scene, slug, newer),
    )
    crumbs = (
        scene.link(scene.t("base.section_reports"), slug, "reports"),
        scene.link(record.title, slug, "reports", report.id),
    )
    outlet = scene.words(named.outlet).text if named else edition.settings.identity.host
    return edition.page(
        scene,
        "report.html",
        view,
        title=title.text,
        kind="report",
        area=slug,
        section="reports",
        crumbs=edition.area_crumbs(scene, slug, *crumbs),
        article=Article(record.date, outlet),
        feed=feed,
        data=f"{slug}/data.json",
    )


def _units(scene: Scene, district: District, record: Report) -> tuple[Link, ...]:
    known = {str(one.slug): one.name for one in district.standing.units}
    return tuple(
        scene.link(known[unit], district.slug, unit) for unit in record.units if unit in known
    )


def _sources(cited: Citations, own: str | None) -> tuple[Source, ...]:
    cited.mark(own)
    return cited.listed()


def _neighbour(scene: Scene, area: str, report: Located[Report] | None) -> Link | None:
    if report is None:
        return None
    return scene.link(report.record.title, area, "reports", report.id)
