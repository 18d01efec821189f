"""Every problem of a framework, with the path to its field."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sunlit.model.framework import Framework
from sunlit.model.scores import ScoreSheet
from sunlit.rules.scoring import (
    framework_problems,
    marks_of,
    place_on_lists,
    rank_results,
    score_unit,
    sheet_problems,
    stand_of_target,
)
from tests.rules.scoring.examples import (
    ASSESSORS,
    Fields,
    codes,
    dimension,
    framework,
    hard,
    rule,
    soft,
    target_fields,
)
from tests.rules.scoring.strategies import framework_fields, scored, sheets


def problems(**fields: object) -> list[tuple[str, str]]:
    return codes(framework_problems(framework(**fields)))


def hard_one(**fields: object) -> list[tuple[str, str]]:
    return problems(indicators=[hard("cameras", "safe", **fields)])  # type: ignore[arg-type]


def scale(**fields: object) -> list[tuple[str, str]]:
    assessors = [{"id": "a", "name": "甲", "scale": fields}]
    return problems(indicators=[soft("order", "safe", "a")], assessors=assessors)


def listed(**fields: object) -> list[tuple[str, str]]:
    return problems(lists=[rule(**fields)])


def targeted(**fields: object) -> list[tuple[str, str]]:
    return problems(targets=[target_fields(**fields)])


def test_a_framework_that_can_be_scored_has_no_problem() -> None:
    assert problems() == []


def test_a_framework_of_dimensions_alone_has_no_problem() -> None:
    assert problems(indicators=[], assessors=[]) == []


@pytest.mark.parametrize("field", ["tiers", "tracks", "principles", "dimensions"])
def test_an_id_given_twice_is_found_at_the_second(field: str) -> None:
    entries: list[Fields] = [{"id": name, "name": name} for name in ("happy", "safe", "safe")]
    if field == "dimensions":
        entries = [dimension(str(one["id"])) for one in entries]
    found = framework_problems(framework(**{field: entries}))
    assert codes(found) == [("duplicate-id", f"{field}/2/id")]
    assert found[0].values == (("id", "safe"), ("first", "1"))


def test_other_lists_of_ids_may_not_repeat_either() -> None:
    assert problems(
        indicators=[soft("mood", "safe", "residents", "residents"), hard("mood", "safe")],
        assessors=[*ASSESSORS, ASSESSORS[3]],
        lists=[rule(top="1"), rule(top="2")],
        targets=[target_fields(of="3"), target_fields(of="3")],
        dimension_weights=[{"dimension": "safe", "weight": "1"}] * 2,
    ) == [
        ("duplicate-id", "indicators/1/id"),
        ("duplicate-id", "assessors/4/id"),
        ("duplicate-id", "lists/1/id"),
        ("duplicate-id", "targets/1/id"),
        ("duplicate-id", "dimension_weights/1/dimension"),
        ("duplicate-id", "indicators/0/assessors/1"),
    ]


def test_a_year_has_one_batch_and_a_batch_names_a_unit_once() -> None:
    batches = [{"year": "2023", "members": ["a", "a"]}, {"year": "2023"}]
    assert problems(batches=batches) == [
        ("duplicate-id", "batches/1/year"),
        ("duplicate-id", "batches/0/members/1"),
    ]


def test_a_grade_stands_once_on_its_scale() -> None:
    grade = {"id": "A", "points": "90"}
    assert scale(kind="grade", grades=[grade, grade]) == [
        ("duplicate-id", "assessors/0/scale/grades/1/id")
    ]


def test_a_reference_that_leads_nowhere_suggests_the_nearest() -> None:
    found = framework_problems(
        framework(
            tiers=[{"id": "baseline", "name": "底线"}],
            dimensions=[dimension("safe", tier="base-line"), dimension("happy")],
            indicators=[soft("mood", "saf", "resident")],
            dimension_weights=[{"dimension": "hapy", "weight": "1"}],
        )
    )
    assert [(one.code, one.value("nearest")) for one in found] == [
        ("unknown-tier", "baseline"),
        ("unknown-dimension", "safe"),
        ("unknown-dimension", "happy"),
        ("unknown-assessor", "residents"),
    ]
    assert [path for _, path in codes(found)] == [
        "dimensions/0/tier",
        "indicators/0/dimension",
        "dimension_weights/0/dimension",
        "indicators/0/assessors/0",
    ]


def test_units_are_checked_only_where_the_registers_are_known() -> None:
    rules = framework(
        batches=[{"year": "2023", "members": ["dongjie", "dongji"]}],
        targets=[target_fields(all="true", reached=["dongje"])],
    )
    assert framework_problems(rules) == ()
    assert codes(framework_problems(rules, units=["dongjie"])) == [
        ("unknown-unit", "batches/0/members/1"),
        ("unknown-unit", "targets/0/reached/0"),
    ]


def test_a_soft_indicator_needs_somebody_who_judges() -> None:
    assert problems(indicators=[soft("mood", "safe")]) == [
        ("soft-without-assessor", "indicators/0/assessors")
    ]


def test_a_soft_indicator_has_no_floor_and_no_target() -> None:
    assert problems(indicators=[soft("mood", "safe", "residents", floor="0", unit="km")]) == [
        ("soft-with-scale", "indicators/0/unit"),
        ("soft-with-scale", "indicators/0/floor"),
    ]


def test_a_hard_indicator_is_judged_by_nobody() -> None:
    assert hard_one(assessors=["residents"]) == [("hard-with-assessor", "indicators/0/assessors")]


def test_a_hard_indicator_needs_a_floor_and_a_target() -> None:
    bare = soft("cameras", "safe") | {"nature": "hard"}
    assert problems(indicators=[bare]) == [
        ("hard-without-scale", "indicators/0/floor"),
        ("hard-without-scale", "indicators/0/target"),
    ]


def test_floor_and_target_may_not_be_equal() -> None:
    assert hard_one(floor="3", target="3.0") == [
        ("indicator-floor-equals-target", "indicators/0/target")
    ]


def test_floor_and_target_must_lie_in_the_stated_direction() -> None:
    assert hard_one(floor="10", target="2") == [("indicator-direction", "indicators/0/direction")]
    assert hard_one(floor="10", target="2", direction="down") == []


def test_a_scale_has_what_its_kind_needs() -> None:
    incomplete = "scale-incomplete"
    assert scale(kind="number", min="0") == [(incomplete, "assessors/0/scale/max")]
    assert scale(kind="grade") == [(incomplete, "assessors/0/scale/grades")]
    assert scale(kind="stars") == [(incomplete, "assessors/0/scale/max")]
    assert scale(kind="votes") == []


def test_a_scale_that_nobody_uses_may_stand_as_published() -> None:
    published = [{"id": "a", "name": "甲", "scale": {"kind": "grade"}}]
    assert problems(indicators=[], assessors=published) == []


def test_a_scale_has_nothing_that_its_kind_would_ignore() -> None:
    assert scale(kind="stars", min="1", max="5") == [("scale-needless", "assessors/0/scale/min")]
    assert scale(kind="votes", max="5") == [("scale-needless", "assessors/0/scale/max")]


def test_a_scale_has_room_for_a_score() -> None:
    assert scale(kind="number", min="5", max="5") == [("scale-empty", "assessors/0/scale/max")]
    assert scale(kind="stars", max="4.5") == [("scale-stars", "assessors/0/scale/max")]
    assert scale(kind="stars", max="0") == [("scale-stars", "assessors/0/scale/max")]


def test_points_lie_between_nought_and_a_hundred() -> None:
    assert scale(kind="grade", grades=[{"id": "A", "points": "101"}]) == [
        ("points-off-scale", "assessors/0/scale/grades/0/points")
    ]
    assert problems(reached="-1") == [("points-off-scale", "reached")]


def test_weights_are_given_for_all_or_for_none() -> None:
    assert problems(indicators=[hard("a", "safe", weight="1"), hard("b", "safe")]) == [
        ("weights-mixed", "indicators/1/weight")
    ]
    assert problems(
        assessors=[{**ASSESSORS[0], "weight": "1"}, *ASSESSORS[1:3]], indicators=[]
    ) == [("weights-mixed", "assessors/1/weight"), ("weights-mixed", "assessors/2/weight")]
    assert problems(dimension_weights=[{"dimension": "safe", "weight": "1"}]) == [
        ("weights-mixed", "dimension_weights")
    ]


def test_another_dimension_may_do_without_weights() -> None:
    assert problems(indicators=[hard("a", "safe", weight="1"), hard("b", "happy")]) == []


def test_a_weight_is_positive() -> None:
    assert hard_one(weight="0") == [("weight-not-positive", "indicators/0/weight")]
    assert hard_one(weight="-2") == [("weight-not-positive", "indicators/0/weight")]


def test_a_weight_on_what_is_not_scored_is_found_once_anything_is() -> None:
    weights = [{"dimension": "safe", "weight": "1"}, {"dimension": "happy", "weight": "1"}]
    assert problems(indicators=[hard("a", "safe")], dimension_weights=weights) == [
        ("weight-without-indicator", "dimension_weights/1/dimension")
    ]
    assert problems(indicators=[], dimension_weights=weights) == []


def test_a_list_needs_a_rule_once_there_is_something_to_place_by() -> None:
    assert listed() == [("list-without-rule", "lists/0")]
    assert problems(indicators=[], lists=[rule()]) == []


def test_a_list_has_one_end_and_at_least_one_place() -> None:
    assert listed(top="1", bottom="1") == [("list-two-ends", "lists/0/bottom")]
    assert listed(top="0") == [("list-of-none", "lists/0/top")]


@pytest.mark.parametrize(
    "condition",
    [
        {},
        {"total": "true"},
        {"above": "3"},
        {"total": "true", "dimension": "safe", "above": "3"},
        {"total": "true", "above": "3", "below": "9"},
    ],
)
def test_a_condition_has_one_subject_and_one_comparison(condition: Fields) -> None:
    assert listed(any_of=[condition]) == [("condition-unclear", "lists/0/any_of/0")]


def test_a_condition_names_what_exists() -> None:
    assert listed(
        require=[{"dimension": "saf", "above": "3"}],
        exclude=[{"indicator": "camera", "above": "3"}],
    ) == [
        ("unknown-dimension", "lists/0/require/0/dimension"),
        ("unknown-indicator", "lists/0/exclude/0/indicator"),
    ]


@pytest.mark.parametrize("group", [{}, {"all": "true", "of": "16"}, {"of": "0"}])
def test_a_target_has_one_group_of_somebody(group: Fields) -> None:
    assert targeted(**group) == [("target-group", "targets/0")]


def test_no_number_of_a_target_is_larger_than_its_group() -> None:
    over = "target-over-group"
    assert targeted(of="2", count="3") == [(over, "targets/0/count")]
    assert targeted(members=["a"], path=[{"by": "2024", "count": "2"}]) == [
        (over, "targets/0/path/0/count")
    ]
    assert targeted(of="1", reached=["a", "b"]) == [(over, "targets/0/reached")]


def test_a_target_of_all_is_measured_against_the_registers() -> None:
    rules = framework(targets=[target_fields(all="true", count="3")])
    assert framework_problems(rules) == ()
    assert codes(framework_problems(rules, units=["a", "b"])) == [
        ("target-over-group", "targets/0/count")
    ]


def test_whoever_has_reached_a_target_is_of_its_group() -> None:
    assert targeted(members=["a"], reached=["a", "b"]) == [
        ("target-reached-outside", "targets/0/reached/1")
    ]


def test_a_published_share_is_in_percent() -> None:
    assert targeted(of="16", reported="15 个") == [("target-reported-unit", "targets/0/reported")]


@pytest.mark.parametrize(
    ("steps", "field", "why"),
    [
        ([("2025", "4"), ("2024", "5")], "by", "order"),
        ([("2025", "4"), ("2025", "5")], "by", "order"),
        ([("2024", "5"), ("2025", "4")], "count", "down"),
        ([("2024", "1"), ("2027", "4")], "by", "after"),
        ([("2024", "1"), ("2025", "9")], "count", "above"),
    ],
)
def test_a_path_goes_up_in_order_of_date_to_the_target(
    steps: list[tuple[str, str]], field: str, why: str
) -> None:
    path = [{"by": by, "count": count} for by, count in steps]
    (found,) = framework_problems(framework(targets=[target_fields(of="16", count="8", path=path)]))
    assert codes([found]) == [("target-path", f"targets/0/path/1/{field}")]
    assert found.value("why") == why


def test_a_target_without_a_date_has_no_end_to_pass() -> None:
    path = [{"by": "2024", "count": "1"}, {"by": "2027", "count": "4"}]
    fields = target_fields(of="16", count="8", path=path, by=None)
    assert framework_problems(framework(targets=[fields])) == ()


BREAKS = st.sampled_from(
    [
        {"weight": "0"},
        {"weight": "-1"},
        {"weight": "3"},
        {"floor": "3", "target": "3"},
        {"dimension": "d1"},
        {"dimension": "nowhere"},
        {"id": "d0-0"},
        {"direction": "down"},
        {"nature": "hard"},
        {"nature": "soft"},
        {"assessors": []},
        {"assessors": ["nobody"]},
        {"assessors": ["residents", "residents"]},
    ]
)
RULES = st.sampled_from(
    [
        rule(),
        rule(top="1", bottom="0"),
        rule(bottom="0"),
        rule(require=[{"total": "true"}]),
        rule(any_of=[{"indicator": "d0-0", "above": "1"}]),
        rule(exclude=[{"dimension": "x"}]),
    ]
)
TARGETS = st.sampled_from(
    [
        target_fields(),
        target_fields(of="0", reached=["a"]),
        target_fields(of="1", reached=["a", "b"]),
        target_fields(all="true", members=["c"], path=[{"by": "2027", "count": "9"}]),
    ]
)


@given(st.data())
def test_with_problems_left_every_function_still_answers(data: st.DataObject) -> None:
    fields = data.draw(framework_fields())
    some = data.draw(sheets(framework(**fields)))
    indicators = fields.pop("indicators")
    assert isinstance(indicators, list)
    broken = framework(
        **fields,
        indicators=[one | data.draw(BREAKS) for one in indicators],
        lists=data.draw(st.lists(RULES, max_size=3)),
        targets=data.draw(st.lists(TARGETS, max_size=3)),
    )
    framework_problems(broken, units=["a"])
    sheet_problems(broken, some)
    every = {"a": some, "b": ScoreSheet()}
    marks = {slug: marks_of(score_unit(broken, one)) for slug, one in every.items()}
    place_on_lists(broken, marks, places=rank_results(marks).total)
    for one in broken.targets:
        stand_of_target(one, broken, units=["a"])


@given(scored())
def test_frameworks_made_to_fit_have_no_problem(case: tuple[Framework, ScoreSheet]) -> None:
    assert framework_problems(case[0]) == ()
