"""Totals over units: every one is the sum of its parts."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import fields

from sunlit.rules.summary import UnitSummary, summarise
from sunlit.rules.totals import add_totals, totals_of
from tests.rules.units import known, unit

TODAY = date(2026, 11, 21)
CATALOGUE = "items:\n  - {id: accounts, name: 收支, frequency: quarterly, due_days: 20}\n"
PROJECTS = (
    "title: 路\nperiod: {due: 2026-10}\nfunds: [{id: a, source: s, planned: 1.10}]\n",
    "title: 灯\nstatus: completed\nperiod: {due: 2026-10, done: 2026-09}\n"
    "funds: [{id: a, source: s, planned: 123456789012345亿, spent: [{as_of: 2026, value: 0.3}]}]\n",
    "title: 井\n",
)
RECORDS = (
    "records: []\n",
    "records: [{item: accounts, period: 2026-q1, published: 2026-04-02},"
    " {item: accounts, period: 2026-q2, published: 2026-09-02}]\n",
)


@lru_cache(maxsize=1)
def every() -> tuple[UnitSummary, ...]:
    """Units of all kinds: without content, with projects and money, punctual and not."""
    around = known(catalogue=CATALOGUE)
    texts: list[dict[str, str]] = [{}, {"index": "name: 甲\n"}]
    texts += [{"projects/a": one, "disclosures": RECORDS[n % 2]} for n, one in enumerate(PROJECTS)]
    texts.append({f"projects/{n}": one for n, one in enumerate(PROJECTS)})
    return tuple(
        summarise(unit(each, slug=f"u{n}", number=n), around, TODAY) for n, each in enumerate(texts)
    )


UNITS = st.lists(st.sampled_from(range(6)), max_size=10)


@settings(max_examples=50)
@given(UNITS, st.integers(0, 10))
def test_totals_are_the_sum_of_the_totals_of_any_split(chosen: list[int], at: int) -> None:
    units = [every()[n] for n in chosen]
    whole = totals_of(units)
    assert add_totals([totals_of(units[:at]), totals_of(units[at:])]) == whole
    assert add_totals(totals_of([one]) for one in units) == whole
    assert totals_of(reversed(units)) == whole


def test_totals_count_what_stands_in_the_files() -> None:
    totals = totals_of(every())
    assert (totals.units, totals.published, totals.projects) == (6, 5, 6)
    assert (totals.completed, totals.late, totals.with_due) == (2, 2, 4)
    assert str(totals.money.planned) == "24691357802469000000002.20"
    assert str(totals.money.spent) == "0.6"
    # Three quarters of 2026 were due of six units; one unit disclosed one in time, one late.
    assert (totals.due_items, totals.published_items, totals.late_items) == (18, 2, 1)
    assert totals.missing_items == 16


def test_no_unit_makes_no_total_but_nothing() -> None:
    nothing = totals_of([])
    assert nothing.money.planned is None
    counts = [getattr(nothing, one.name) for one in fields(nothing) if one.name != "money"]
    assert set(counts) == {0}
