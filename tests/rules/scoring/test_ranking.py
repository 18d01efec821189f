"""Places, ties, and moves against the period before."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from sunlit.rules.scoring import Place, rank, rank_results
from tests.rules.scoring.examples import simple, totals

POINTS = st.dictionaries(
    st.text("abcdef", min_size=1, max_size=4),
    st.none() | st.fractions(0, 100, max_denominator=4),
)


def test_ties_share_a_place_and_the_next_one_is_skipped() -> None:
    places = rank({"a": Fraction(90), "b": Fraction(80), "c": Fraction(80), "d": Fraction(70)})
    assert [one.place for one in places.values() if one] == [1, 2, 2, 4]
    assert places["b"] == Place(2, 4, tied_with=1)


def test_a_unit_without_points_has_no_place_and_takes_none() -> None:
    assert rank({"a": None, "b": Fraction(0)}) == {"a": None, "b": Place(1, 1)}


def test_a_place_tells_how_far_it_moved() -> None:
    before = rank({"a": Fraction(3), "b": Fraction(2), "c": Fraction(1), "d": None})
    after = rank(
        {"a": Fraction(1), "b": Fraction(2), "c": Fraction(3), "d": Fraction(0)}, previous=before
    )
    assert {slug: place.moved for slug, place in after.items() if place} == {
        "a": -2,
        "b": 0,
        "c": 2,
        "d": None,
    }


def test_every_dimension_has_its_own_ranking() -> None:
    places = rank_results(totals(simple(), near="70", far="90", none=""))
    expected = {"far": Place(1, 2), "near": Place(2, 2), "none": None}
    assert places.total == expected
    assert places.dimensions == {"safe": expected}


def test_all_rankings_move_against_the_period_before() -> None:
    before = rank_results(totals(simple(), near="70", far="90"))
    after = rank_results(totals(simple(), near="95", far="90"), previous=before)
    assert after.total["near"] == Place(1, 2, moved=1)
    assert after.dimensions["safe"]["far"] == Place(2, 2, moved=-1)


def test_points_that_are_one_machine_number_are_told_apart() -> None:
    third, hair = Fraction(100, 3), Fraction(1, 10**30)
    assert float(third) == float(third + hair) == float(third - hair)
    places = rank({"a": third, "b": third + hair, "c": third - hair, "d": third})
    assert {slug: one.place for slug, one in places.items() if one} == {
        "a": 2,
        "b": 1,
        "c": 4,
        "d": 2,
    }


@given(POINTS)
def test_a_place_is_one_more_than_the_number_strictly_above(
    points: dict[str, Fraction | None],
) -> None:
    there = [one for one in points.values() if one is not None]
    for slug, place in rank(points).items():
        own = points[slug]
        if own is None:
            assert place is None
            continue
        above = sum(one > own for one in there)
        assert place == Place(above + 1, len(there), sum(one == own for one in there) - 1)


@given(POINTS, st.data())
def test_the_order_of_units_never_matters(
    points: dict[str, Fraction | None], data: st.DataObject
) -> None:
    shuffled = dict(data.draw(st.permutations(list(points.items()))))
    assert list(rank(shuffled).items()) == list(rank(points).items())
