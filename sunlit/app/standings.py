"""What a process knows of how areas stand, while it makes one of them.

Owns what is kept of an area between its steps. Every step of an area asks for it over some facets
of its units; what belongs to an area that the step at hand has nothing to do with is let go, so
that memory does not grow with the number of areas.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct, field

from sunlit.app.scenery import Scenery
from sunlit.digest import Digest
from sunlit.engine.shards import Family, Lines
from sunlit.rules.facets import facet_values, summary_with
from sunlit.rules.reported import report_heads
from sunlit.rules.standing import AreaStanding, PeriodStanding, periods_of, stand
from sunlit.rules.summary import UnitSummary

Values = Mapping[str, Mapping[str, Any]]
"""The fields that a facet holds, by unit."""


class Standings(Struct):
    """The standings of the areas at hand, each over some facets of its units."""

    scenery: Scenery
    _standings: dict[tuple[str, frozenset[Digest]], AreaStanding] = field(default_factory=dict)
    _periods: dict[tuple[str, Digest], tuple[PeriodStanding, ...]] = field(default_factory=dict)
    _values: dict[tuple[str, str, Digest], Values] = field(default_factory=dict)

    def standing(self, group: str, family: Family, facets: frozenset[str]) -> AreaStanding:
        """The area's standing over some facets of its units."""
        self._keep(family)
        lines = {name: one for name, one in family.facets[group].items() if name in facets}
        key = (group, frozenset(one.id for one in lines.values()))
        if key not in self._standings:
            values = [self._fields(group, name, one) for name, one in sorted(lines.items())]
            units = [
                summary_with({k: v for one in values for k, v in one[unit].items()})
                for unit in lines["head"].texts
            ]
            self._standings[key] = stand(
                self.scenery.known(group),
                units,
                reports=report_heads(self.scenery.content(group).reports),
                periods=self._ranked(group, lines["scores"], units) if "scores" in lines else (),
            )
        return self._standings[key]

    def _ranked(
        self, group: str, scores: Lines, units: Sequence[UnitSummary]
    ) -> tuple[PeriodStanding, ...]:
        """The places of an area's units, worked out once for all parts that show them."""
        key = (group, scores.id)
        if key not in self._periods:
            self._periods[key] = periods_of(self.scenery.known(group), units)
        return self._periods[key]

    def _fields(self, group: str, facet: str, lines: Lines) -> Values:
        key = (group, facet, lines.id)
        if key not in self._values:
            self._values[key] = {
                unit: facet_values(facet, text) for unit, text in lines.texts.items()
            }
        return self._values[key]

    def _keep(self, family: Family) -> None:
        """Let go of the areas that are not in the family."""
        kept: tuple[dict[Any, Any], ...] = (self._standings, self._periods, self._values)
        for one in kept:
            for key in [key for key in one if key[0] not in family.facets]:
                del one[key]
