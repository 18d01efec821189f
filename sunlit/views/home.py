"""The home page: find one's community first; then what is new, the areas, the whole in figures.

Owns what stands on the page. It is made from the areas' summaries and their own records only.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from sunlit.rules.totals import Totals, add_totals
from sunlit.views.area_table import AreaLine, area_lines
from sunlit.views.brief import FrameworkBrief, framework_brief
from sunlit.views.district import Region
from sunlit.views.edition import Column, Edition, Page
from sunlit.views.facts import Fact
from sunlit.views.find import MOST_UNITS, FindArea, find_areas
from sunlit.views.parts import Big, Cite, Link, Step, Words
from sunlit.views.posts import Post
from sunlit.views.recent import newest_steps, newest_updates
from sunlit.views.scene import Scene
from sunlit.views.sentences import Sentence
from sunlit.views.totals import (
    TotalFigures,
    coverage_facts,
    total_figures,
    totals_big,
    totals_sentence,
)

HOME = "site"
NEWEST = 8


class HomeFramework(Struct, frozen=True):
    """A framework with the areas it applies to."""

    areas: tuple[Link, ...]
    brief: FrameworkBrief


class HomeView(Struct, frozen=True):
    """What `home.html` shows; `mark_published` tells which units of the list carry a word."""

    name: Words
    lead: Words
    find: tuple[FindArea, ...]
    every_unit: bool
    mark_published: bool
    today: Sentence
    big: tuple[Big, ...]
    steps: tuple[Step, ...]
    changes: Link
    updates: tuple[Post, ...]
    areas: tuple[AreaLine, ...]
    total: TotalFigures
    frameworks: tuple[HomeFramework, ...]
    coverage: tuple[Fact, ...]
    about: Link
    downloads: Link
    cite: Cite


def home_page(edition: Edition, districts: Mapping[str, Region]) -> Page:
    """The home page."""
    scene = edition.scene()
    view = _view(edition, scene, districts)
    return edition.page(
        scene,
        "home.html",
        view,
        title=view.name.text,
        kind="home",
        column=Column(view.name.text, (scene.t("totals.units"), scene.t("home.areas"))),
        feed=scene.path.lstrip("/") + "feed.xml",
    )


def _view(edition: Edition, scene: Scene, districts: Mapping[str, Region]) -> HomeView:
    every = tuple(districts.values())
    top = tuple(one for one in every if one.record.part_of not in districts)
    totals = add_totals(one.summary.totals for one in every)
    settings = edition.settings
    name = scene.words(settings.title)
    every_unit = totals.units <= MOST_UNITS
    return HomeView(
        name=name,
        lead=scene.words(settings.description),
        find=find_areas(scene, top, every_unit=every_unit),
        every_unit=every_unit,
        mark_published=2 * totals.published < totals.units,
        today=totals_sentence(scene, HOME, totals),
        big=totals_big(scene, HOME, totals),
        steps=newest_steps(scene, every, most=NEWEST),
        changes=scene.link(scene.t("home.changes_link"), "changes"),
        updates=newest_updates(scene, every, most=NEWEST),
        areas=area_lines(scene, top),
        total=total_figures(scene, HOME, totals),
        frameworks=_frameworks(scene, every),
        coverage=_coverage(scene, every, totals),
        about=scene.link(scene.t("home.about_link"), "about"),
        downloads=scene.link(scene.t("home.downloads_link"), "data"),
        cite=edition.cite(scene, name.text),
    )


def _frameworks(scene: Scene, districts: tuple[Region, ...]) -> tuple[HomeFramework, ...]:
    """One per framework, in the order of ids; its links lead to the first of its areas."""
    applying: dict[str, list[Region]] = {}
    for district in districts:
        for framework in district.known.frameworks:
            applying.setdefault(framework.id, []).append(district)
    found = []
    for id, areas in sorted(applying.items()):
        framework = next(one for one in areas[0].known.frameworks if one.id == id)
        links = tuple(scene.link(one.record.name, one.slug) for one in areas)
        found.append(HomeFramework(links, framework_brief(scene, areas[0].slug, framework)))
    return tuple(found)


def _coverage(scene: Scene, districts: tuple[Region, ...], totals: Totals) -> tuple[Fact, ...]:
    rows = sum(one.summary.registered for one in districts)
    return coverage_facts(scene, HOME, totals, register=(rows, None))
