"""A root read as a build reads it, held still between its steps.

Owns every unit's summary, and how the parts of an area are made from some of its facets.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sunlit.app.press import Press
from sunlit.app.root import Root
from sunlit.app.scenery import Scenery
from sunlit.app.work import EVERY_FACET
from sunlit.diagnostics import Findings
from sunlit.digest import of_bytes
from sunlit.engine.shards import Family, Lines
from sunlit.engine.state import to_lines
from sunlit.rules.facets import facet_texts
from sunlit.rules.summary import UnitSummary, summarise
from sunlit.source.content import UnitContent, read_unit

DAY = date(2026, 11, 21)


@dataclass(frozen=True)
class Gathered:
    """Areas by slug, each with its units, the names of the areas below it, and what is gathered.

    `gathered` are the summaries of areas as they travel.
    """

    press: Press
    units: Mapping[str, tuple[tuple[UnitContent, UnitSummary], ...]]
    lines: Mapping[str, Mapping[str, Lines]]
    below: Mapping[str, tuple[str, ...]]
    gathered: Mapping[str, bytes]

    @property
    def scenery(self) -> Scenery:
        """What stands above the units."""
        return self.press.scenery

    def summaries(self) -> list[UnitSummary]:
        """The summary of every unit."""
        return [summary for units in self.units.values() for _, summary in units]

    def family(self, area: str, facets: frozenset[str], *, deep: bool) -> Family:
        """What a step over an area is handed."""
        every = (area, *(self.below[area] if deep else ()))
        lines = {one: {name: self.lines[one][name] for name in facets} for one in every}
        above = {one: self.gathered[one] for one in (area, *self.below[area])}
        return Family(lines, above)

    def part(self, area: str, part: str, facets: frozenset[str], *, deep: bool) -> dict[str, bytes]:
        """The outputs of a part of an area made from these facets alone."""
        family = self.family(area, facets, deep=deep)
        frame = self.press.frame(area, family)
        return {task.output: task.make() for task in self.press.part(area, part, family, frame)}


def gathered(folder: Path) -> Gathered:
    """The root in a folder, as far as every area has been gathered."""
    root = Root(folder)
    press = Press(root, DAY)
    scenery = press.scenery
    units = {
        area: tuple(_unit(root, scenery, area, slug) for slug in scenery.units(area))
        for area in scenery.areas()
    }
    lines = {area: _lines([summary for _, summary in pairs]) for area, pairs in units.items()}
    below = {area: tuple(one for one in units if area in scenery.lineage(one)) for area in units}
    up: dict[str, bytes] = {}
    for area in sorted(units, key=lambda one: len(below[one])):
        up[area] = press.gather(area, Family({area: lines[area]}, up))
    return Gathered(press, units, lines, below, up)


def _unit(root: Root, scenery: Scenery, area: str, slug: str) -> tuple[UnitContent, UnitSummary]:
    found = Findings()
    files = root.unit_files(area, slug, found)
    unit = read_unit(area, slug, scenery.row(area, slug), files, found)
    assert not found.stops, [one.message.en for one in found]
    return unit, summarise(unit, scenery.known(area), DAY)


def _lines(summaries: list[UnitSummary]) -> dict[str, Lines]:
    texts = {one.slug: facet_texts(one) for one in summaries}
    found = {}
    for facet in EVERY_FACET:
        own: dict[str, bytes] = {slug: each[facet] for slug, each in texts.items()}
        found[facet] = Lines(of_bytes(to_lines(own)), own)
    return found
