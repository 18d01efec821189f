"""The ledger of an area: every project, and a ready-made page for each value of each filter.

Owns which pages there are (`/xindu/ledger/`, `/xindu/ledger/status/completed/`) and what the
current filter reads like. Without a script each option is a link; with one, rows are filtered in
place, on the whole ledger only.

A project stands on half a dozen of these pages. Its row is made once and shared: all pages but
the first lie two folders below the ledger's, so their links are the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from sunlit.charts import Chart
from sunlit.model.text import LocalisedText
from sunlit.views.citations import Citations
from sunlit.views.district import District
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


class _Line(Struct, frozen=True):
    """A project, and its row as the pages two folders below the ledger's show it."""

    entry: Entry
    row: LedgerRow


class _Ledger(Struct, frozen=True):
    """A ledger that pages are made of; `having` are its lines by the values they have."""

    district: District
    facets: tuple[Facet, ...]
    lines: tuple[_Line, ...]
    having: Mapping[Pair, Sequence[_Line]]

    def shown(self, pair: Pair | None) -> Sequence[_Line]:
        """The lines that have a value, or all."""
        return self.having[pair] if pair else self.lines


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


def ledger_pages(edition: Edition, district: District) -> Iterator[Page]:
    """The whole ledger, then a page for each value; none without projects."""
    entries = entries_of(district)
    if not entries:
        return
    ledger = _ledger(edition, district, entries)
    for start in range(0, len(entries), MOST):
        yield _page(edition, ledger, _Part(start))
    for facet in ledger.facets:
        for value in facet.values:
            yield _page(edition, ledger, _Part(0, facet, value))


def _ledger(edition: Edition, district: District, entries: tuple[Entry, ...]) -> _Ledger:
    scene = edition.scene(district.slug, "ledger", "page", "2")
    names = {one.slug: one.record.name for one in (district, *district.every_below())}
    # The numbers of sources differ from page to page, so that rows for several have none; a
    # ledger shows none either: they stand with the figures, on the page of the project.
    unsourced = Citations(scene, ())
    lines = tuple(_Line(one, _row(scene, one, unsourced, names=names)) for one in entries)
    having: dict[Pair, list[_Line]] = {}
    for line in lines:
        for pair in line.entry.values:
            having.setdefault(pair, []).append(line)
    return _Ledger(district, facets_of(scene, district, entries), lines, having)


def _page(edition: Edition, ledger: _Ledger, part: _Part) -> Page:
    district = ledger.district
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
        _view(edition, scene, ledger, part=part, title=title),
        title=title,
        kind="ledger",
        description=scene.t("ledger_page.description", area=area),
        area=district.slug,
        section="ledger",
        crumbs=edition.area_crumbs(scene, district.slug, *crumbs),
        column=Column(title, (area,)),
    )


def _view(
    edition: Edition, scene: Scene, ledger: _Ledger, *, part: _Part, title: str
) -> LedgerView:
    district, pair = ledger.district, part.pair
    lines = ledger.shown(pair)
    entries = [one.entry for one in lines]
    home = "/".join((district.slug, "ledger", *pair)) if pair else district.slug
    rows = _rows(scene, ledger, part)
    totals = totals_of_entries(entries)
    first = not part.start
    return LedgerView(
        title=Words(title),
        kicker=scene.link(district.record.name, district.slug),
        now=_now(scene, home, ledger, part=part, totals=totals),
        big=project_big(scene, home, totals, anchor=pair is not None) if first else (),
        filters=_filters(scene, ledger, pair),
        rows=rows,
        left_out=len(entries) - len(rows) if pair else 0,
        chart=money_chart(scene, ledger.facets, entries) if first else None,
        money_known=totals.money.planned is not None or totals.money.spent is not None,
        whole=scene.link(scene.t("ledger_page.whole"), district.slug, "ledger") if pair else None,
        before=_neighbour(scene, ledger, part, -1),
        after=_neighbour(scene, ledger, part, 1),
        cite=edition.cite(scene, title),
    )


def _neighbour(scene: Scene, ledger: _Ledger, part: _Part, step: int) -> Link | None:
    """The page before or after this one of the whole ledger."""
    start = part.start + step * MOST
    if part.pair or not 0 <= start < len(ledger.lines):
        return None
    folders = (ledger.district.slug, "ledger", *_Part(start).folders)
    return scene.link(scene.t("ledger_page.page", n=start // MOST + 1), *folders)


def _rows(scene: Scene, ledger: _Ledger, part: _Part) -> tuple[LedgerRow, ...]:
    """The rows of a page; those of the first one have links of their own."""
    lines = ledger.shown(part.pair)[part.start : part.start + MOST]
    if part.folders:
        return tuple(one.row for one in lines)
    whole = len(ledger.lines) <= MOST
    return tuple(_first_row(scene, one, whole=whole) for one in lines)


def _first_row(scene: Scene, line: _Line, *, whole: bool) -> LedgerRow:
    """Only a whole ledger's rows carry values: elsewhere the script leaves the links alone."""
    unit, project = line.entry.unit, line.entry.project
    return replace(
        line.row,
        href=scene.to(unit.area, unit.slug, "projects", project.id),
        unit_href=scene.to(unit.area, unit.slug),
        filters=line.entry.values if whole else (),
    )


def _row(
    scene: Scene, entry: Entry, cited: Citations, *, names: Mapping[str, LocalisedText]
) -> LedgerRow:
    row = ledger_row(scene, entry.project, entry.unit, cited=cited)
    unit = scene.words(entry.unit.name)
    if len(names) > 1:
        area = scene.words(names[entry.unit.area]).text
        unit = Words(scene.t("ledger_page.unit_of", area=area, unit=unit.text), unit.lang)
    return replace(row, unit=unit, filters=())


def _now(scene: Scene, home: str, ledger: _Ledger, *, part: _Part, totals: WorkTotals) -> Sentence:
    slug, count = ledger.district.slug, len(ledger.lines)
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
    units = computed_figure(scene, f"{home}/ledger/units", totals.units)
    said = [compose(scene, "ledger_page.all", n=count, all=every, units=units)]
    if count > MOST:
        at = scene.t("ledger_page.part", n=part.start // MOST + 1, of=-(-count // MOST))
        said.append((at,))
    return joined(scene, *said)


def _filters(scene: Scene, ledger: _Ledger, pair: Pair | None) -> tuple[Filter, ...]:
    base = (ledger.district.slug, "ledger")
    found = []
    for facet in ledger.facets:
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
