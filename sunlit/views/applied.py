"""A framework as one area applies it: the bundle that the framework's pages are made from.

Owns the names of its figures and which units take part in what. What a framework states is the
same in every area, so those figures are named after its first area, their home; what follows
from an area's own units is named after that area.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from sunlit.locale.moments import Moment
from sunlit.model.framework import Dimension, Framework
from sunlit.model.unit import Enrolment
from sunlit.rules.scoring import TargetStanding
from sunlit.rules.standing import PeriodStanding
from sunlit.rules.states import BlockState
from sunlit.rules.summary import Scored, UnitSummary
from sunlit.source.located import Located
from sunlit.views.citations import Citations
from sunlit.views.district import District
from sunlit.views.parts import Link
from sunlit.views.scene import Scene


class Applied(Struct, frozen=True):
    """One framework in one area, with everything a page of it may say."""

    district: District
    framework: Located[Framework]

    @property
    def record(self) -> Framework:
        """The framework itself."""
        return self.framework.record

    @property
    def id(self) -> str:
        """The framework's id."""
        return self.framework.id

    @property
    def area(self) -> str:
        """The area's slug."""
        return self.district.slug

    @property
    def home(self) -> str:
        """The start of the ids of figures that the framework states."""
        return home_of(self.framework)

    @property
    def at_home(self) -> bool:
        """Whether the figures that the framework states have their permalinks here."""
        return self.home == self.base

    @property
    def base(self) -> str:
        """The start of the ids of figures that follow from this area's units."""
        return f"{self.area}/{self.id}"

    @property
    def units(self) -> tuple[UnitSummary, ...]:
        """The area's units, in register order."""
        return self.district.standing.units

    @property
    def periods(self) -> tuple[PeriodStanding, ...]:
        """The periods that were scored, oldest first."""
        return self.district.standing.periods_of(self.id)

    @property
    def targets(self) -> tuple[TargetStanding, ...]:
        """Where its targets stand, in the framework's order."""
        return tuple(
            standing for id, _, standing in self.district.standing.targets if id == self.id
        )

    @property
    def has_lists(self) -> bool:
        """Whether there is a page of lists: rules, or at least scores to rank by."""
        return bool(self.record.lists or self.periods)

    def states(self, unit: UnitSummary) -> tuple[BlockState, ...]:
        """How far a unit is with each dimension."""
        return dict(unit.blocks)[self.id]

    def states_of(self, dimension: Dimension) -> tuple[BlockState, ...]:
        """How far each unit is with one dimension."""
        at = [one.id for one in self.record.dimensions].index(dimension.id)
        return tuple(self.states(one)[at] for one in self.units)

    def enrolment(self, unit: UnitSummary) -> Enrolment | None:
        """How a unit takes part, when that was published."""
        return next((one for one in unit.enrolments if one.framework == self.id), None)

    def batch_of(self, unit: UnitSummary) -> Moment | None:
        """The batch a unit is in, by year, as its profile or the framework says."""
        enrolment = self.enrolment(unit)
        if enrolment is not None and enrolment.batch is not None:
            return enrolment.batch
        return next((one.year for one in self.record.batches if unit.slug in one.members), None)

    def tracks_of(self, unit: UnitSummary) -> tuple[str, ...]:
        """The tracks of a unit, in the framework's order."""
        enrolment = self.enrolment(unit)
        named = enrolment.tracks if enrolment else ()
        return tuple(one.id for one in self.record.tracks if one.id in named)

    def chose(self, unit: UnitSummary, dimension: str) -> bool:
        """Whether a unit names the dimension among those it takes on."""
        enrolment = self.enrolment(unit)
        return enrolment is not None and dimension in enrolment.dimensions

    def scored(self, unit: UnitSummary, period: Moment) -> Scored | None:
        """A unit's score sheet of a period."""
        return next(
            (one for one in unit.scored if (one.framework, one.period) == (self.id, period)), None
        )

    def unit(self, slug: str) -> UnitSummary | None:
        """The summary of a unit of the area."""
        return self.district.standing.unit(slug)

    def sheet(self, unit: UnitSummary, period: Moment) -> str:
        """The start of the ids of a unit's figures in one period."""
        return sheet_id(f"{unit.area}/{unit.slug}", self.id, period)

    def folders(self, *further: str) -> tuple[str, ...]:
        """The folders of one of its pages."""
        return (self.area, self.id, *further)

    def link(self, scene: Scene) -> Link:
        """The link to its own page, by its short name."""
        return scene.link(self.record.short_name or self.record.name, *self.folders())

    def unit_link(self, scene: Scene, unit: UnitSummary) -> Link:
        """The link to a unit's page."""
        return scene.link(unit.name, unit.area, unit.slug)

    def unit_links(self, scene: Scene) -> dict[str, Link]:
        """The links to all units by slug, for every page that lies as deep as the scene's."""
        return {one.slug: self.unit_link(scene, one) for one in self.units}

    def cited(self, scene: Scene) -> Citations:
        """The sources its pages may cite, none cited yet."""
        sources = (*self.record.sources, *self.district.sources())
        return Citations(scene, sources, default=self.record.source)


def home_of(framework: Located[Framework]) -> str:
    """The start of the ids of figures that a framework states: its first area and its id."""
    return f"{framework.record.areas[0]}/{framework.id}"


def sheet_id(unit: str, framework: str, period: Moment) -> str:
    """The start of the ids of the figures of one score sheet."""
    return f"{unit}/scores/{framework}/{period.key}"


def applied_in(district: District) -> Iterator[Applied]:
    """Every framework that applies to an area."""
    for framework in district.known.frameworks:
        yield Applied(district, framework)
