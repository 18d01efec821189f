"""Every recorded change of an area or of the site: what was, what is, why, who decided.

Owns the order (newest first), the counts by kind and the explanation of the kinds. The area's
page holds every change; the site's holds the newest of each area and leads to the rest.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from sunlit.model.framework import Framework
from sunlit.rules.recorded import (
    KindCounts,
    Recorded,
    add_kinds,
    count_kinds,
    in_area,
    in_frameworks,
    in_order,
)
from sunlit.source.located import Located
from sunlit.views.district import District, Region
from sunlit.views.edition import Column, Edition, Page
from sunlit.views.figures import computed_figure
from sunlit.views.parts import Cite, Figure, Link, Step, Tag, Words
from sunlit.views.scene import Scene
from sunlit.views.steps import recorded_steps


class Kind(Struct, frozen=True):
    """One kind of change, what it means, and how many there are."""

    tag: Tag
    meaning: str
    count: Figure


class AreaChanges(Struct, frozen=True):
    """An area whose changes have a page of their own, and how many there are."""

    area: Link
    count: Figure


class ChangesView(Struct, frozen=True):
    """What `changes.html` shows; `areas` only on the site's own page."""

    kicker: Words | None
    kinds: tuple[Kind, ...]
    total: int
    shown: int
    steps: tuple[Step, ...]
    areas: tuple[AreaChanges, ...]
    cite: Cite


NEWEST = 100
"""How many changes the site's own page shows at most."""


def area_changes_page(edition: Edition, district: District) -> Page:
    """Every change recorded in an area."""
    slug = district.slug
    scene = edition.scene(slug, "changes")
    recorded = every_change(district)
    name = scene.words(district.record.name)
    title = scene.t("changes.title", name=name.text)
    feed = scene.path.strip("/") + "/feed.xml"
    view = ChangesView(
        kicker=name,
        kinds=_kinds(scene, f"{slug}/changes", count_kinds(recorded)),
        total=len(recorded),
        shown=len(recorded),
        steps=recorded_steps(scene, recorded),
        areas=(),
        cite=edition.cite(scene, title, data=f"{slug}/data.json", feed=feed),
    )
    return edition.page(
        scene,
        "changes.html",
        view,
        title=title,
        kind="changes",
        description=scene.t("changes.description", name=name.text),
        area=slug,
        section="changes",
        crumbs=edition.area_crumbs(
            scene, slug, scene.link(scene.t("base.section_changes"), slug, "changes")
        ),
        column=Column(title),
        feed=feed,
        data=f"{slug}/data.json",
    )


def site_changes_page(edition: Edition, districts: Mapping[str, Region]) -> Page:
    """The newest changes of the whole site, and the way to each area's."""
    scene = edition.scene("changes")
    recorded = newest_changes(districts)
    counts = add_kinds(
        count_kinds(in_frameworks(_frameworks(districts))),
        *(one.summary.kinds for one in districts.values()),
    )
    name = edition.settings.title.shown_in(edition.locale.code)[0]
    title = scene.t("changes.title", name=name)
    feed = scene.path.strip("/") + "/feed.xml"
    view = ChangesView(
        kicker=None,
        kinds=_kinds(scene, "changes", counts),
        total=sum(count for _, count in counts),
        shown=len(recorded),
        steps=recorded_steps(scene, recorded),
        areas=tuple(_area(scene, one) for one in districts.values() if one.summary.units),
        cite=edition.cite(scene, title, feed=feed),
    )
    crumbs = (
        scene.link(scene.t("base.home")),
        Link(scene.to("changes"), Words(scene.t("changes.heading")), current=True),
    )
    return edition.page(
        scene,
        "changes.html",
        view,
        title=title,
        kind="changes",
        description=scene.t("changes.description", name=name),
        crumbs=crumbs,
        column=Column(title),
        feed=feed,
    )


def every_change(district: District) -> tuple[Recorded, ...]:
    """Every change of an area, its units' and its frameworks' included; newest first."""
    own = in_area(district.known, district.standing.units)
    return in_order((*own, *in_frameworks(district.known.frameworks)))


def newest_changes(districts: Mapping[str, Region]) -> tuple[Recorded, ...]:
    """The newest changes of the site, as far as the areas' summaries tell them."""
    areas = (one for slug in sorted(districts) for one in districts[slug].summary.recorded)
    return in_order((*areas, *in_frameworks(_frameworks(districts))))[:NEWEST]


def _frameworks(districts: Mapping[str, Region]) -> list[Located[Framework]]:
    return [one for slug in sorted(districts) for one in districts[slug].known.frameworks]


def _kinds(scene: Scene, home: str, counts: KindCounts) -> tuple[Kind, ...]:
    return tuple(
        Kind(
            Tag(kind.value, scene.t(f"figure.{kind.value}")),
            scene.t(f"changes.meaning_{kind.value}"),
            computed_figure(scene, f"{home}/{kind.value}", count, anchor=True),
        )
        for kind, count in counts
    )


def _area(scene: Scene, district: Region) -> AreaChanges:
    slug = district.slug
    counts = add_kinds(
        district.summary.kinds, count_kinds(in_frameworks(district.known.frameworks))
    )
    total = sum(count for _, count in counts)
    return AreaChanges(
        scene.link(district.record.name, slug, "changes"),
        computed_figure(scene, f"{slug}/changes/count", total),
    )
