"""The ledger of an area: every project, and a ready-made page for each value of each filter.

Owns which pages there are (`/xindu/ledger/`, `/xindu/ledger/status/completed/`) and what the
current filter reads like. Without a script each option is a link; with one, rows are filtered in
place, on the whole ledger only.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from sunlit.charts import Chart
from sunlit.digest import Digest
from sunlit.views.citations import Citations
from sunlit.views.district import District
from sunlit.views.drafts import Draft, digest_of
from sunlit.views.edition import Column, Edition, Page
from sunlit.views.figures import computed_figure
from sunlit.views.ledger import ledger_row
from sunlit.views.ledger_chart import money_chart
from sunlit.views.ledger_entries import (
    Entry,
    Facet,
    Pair,
    Value,
    WorkTotals,
    entries_of,
    facets_of,
    totals_of_entries,
)
from sunlit.views.parts import Big, Cite, Filter, LedgerRow, Link, Words
from sunlit.views.scene import Scene
from sunlit.views.sentences import Sentence, compose, joined
from sunlit.views.totals import project_big

MOST = 200
"""How many rows one page holds: the whole ledger goes on over further pages, a filter does not."""


class LedgerView(Struct, frozen=True):
    """What `ledger.html` shows; `whole` is the way back from a filtered page."""

    title: Words
    kicker: Link
    now: Sentence
    big: tuple[Big, ...]
    filters: tuple[Filter, ...]
    rows: tuple[LedgerRow, ...]
    left_out: int
    chart: Chart | None
    money_known: bool
    whole: Link | None
    before: Link | None
    after: Link | None
    cite: Cite


class _Part(Struct, frozen=True):
    """What one page shows: the ledger from row `start` on, or what has the value of a facet."""

    start: int = 0
    facet: Facet | None = None
    value: Value | None = None

    @property
    def folders(self) -> tuple[str, ...]:
        """Its folders below the ledger's."""
        if self.facet and self.value:
            return (self.facet.name, self.value.id)
        return ("page", str(self.start // MOST + 1)) if self.start else ()

    @property
    def pair(self) -> Pair | None:
        """The filter it is, as rows carry it."""
        return (self.facet.name, self.value.id) if self.facet and self.value else None


class _Sheet(Struct, frozen=True):
    """All that a page is told of the projects: its own, and in numbers what else there is.

    `count` and `units` are of the whole ledger, `money_known` of what the page adds up. `entries`
    are what it adds up, of which it shows the first; on a further page they are its rows.
    """

    part: _Part
    facets: tuple[Facet, ...]
    count: int
    units: int
    money_known: bool
    entries: tuple[Entry, ...]

    @property
    def digest(self) -> Digest:
        """The digest of all of it."""
        ids = tuple(one.id for one in self.entries)
        return digest_of((*(getattr(self, name) for name in self.__struct_fields__[:-1]), ids))


def ledger_drafts(edition: Edition, district: District, full: District) -> Iterator[Draft]:
    """The whole ledger, then a page for each value; none without projects.

    They are made from `district` and from what each shows of the projects of `full`.
    """
    entries = entries_of(full)
    if not entries:
        return
    scene = edition.scene(district.slug, "ledger", "page", "2")
    facets = facets_of(scene, full, entries)
    desk = _Desk(edition, district)
    for sheet in _sheets(facets, entries):
        path = edition.scene(district.slug, "ledger", *sheet.part.folders).path
        yield Draft(path, sheet.digest, partial(desk.page, sheet))


def _sheets(facets: tuple[Facet, ...], entries: tuple[Entry, ...]) -> Iterator[_Sheet]:
    every = totals_of_entries(entries)
    for start in range(0, len(entries), MOST):
        own = entries[start : start + MOST] if start else entries
        known = _money_known(every)
        yield _Sheet(_Part(start), facets, len(entries), every.units, known, own)
    having: dict[Pair, list[Entry]] = {}
    for entry in entries:
        for pair in entry.values:
            having.setdefault(pair, []).append(entry)
    for facet in facets:
        for value in facet.values:
            own = tuple(having[facet.name, value.id])
            known = _money_known(totals_of_entries(own))
            yield _Sheet(_Part(0, facet, value), facets, len(entries), every.units, known, own)


def _money_known(totals: WorkTotals) -> bool:
    return totals.money.planned is not None or totals.money.spent is not None


class _Desk:
    """Where the pages of a ledger are made, each from the area and its own sheet.

    A project stands on half a dozen of these pages. Its row is made once and shared: all pages but
    the first lie two folders below the ledger's, so their links are the same.
    """

    def __init__(self, edition: Edition, district: District) -> None:
        self._edition = edition
        self._district = district
        self._names = {one.slug: one.record.name for one in (district, *district.every_below())}
        self._scene = edition.scene(district.slug, "ledger", "page", "2")
        # The numbers of sources differ from page to page, so that rows for several have none; a
        # ledger shows none either: they stand with the figures, on the page of the project.
        self._unsourced = Citations(self._scene, ())
        self._rows: dict[Digest, LedgerRow] = {}

    def page(self, sheet: _Sheet) -> Page:
        """One page."""
        edition, district, part = self._edition, self._district, sheet.part
        folders = (district.slug, "ledger")
        scene = edition.scene(*folders, *part.folders)
        area = scene.words(district.record.name).text
        title = scene.t("ledger_page.title", area=area)
        crumbs = [scene.link(scene.t("base.section_ledger"), *folders)]
        label = part.value.label if part.value else None
        if part.start:
            label = Words(scene.t("ledger_page.page", n=part.start // MOST + 1))
        if label:
            title = scene.t("ledger_page.title_of", title=title, value=label.text)
            crumbs.append(Link(scene.to(*folders, *part.folders), label))
        return edition.page(
            scene,
            "ledger.html",
            self._view(scene, sheet, title),
            title=title,
            kind="ledger",
            description=scene.t("ledger_page.description", area=area),
            area=district.slug,
            section="ledger",
            crumbs=edition.area_crumbs(scene, district.slug, *crumbs),
            column=Column(title, (area,)),
        )

    def _view(self, scene: Scene, sheet: _Sheet, title: str) -> LedgerView:
        slug, part, pair = self._district.slug, sheet.part, sheet.part.pair
        home = "/".join((slug, "ledger", *pair)) if pair else slug
        rows = self._shown(scene, sheet)
        totals = totals_of_entries(sheet.entries)
        first = not part.start
        return LedgerView(
            title=Words(title),
            kicker=scene.link(self._district.record.name, slug),
            now=_now(scene, slug, home, sheet),
            big=project_big(scene, home, totals, anchor=pair is not None) if first else (),
            filters=_filters(scene, slug, sheet),
            rows=rows,
            left_out=len(sheet.entries) - len(rows) if pair else 0,
            chart=money_chart(scene, sheet.facets, sheet.entries) if first else None,
            money_known=sheet.money_known,
            whole=scene.link(scene.t("ledger_page.whole"), slug, "ledger") if pair else None,
            before=_neighbour(scene, slug, sheet, -1),
            after=_neighbour(scene, slug, sheet, 1),
            cite=self._edition.cite(scene, title),
        )

    def _shown(self, scene: Scene, sheet: _Sheet) -> tuple[LedgerRow, ...]:
        """The rows of a page; those of the first one have links of their own."""
        entries = sheet.entries[:MOST]
        if sheet.part.folders:
            return tuple(map(self._row, entries))
        whole = sheet.count <= MOST
        return tuple(_first_row(scene, one, self._row(one), whole=whole) for one in entries)

    def _row(self, entry: Entry) -> LedgerRow:
        row = self._rows.get(entry.id)
        if row is None:
            scene = self._scene
            row = ledger_row(scene, entry.project, entry.unit, cited=self._unsourced)
            unit = scene.words(entry.unit.name)
            if len(self._names) > 1:
                area = scene.words(self._names[entry.unit.area]).text
                text = scene.t("ledger_page.unit_of", area=area, unit=unit.text)
                unit = Words(text, unit.lang)
            row = self._rows[entry.id] = replace(row, unit=unit, filters=())
        return row


def _neighbour(scene: Scene, slug: str, sheet: _Sheet, step: int) -> Link | None:
    """The page before or after this one of the whole ledger."""
    start = sheet.part.start + step * MOST
    if sheet.part.pair or not 0 <= start < sheet.count:
        return None
    folders = (slug, "ledger", *_Part(start).folders)
    return scene.link(scene.t("ledger_page.page", n=start // MOST + 1), *folders)


def _first_row(scene: Scene, entry: Entry, row: LedgerRow, *, whole: bool) -> LedgerRow:
    """Only a whole ledger's rows carry values: elsewhere the script leaves the links alone."""
    unit = entry.unit
    return replace(
        row,
        href=scene.to(unit.area, unit.slug, "projects", entry.project.id),
        unit_href=scene.to(unit.area, unit.slug),
        filters=entry.values if whole else (),
    )


def _now(scene: Scene, slug: str, home: str, sheet: _Sheet) -> Sentence:
    part, count = sheet.part, sheet.count
    every = computed_figure(scene, f"{slug}/projects/count", count)
    if part.facet and part.value:
        return compose(
            scene,
            "ledger_page.only",
            name=part.facet.label,
            value=part.value.label,
            shown=computed_figure(scene, f"{home}/projects/count", part.value.count),
            all=every,
        )
    units = computed_figure(scene, f"{home}/ledger/units", sheet.units)
    said = [compose(scene, "ledger_page.all", n=count, all=every, units=units)]
    if count > MOST:
        at = scene.t("ledger_page.part", n=part.start // MOST + 1, of=-(-count // MOST))
        said.append((at,))
    return joined(scene, *said)


def _filters(scene: Scene, slug: str, sheet: _Sheet) -> tuple[Filter, ...]:
    base, pair = (slug, "ledger"), sheet.part.pair
    found = []
    for facet in sheet.facets:
        here = pair is not None and pair[0] == facet.name
        everything = scene.link(scene.t("ledger_page.everything"), *base, current=not here)
        options = [everything] + [
            Link(
                scene.to(*base, facet.name, value.id),
                value.label,
                current=here and pair == (facet.name, value.id),
                note=scene.locale.number(value.count),
            )
            for value in facet.values
        ]
        found.append(Filter(facet.name, facet.label, tuple(options)))
    return tuple(found)
