"""The page of an area: its communities first, then what it published, and what it did not.

Owns what stands on the page and in which order. Works for a city, which has no units of its own
and shows the areas below with their totals, for a district and for a town.
"""

from __future__ import annotations

from msgspec import Struct

from sunlit.views.area_parts import (
    AspectFacts,
    Drawn,
    PlaceLine,
    TaskForceLine,
    aspect_facts,
    facilities_drawn,
    organisation_drawn,
    places_named,
    task_forces,
)
from sunlit.views.area_table import AreaLine, area_lines
from sunlit.views.brief import FrameworkBrief, framework_brief
from sunlit.views.citations import Citations
from sunlit.views.district import District
from sunlit.views.edition import Column, Edition, Page
from sunlit.views.facts import Fact
from sunlit.views.honours import honours_of
from sunlit.views.parts import Big, Block, Cite, Honour, Link, Prose, Source, Step, Words
from sunlit.views.posts import Post
from sunlit.views.prose import prose_of
from sunlit.views.recent import newest_reports, newest_steps, newest_updates
from sunlit.views.scene import Scene
from sunlit.views.sentences import Sentence
from sunlit.views.totals import coverage_facts, ledger_facts, totals_big, totals_sentence
from sunlit.views.unit_list import (
    LISTED_UP_TO,
    OPEN_UP_TO,
    StreetGroup,
    UnitLine,
    dimension_blocks,
    street_groups,
    strip_framework,
)

NEWEST = 6
FINDER_FROM = 12
HIGHLIGHTS = 24


class Listing(Struct, frozen=True):
    """The communities of the area: areas below, units by street, what their blocks mean.

    `highlights` are the few units with content where most have none and streets are folded.
    """

    below: tuple[AreaLine, ...]
    highlights: tuple[UnitLine, ...]
    streets: tuple[StreetGroup, ...]
    listed: bool
    finder: bool
    blocks: tuple[Block, ...]


class News(Struct, frozen=True):
    """What is new in the area: reports, updates of units, recorded changes."""

    reports: tuple[Post, ...]
    reports_link: Link | None
    updates: tuple[Post, ...]
    steps: tuple[Step, ...]
    changes_link: Link | None


class AreaView(Struct, frozen=True):
    """What `area.html` shows."""

    name: Words
    official: str
    lead: Words | None
    today: Sentence
    big: tuple[Big, ...]
    listing: Listing
    facts: AspectFacts
    ledger: tuple[Fact, ...]
    ledger_link: Link | None
    honours: tuple[Honour, ...]
    frameworks: tuple[FrameworkBrief, ...]
    departments: tuple[Words, ...]
    task_forces: tuple[TaskForceLine, ...]
    places: tuple[PlaceLine, ...]
    services: Link | None
    facilities: tuple[Drawn, ...]
    organisation: tuple[Drawn, ...]
    news: News
    introduction: Prose | None
    coverage: tuple[Fact, ...]
    disclosure_link: Link | None
    sources: tuple[Source, ...]
    cite: Cite


def area_page(edition: Edition, district: District) -> Page:
    """The page of one area."""
    scene = edition.scene(district.slug)
    view = _view(edition, scene, district)
    name = view.name.text
    return edition.page(
        scene,
        "area.html",
        view,
        title=name,
        kind="area",
        description=view.lead.text if view.lead else scene.t("area.description", name=name),
        area=district.slug,
        section="area",
        crumbs=edition.area_crumbs(scene, district.slug),
        column=Column(name, (scene.t("totals.units"), scene.t("base.section_ledger"))),
        feed=scene.path.strip("/") + "/feed.xml",
        data=f"{district.slug}/data.json",
    )


def _view(edition: Edition, scene: Scene, district: District) -> AreaView:
    record, slug, totals = district.record, district.slug, district.totals
    cited = Citations(scene, district.sources(), default=record.source)
    links = _Links(scene, slug, edition.head(slug).sections)
    name, ledger = scene.words(record.name), links.to("ledger")
    cited.mark()
    return AreaView(
        name=name,
        official=scene.t("area.code", code=record.code) if record.code else "",
        lead=scene.maybe(record.summary),
        today=totals_sentence(scene, slug, totals),
        big=totals_big(scene, slug, totals, ledger=ledger.href if ledger else ""),
        listing=_listing(scene, district),
        facts=aspect_facts(scene, district, cited),
        ledger=ledger_facts(scene, slug, totals),
        ledger_link=ledger,
        honours=honours_of(scene, record.honours, cited=cited),
        frameworks=tuple(
            framework_brief(scene, slug, one, cited=cited, targets=district.standing.targets)
            for one in district.known.frameworks
        ),
        departments=tuple(scene.words(one.name) for one in record.departments),
        task_forces=task_forces(scene, district),
        places=places_named(scene, district, cited),
        services=links.to("services"),
        facilities=facilities_drawn(scene, district, cited),
        organisation=organisation_drawn(scene, district, cited),
        news=_news(scene, district, links),
        introduction=prose_of(scene, district.content.area),
        coverage=coverage_facts(scene, slug, totals, register=_register(district, cited)),
        disclosure_link=links.to("disclosure"),
        sources=cited.listed(),
        cite=edition.cite(scene, name.text),
    )


class _Links(Struct, frozen=True):
    """The links to the pages the area has."""

    scene: Scene
    slug: str
    sections: tuple[str, ...]

    def to(self, section: str) -> Link | None:
        if section not in self.sections:
            return None
        return self.scene.link(self.scene.t(f"area.{section}_link"), self.slug, section)


def _listing(scene: Scene, district: District) -> Listing:
    framework, streets = strip_framework(district), street_groups(scene, district)
    lines = [line for one in streets for line in one.lines]
    published = [line for line in lines if line.published]
    few = len(lines) > OPEN_UP_TO and 2 * len(published) < len(lines)
    return Listing(
        below=area_lines(scene, district.below),
        highlights=tuple(published[:HIGHLIGHTS]) if few else (),
        streets=streets,
        listed=len(district.standing.units) <= LISTED_UP_TO,
        finder=len(lines) > FINDER_FROM,
        blocks=dimension_blocks(scene, framework, area=district.slug)
        if framework and published
        else (),
    )


def _news(scene: Scene, district: District, links: _Links) -> News:
    family = (district, *district.every_below())
    return News(
        reports=newest_reports(scene, district, most=NEWEST),
        reports_link=links.to("reports"),
        updates=newest_updates(scene, family, most=NEWEST),
        steps=newest_steps(scene, family, most=NEWEST),
        changes_link=links.to("changes"),
    )


def _register(district: District, cited: Citations) -> tuple[int, Source | None]:
    rows = len(district.content.register)
    return rows, cited.mark(district.record.register_source) if rows else None
