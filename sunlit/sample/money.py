"""The money of a work: where it comes from, planned and spent, and what was changed about it.

Owns that the planned sums add up to the total, that spending never falls, and that each change
ends at the value that stands in the file.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from msgspec import Struct

from sunlit.sample.plans import Plan
from sunlit.sample.spec import AS_OF
from sunlit.sample.writing import Fields, Inline, Value, inline, text

_SOURCES = (
    ("district", "区级财政专项资金", "District budget"),
    ("street", "街道配套资金", "Street office"),
    ("collective", "村（社区）集体自筹", "The unit's own collective funds"),
    ("residents", "居民自愿出资", "Residents' voluntary contributions"),
)


class Money(Struct, frozen=True):
    """Funds and total as they stand in the file, and the recorded changes of both."""

    funds: Value
    total: Value
    changes: tuple[Fields, ...]


def yuan(amount: int, hedge: str = "") -> str:
    """An amount as staff write it: `120万 CNY`, `about 85000 CNY`."""
    number = f"{amount // 10_000}万" if amount % 10_000 == 0 else str(amount)
    return f"{hedge}{number} CNY"


class Decision(NamedTuple):
    """When something published was changed, why, and by whom it was decided."""

    on: date
    reason: str
    by: str = "居民代表会议"


def change(
    figure: str, was: str | int, now: str | int | None, kind: str, decision: Decision
) -> Fields:
    """One step of `changes`; a withdrawal has no `now`."""
    return {
        "figure": figure,
        "was": was,
        "now": now,
        "kind": kind,
        "on": decision.on.isoformat(),
        "reason": decision.reason,
        "decided_by": decision.by,
    }


def money_of(plan: Plan, local: int, chance: random.Random) -> Money:
    """The money of one work of the unit with that number."""
    hedge = "about " if plan.rough else ""
    planned = _planned(plan, local, chance)
    total = sum(planned.values())
    changes: list[Fields] = []
    spent = {id: _spent(plan, amount, chance) for id, amount in planned.items()}
    if plan.slot == 0 and local % 6 == 2:
        changes += _raised(plan, "street", planned["street"], total)
    if plan.slot == 0 and local % 7 == 3:
        changes += _mistyped(spent["district"])
    funds = [
        _fund(plan, source, yuan(planned[source[0]], hedge), spent[source[0]])
        for source in _SOURCES
        if source[0] in planned
    ]
    stated: Fields = {
        "id": "total",
        "label": text("计划总投资", "Planned total"),
        "unit": "CNY",
        "planned": yuan(total, hedge),
    }
    return Money(funds, stated, tuple(changes))


def _planned(plan: Plan, local: int, chance: random.Random) -> dict[str, int]:
    """Sums by source: the district's by the kind of work, the others in proportion."""
    low, high = plan.work.budget
    district = chance.randint(low, high) * 10_000
    street = max(3, district * chance.randint(20, 45) // 1_000_000) * 10_000
    planned = {"district": district, "street": street}
    if (local + plan.slot) % 2:
        third = "collective" if chance.randrange(3) else "residents"
        planned[third] = max(3_000, district * chance.randint(2, 9) // 100_000 * 1_000)
    return planned


def _spent(plan: Plan, planned: int, chance: random.Random) -> list[tuple[date, int]]:
    days = plan.measured
    if plan.status == "cancelled":
        surveyed = planned // 50 // 100 * 100
        return [(plan.decided, surveyed)] if surveyed else []
    share = chance.randrange(960, 1001) if plan.done else chance.randrange(350, 800)
    return [
        (day, planned * share * number // len(days) // 1000 // 10 * 10)
        for number, day in enumerate(days, start=1)
    ]


def _fund(plan: Plan, source: tuple[str, str, str], planned: str,
          spent: Sequence[tuple[date, int]]) -> Fields:  # fmt: skip
    id, name, english = source
    points: list[Inline] = [inline(as_of=day.isoformat(), value=value) for day, value in spent]
    return {
        "id": id,
        "source": text(name, english),
        "year": plan.start.year,
        "planned": planned,
        "spent": points,
        "note": "自愿出资，不公布个人名单。" if id == "residents" else None,
    }


def _raised(plan: Plan, fund: str, now: int, total: int) -> list[Fields]:
    more = 20_000
    decision = Decision(plan.decided, "施工中发现旧排水管破损，增加更换费用2万元。", "街道办公会")
    figures = ((f"funds/{fund}/planned", now), ("total/planned", total))
    return [
        change(figure, yuan(value - more), yuan(value), "revision", decision)
        for figure, value in figures
    ]


def _mistyped(spent: Sequence[tuple[date, int]]) -> list[Fields]:
    day, now = spent[0]
    corrected = min(AS_OF, day + timedelta(days=25))
    decision = Decision(corrected, "录入时多记了一笔，核对凭证后更正。", "社区财务岗")
    figure = f"funds/district/spent@{day.isoformat()}"
    return [change(figure, now + 9_000, now, "correction", decision)]
