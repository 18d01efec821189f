"""An area as its pages need it: what the whole site knows of it, and what only its own pages do.

Owns the two bundles and the totals over everything below. Every page of an area is made from a
district, every page of the site from regions.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from sunlit.model.area import AreaRecord
from sunlit.model.sources import SourceRecord
from sunlit.rules.known import Known
from sunlit.rules.standing import AreaStanding, AreaSummary
from sunlit.rules.totals import Totals, add_totals
from sunlit.source.content import AreaContent


class Region(Struct, frozen=True):
    """One area as the pages above it know it; `below` are the areas directly below."""

    known: Known
    summary: AreaSummary
    below: tuple[Region, ...]

    @property
    def slug(self) -> str:
        """The area's slug, which also starts the ids of its figures."""
        return self.known.slug

    @property
    def record(self) -> AreaRecord:
        """The area's own record."""
        return self.known.area.record

    @property
    def totals(self) -> Totals:
        """Its own units' totals and those of every area below."""
        return add_totals((self.summary.totals, *(one.totals for one in self.below)))

    def every_below(self) -> Iterator[Region]:
        """The areas below it, each before those below that one."""
        for one in self.below:
            yield one
            yield from one.every_below()

    def sources(self) -> Iterator[SourceRecord]:
        """Every source its records may name."""
        return self.known.sources()


class District(Region, frozen=True):
    """One area with everything a page of it may say.

    `wards` are the areas below it with their units, for the pages that list those too.
    """

    content: AreaContent
    standing: AreaStanding
    wards: tuple[District, ...] = ()


def regions_of(parts: Iterable[tuple[Known, AreaSummary]]) -> dict[str, Region]:
    """Areas with those below them that are among them, by slug."""
    named = {known.slug: (known, summary) for known, summary in parts}
    children: dict[str, list[str]] = {}
    for slug in sorted(named):
        above = named[slug][1].part_of
        if above is not None:
            children.setdefault(above, []).append(slug)

    return {slug: _region(slug, {}, named, children) for slug in sorted(named)}


# A function of the module: one within `regions_of` would call itself, and hold what it was made of.
def _region(
    slug: str,
    above: Mapping[str, None],
    named: Mapping[str, tuple[Known, AreaSummary]],
    children: Mapping[str, list[str]],
) -> Region:
    known, summary = named[slug]
    here = {**above, slug: None}
    below = (one for one in children.get(slug, ()) if one not in here)
    return Region(known, summary, tuple(_region(one, here, named, children) for one in below))
