"""Old addresses kept alive: pages that moved, and pages that were taken away.

Owns what stands at an address that is no page any more, so that no link ever made goes dead.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from sunlit.model.text import LocalisedText
from sunlit.views.community import Community
from sunlit.views.district import District
from sunlit.views.edition import Edition, Page
from sunlit.views.parts import Link, When, Words


class MovedView(Struct, frozen=True):
    """Where a page went; a browser goes there by itself."""

    name: Words
    to: Link


class GoneView(Struct, frozen=True):
    """A page that was taken away: when and why, and where to look instead."""

    path: str
    on: When
    reason: Words
    see: Link | None


def moved_pages(edition: Edition, community: Community) -> Iterator[Page]:
    """A page at every former address of a unit and of its projects."""
    unit = (community.area, community.slug)
    for alias in community.profile.aliases if community.profile else ():
        yield _moved(edition, (community.area, alias), unit, community.summary.name)
    for project in community.content.projects:
        there = (*unit, "projects", project.id)
        for alias in project.record.aliases:
            yield _moved(edition, (*unit, "projects", alias), there, project.record.title)


def _moved(
    edition: Edition, here: tuple[str, ...], there: tuple[str, ...], name: LocalisedText
) -> Page:
    scene = edition.scene(*here)
    view = MovedView(scene.words(name), scene.link(name, *there))
    title = scene.t("addresses.moved", name=view.name.text)
    crumbs = edition.area_crumbs(scene, here[0], scene.link(name, *here))
    return edition.page(
        scene, "moved.html", view, title=title, kind="moved", area=here[0], crumbs=crumbs
    )


def gone_pages(edition: Edition, district: District) -> Iterator[Page]:
    """A page at the address of everything that was taken away."""
    for one in district.record.tombstones:
        scene = edition.scene(district.slug, *one.path.strip("/").split("/"))
        see = (district.slug, *one.see.strip("/").split("/")) if one.see else None
        label = scene.t("addresses.see")
        view = GoneView(
            f"/{district.slug}/{one.path.strip('/')}/",
            scene.when(one.on),
            scene.words(one.reason),
            Link(scene.to(*see), Words(label)) if see else None,
        )
        title = scene.t("addresses.gone")
        crumbs = edition.area_crumbs(scene, district.slug, Link("", Words(title)))
        yield edition.page(
            scene, "gone.html", view, title=title, kind="gone", area=district.slug, crumbs=crumbs
        )
