"""Scores: seven a quarter, some missing, ties, and units on both lists in every period."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

import pytest

from sunlit.model.framework import Framework
from sunlit.model.reading import record_of
from sunlit.model.scores import ScoreSheet
from sunlit.rules.scoring import (
    Marks,
    framework_problems,
    marks_of,
    place_on_lists,
    rank_results,
    score_unit,
    sheet_problems,
)
from sunlit.sample import SampleSpec, sample_files
from tests.sample.reading import Files, Head, frameworks, matching

Sheets = Mapping[str, Mapping[str, ScoreSheet]]


@pytest.fixture(scope="module")
def alone() -> Files:
    """One area of a hundred and fifty units."""
    return dict(sample_files(SampleSpec(units=150, seed=8, photos=0)))


@pytest.fixture(scope="module")
def framework(alone: Files) -> Framework:
    return record_of(Framework, frameworks(alone)["tangram"])


@pytest.fixture(scope="module")
def chosen(alone: Files) -> Mapping[str, list[str]]:
    return {
        at["unit"]: head["frameworks"][0]["dimensions"]
        for at, head in matching(alone, r"index\.md")
    }


@pytest.fixture(scope="module")
def sheets(alone: Files) -> Sheets:
    by_period: defaultdict[str, dict[str, ScoreSheet]] = defaultdict(dict)
    for at, head in matching(alone, r"scores/tangram/.+"):
        period = at["rest"].removeprefix("scores/tangram/").removesuffix(".yaml")
        by_period[period][at["unit"]] = record_of(ScoreSheet, head)
    return by_period


def _marks(
    framework: Framework, sheets: Mapping[str, ScoreSheet], chosen: Mapping[str, list[str]]
) -> dict[str, Marks]:
    return {
        unit: marks_of(score_unit(framework, sheet, taken=chosen[unit]))
        for unit, sheet in sheets.items()
    }


def test_the_framework_and_every_sheet_are_without_fault(
    framework: Framework, sheets: Sheets, chosen: Mapping[str, list[str]]
) -> None:
    assert framework_problems(framework) == ()
    for period in sheets.values():
        for unit, sheet in period.items():
            assert sheet_problems(framework, sheet, taken=chosen[unit]) == ()


def test_there_are_four_quarters_of_seven_scores_and_a_few_are_missing(
    alone: Files, sheets: Sheets
) -> None:
    assert sorted(sheets) == ["2025-q4", "2026-q1", "2026-q2", "2026-q3"]
    counts = [len(sheet.scores) for period in sheets.values() for sheet in period.values()]
    assert set(counts) == {6, 7}
    assert 0 < counts.count(6) < len(counts) // 10
    assert len(sheets["2026-q3"]) < len(sheets["2026-q2"])
    heads: list[Head] = [head for _, head in matching(alone, r"scores/.+")]
    assert {score["value"] for head in heads for score in head["scores"]} >= {"优秀", "4.5"}


def test_each_list_holds_someone_in_each_period(
    framework: Framework, sheets: Sheets, chosen: Mapping[str, list[str]]
) -> None:
    barred = 0
    for period in sheets.values():
        every = _marks(framework, period, chosen)
        places = rank_results(every)
        outcomes = place_on_lists(framework, every, places=places.total)
        sizes = {one.list: len(one.members) for one in outcomes}
        assert 10 <= sizes["red"] < 30
        assert 3 <= sizes["black"] < 20
        barred += sum(len(one.excluded) for one in outcomes)
    assert barred > 0


def test_whoever_replies_stands_on_the_black_list_and_some_do_not_reply(
    framework: Framework, sheets: Sheets, chosen: Mapping[str, list[str]]
) -> None:
    silent = 0
    for period in sheets.values():
        every = _marks(framework, period, chosen)
        outcomes = place_on_lists(framework, every, places=rank_results(every).total)
        black = {member.slug for one in outcomes if one.list == "black" for member in one.members}
        replied = {unit for unit, sheet in period.items() if sheet.reply}
        assert replied
        assert replied <= black
        silent += len(black - replied)
        for unit in replied:
            sheet = period[unit]
            assert sheet.published is not None
            assert sheet.replied is not None
            assert sheet.published < sheet.replied
    assert silent > 0


def test_some_units_share_a_place(
    framework: Framework, sheets: Sheets, chosen: Mapping[str, list[str]]
) -> None:
    for period in sheets.values():
        every = _marks(framework, period, chosen)
        safe = [
            part.points
            for marks in every.values()
            if (part := marks.dimension("safe")) is not None and part.points is not None
        ]
        assert len(set(safe)) < len(safe)
        totals = [marks.points for marks in every.values() if marks.points is not None]
        assert len(set(totals)) < len(totals)
