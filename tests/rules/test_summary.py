"""What others may know of a unit: counted and summed from its own files, exactly."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sunlit.rules.summary import Money, UnitSummary, money_of, sum_money, summarise
from tests.rules.units import known, moment, project, unit

TODAY = date(2026, 11, 21)
VALUES = st.none() | st.decimals(-(10**22), 10**22, allow_nan=False, allow_infinity=False, places=9)
MONEY = st.builds(Money, VALUES, VALUES, VALUES)
NOTHING = Money(None, None, None)


def summary(texts: dict[str, str]) -> UnitSummary:
    return summarise(unit(texts), known(), TODAY)


@given(st.lists(MONEY, max_size=6), st.integers(0, 6))
def test_a_sum_is_the_sum_of_its_parts_for_any_split_and_order(parts: list[Money], at: int) -> None:
    whole = sum_money(parts)
    assert sum_money([sum_money(parts[:at]), sum_money(parts[at:])]) == whole
    assert sum_money(reversed(parts)) == whole


@given(st.lists(MONEY, max_size=4))
def test_what_was_not_published_is_no_zero(parts: list[Money]) -> None:
    whole = sum_money(parts)
    assert (whole.planned is None) is all(one.planned is None for one in parts)
    assert sum_money([*parts, NOTHING]) == whole


def test_the_money_of_a_project_is_the_sum_of_its_funds() -> None:
    read = project("""\
        title: 路
        funds:
          - {id: a, source: s, planned: 120万, spent: [{as_of: 2018-09, value: 60万},
             {as_of: 2018-06, value: 10万}]}
          - {id: b, source: t, planned: 30万}
          - {id: c, source: u, spent: [{as_of: 2018-09, value: 0.05}]}
        changes:
          - {figure: funds/a/planned, was: 100万, now: 120万, kind: revision, on: 2018, reason: r}
    """)
    assert money_of(read) == Money(Decimal(1_500_000), Decimal("600000.05"), Decimal(1_300_000))


def test_a_project_without_published_sums_has_none() -> None:
    assert money_of(project("title: 路\nfunds: [{id: a, source: s}]\n")) == NOTHING


def test_projects_are_counted_and_the_late_ones_by_today() -> None:
    found = summary(
        {
            "projects/a": "title: 路\nstatus: completed\nperiod: {due: 2026-10, done: 2026-12}\n",
            "projects/b": "title: 灯\nperiod: {due: 2026-11-20}\n",
            "projects/c": "title: 井\nperiod: {due: 2026-11-21}\n",
            "projects/d": "title: 沟\n",
        }
    )
    assert (len(found.projects), found.completed, found.late) == (4, 1, 1)


def test_a_ledger_line_keeps_the_first_date_and_the_first_quantity() -> None:
    found = summary(
        {
            "projects/a": """\
                title: 路
                period: {due: 2018-11-30}
                quantities: [{id: w, label: 宽, unit: km, planned: 4.5},
                             {id: x, label: 长, unit: km, planned: 1}]
                changes:
                  - {figure: period/due, was: 2018-10, now: 2018-11-30, kind: revision, on: 2018,
                     reason: r}
                  - {figure: quantities/w/planned, was: 4.2, now: 4.5, kind: revision, on: 2018,
                     reason: r}
                  - {figure: quantities/x/planned, was: 2, now: 1, kind: revision, on: 2018,
                     reason: r}
            """
        }
    )
    (line,) = found.projects
    assert line.first_due == moment("2018-10")
    assert [one.was for one in line.main_changes] == ["4.2"]
    assert line.changes == 3
    assert line.year == "2018"


def test_changes_of_all_records_come_newest_first_with_their_record_and_unit() -> None:
    found = summary(
        {
            "index": """\
                name: 双龙村
                figures: [{id: people, label: 人口, unit: 人, value: 12, as_of: 2024}]
                changes:
                  - {figure: figures/people@2024, was: 11, now: 12, kind: correction,
                     on: 2025-02, reason: r}
            """,
            "projects/a": """\
                title: 路
                quantities: [{id: w, label: 宽, unit: km, planned: 4.5}]
                changes:
                  - {figure: quantities/w/planned, was: 4.2, now: 4.5, kind: revision,
                     on: 2026-01, reason: r}
            """,
        }
    )
    assert [(one.record, one.unit) for one in found.changes] == [
        ("projects/a", "km"),
        ("", "人"),
    ]


@pytest.mark.parametrize(
    ("texts", "published"),
    [
        ({}, False),
        ({"index": "name: 双龙村\n"}, True),
        ({"projects/a": "title: 路\n"}, True),
        ({"scores/four/2026-q3": "scores: []\n"}, True),
    ],
)
def test_a_unit_is_published_when_anything_at_all_was(
    texts: dict[str, str], published: bool
) -> None:
    assert summary(texts).published is published


def test_a_registered_unit_without_content_still_has_its_name_code_and_street() -> None:
    found = summary({})
    assert (str(found.name), found.code, found.street) == ("shuanglong", "510114001001", "桂湖街道")
    assert found.money == NOTHING
    assert found.projects == ()


def test_the_sheets_of_a_unit_are_scored_oldest_first() -> None:
    sheet = "scores: [{indicator: order, assessor: office, value: 80}]\n"
    found = summary({"scores/four/2026-q3": sheet, "scores/four/2025-q4": sheet})
    assert [one.period.iso for one in found.scored] == ["2025-q4", "2026-q3"]
