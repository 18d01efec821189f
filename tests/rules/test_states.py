"""How far a unit is with each dimension: the rule that the method page prints."""

from __future__ import annotations

from datetime import date

import pytest

from sunlit.rules.states import (
    BlockState,
    block_states,
    chosen_dimensions,
    taken_dimensions,
)
from sunlit.rules.summary import summarise
from sunlit.source.content import UnitContent
from tests.rules.units import FRAMEWORK, known, unit

TODAY = date(2026, 11, 21)
PROJECT = "title: 路\ndimensions: [green]\n"
SHEET = "scores:\n- {{indicator: lawns, assessor: office, value: {}}}\n"


def states(content: UnitContent, framework: str = FRAMEWORK) -> str:
    """The strip of safe, green, happy, a letter each: R, S, C, O."""
    summary = summarise(content, known(framework=framework), TODAY)
    return "".join(one.value[0].upper() for one in summary.blocks[0][1])


def test_a_required_dimension_is_chosen_and_every_other_open() -> None:
    assert states(unit()) == "COO"


def test_a_dimension_that_the_unit_took_on_is_chosen() -> None:
    index = "frameworks: [{framework: four, dimensions: [happy]}]\n"
    assert states(unit({"index": index})) == "COC"


def test_a_dimension_with_a_project_is_started_and_with_all_completed_reached() -> None:
    assert states(unit({"projects/a": PROJECT})) == "CSO"
    done = f"{PROJECT}status: completed\n"
    assert states(unit({"projects/a": done})) == "CRO"
    assert states(unit({"projects/a": done, "projects/b": PROJECT})) == "CSO"


@pytest.mark.parametrize(("points", "strip"), [("80", "CRO"), ("79.9", "CSO"), ("100", "CRO")])
def test_with_a_mark_the_score_alone_decides(points: str, strip: str) -> None:
    content = unit(
        {
            "projects/a": f"{PROJECT}status: completed\n",
            "scores/four/2026-q3": SHEET.format(points),
            "index": "frameworks: [{framework: four, dimensions: [green]}]\n",
        }
    )
    assert states(content, f"{FRAMEWORK}reached: 80\nmissing: leave-out\n") == strip


def test_the_newest_score_counts() -> None:
    content = unit(
        {
            "scores/four/2026-q3": SHEET.format("10"),
            "scores/four/2026-q2": SHEET.format("90"),
            "scores/four/2026-q1": SHEET.format("95"),
        }
    )
    assert states(content, f"{FRAMEWORK}reached: 80\n") == "CSO"


def test_a_score_without_a_mark_says_started() -> None:
    assert states(unit({"scores/four/2026-q3": SHEET.format("95")})) == "CSO"


def test_a_unit_that_chose_nothing_is_scored_on_everything() -> None:
    framework = known().frameworks[0]
    assert taken_dimensions(framework, unit()) is None
    assert chosen_dimensions(framework, unit()) == {"safe"}


def test_a_unit_that_chose_is_scored_on_its_choice_and_what_is_required() -> None:
    framework = known().frameworks[0]
    content = unit({"index": "frameworks: [{framework: four, dimensions: [happy]}]\n"})
    assert taken_dimensions(framework, content) == frozenset({"safe", "happy"})
    assert block_states(framework, content, None)[2] is BlockState.CHOSEN
