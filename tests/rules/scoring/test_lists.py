"""Who is on a list, by which numbers; who was barred; who is not yet known."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from sunlit.model.framework import Framework
from sunlit.rules.scoring import (
    TOTAL,
    Compared,
    Comparison,
    Edge,
    End,
    ListOutcome,
    Marks,
    Subject,
    SubjectKind,
    Threshold,
    Undetermined,
    place_on_lists,
    rank_results,
)
from tests.rules.scoring.examples import framework, marks, rule, simple, totals


def placed(rules: Framework, every: Mapping[str, Marks]) -> ListOutcome:
    (outcome,) = place_on_lists(rules, every, places=rank_results(every).total)
    return outcome


def with_rule(**fields: object) -> Framework:
    return simple(lists=[rule(**fields)])


def on(outcome: ListOutcome) -> list[str]:
    return [one.slug for one in outcome.members]


def test_a_threshold_takes_all_who_meet_it_by_place_then_slug() -> None:
    rules = with_rule(require=[{"total": "true", "at_least": "80"}])
    outcome = placed(rules, totals(rules, b="80", a="80", c="95", d="79.99"))
    assert on(outcome) == ["c", "a", "b"]


def test_a_reason_is_the_actual_number_and_the_threshold() -> None:
    rules = with_rule(require=[{"total": "true", "at_least": "80"}])
    (member,) = placed(rules, totals(rules, a="95")).members
    threshold = Threshold(TOTAL, Comparison.AT_LEAST, Fraction(80))
    assert member.reasons == (Compared(threshold, Fraction(95), True),)


def test_the_four_comparisons_differ_at_the_threshold() -> None:
    for comparison, expected in {
        "at_least": ["c", "b"],
        "above": ["c"],
        "at_most": ["b", "a"],
        "below": ["a"],
    }.items():
        rules = with_rule(require=[{"dimension": "safe", comparison: "50"}])
        assert on(placed(rules, totals(rules, a="40", b="50", c="60"))) == expected


def test_the_top_takes_everyone_who_ties_at_its_edge() -> None:
    rules = with_rule(top="2")
    outcome = placed(rules, totals(rules, a="90", b="80", c="80", d="70"))
    assert on(outcome) == ["a", "b", "c"]
    edge = Edge(End.TOP, n=2, place=2, of=4, overall=2, more=1)
    assert outcome.members[2].reasons == (edge,)


def test_the_bottom_counts_from_the_last() -> None:
    rules = with_rule(kind="black", bottom="1")
    outcome = placed(rules, totals(rules, a="90", b="70", c="70"))
    assert on(outcome) == ["b", "c"]
    edge = Edge(End.BOTTOM, n=1, place=1, of=3, overall=2, more=1)
    assert outcome.members[0].reasons == (edge,)


def test_the_top_is_taken_among_those_who_meet_the_conditions() -> None:
    rules = with_rule(top="1", exclude=[{"indicator": "order", "above": "85"}])
    outcome = placed(rules, totals(rules, a="90", b="80", c="70"))
    assert on(outcome) == ["b"]
    assert outcome.members[0].reasons == (Edge(End.TOP, 1, 1, 2, overall=2, more=0),)


def test_a_barred_unit_is_named_with_what_bars_it() -> None:
    rules = with_rule(
        require=[{"total": "true", "at_least": "60"}],
        exclude=[{"indicator": "order", "above": "85"}],
    )
    outcome = placed(rules, totals(rules, a="90", b="70", c="50"))
    (barred,) = outcome.excluded
    order = Subject(SubjectKind.MEASUREMENT, "order")
    assert barred.slug == "a"
    assert barred.barred_by == (
        Compared(Threshold(order, Comparison.ABOVE, Fraction(85)), Fraction(90), True),
    )
    assert [one.actual for one in outcome.members[0].cleared] == [70]


def test_who_would_not_be_in_the_top_anyway_is_not_called_barred() -> None:
    rules = with_rule(top="1", exclude=[{"indicator": "order", "below": "75"}])
    assert placed(rules, totals(rules, a="90", b="70")).excluded == ()


def test_one_of_any_of_is_enough_and_is_the_reason() -> None:
    rules = with_rule(any_of=[{"total": "true", "below": "40"}, {"total": "true", "above": "90"}])
    outcome = placed(rules, totals(rules, a="95", b="60", c="30"))
    assert on(outcome) == ["a", "c"]
    assert [len(one.reasons) for one in outcome.members] == [1, 1]


def test_a_unit_without_the_number_is_undetermined_with_what_is_missing() -> None:
    rules = with_rule(kind="black", require=[{"total": "true", "below": "40"}])
    outcome = placed(rules, totals(rules, a="", b="30"))
    assert on(outcome) == ["b"]
    assert outcome.undetermined == (Undetermined("a", (TOTAL,)),)


def test_a_unit_without_a_total_is_undetermined_in_any_top() -> None:
    rules = with_rule(top="1")
    outcome = placed(rules, totals(rules, a="", b="30"))
    assert outcome.undetermined == (Undetermined("a", (TOTAL,)),)
    assert [one.certain for one in outcome.members] == [False]


def test_a_member_is_certain_when_no_undetermined_unit_can_push_it_off() -> None:
    rules = with_rule(top="2")
    members = placed(rules, totals(rules, a="", b="30", c="20", d="10")).members
    assert [(one.slug, one.certain) for one in members] == [("b", True), ("c", False)]


def test_only_an_undetermined_unit_with_a_better_total_makes_a_member_uncertain() -> None:
    top = rule(top="1", exclude=[{"indicator": "cameras", "below": "3"}])
    rules = framework(missing="leave-out", lists=[top])
    known, unknown = "cameras = 5", "mood by residents = {} %"
    for total, certain in {"60": False, "50": True, "40": True}.items():
        every = {
            "a": marks(rules, known),
            "b": marks(rules, unknown.format(total)),
        }
        assert [one.certain for one in placed(rules, every).members] == [certain]


def test_a_unit_that_fails_another_condition_is_decided_not_undetermined() -> None:
    rules = framework(
        lists=[
            rule(
                require=[{"dimension": "safe", "above": "0"}, {"dimension": "happy", "above": "50"}]
            )
        ]
    )
    every = {"a": marks(rules, "mood by residents = 40 %")}
    outcome = placed(rules, every)
    assert (outcome.members, outcome.undetermined) == ((), ())


def test_an_exclusion_that_cannot_be_checked_keeps_a_unit_off_as_undetermined() -> None:
    rules = framework(
        missing="leave-out",
        lists=[
            rule(
                require=[{"dimension": "happy", "above": "50"}],
                exclude=[{"indicator": "cameras", "below": "3"}],
            )
        ],
    )
    every = {"a": marks(rules, "mood by residents = 90 %")}
    camera = Subject(SubjectKind.MEASUREMENT, "cameras", "台")
    assert placed(rules, every).undetermined == (Undetermined("a", (camera,)),)


def test_a_hard_indicator_is_compared_as_measured_even_where_gaps_count_as_nought() -> None:
    rules = simple(missing="floor", lists=[rule(require=[{"indicator": "order", "at_most": "0"}])])
    outcome = placed(rules, totals(rules, a="-5", b="5", c=""))
    assert on(outcome) == ["a"]
    assert [one.slug for one in outcome.undetermined] == ["c"]


def test_a_rule_with_a_problem_places_nobody() -> None:
    rules = with_rule(require=[{"total": "true"}])
    assert placed(rules, totals(rules, a="90")) == ListOutcome("red", rules.lists[0].kind)


def test_a_framework_without_indicators_places_nobody() -> None:
    rules = framework(indicators=[], lists=[rule(top="3")])
    assert placed(rules, {"a": marks(rules)}).undetermined == ()


UNITS = st.dictionaries(
    st.text("abcdef", min_size=1, max_size=3), st.sampled_from(["", "10", "50", "50.5", "90"])
)


@given(UNITS, st.integers(1, 4), st.sampled_from(["top", "bottom"]))
def test_everyone_as_good_as_a_member_of_the_edge_is_in(
    units: dict[str, str], n: int, end: str
) -> None:
    rules = with_rule(**{end: str(n)})
    outcome = placed(rules, totals(rules, **units))
    there = sorted((Fraction(one) for one in units.values() if one), reverse=end == "top")
    last = there[:n][-1] if there else Fraction(0)
    expected = {
        slug
        for slug, one in units.items()
        if one and (Fraction(one) >= last if end == "top" else Fraction(one) <= last)
    }
    assert set(on(outcome)) == expected
    assert len(outcome.members) >= min(n, len(there))


@given(UNITS, st.integers(1, 4), st.data())
def test_the_order_of_units_never_matters(
    units: dict[str, str], n: int, data: st.DataObject
) -> None:
    rules = with_rule(
        top=str(n),
        exclude=[{"indicator": "order", "above": "80"}],
        any_of=[{"total": "true", "above": "20"}, {"dimension": "safe", "below": "15"}],
    )
    shuffled = dict(data.draw(st.permutations(list(units.items()))))
    assert placed(rules, totals(rules, **shuffled)) == placed(rules, totals(rules, **units))


@given(UNITS, st.integers(1, 3), st.data())
def test_a_certain_member_stays_whatever_the_missing_numbers_turn_out_to_be(
    units: dict[str, str], n: int, data: st.DataObject
) -> None:
    rules = with_rule(top=str(n), exclude=[{"indicator": "order", "above": "80"}])
    certain = {one.slug for one in placed(rules, totals(rules, **units)).members if one.certain}
    known = {
        slug: one or data.draw(st.sampled_from(["5", "50", "60", "95"]))
        for slug, one in units.items()
    }
    assert certain <= set(on(placed(rules, totals(rules, **known))))


@given(UNITS, st.integers(1, 3), st.data())
def test_a_unit_neither_on_nor_undetermined_stays_off_when_the_numbers_come(
    units: dict[str, str], n: int, data: st.DataObject
) -> None:
    rules = with_rule(top=str(n), exclude=[{"indicator": "order", "above": "80"}])
    outcome = placed(rules, totals(rules, **units))
    open_ = {*on(outcome), *(one.slug for one in outcome.undetermined)}
    known = {
        slug: one or data.draw(st.sampled_from(["5", "50", "60", "95"]))
        for slug, one in units.items()
    }
    assert set(on(placed(rules, totals(rules, **known)))) <= open_
