"""What a unit has disclosed for each item and period: in time, late, or not at all.

Owns `disclosures.yaml`. When an item is due follows from the catalogue in `site`; that the page
says so is not this module's business.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta

from sunlit.sample.places import Share, UnitPlace
from sunlit.sample.site import MATTERS, Matter
from sunlit.sample.spec import AS_OF, SampleSpec
from sunlit.sample.writing import Fields, Inline, document, inline

_MONTHS = tuple((2025, month) for month in (10, 11, 12)) + tuple(
    (2026, month) for month in range(1, 11)
)
_LATE_NOTES = ("经办岗位轮换，晚了几天。", "等审计核对。", "公示栏维修期间先贴在服务站。")


def disclosures_file(spec: SampleSpec, place: UnitPlace) -> bytes:
    """`disclosures.yaml`, by item and period."""
    chance = spec.chance(place.area.slug, place.slug, "disclosures")
    records: list[Inline] = []
    for matter in MATTERS:
        # A unit that publishes little kept up with two items only.
        if place.share is Share.FULL or matter.id in ("accounts", "projects"):
            records += _records(matter, place, chance)
    records_below: Fields = {
        "# 公开记录": "每公开一次加一行；没公开的不写，页面上会显示缺几期。",
        "records": records,
    }
    return document(records_below)


def _records(matter: Matter, place: UnitPlace, chance: random.Random) -> Iterator[Inline]:
    base = f"https://example.org/sample/{place.area.slug}/{place.slug}/{matter.id}"
    for period, end in _periods(matter, chance):
        fate = chance.randrange(100)
        if fate < 7 or (place.share is Share.PARTIAL and fate < 45):
            continue
        late = fate >= 88
        if late:
            published = end + timedelta(days=matter.due_days + chance.randint(1, 30))
        else:
            published = end + timedelta(days=chance.randint(1, matter.due_days))
        if published <= AS_OF:
            note = chance.choice(_LATE_NOTES) if late else None
            yield inline(item=matter.id, period=period, published=published.isoformat(),
                         link=f"{base}/{period}" if fate % 3 == 0 else None, note=note)  # fmt: skip


def _periods(matter: Matter, chance: random.Random) -> Iterator[tuple[str, date]]:
    """The periods of an item and the day each ends; an event's is its own day."""
    match matter.frequency:
        case "monthly":
            yield from ((f"{year}-{month:02d}", _end(year, month)) for year, month in _MONTHS)
        case "quarterly":
            for year, month in _MONTHS:
                if month % 3 == 0:
                    yield f"{year}-q{month // 3}", _end(year, month)
        case "yearly":
            yield "2025", date(2025, 12, 31)
        case _:
            days = sorted(chance.sample(range(20, 400), 3))
            for day in days:
                end = date(2025, 10, 1) + timedelta(days=day)
                yield end.isoformat(), end


def _end(year: int, month: int) -> date:
    following = date(year + month // 12, month % 12 + 1, 1)
    return following - timedelta(days=1)
