"""What an area is, summed from its units, and what each unit may know of it.

Owns totals, rankings, lists and targets of an area, and the *standing* that travels back to a
unit: its places, its lists, its neighbours. Sees summaries only, never a unit's files.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from sunlit.locale.moments import Moment
from sunlit.model.framework import Framework
from sunlit.model.text import LocalisedText
from sunlit.rules.known import Known
from sunlit.rules.recorded import KindCounts, Recorded, count_kinds, in_area
from sunlit.rules.reported import ReportHead
from sunlit.rules.scoring import (
    ListOutcome,
    Marks,
    Place,
    Places,
    TargetStanding,
    place_on_lists,
    rank_results,
    stand_of_target,
)
from sunlit.rules.summary import UnitSummary, UpdateSummary
from sunlit.rules.totals import Totals, totals_of
from sunlit.source.located import Located


class Street(Struct, frozen=True, array_like=True):
    """A street or town of the area: its units in register order, and their totals."""

    slug: str
    name: str
    units: tuple[str, ...]
    totals: Totals


class PeriodStanding(Struct, frozen=True):
    """One framework and period: everyone's marks and place, and the lists."""

    framework: str
    period: Moment
    marks: Mapping[str, Marks]
    places: Places
    lists: tuple[ListOutcome, ...]


class AreaStanding(Struct, frozen=True):
    """The area, from its units' summaries; `units` are in register order."""

    slug: str
    units: tuple[UnitSummary, ...]
    totals: Totals
    streets: tuple[Street, ...]
    periods: tuple[PeriodStanding, ...]
    targets: tuple[tuple[str, str, TargetStanding], ...]
    reports: tuple[ReportHead, ...] = ()

    def unit(self, slug: str) -> UnitSummary | None:
        """The summary of a unit."""
        return next((one for one in self.units if one.slug == slug), None)

    def periods_of(self, framework: str) -> tuple[PeriodStanding, ...]:
        """The periods of one framework, oldest first."""
        return tuple(one for one in self.periods if one.framework == framework)


class UnitHead(Struct, frozen=True, array_like=True):
    """A unit as the site's own pages list it."""

    slug: str
    name: LocalisedText
    street: str
    published: bool
    street_slug: str = ""


class AreaSummary(Struct, frozen=True, array_like=True):
    """The little that the areas above and the site may know of an area.

    `updates`, `reports` and `recorded` are the newest, at most `NEWEST` of each; `totals` are its
    own units' only. `recorded` are changes with where they were made, the area's own file
    included, and `kinds` counts all of them, older ones too. What stands in areas below is added
    by whoever shows it.
    """

    slug: str
    name: LocalisedText
    level: str
    part_of: str | None
    totals: Totals
    updates: tuple[tuple[UnitHead, UpdateSummary], ...]
    units: tuple[UnitHead, ...]
    reports: tuple[ReportHead, ...] = ()
    recorded: tuple[Recorded, ...] = ()
    kinds: KindCounts = ()
    streets: tuple[Street, ...] = ()
    registered: int = 0
    services: bool = False


NEWEST = 30
"""How many changes, updates and reports of an area travel upwards."""


def summarise_area(
    known: Known, standing: AreaStanding, *, registered: int = 0, services: bool = False
) -> AreaSummary:
    """What others may know of an area; `registered` counts the rows of its register.

    `services` says whether the area itself has a menu of services.
    """
    record = known.area.record
    pairs = [(head_of(unit), unit) for unit in standing.units]
    updates = [(head, one) for head, unit in pairs for one in unit.updates]
    updates.sort(key=lambda pair: pair[1].date.sort_key, reverse=True)
    recorded = in_area(known, standing.units)
    return AreaSummary(
        known.slug,
        record.name,
        record.level.value,
        record.part_of,
        standing.totals,
        tuple(updates[:NEWEST]),
        tuple(head for head, _ in pairs),
        standing.reports[:NEWEST],
        recorded[:NEWEST],
        count_kinds(recorded),
        standing.streets,
        registered,
        services,
    )


def head_of(unit: UnitSummary) -> UnitHead:
    """A unit's head from its summary."""
    return UnitHead(unit.slug, unit.name, unit.street, unit.published, unit.street_slug)


class Neighbour(Struct, frozen=True, array_like=True):
    """Another unit of the same street, for the way on."""

    slug: str
    name: LocalisedText


class Ranked(Struct, frozen=True, array_like=True):
    """A place in one ranking; `dimension` is None for the total."""

    framework: str
    period: Moment
    dimension: str | None
    place: Place | None


class Standing(Struct, frozen=True, array_like=True):
    """What a unit may know of its area: places, lists, neighbours, reports that speak of it.

    A list it is on names no other member.
    """

    ranked: tuple[Ranked, ...]
    lists: tuple[tuple[str, Moment, ListOutcome], ...]
    before: Neighbour | None
    after: Neighbour | None
    reports: tuple[ReportHead, ...] = ()


def stand(
    known: Known,
    units: Sequence[UnitSummary],
    *,
    reports: tuple[ReportHead, ...] = (),
    periods: tuple[PeriodStanding, ...] | None = None,
) -> AreaStanding:
    """The area's standing from its units' summaries, in register order, and its own reports.

    `periods` are those that `periods_of` gives, where they are known already.
    """
    ordered = tuple(sorted(units, key=lambda one: (one.code or "~", one.slug)))
    if periods is None:
        periods = periods_of(known, ordered)
    registered = tuple(one.slug for one in ordered if one.code)
    targets = tuple(
        (framework.id, target.id, stand_of_target(target, framework.record, units=registered))
        for framework in known.frameworks
        for target in framework.record.targets
    )
    return AreaStanding(
        known.slug, ordered, totals_of(ordered), _streets(ordered), periods, targets, reports
    )


def periods_of(known: Known, units: Iterable[UnitSummary]) -> tuple[PeriodStanding, ...]:
    """Everyone's places and the lists, by framework and period; made of scores only."""
    every = tuple(units)
    return tuple(one for framework in known.frameworks for one in _periods(framework, every))


def standings_of(area: AreaStanding) -> dict[str, Standing]:
    """What the area knows of each of its units, in register order."""
    streets: dict[str, list[UnitSummary]] = {}
    for unit in area.units:
        streets.setdefault(unit.street_slug, []).append(unit)
    lists: dict[str, list[tuple[str, Moment, ListOutcome]]] = {}
    for period in area.periods:
        for outcome in period.lists:
            for member in outcome.members:
                own = ListOutcome(outcome.list, outcome.kind, (member,))
                lists.setdefault(member.slug, []).append((period.framework, period.period, own))
    reports: dict[str, list[ReportHead]] = {}
    for report in area.reports:
        for slug in dict.fromkeys(report.units):
            reports.setdefault(slug, []).append(report)
    found = {}
    for same in streets.values():
        for at, unit in enumerate(same):
            ranked = (one for period in area.periods for one in _ranked(unit.slug, period))
            found[unit.slug] = Standing(
                ranked=tuple(ranked),
                lists=tuple(lists.get(unit.slug, ())),
                before=_neighbour(same, at - 1) if at else None,
                after=_neighbour(same, at + 1),
                reports=tuple(reports.get(unit.slug, ())),
            )
    return {unit.slug: found[unit.slug] for unit in area.units}


def _neighbour(units: Sequence[UnitSummary], at: int) -> Neighbour | None:
    return Neighbour(units[at].slug, units[at].name) if at < len(units) else None


def _ranked(slug: str, period: PeriodStanding) -> Iterable[Ranked]:
    if slug in period.places.total:
        yield Ranked(period.framework, period.period, None, period.places.total[slug])
    for dimension, ranking in period.places.dimensions.items():
        if slug in ranking:
            yield Ranked(period.framework, period.period, dimension, ranking[slug])


def _periods(
    framework: Located[Framework], units: Sequence[UnitSummary]
) -> Iterable[PeriodStanding]:
    by_period: dict[Moment, dict[str, Marks]] = {}
    for unit in units:
        for scored in unit.scored:
            if scored.framework == framework.id:
                by_period.setdefault(scored.period, {})[unit.slug] = scored.marks
    previous: Places | None = None
    for period in sorted(by_period, key=lambda one: one.sort_key):
        marks = dict(sorted(by_period[period].items()))
        places = rank_results(marks, previous=previous)
        lists = place_on_lists(framework.record, marks, places=places.total)
        yield PeriodStanding(framework.id, period, marks, places, lists)
        previous = places


def _streets(units: Sequence[UnitSummary]) -> tuple[Street, ...]:
    grouped: dict[tuple[str, str], list[UnitSummary]] = {}
    for unit in units:
        if unit.street_slug:
            grouped.setdefault((unit.street_slug, unit.street), []).append(unit)
    return tuple(
        Street(slug, name, tuple(one.slug for one in members), totals_of(members))
        for (slug, name), members in grouped.items()
    )
