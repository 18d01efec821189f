"""What areas are, from some facets of their units: their standings, regions and districts.

Owns what a process keeps of these between steps: the parts of an area are made of much the same.
What belongs to areas that the step at hand has nothing to do with is let go, so that memory does
not grow with the number of areas.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sunlit.app.scenery import Scenery
from sunlit.digest import Digest
from sunlit.engine.shards import Family, Lines
from sunlit.rules.facets import area_wire, facet_values, summary_with
from sunlit.rules.reported import report_heads
from sunlit.rules.standing import (
    AreaStanding,
    AreaSummary,
    PeriodStanding,
    periods_of,
    stand,
    summarise_area,
)
from sunlit.rules.summary import UnitSummary
from sunlit.views.district import District, Region, regions_of


class Stands:
    """The areas of a root by the facets that a step is handed."""

    def __init__(self, scenery: Scenery) -> None:
        self._scenery = scenery
        self._stands: dict[tuple[str, frozenset[Digest]], AreaStanding] = {}
        self._facets: dict[tuple[str, str, Digest], Mapping[str, Mapping[str, Any]]] = {}
        self._periods: dict[tuple[str, Digest], tuple[PeriodStanding, ...]] = {}

    def of(self, group: str, family: Family, facets: frozenset[str]) -> AreaStanding:
        """The area's standing over some facets of its units."""
        self._keep(family)
        lines = {name: one for name, one in family.facets[group].items() if name in facets}
        key = (group, frozenset(one.id for one in lines.values()))
        if key not in self._stands:
            values = [self._values(group, name, one) for name, one in sorted(lines.items())]
            units = [
                summary_with({k: v for one in values for k, v in one[unit].items()})
                for unit in lines["head"].texts
            ]
            self._stands[key] = stand(
                self._scenery.known(group),
                units,
                reports=report_heads(self._scenery.content(group).reports),
                periods=self._ranked(group, lines, units) if "scores" in lines else (),
            )
        return self._stands[key]

    def summary(self, group: str, family: Family, facets: frozenset[str]) -> AreaSummary:
        """What may be known of an area, as far as some facets of its units tell it."""
        content = self._scenery.content(group)
        return summarise_area(
            self._scenery.known(group),
            self.of(group, family, facets),
            registered=len(content.register),
            services=content.dossier.services is not None,
        )

    def regions(self, gathered: Mapping[str, bytes]) -> dict[str, Region]:
        """Areas from what was gathered of them, by slug."""
        return regions_of(
            (self._scenery.known(slug), area_wire().value(text)) for slug, text in gathered.items()
        )

    def bare_regions(self, slugs: Iterable[str]) -> dict[str, Region]:
        """Areas as far as their own files tell of them, by slug."""
        known = (self._scenery.known(slug) for slug in slugs)
        return regions_of((one, summarise_area(one, stand(one, ()))) for one in known)

    def district(
        self,
        group: str,
        regions: Mapping[str, Region],
        family: Family,
        facets: frozenset[str],
    ) -> District:
        """An area over some facets of its units, with those below it that the family tells of."""
        below = (one for one in family.facets if one != group)
        wards = tuple(self._district(one, regions, family, facets) for one in sorted(below))
        return self._district(group, regions, family, facets, wards)

    def _district(
        self,
        slug: str,
        regions: Mapping[str, Region],
        family: Family,
        facets: frozenset[str],
        wards: tuple[District, ...] = (),
    ) -> District:
        region = regions[slug]
        standing = self.of(slug, family, facets)
        content = self._scenery.content(slug)
        return District(region.known, region.summary, region.below, content, standing, wards)

    def _ranked(
        self, group: str, lines: Mapping[str, Lines], units: Sequence[UnitSummary]
    ) -> tuple[PeriodStanding, ...]:
        """The places of an area's units, worked out once for all parts that show them."""
        key = (group, lines["scores"].id)
        if key not in self._periods:
            self._periods[key] = periods_of(self._scenery.known(group), units)
        return self._periods[key]

    def _values(self, group: str, facet: str, lines: Lines) -> Mapping[str, Mapping[str, Any]]:
        """The fields that a facet holds, by unit."""
        key = (group, facet, lines.id)
        if key not in self._facets:
            self._facets[key] = {
                unit: facet_values(facet, text) for unit, text in lines.texts.items()
            }
        return self._facets[key]

    def _keep(self, family: Family) -> None:
        """Let go of the areas that are not in the family."""
        kept: tuple[dict[Any, Any], ...] = (self._stands, self._periods, self._facets)
        for one in kept:
            for key in [key for key in one if key[0] not in family.facets]:
                del one[key]
