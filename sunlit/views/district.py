"""An area as its pages need it: its content, its standing, and the areas below it.

Owns the bundle and the totals over everything below. Every page of an area is made from one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sunlit.model.area import AreaRecord
from sunlit.model.sources import SourceRecord
from sunlit.rules.known import Known
from sunlit.rules.standing import AreaStanding, AreaSummary
from sunlit.rules.totals import Totals, add_totals
from sunlit.source.content import AreaContent


@dataclass(frozen=True, slots=True)
class District:
    """One area with everything a page of it may say; `below` are the areas directly below."""

    content: AreaContent
    known: Known
    standing: AreaStanding
    summary: AreaSummary
    below: tuple[District, ...]

    @property
    def slug(self) -> str:
        """The area's slug, which also starts the ids of its figures."""
        return self.content.slug

    @property
    def record(self) -> AreaRecord:
        """The area's own record."""
        return self.content.area.record

    @property
    def totals(self) -> Totals:
        """Its own units' totals and those of every area below."""
        return add_totals((self.standing.totals, *(one.totals for one in self.below)))

    def every_below(self) -> Iterator[District]:
        """The areas below it, each before those below that one."""
        for one in self.below:
            yield one
            yield from one.every_below()

    def sources(self) -> Iterator[SourceRecord]:
        """Every source its records may name."""
        return self.known.sources()


def districts_of(
    parts: Mapping[str, tuple[AreaContent, Known, AreaStanding, AreaSummary]],
) -> dict[str, District]:
    """Every area with the areas below it, by slug."""

    def made(slug: str, above: tuple[str, ...]) -> District:
        content, known, standing, summary = parts[slug]
        below = sorted(
            other
            for other, (_, _, _, head) in parts.items()
            if head.part_of == slug and other not in above
        )
        return District(
            content, known, standing, summary, tuple(made(one, (*above, slug)) for one in below)
        )

    return {slug: made(slug, (slug,)) for slug in sorted(parts)}
