"""What the benchmark makes of its measurements: medians, ratios, growth, verdicts."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from benchmarks.goals import exponent, goals, ratio
from benchmarks.measure import Run, measured
from benchmarks.record import Record, load, save
from benchmarks.report import report
from benchmarks.stage import Size, padding_for


@pytest.fixture
def known() -> Record:
    found = Record()
    for size, tool, walls in (
        ("S", "ours", (1.0, 9.0, 2.0)),
        ("S", "hugo", (4.0, 4.0, 4.0)),
        ("L", "ours", (47.0, 47.0, 47.5)),
    ):
        for number, wall in enumerate(walls):
            found.keep(size, tool, "cold", number, Run(wall, wall, 1_000_000, 0, ""))
    found.keep_sites("S", "ours", {"unit": Size(2, 2000), "other": Size(1, 9)})
    return found


def test_a_median_is_not_moved_by_one_slow_run(known: Record) -> None:
    assert known.median("S", "ours", "cold") == 2.0
    assert known.median("S", "zola", "cold") is None


def test_measuring_again_replaces(known: Record) -> None:
    known.keep("S", "ours", "cold", 1, Run(2.0, 2.0, 1, 0, ""))
    assert [one.wall for one in known.of("S", "ours", "cold")] == [1.0, 2.0, 2.0]


def test_growth_in_step_with_the_units_has_the_exponent_one(known: Record) -> None:
    assert exponent(known, "ours") == pytest.approx(0.998, abs=0.001)
    assert exponent(known, "hugo") is None


def test_a_goal_is_met_missed_or_not_measured(known: Record) -> None:
    verdicts = {one.text: one.verdict for one in goals(known)}
    assert verdicts["cold at S, of Hugo's time"] == "met"
    assert verdicts["cold at L, of Hugo's time"] == "not measured"
    for number in range(3):
        known.keep("S", "hugo", "cold", number, Run(1.9, 1.0, 1, 0, ""))
    assert goals(known)[0].verdict == "NOT MET"
    assert ratio(1.0, 0.0) is None


def test_results_say_what_was_measured_of_which_commit(known: Record) -> None:
    known.machine["commit"] = "abc"
    known.keep("L", "ours", "spent", 0, Run(1.0, 1.0, 1, 0, ""))
    assert known.commits() == {"": {"S": ["cold"], "L": ["cold"]}, "abc": {"L": ["spent"]}}
    told = report(known)
    assert "| commit | not known (S: cold; L: cold) |" in told
    assert "| commit | abc (L: spent) |" in told


def test_a_ratio_round_by_round_takes_only_rounds_that_both_ran(known: Record) -> None:
    known.keep("S", "hugo", "cold", 3, Run(1.0, 1.0, 1, 0, ""))
    assert goals(known)[0].rounds == (0.25, 0.5, 2.25)
    assert goals(known)[1].rounds == ()
    assert "| 0.500 | met | 0.500 (0.250–2.250) | 3 |" in report(known)


def test_the_report_says_where_a_peer_has_other_pages(known: Record) -> None:
    known.keep_sites("S", "hugo", {"unit": Size(1, 1000), "other": Size(1, 9)})
    assert "NO: other pages" in report(known)
    known.keep_sites("S", "hugo", {"unit": Size(2, 2300), "other": Size(1, 9)})
    assert "**NO: unit**" in report(known)
    known.keep_sites("S", "hugo", {"unit": Size(2, 2100), "other": Size(1, 9)})
    assert "NO:" not in report(known)


def test_padding_is_what_a_page_lacks_on_average() -> None:
    ours = {"unit": Size(2, 2000), "area": Size(1, 10), "other": Size(1, 500)}
    assert padding_for(ours, {"unit": Size(2, 1400), "area": Size(1, 30)}) == {
        "unit": 300,
        "area": 0,
    }


def test_what_is_kept_is_read_again(known: Record, tmp_path: Path) -> None:
    known.keep_padding("S", "hugo", {"unit": 300}, {"unit": Size(2, 1400)})
    save(known, tmp_path / "kept.json")
    assert load(tmp_path / "kept.json") == known
    assert known.padding("L", "hugo") == {"unit": 300}
    assert "hugo" not in known.sites("S")


def test_memory_and_cpu_of_children_count(tmp_path: Path) -> None:
    child = "b = bytearray(60_000_000); [n * n for n in range(2_000_000)]"
    parent = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}])"
    run = measured([sys.executable, "-c", parent], tmp_path, {})
    assert run.code == 0
    assert run.peak > 60_000_000
    assert run.cpu > 0.01
