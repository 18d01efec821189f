"""What stands ready for Zola's pages: rows of scores, works, news and moved due dates.

Owns what each kind of page shows of other pages, sorted. Zola copies a page with its text at every
filter, and all pages of a section into what the section's page is rendered from; so nothing here
goes through the pages of an area. What has many rows has the key `rows` and gets a data file of its
own: Zola reads JSON faster than a head in TOML.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import cast

from benchmarks.content import Area, Community, Content
from benchmarks.pages import ROWS_OF_A_PAGE, Head, Page, Value, community_pages
from benchmarks.standings import Scores, ranked

HOME_NEWS, FEED_NEWS = 20, 50
HOME_UNITS = 1200
"""Up to how many communities the home page lists every one; streets alone where there are more."""
AREA_CHANGES, SITE_CHANGES = 5, 30
FACETS = ("late", "status", "horizon", "year", "department", "street")
_WORK = (
    *("area", "unit", "unit_name", "due", "late", "revisions"),
    *("horizon", "horizon_name", "status", "status_name", "department", "year"),
)


@dataclass(frozen=True)
class Ready:
    """An area's rows, each kind made once."""

    content: Content
    area: Area

    @cached_property
    def works(self) -> list[Page]:
        """Late ones first, then by due date."""
        works = [one for one in self._pages if one.kind == "project"]
        return sorted(works, key=lambda one: (one.head["late"] != "yes", one.head["due"], one.path))

    @cached_property
    def news(self) -> list[Head]:
        """The newest first, as many as a feed has."""
        news = [one for one in self._pages if one.kind == "update"]
        news.sort(key=lambda one: (one.head["date"], one.path), reverse=True)
        return [_news(one) for one in news[:FEED_NEWS]]

    @cached_property
    def changes(self) -> list[Head]:
        """Every due date that was moved, the newest first."""
        moved = [one for one in self.works if one.head["revisions"]]
        return sorted(map(_change, moved), key=lambda row: str(row["on"]), reverse=True)

    @cached_property
    def filters(self) -> list[Value]:
        """By facet, each value that works of the area have, and how many."""
        found: list[Value] = []
        for facet in FACETS:
            counts = Counter(str(one.head[facet]) for one in self.works)
            values: list[Value] = [{"value": one, "count": counts[one]} for one in sorted(counts)]
            found.append({"facet": facet, "values": values})
        return found

    @cached_property
    def _pages(self) -> list[Page]:
        each = (community_pages(self.content, one) for one in self.area.communities)
        return [page for pages in each for page in pages]

    @cached_property
    def standings(self) -> Mapping[str, tuple[Scores, Mapping[str, int]]]:
        """Scores and ranks by community."""
        return ranked(self.content.framework, self.area)

    def by(self, key: str) -> list[Community]:
        """The communities, best first."""
        return sorted(self.area.communities, key=lambda one: self.standings[one.slug][1][key])

    def streets(self, of: Callable[[Community], Head]) -> list[Value]:
        """The streets with their communities."""
        found: list[Value] = []
        for (slug, name), units in groupby(
            sorted(self.area.communities, key=lambda one: (one.street, one.street_slug)),
            key=lambda one: (one.street_slug, one.street),
        ):
            found.append({"slug": slug, "name": name, "units": [of(one) for one in units]})
        return found

    def _unit(self, one: Community) -> Head:
        scores = dict(self.standings[one.slug][0])
        total = scores.pop("total")
        return {"slug": one.slug, "name": one.name, "total": total, "scores": dict(scores)}

    def finder(self, *, every_unit: bool) -> Head:
        """The area as it stands on the home page."""
        area = self.area
        streets = self.streets(lambda one: {"slug": one.slug, "name": one.name})
        if not every_unit:
            streets = [{**cast(Head, one), "units": []} for one in streets]
        own: Head = {"slug": area.slug, "name": area.name, "count": len(area.communities)}
        return {**own, "streets": streets}

    def matrix(self, page: Page) -> Head:
        """All communities of the area or of a street, by rank."""
        street = page.head["street"]
        some = [one for one in self.by("total") if street in ("", one.street_slug)]
        return {"rows": [{**self._unit(one), **self._named(one, "total")} for one in some]}

    def ranking(self, page: Page) -> Head:
        """All communities by a dimension, with what its indicators were given."""
        key = str(page.head["dimension"])
        every = self.content.framework.indicators
        places = [at for at, one in enumerate(every) if one.dimension == key]
        indicators: list[Value] = [
            {"id": every[at].id, "name": every[at].name, "weight": every[at].weight}
            for at in places
        ]
        rows: list[Value] = [
            {
                **self._named(one, key),
                "score": self.standings[one.slug][0][key],
                "parts": [one.scores[at] for at in places],
            }
            for one in self.by(key)
        ]
        return {"indicators": indicators, "rows": rows}

    def lists(self, page: Page) -> Head:
        """All communities by total."""
        scores = {slug: one["total"] for slug, (one, _) in self.standings.items()}
        rows = [
            {**self._named(one, "total"), "total": scores[one.slug]} for one in self.by("total")
        ]
        return {"rows": list(rows)}

    def _named(self, one: Community, key: str) -> Head:
        return {"slug": one.slug, "name": one.name, "rank": self.standings[one.slug][1][key]}

    def ledger(self, page: Page) -> Head:
        """The works of a page of the ledger; counts and sums of all that pass its filter."""
        facet, value = str(page.head["facet"]), page.head["value"]
        some = [one for one in self.works if not facet or one.head[facet] == value]
        start = cast(int, page.head["start"])
        return {
            "all": len(self.works),
            "totals": _totals(some),
            "filters": self.filters,
            "rows": [_work(one) for one in some[start : start + ROWS_OF_A_PAGE]],
        }

    def street(self, page: Page) -> Head:
        """The communities of a street with the money of their works."""
        slug = page.head["street"]
        some = [one for one in self.works if one.head["street"] == slug]
        units = [one for one in self.area.communities if one.street_slug == slug]
        return {
            "totals": _totals(some),
            "units": [
                {
                    **self._unit(one),
                    "works": [_money(each) for each in some if each.head["unit"] == one.slug],
                }
                for one in units
            ],
        }

    def front(self, page: Page) -> Head:
        """The area's own page, and its feed."""
        return {
            "totals": _totals(self.works),
            "streets": self.streets(self._unit),
            "news": list(self.news),
            "changes": list(self.changes[:AREA_CHANGES]),
        }

    def moved(self, page: Page) -> Head:
        """All due dates that were moved."""
        return {"changes": list(self.changes)}


_OF_AN_AREA: Mapping[str, Callable[[Ready, Page], Head]] = {
    "area": Ready.front,
    "area-changes": Ready.moved,
    "street": Ready.street,
    "ledger": Ready.ledger,
    "matrix": Ready.matrix,
    "ranking": Ready.ranking,
    "lists": Ready.lists,
}


def ready(areas: Mapping[str, Ready], page: Page) -> Head:
    """What the head of a page of the site or of an area has besides its own."""
    if page.kind == "home":
        news = _newest((one.news for one in areas.values()), "date", HOME_NEWS)
        every = sum(len(one.area.communities) for one in areas.values()) <= HOME_UNITS
        return {"areas": [one.finder(every_unit=every) for one in areas.values()], "news": news}
    if page.kind == "site-changes":
        return {"changes": _newest((one.changes for one in areas.values()), "on", SITE_CHANGES)}
    make = _OF_AN_AREA.get(page.layout)
    return make(areas[str(page.head["area"])], page) if make else {}


def _newest(rows: Iterable[list[Head]], key: str, most: int) -> list[Value]:
    every = [row for some in rows for row in some]
    return list(sorted(every, key=lambda row: str(row[key]), reverse=True)[:most])


def _row(page: Page, *keys: str) -> Head:
    """A page as a row of another one: what stands in its own head, under the same names."""
    return {"id": page.path, "title": page.title, **{key: page.head[key] for key in keys}}


def _news(page: Page) -> Head:
    file = f"{page.head['area']}/{page.head['unit']}/update-{page.path.rpartition('/')[2]}.md"
    return {**_row(page, "unit_name", "date"), "file": file}


def _change(page: Page) -> Head:
    row = _row(page, "unit_name", "revisions")
    return {**row, "on": cast("list[Head]", page.head["revisions"])[0]["on"]}


def _work(page: Page) -> Head:
    """A work as the ledger shows it: its money by fund, the first of its quantities."""
    first = cast("list[Head]", page.head["quantities"])[0]
    row = _row(page, *_WORK)
    return {**row, "quantities": [_newest_only(first, "done")], "funds": _money(page)}


def _money(page: Page) -> list[Value]:
    funds = cast("list[Head]", page.head["funds"])
    return [_newest_only({"planned": one["planned"], "spent": one["spent"]}, "spent")
            for one in funds]  # fmt: skip


def _newest_only(fields: Head, key: str) -> Head:
    """The newest point of a series instead of all of it."""
    return {**fields, key: cast("list[Value]", fields[key])[-1:]}


def _totals(works: list[Page]) -> Head:
    funds = [cast(Head, fund) for one in works for fund in _money(one)]
    points = [cast("list[Head]", fund["spent"]) for fund in funds]
    return {
        "works": len(works),
        "done": sum(one.head["status"] == "completed" for one in works),
        "late": sum(one.head["late"] == "yes" for one in works),
        "planned": sum(cast(int, fund["planned"]) for fund in funds),
        "spent": sum(cast(int, one["value"]) for some in points for one in some),
    }
