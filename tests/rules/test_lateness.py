"""Lateness counts itself: to the day, from the last day of what was promised."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sunlit.rules.lateness import Lateness, lateness_of
from tests.rules.units import moment, project

DUE = ["2018-11-30", "2018-11", "2018-q4", "2018-w48", "2018"]


def late(head: str, as_of: date) -> Lateness:
    return lateness_of(project(f"title: 路\n{head}"), as_of)


@pytest.mark.parametrize("due", DUE)
def test_the_last_day_of_the_promise_is_in_time_and_the_next_is_a_day_late(due: str) -> None:
    last = moment(due).last
    on_time, after = (late(f"period: {{due: {due}}}", last + timedelta(days=n)) for n in (0, 1))
    assert on_time == Lateness(0, 0, running=False, known=True)
    assert after == Lateness(1, 1, running=True, known=True)


@given(st.sampled_from(DUE), st.dates(date(2018, 1, 1), date(2020, 1, 1)), st.integers(0, 400))
def test_what_is_done_stays_as_late_as_it_was(due: str, done: date, later: int) -> None:
    head = f"status: completed\nperiod: {{due: {due}, done: {done}}}"
    counted = late(head, done + timedelta(days=later))
    assert counted.days == max(0, (done - moment(due).last).days)
    assert not counted.running


@given(st.dates(date(2018, 1, 1), date(2020, 1, 1)), st.integers(1, 100))
def test_while_it_is_not_done_every_day_counts_one_more(day: date, more: int) -> None:
    one, other = (late("period: {due: 2017-12-31}", day + timedelta(days=n)) for n in (0, more))
    assert other.days - one.days == more
    assert one.running


def test_a_promise_that_was_put_off_stays_late_against_the_first() -> None:
    counted = late(
        "period: {due: 2018-11-30}\n"
        "changes:\n"
        "- {figure: period/due, was: 2018-10-15, now: 2018-10-31, kind: revision, on: 2018-09,"
        " reason: 雨}\n"
        "- {figure: period/due, was: 2018-10-31, now: 2018-11-30, kind: revision, on: 2018-10,"
        " reason: 雨}\n",
        date(2018, 11, 30),
    )
    assert counted == Lateness(0, 46, running=False, known=True)


@pytest.mark.parametrize(
    "head",
    [
        "status: implementation",
        "period: {start: 2017}",
        "status: completed\nperiod: {due: 2017}",
        "status: cancelled\nperiod: {due: 2017}",
    ],
)
def test_nobody_reads_in_time_out_of_a_date_that_was_not_published(head: str) -> None:
    assert late(head, date(2018, 11, 30)) == Lateness(0, 0, running=False, known=False)
