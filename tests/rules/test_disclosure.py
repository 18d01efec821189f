"""The disclosure calendar: which periods count, when they fall due, what is late or missing."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sunlit.locale.moments import moment_of_day, parse_moment
from sunlit.model.disclosure import Frequency
from sunlit.rules.disclosure import ItemState, Punctuality, disclosure_states, periods
from tests.rules.units import AREA, known, moment, unit

DAYS = st.dates(date(2024, 1, 1), date(2027, 12, 31))
REGULAR = [Frequency.MONTHLY, Frequency.QUARTERLY, Frequency.YEARLY]


def named(day: date, frequency: Frequency) -> str:
    if frequency is Frequency.MONTHLY:
        return f"{day:%Y-%m}"
    return (
        f"{day.year}-q{(day.month + 2) // 3}" if frequency is Frequency.QUARTERLY else f"{day:%Y}"
    )


@settings(max_examples=40)
@given(st.sampled_from(REGULAR), DAYS, DAYS)
def test_the_periods_are_those_that_any_day_from_start_to_today_lay_in_and_that_ended(
    frequency: Frequency, start: date, as_of: date
) -> None:
    every = [start + timedelta(days=n) for n in range((as_of - start).days + 1)]
    ended = dict.fromkeys(
        name for day in every if (name := named(day, frequency)) != named(as_of, frequency)
    )
    assert [one.iso for one in periods(frequency, start, as_of)] == list(ended)


CATALOGUE = """\
items:
  - {id: accounts, name: 收支, frequency: monthly, due_days: 20}
  - {id: relief, name: 救助, frequency: quarterly, due_days: 10}
  - {id: tenders, name: 招标, frequency: event}
"""


def states(as_of: date, records: str = "[]", area: str = AREA) -> list[ItemState]:
    content = unit({"disclosures": f"records: {records}\n"})
    return list(disclosure_states(content, known(catalogue=CATALOGUE, area=area), as_of))


def state_of(as_of: date, records: str = "[]") -> ItemState:
    """The state of January's accounts."""
    return next(one for one in states(as_of, records) if one.period == moment("2026-01"))


@pytest.mark.parametrize(
    ("as_of", "state", "days"),
    [
        (date(2026, 2, 1), Punctuality.PENDING, 0),
        (date(2026, 2, 20), Punctuality.PENDING, 0),
        (date(2026, 2, 21), Punctuality.MISSING, 1),
        (date(2026, 11, 21), Punctuality.MISSING, 274),
    ],
)
def test_what_is_not_disclosed_is_pending_to_its_due_day_and_missing_after(
    as_of: date, state: Punctuality, days: int
) -> None:
    found = state_of(as_of)
    assert (found.state, found.days, found.due) == (state, days, date(2026, 2, 20))


@pytest.mark.parametrize(
    ("published", "state", "days"),
    [
        ("2026-01-15", Punctuality.PUBLISHED, 0),
        ("2026-02-20", Punctuality.PUBLISHED, 0),
        ("2026-02-21", Punctuality.LATE, 1),
        ("2026-06-01", Punctuality.LATE, 101),
    ],
)
def test_what_is_disclosed_stays_as_late_as_it_was(
    published: str, state: Punctuality, days: int
) -> None:
    records = f"[{{item: accounts, period: 2026-01, published: {published}}}]"
    for as_of in (date(2026, 6, 2), date(2027, 1, 1)):
        found = state_of(as_of, records)
        assert (found.state, found.days) == (state, days)


def test_what_happens_on_occasion_has_no_due_day_and_is_never_missing() -> None:
    assert not [one for one in states(date(2026, 11, 21)) if one.item == "tenders"]
    records = (
        "[{item: tenders, period: 2026-05, published: 2026-05-30},"
        " {item: tenders, period: 2026-03, published: 2026-04-02}]"
    )
    found = [one for one in states(date(2026, 11, 21), records) if one.item == "tenders"]
    assert [one.period.iso for one in found] == ["2026-03", "2026-05"]
    assert {one.state for one in found} == {Punctuality.PUBLISHED}
    assert {one.due for one in found} == {None}


def test_an_area_that_takes_no_part_has_nothing_to_disclose() -> None:
    assert states(date(2026, 11, 21), area="name: 新都区\nlevel: district\n") == []


def test_a_period_of_another_kind_does_not_stand_in() -> None:
    records = "[{item: accounts, period: 2026-q1, published: 2026-04-02}]"
    assert state_of(date(2026, 11, 21), records).state is Punctuality.MISSING


def test_a_period_is_written_as_content_writes_it() -> None:
    for one in states(date(2026, 11, 21)):
        assert parse_moment(one.period.iso) == one.period
        assert one.period < moment_of_day(date(2026, 11, 21))
