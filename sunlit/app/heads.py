"""Areas as every page of an area knows them, for crumbs, navigation and links to others.

Owns what a head is made from, and the form in which heads travel.
"""

from __future__ import annotations

from functools import lru_cache

from msgspec.structs import replace

from sunlit.rules.known import Known
from sunlit.views.district import Region
from sunlit.views.edition import Head
from sunlit.wire import Wire


@lru_cache(maxsize=1)
def heads_wire() -> Wire[tuple[Head, ...]]:
    """The form in which the heads of areas travel."""
    return Wire(tuple[Head, ...])


def bare_head(known: Known) -> Head:
    """The head of an area as others name it: nothing but what stands in its `area.md`."""
    record = known.area.record
    return Head(
        slug=known.slug,
        name=record.name,
        level=record.level.value,
        part_of=record.part_of,
        sections=(),
        frameworks=(),
        invented=record.invented,
        within=record.within,
    )


def full_head(known: Known) -> Head:
    """The head of an area with its frameworks, where those are known to whoever asks."""
    named = ((one.id, one.record.short_name or one.record.name) for one in known.frameworks)
    return replace(bare_head(known), frameworks=tuple(named))


def own_head(region: Region) -> Head:
    """The head of an area on its own pages: with the pages it has, and its frameworks."""
    summary = region.summary
    there = {
        "ledger": region.totals.projects > 0,
        "reports": bool(summary.reports),
        "services": summary.services,
        "disclosure": bool(summary.units),
        "changes": bool(summary.units),
    }
    sections = tuple(name for name, has in there.items() if has)
    return replace(full_head(region.known), sections=sections)
