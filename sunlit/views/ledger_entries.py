"""The projects of a ledger and the values they can be found by.

Owns which filters a ledger has, in which order their values stand, and how a value reads. A
filter is there only with the values that occur.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from msgspec import Struct

from sunlit.digest import Digest
from sunlit.locale.moments import parse_moment
from sunlit.model.project import Horizon, Status
from sunlit.model.text import text_of
from sunlit.rules.summary import Money, ProjectSummary, UnitSummary, sum_money
from sunlit.views.district import District
from sunlit.views.drafts import digest_of
from sunlit.views.ledger import Whose, filter_values
from sunlit.views.parts import Words
from sunlit.views.scene import Scene

UNKNOWN = "unknown"

Pair = tuple[str, str]
"""The name of a filter and one of its values."""


class Entry(Struct, frozen=True):
    """A project with its unit and what it can be found by; `id` is the digest of all three."""

    id: Digest
    unit: Whose
    project: ProjectSummary
    values: tuple[Pair, ...]


def entry_of(unit: UnitSummary, project: ProjectSummary, values: tuple[Pair, ...] = ()) -> Entry:
    """A project of a unit; of the unit nothing else is known to it."""
    whose = Whose(unit.area, unit.slug, unit.name)
    return Entry(digest_of((whose, project, values)), whose, project, values)


def entries_of(district: District) -> tuple[Entry, ...]:
    """Every project of the area and below: late ones first, then by due date."""
    found = [
        entry_of(unit, project, _values(district, one, unit, project))
        for one in (district, *district.wards)
        for unit in one.standing.units
        for project in unit.projects
    ]
    return tuple(sorted(found, key=lambda one: _order(one.project)))


def _order(project: ProjectSummary) -> tuple[bool, int, date]:
    late = project.lateness.days if project.lateness.running else 0
    return (not project.lateness.running, -late, project.due.last if project.due else date.max)


def _values(
    district: District, own: District, unit: UnitSummary, project: ProjectSummary
) -> tuple[Pair, ...]:
    """Departments and streets tell projects of one area apart, areas those of several."""
    several = bool(district.below)
    values = [pair for pair in filter_values(project) if not (several and pair[0] == "department")]
    if several:
        values.append(("area", own.slug))
    elif unit.street_slug and len(own.standing.streets) > 1:
        values.append(("street", unit.street_slug))
    return tuple(values)


class WorkTotals(Struct, frozen=True):
    """Counts and sums over some projects; `units` counts those that have one of them."""

    units: int
    projects: int
    completed: int
    late: int
    with_due: int
    money: Money


def totals_of_entries(entries: Sequence[Entry]) -> WorkTotals:
    """The totals over some projects."""
    projects = [one.project for one in entries]
    return WorkTotals(
        units=len({(one.unit.area, one.unit.slug) for one in entries}),
        projects=len(projects),
        completed=sum(one.status == Status.COMPLETED.value for one in projects),
        late=sum(one.lateness.running for one in projects),
        with_due=sum(one.due is not None for one in projects),
        money=sum_money(one.money for one in projects),
    )


class Value(Struct, frozen=True):
    """One value of a filter: how it reads, and how many projects have it."""

    id: str
    label: Words
    count: int


class Facet(Struct, frozen=True):
    """A filter with the values that occur."""

    name: str
    label: str
    values: tuple[Value, ...]


NAMES = ("late", "status", "horizon", "year", "department", "street", "area")


def facets_of(scene: Scene, district: District, entries: Iterable[Entry]) -> tuple[Facet, ...]:
    """The filters of a ledger, in a fixed order."""
    counted = Counter(pair for entry in entries for pair in entry.values)
    facets = []
    for name in NAMES:
        values = tuple(
            Value(id, label, counted[(name, id)])
            for id, label in _labels(scene, district, name, counted)
            if (name, id) in counted
        )
        if values:
            facets.append(Facet(name, scene.t(f"ledger_page.by_{name}"), values))
    return tuple(facets)


def _labels(
    scene: Scene, district: District, name: str, counted: Iterable[Pair]
) -> Iterator[tuple[str, Words]]:
    """Every value a filter may have, in the order it is shown."""
    match name:
        case "late":
            yield "yes", Words(scene.t("ledger_page.late_yes"))
        case "status":
            for status in (*(one.value for one in Status), UNKNOWN):
                yield status, Words(scene.t(f"ledger.status_{status}"))
        case "horizon":
            for horizon in Horizon:
                yield horizon.value, Words(scene.t(f"ledger.horizon_{horizon.value}"))
        case "year":
            for year in sorted({value for kind, value in counted if kind == "year"}, reverse=True):
                moment = parse_moment(year)
                yield year, Words(scene.when(moment).text if moment else year)
        case "department":
            for department in district.record.departments:
                yield department.id, scene.words(department.name)
        case "street":
            for street in district.standing.streets:
                yield street.slug, scene.words(text_of(street.name))
        case "area":
            for one in (district, *district.wards):
                yield one.slug, scene.words(one.record.name)
