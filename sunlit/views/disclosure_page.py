"""Disclosure in an area: the catalogue, who disclosed what, coverage and timeliness.

Owns what stands on these pages. An area that has not published that it takes part is measured by
nothing, and the page says so.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from sunlit.locale.moments import Moment
from sunlit.model.disclosure import Catalogue, CatalogueItem, Frequency
from sunlit.views.disclosure_matrix import (
    Head,
    Records,
    Row,
    StreetRows,
    item_heads,
    period_rows,
    records_of,
    shares,
    street_rows,
)
from sunlit.views.district import District
from sunlit.views.edition import Column, Edition, Page
from sunlit.views.facts import Fact
from sunlit.views.figures import computed_figure
from sunlit.views.parts import Cite, Link, When, Words
from sunlit.views.scene import Scene


class CatalogueRow(Struct, frozen=True):
    """One row of the catalogue (公开目录), by the columns of the customary table."""

    number: int
    name: Link
    basis: Words | None
    limit: str
    body: Words | None
    channel: Words | None
    level: Words | None


class DisclosureView(Struct, frozen=True):
    """What `disclosure.html` shows; without `since` the area does not take part."""

    area: Words
    since: When | None
    voluntary: bool
    about: Words | None
    catalogue: tuple[CatalogueRow, ...]
    shares: tuple[Fact, ...]
    counts: tuple[Fact, ...]
    heads: tuple[Head, ...]
    streets: tuple[StreetRows, ...]
    cite: Cite


class DisclosureItemView(Struct, frozen=True):
    """What `disclosure_item.html` shows: one item over its periods."""

    area: Words
    row: CatalogueRow
    heads: tuple[Head, ...]
    rows: tuple[Row, ...]
    before: Link | None
    after: Link | None
    cite: Cite


def disclosure_pages(edition: Edition, district: District) -> Iterator[Page]:
    """The area's disclosure, then one page per item of the catalogue."""
    if not district.standing.units:
        return
    yield _overview(edition, district)
    if starting(district) is not None:
        records = records_of(edition.scene(district.slug, "disclosure", "item"), district)
        for number in range(len(catalogue_items(district))):
            yield _item_page(edition, records, number)


def starting(district: District) -> Moment | None:
    """From when the area takes part; None when it does not."""
    duty = district.record.disclosure
    return duty.start if duty and district.known.catalogue else None


def catalogue_items(district: District) -> tuple[CatalogueItem, ...]:
    """The items of the site's catalogue."""
    known = district.known.catalogue
    return known.record.items if known else ()


def _overview(edition: Edition, district: District) -> Page:
    slug = district.slug
    scene = edition.scene(slug, "disclosure")
    name = scene.words(district.record.name)
    title = scene.t("disclosure.title", name=name.text)
    here = scene.link(scene.t("base.section_disclosure"), slug, "disclosure")
    return edition.page(
        scene,
        "disclosure.html",
        _view(edition, scene, district, title=title),
        title=title,
        kind="disclosure",
        description=scene.t("disclosure.description", name=name.text),
        area=slug,
        section="disclosure",
        crumbs=edition.area_crumbs(scene, slug, here),
        column=Column(title),
        data=f"{slug}/data.json",
    )


def _view(edition: Edition, scene: Scene, district: District, *, title: str) -> DisclosureView:
    slug, duty = district.slug, district.record.disclosure
    known, since = district.known.catalogue, starting(district)
    items = catalogue_items(district)
    records = records_of(scene, district)
    catalogue: Catalogue | None = known.record if known else None
    return DisclosureView(
        area=scene.words(district.record.name),
        since=scene.maybe_when(since),
        voluntary=bool(duty and duty.optional),
        about=scene.maybe(catalogue.about) if catalogue else None,
        catalogue=tuple(
            _row(scene, district, item, number=number, linked=since is not None)
            for number, item in enumerate(items, start=1)
        ),
        shares=_shares(scene, district) if since else (),
        counts=_counts(scene, district) if since else (),
        heads=item_heads(records, items) if since else (),
        streets=street_rows(records, items) if since else (),
        cite=edition.cite(scene, title, data=f"{slug}/data.json"),
    )


def _item_page(edition: Edition, records: Records, number: int) -> Page:
    district, slug = records.district, records.district.slug
    items = catalogue_items(district)
    item = items[number]
    scene = edition.scene(slug, "disclosure", item.id)
    name = scene.words(district.record.name)
    title = scene.t("disclosure.item_title", item=scene.words(item.name).text, name=name.text)
    heads, rows = period_rows(records, item.id)
    view = DisclosureItemView(
        area=name,
        row=_row(scene, district, item, number=number + 1, linked=True),
        heads=heads,
        rows=rows,
        before=_neighbour(scene, slug, items, number - 1),
        after=_neighbour(scene, slug, items, number + 1),
        cite=edition.cite(scene, title, data=f"{slug}/data.json"),
    )
    crumbs = (
        scene.link(scene.t("base.section_disclosure"), slug, "disclosure"),
        scene.link(item.name, slug, "disclosure", item.id),
    )
    return edition.page(
        scene,
        "disclosure_item.html",
        view,
        title=title,
        kind="disclosure-item",
        area=slug,
        section="disclosure",
        crumbs=edition.area_crumbs(scene, slug, *crumbs),
        column=Column(title),
        data=f"{slug}/data.json",
    )


def _row(
    scene: Scene, district: District, item: CatalogueItem, *, number: int, linked: bool
) -> CatalogueRow:
    name = scene.words(item.name)
    href = scene.to(district.slug, "disclosure", item.id) if linked else ""
    return CatalogueRow(
        number,
        Link(href, name),
        scene.maybe(item.basis),
        _limit(scene, item),
        scene.maybe(item.body),
        scene.maybe(item.channel),
        scene.maybe(item.level),
    )


def _limit(scene: Scene, item: CatalogueItem) -> str:
    if item.frequency is Frequency.EVENT:
        return scene.t("disclosure.limit_event")
    return scene.t(f"disclosure.limit_{item.frequency.value}", n=item.due_days)


def _shares(scene: Scene, district: District) -> tuple[Fact, ...]:
    home = f"{district.slug}/disclosure"
    coverage, timeliness = shares(scene, home, district.standing.totals, anchor=True)
    return (
        (Words(scene.t("disclosure.coverage")), coverage),
        (Words(scene.t("disclosure.timeliness")), timeliness),
    )


def _counts(scene: Scene, district: District) -> tuple[Fact, ...]:
    totals, home = district.standing.totals, f"{district.slug}/disclosure"
    counted = {
        "due": totals.due_items,
        "published": totals.published_items,
        "late": totals.late_items,
        "missing": totals.missing_items,
    }
    return tuple(
        (
            Words(scene.t(f"disclosure.count_{name}")),
            computed_figure(scene, f"{home}/{name}", count),
        )
        for name, count in counted.items()
    )


def _neighbour(
    scene: Scene, area: str, items: tuple[CatalogueItem, ...], number: int
) -> Link | None:
    if not 0 <= number < len(items):
        return None
    return scene.link(items[number].name, area, "disclosure", items[number].id)
