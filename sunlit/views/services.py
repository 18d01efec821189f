"""The service menu of a unit or an area: series by series, found by series and by whom it is for.

Owns what stands on the page. Without a script a filter leads to the place on the page where the
series, or the list for those people, begins.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from sunlit.model.services import ServiceMenu
from sunlit.model.sources import SourceRecord
from sunlit.model.text import LocalisedText
from sunlit.views.citations import Citations
from sunlit.views.community import Community
from sunlit.views.district import District
from sunlit.views.edition import Column, Edition, Page
from sunlit.views.menu import Group, Series, each_occasion, groups_of, series_of
from sunlit.views.parts import Cite, Filter, Link, Source, Words
from sunlit.views.scene import Scene


class ServicesView(Struct, frozen=True):
    """What `services.html` shows."""

    name: Words
    filters: tuple[Filter, ...]
    series: tuple[Series, ...]
    groups: tuple[Group, ...]
    count: int
    calendar: Link | None
    sources: tuple[Source, ...]
    cite: Cite


class Offer(Struct, frozen=True):
    """A menu with whose it is: its folders, name, sources, and the source of all else."""

    folders: tuple[str, ...]
    name: LocalisedText
    menu: ServiceMenu
    sources: tuple[SourceRecord, ...]
    default_source: str | None


def unit_offer(community: Community) -> Offer | None:
    """The menu of a unit, when it has published one."""
    located = community.content.dossier.services
    if located is None:
        return None
    return Offer(
        (community.area, community.slug),
        community.summary.name,
        located.record,
        tuple(community.sources()),
        community.default_source,
    )


def area_offer(district: District) -> Offer | None:
    """The menu of an area, when it has published one."""
    located = district.content.dossier.services
    if located is None:
        return None
    record = district.record
    sources = tuple(district.sources())
    return Offer((district.slug,), record.name, located.record, sources, record.source)


def unit_services_page(edition: Edition, community: Community) -> Iterator[Page]:
    """The menu of one unit; no page without one."""
    offer = unit_offer(community)
    if offer is not None:
        own = community.summary
        scene = edition.scene(*offer.folders, "services")
        crumbs = [scene.link(own.name, *offer.folders)]
        if own.street_slug:
            crumbs.insert(0, scene.link(own.street, community.area, "streets", own.street_slug))
        yield _page(edition, scene, offer, crumbs=tuple(crumbs), section="")


def area_services_page(edition: Edition, district: District) -> Iterator[Page]:
    """The menu of one area; no page without one."""
    offer = area_offer(district)
    if offer is not None:
        scene = edition.scene(*offer.folders, "services")
        yield _page(edition, scene, offer, crumbs=(), section="services")


def _page(
    edition: Edition, scene: Scene, offer: Offer, *, crumbs: tuple[Link, ...], section: str
) -> Page:
    view = _view(edition, scene, offer)
    title = scene.t("services.title", name=view.name.text)
    here = scene.link(scene.t("base.section_services"), *offer.folders, "services")
    return edition.page(
        scene,
        "services.html",
        view,
        title=title,
        kind="services",
        description=scene.t("services.description", name=view.name.text),
        area=offer.folders[0],
        section=section,
        crumbs=edition.area_crumbs(scene, offer.folders[0], *crumbs, here),
        column=Column(title, category="公共服务"),
        data=f"{'/'.join(offer.folders)}/data.json",
    )


def _view(edition: Edition, scene: Scene, offer: Offer) -> ServicesView:
    home = "/".join(offer.folders)
    cited = Citations(scene, offer.sources, default=offer.default_source)
    series = series_of(scene, offer.menu, home=home, cited=cited)
    groups = groups_of(series)
    name = scene.words(offer.name)
    dated = any(True for _ in each_occasion(offer.menu))
    calendar = scene.path.strip("/") + "/services.ics"
    return ServicesView(
        name=name,
        filters=_filters(scene, series, groups),
        series=series,
        groups=groups,
        count=sum(len(one.cards) for one in series),
        calendar=Link(scene.to_file(calendar), Words(scene.t("services.calendar")))
        if dated
        else None,
        sources=cited.listed(),
        cite=edition.cite(
            scene, scene.t("services.title", name=name.text), data=f"{home}/data.json"
        ),
    )


def _filters(
    scene: Scene, series: tuple[Series, ...], groups: tuple[Group, ...]
) -> tuple[Filter, ...]:
    def filter_of(name: str, parts: tuple[Series, ...] | tuple[Group, ...], all_at: str) -> Filter:
        every = Link(f"#{all_at}", Words(scene.t("services.all")), current=True)
        return Filter(
            name,
            scene.t(f"services.filter_{name}"),
            (every, *(Link(f"#{one.anchor}", one.name) for one in parts)),
        )

    full = tuple(one for one in series if one.cards)
    return tuple(
        one
        for one in (filter_of("series", full, "menu"), filter_of("for", groups, "for-whom"))
        if len(one.options) > 2
    )
