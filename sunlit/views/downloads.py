"""The page of downloads: what can be taken away as data, area by area, and how to check it.

Owns the list. What the files hold is decided in `views/documents`, how they are written in
`emit/data`.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from sunlit.engine.publish import MANIFEST
from sunlit.views.district import Region
from sunlit.views.edition import Column, Edition, Page
from sunlit.views.figures import computed_figure
from sunlit.views.parts import Cite, Figure, Words


class AreaDownload(Struct, frozen=True):
    """The files of one area: its own, and one per unit."""

    name: Words
    href: str
    page: str
    units: Figure
    example: str


class DownloadsView(Struct, frozen=True):
    """What `downloads.html` shows."""

    areas: tuple[AreaDownload, ...]
    manifest: str
    cite: Cite


def downloads_page(edition: Edition, districts: Mapping[str, Region]) -> Page:
    """The page `/data/`."""
    scene = edition.scene("data")
    areas = tuple(
        AreaDownload(
            scene.words(one.record.name),
            scene.to_file(f"{one.slug}/data.json"),
            scene.to(one.slug),
            computed_figure(scene, f"{one.slug}/units/count", one.totals.units),
            f"/{one.slug}/{one.summary.units[0].slug}/data.json" if one.summary.units else "",
        )
        for one in districts.values()
    )
    title = scene.t("downloads.title")
    view = DownloadsView(areas, scene.to_file(MANIFEST), edition.cite(scene, title))
    return edition.page(
        scene,
        "downloads.html",
        view,
        title=title,
        kind="downloads",
        description=scene.t("downloads.lead"),
        crumbs=(scene.link(scene.t("base.home")), scene.link(title, "data", current=True)),
        column=Column(title),
    )
