"""What a unit had to disclose by today, and whether it did: on time, late, missing, not yet due.

Owns the calendar of the catalogue: which periods an item has since the area takes part, and
when each falls due. An item disclosed on events has no due date and is listed when it was.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from enum import Enum

from msgspec import Struct

from sunlit.locale.moments import Moment, parse_moment
from sunlit.model.disclosure import CatalogueItem, DisclosureRecord, Frequency
from sunlit.rules.known import Known
from sunlit.source.content import UnitContent


class Punctuality(Enum):
    """The state of one item for one period."""

    PUBLISHED = "published"
    LATE = "late"
    MISSING = "missing"
    PENDING = "pending"


class ItemState(Struct, frozen=True, array_like=True):
    """One item and period: when due, when published, and so how punctual."""

    item: str
    period: Moment
    due: date | None
    published: date | None
    state: Punctuality
    days: int


def disclosure_states(content: UnitContent, known: Known, as_of: date) -> tuple[ItemState, ...]:
    """Every item and period that counts for the unit on the day `as_of`."""
    duty = known.area.record.disclosure
    if known.catalogue is None or duty is None:
        return ()
    records = content.disclosures.record.records if content.disclosures else ()
    return tuple(
        state
        for item in known.catalogue.record.items
        for state in _item_states(item, records, duty.start.first, as_of)
    )


def _item_states(
    item: CatalogueItem, records: tuple[DisclosureRecord, ...], start: date, as_of: date
) -> Iterator[ItemState]:
    own = {one.period.key: one.published.first for one in records if one.item == item.id}
    if item.frequency is Frequency.EVENT:
        for record in sorted(
            (one for one in records if one.item == item.id), key=lambda one: one.period.sort_key
        ):
            day = record.published.first
            yield ItemState(item.id, record.period, None, day, Punctuality.PUBLISHED, 0)
        return
    for period in periods(item.frequency, start, as_of):
        due = period.last + timedelta(days=item.due_days)
        yield _state(item.id, period, due, own.get(period.key), as_of)


def _state(item: str, period: Moment, due: date, published: date | None, as_of: date) -> ItemState:
    if published is not None:
        days = max(0, (published - due).days)
        state = Punctuality.LATE if days else Punctuality.PUBLISHED
        return ItemState(item, period, due, published, state, days)
    days = max(0, (as_of - due).days)
    return ItemState(
        item, period, due, None, Punctuality.MISSING if days else Punctuality.PENDING, days
    )


def periods(frequency: Frequency, start: date, as_of: date) -> Iterator[Moment]:
    """The periods of a frequency that ended between `start` and `as_of`, oldest first."""
    day = start
    while True:
        match frequency:
            case Frequency.MONTHLY:
                text = f"{day.year:04d}-{day.month:02d}"
            case Frequency.QUARTERLY:
                text = f"{day.year:04d}-q{(day.month + 2) // 3}"
            case _:
                text = f"{day.year:04d}"
        period = parse_moment(text)
        if period is None or period.last >= as_of:
            return
        yield period
        day = period.last + timedelta(days=1)
