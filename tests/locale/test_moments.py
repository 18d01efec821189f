"""Dates as sources give them: read, put in order, written in two languages."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sunlit.locale.moments import Moment, Precision, moment_of_day, moment_text, parse_moment

DAYS = st.dates(date(1949, 1, 1), date(2100, 12, 31))


def forms(day: date) -> list[str]:
    iso = day.isocalendar()
    return [
        f"{day.year}",
        f"{day.year}-q{(day.month + 2) // 3}",
        f"{day.year}-{day.month:02d}",
        f"{iso.year}-w{iso.week:02d}",
        day.isoformat(),
    ]


TEXTS = st.builds(
    lambda day, which, limit: ("before " if limit else "") + forms(day)[which],
    DAYS,
    st.integers(0, 4),
    st.booleans(),
)


def parsed(text: str) -> Moment:
    moment = parse_moment(text)
    assert moment is not None, text
    return moment


MOMENTS = TEXTS.map(parsed)


@given(TEXTS)
def test_a_date_is_written_back_as_it_was_read(text: str) -> None:
    assert parsed(text).iso == text


@given(DAYS, st.integers(0, 4))
def test_a_stretch_holds_the_day_it_was_named_after_and_its_neighbours_do_not(
    day: date, which: int
) -> None:
    moment = parsed(forms(day)[which])
    assert moment.first <= day <= moment.last
    for outside in (moment.first - timedelta(days=1), moment.last + timedelta(days=1)):
        assert forms(outside)[which] != moment.iso


@given(MOMENTS, MOMENTS, MOMENTS)
def test_the_order_of_dates_is_total(one: Moment, two: Moment, three: Moment) -> None:
    alike = one == two or (one.before and two.before and one.first == two.first)
    assert (one < two) + (two < one) + alike == 1
    if one < two < three:
        assert one < three


@given(DAYS, DAYS, st.integers(0, 4))
def test_what_is_known_to_lie_before_a_time_stands_before_all_of_it(
    limit: date, day: date, which: int
) -> None:
    bound = parsed(forms(limit)[which])
    before = parsed(f"before {bound.iso}")
    assert before < bound
    assert (before < moment_of_day(day)) is (day >= bound.first - timedelta(days=1))


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("2026-03", "2026"),
        ("2026-03-31", "2026-04"),
        ("2026-q1", "2026-04-01"),
        ("before 2024-07", "2024-07-15"),
        ("before 2024-07", "2024-07"),
        ("2024-06-29", "before 2024-07"),
        ("2025-w52", "2026-w01"),
    ],
)
def test_the_newer_of_two_dates_stands_later(earlier: str, later: str) -> None:
    assert parsed(earlier) < parsed(later)


@pytest.mark.parametrize(
    "text",
    [
        "", " 2026", "2026 ", "26", "02026", "２０２６", "2026-13", "2026-00", "2026-1",
        "2026-02-30",
        "2025-02-29", "2026-q0", "2026-q5", "2026-Q3", "2026-w00", "2026-w54", "2021-w53", "0000",
        "2026/11/21", "2026-11-21T08:00", "Before 2026", "before", "before  2026", "2026-11-21\n",
        "9999-12", "9999-q4", "9999-w52",
    ],
)  # fmt: skip
def test_what_is_no_date_of_the_calendar_is_refused(text: str) -> None:
    assert parse_moment(text) is None


@pytest.mark.parametrize(
    ("text", "zh", "en"),
    [
        ("2026", "2026年", "2026"),
        ("2026-q3", "2026年第三季度", "Q3 2026"),
        ("2026-11", "2026年11月", "November 2026"),
        ("2026-w46", "2026年第46周", "week 46 of 2026"),
        ("2019-w01", "2019年第1周", "week 1 of 2019"),
        ("2026-11-01", "2026年11月1日", "1 November 2026"),
        ("before 2024-07", "2024年7月前", "before July 2024"),
    ],
)
def test_a_date_reads_as_each_language_writes_it(text: str, zh: str, en: str) -> None:
    assert moment_text(parsed(text), "zh-CN") == zh
    assert moment_text(parsed(text), "en") == en


@pytest.mark.parametrize(
    ("text", "html", "key"),
    [
        ("2026", "2026", "2026"),
        ("2026-q3", "", "2026-q3"),
        ("2026-w46", "2026-W46", "2026-w46"),
        ("2026-11", "2026-11", "2026-11"),
        ("2026-11-21", "2026-11-21", "2026-11-21"),
        ("before 2024-07", "", "before-2024-07"),
    ],
)
def test_html_is_given_a_date_only_in_a_form_it_has(text: str, html: str, key: str) -> None:
    assert parsed(text).html == html
    assert parsed(text).key == key


def test_a_day_is_known_to_the_day() -> None:
    moment = moment_of_day(date(2026, 11, 21))
    assert moment == parsed("2026-11-21")
    assert moment.precision is Precision.DAY
