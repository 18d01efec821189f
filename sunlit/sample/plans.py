"""The four works of a unit: one done, one under way, one ahead, one of any kind.

Owns status, horizon and dates, so that all six statuses and all three horizons occur, and due
dates are met and missed. Money and quantities follow in `money` and `projects`.
"""

from __future__ import annotations

import random
from datetime import date, timedelta

from msgspec import Struct

from sunlit.sample.method import Part
from sunlit.sample.places import Share, UnitPlace
from sunlit.sample.spec import AS_OF, SampleSpec
from sunlit.sample.works import WORKS, Work


class Plan(Struct, frozen=True):
    """A work of a unit with its dates; `first_due` differs from `due` when it was put off.

    `rough` plans are known to the quarter and the year only.
    """

    work: Work
    slot: int
    status: str
    horizon: str
    start: date
    due: date
    first_due: date
    done: date | None = None
    rough: bool = False

    @property
    def measured(self) -> tuple[date, ...]:
        """The days on which progress was published: ends of quarters, then the last day."""
        if self.status in ("identification", "preparation"):
            return ()
        until = self.done or date(2026, 10, 31)
        earliest = self.start + timedelta(days=14)
        days = [end for end in _QUARTER_ENDS if earliest < end < until]
        return (*days[-3:], until)

    @property
    def decided(self) -> date:
        """The day on which the plan was changed, between its start and its first due date."""
        return self.start + (min(self.first_due, AS_OF) - self.start) // 3


_QUARTER_ENDS = (
    date(2025, 12, 31),
    date(2026, 3, 31),
    date(2026, 6, 30),
    date(2026, 9, 30),
)


def plans_of(spec: SampleSpec, place: UnitPlace, part: Part) -> tuple[Plan, ...]:
    """The unit's works; the first can be photographed. A unit that publishes little has one."""
    chance = spec.chance(place.area.slug, place.slug, "plans")
    open_to_it = [work for work in WORKS if work.dimension in part.dimensions]
    first = _shown(open_to_it, place.local, chance)
    others = chance.sample([work for work in open_to_it if work is not first], 3)
    plans = (
        _finished(first, 0, place.local, chance),
        _running(others[0], 1, place.local, chance),
        _ahead(others[1], place.local, chance),
        _mixed(others[2], place.local, chance),
    )
    return plans[:1] if place.share is Share.PARTIAL else plans


def _shown(open_to_it: list[Work], local: int, chance: random.Random) -> Work:
    """A work that can be photographed; lamps, which every unit may have, only now and then."""
    others = [work for work in open_to_it if work.scene and work.dimension != "safe"]
    lamps = [work for work in open_to_it if work.scene and work.dimension == "safe"]
    return chance.choice(lamps if local % 4 == 1 or not others else others)


def _finished(work: Work, slot: int, local: int, chance: random.Random) -> Plan:
    start = date(2025, 10, 28) + timedelta(days=chance.randrange(100))
    first_due = start + timedelta(days=chance.randrange(110, 180))
    due = first_due + timedelta(days=30 if local % 4 == 1 else 0)
    late = chance.randrange(9, 54) if local % 3 == 0 else -chance.randrange(0, 16)
    horizon = "near" if slot == 0 else "middle"
    done = due + timedelta(days=late)
    return Plan(work, slot, "completed", horizon, start, due, first_due, done)


def _running(work: Work, slot: int, local: int, chance: random.Random) -> Plan:
    start = date(2026, 2, 1) + timedelta(days=chance.randrange(100))
    missed = local % 4 == 1
    earliest = date(2026, 8, 20) if missed else date(2026, 12, 10)
    first_due = earliest + timedelta(days=chance.randrange(70 if missed else 200))
    due = first_due + timedelta(days=61 if local % 4 == 3 else 0)
    status = "completion" if local % 2 else "implementation"
    horizon = "near" if local % 2 else "middle"
    return Plan(work, slot, status, horizon, start, due, first_due)


def _ahead(work: Work, local: int, chance: random.Random) -> Plan:
    if local % 2:
        start, due = date(2027, 4, 1), date(2028 + local % 3, 12, 31)
        return Plan(work, 2, "identification", "long", start, due, due, rough=True)
    start = date(2027, 1, 10) + timedelta(days=chance.randrange(120))
    due = start + timedelta(days=chance.randrange(400, 900))
    return Plan(work, 2, "preparation", "long", start, due, due)


def _mixed(work: Work, local: int, chance: random.Random) -> Plan:
    if local % 5 == 2:
        start = date(2025, 12, 1) + timedelta(days=chance.randrange(60))
        due = date(2026, 9, 1) + timedelta(days=chance.randrange(90))
        return Plan(work, 3, "cancelled", "middle", start, due, due)
    advance = _finished if local % 5 in (0, 3) else _running
    return advance(work, 3, local, chance)
