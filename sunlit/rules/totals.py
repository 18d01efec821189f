"""Totals over units: counts and sums, every one the sum of its parts.

Owns which numbers of a unit are added up. Knows no ranking and no list.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from msgspec import Struct

from sunlit.rules.disclosure import Punctuality
from sunlit.rules.summary import Money, UnitSummary, sum_money


class Totals(Struct, frozen=True, array_like=True):
    """Counts and sums over units; every one is the sum of its parts."""

    units: int
    published: int
    projects: int
    completed: int
    late: int
    with_due: int
    money: Money
    changes: int
    due_items: int
    published_items: int
    late_items: int

    @property
    def missing_items(self) -> int:
        """Items that were due and were not disclosed."""
        return self.due_items - self.published_items


def totals_of(units: Iterable[UnitSummary]) -> Totals:
    """Counts and sums over some units."""
    every = tuple(units)
    states = Counter(item.state for one in every for item in one.disclosures if item.due)
    return Totals(
        units=len(every),
        published=sum(one.published for one in every),
        projects=sum(len(one.projects) for one in every),
        completed=sum(one.completed for one in every),
        late=sum(one.late for one in every),
        with_due=sum(p.due is not None for one in every for p in one.projects),
        money=sum_money(one.money for one in every),
        changes=sum(len(one.changes) for one in every),
        due_items=sum(states.values()) - states[Punctuality.PENDING],
        published_items=states[Punctuality.PUBLISHED] + states[Punctuality.LATE],
        late_items=states[Punctuality.LATE],
    )


def add_totals(parts: Iterable[Totals]) -> Totals:
    """The totals of several areas together."""
    every = tuple(parts)
    return Totals(
        units=sum(one.units for one in every),
        published=sum(one.published for one in every),
        projects=sum(one.projects for one in every),
        completed=sum(one.completed for one in every),
        late=sum(one.late for one in every),
        with_due=sum(one.with_due for one in every),
        money=sum_money(one.money for one in every),
        changes=sum(one.changes for one in every),
        due_items=sum(one.due_items for one in every),
        published_items=sum(one.published_items for one in every),
        late_items=sum(one.late_items for one in every),
    )
