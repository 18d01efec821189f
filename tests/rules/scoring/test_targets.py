"""Where a target stands: its group, who has reached it, the path."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from sunlit.rules.scoring import stand_of_target
from tests.rules.scoring.examples import Fields, framework, target

UNITS = [f"u{number}" for number in range(6)]


def batch(year: str, *members: str, **fields: object) -> Fields:
    return {"year": year, "members": list(members), **fields}


def reached(*batches: Fields, **fields: object) -> tuple[str, ...]:
    rules = framework(batches=list(batches))
    return stand_of_target(target(**fields), rules, units=UNITS).reached


def test_a_target_of_all_counts_the_units_of_the_area() -> None:
    standing = stand_of_target(
        target(all="true", reached=["u1"], count="3"), framework(), units=UNITS
    )
    assert (standing.group_size, standing.reached) == (6, ("u1",))
    assert (standing.reached_share, standing.planned_share) == (Fraction(1, 6), Fraction(1, 2))


def test_a_target_of_all_counts_nobody_of_another_area() -> None:
    assert reached(batch("2023", "u1", "elsewhere", done="2"), all="true", reached=["x"]) == ("u1",)


def test_a_target_of_members_counts_no_one_else() -> None:
    assert reached(members=["u1", "u2"], reached=["u2", "u3"]) == ("u2",)


def test_a_target_of_a_published_number_counts_whoever_is_named() -> None:
    standing = stand_of_target(target(of="16", reached=["x", "y", "z"]), framework(), units=UNITS)
    assert (standing.group_size, standing.reached_share) == (16, Fraction(3, 16))


def test_the_members_of_a_batch_that_is_wholly_done_have_reached_it() -> None:
    assert reached(batch("2023", "u1", "u2", done="2"), all="true") == ("u1", "u2")


def test_a_batch_done_in_part_counts_for_nobody() -> None:
    assert reached(batch("2023", "u1", "u2", done="1"), all="true") == ()
    assert reached(batch("2023", "u1", "u2", done="2", planned="5"), all="true") == ()


def test_a_batch_without_a_published_number_counts_for_nobody() -> None:
    assert reached(batch("2023", "u1"), all="true") == ()


def test_a_batch_done_nearly_or_at_most_counts_for_nobody() -> None:
    assert reached(batch("2023", "u1", done="nearly 1"), all="true") == ()
    assert reached(batch("2023", "u1", done="over 1"), all="true") == ("u1",)


def test_a_batch_later_than_the_target_does_not_count() -> None:
    later = batch("2027", "u1", done="1")
    assert reached(later, all="true", by="2026") == ()
    assert reached(later, all="true", by="2027") == ("u1",)


def test_a_target_without_a_date_counts_every_batch_that_is_done() -> None:
    later = batch("2027", "u1", done="1")
    rules = framework(batches=[later])
    standing = stand_of_target(target(all="true", by=None), rules, units=UNITS)
    assert (standing.by, standing.reached) == (None, ("u1",))


def test_a_unit_named_twice_counts_once() -> None:
    assert reached(batch("2023", "u1", done="1"), all="true", reached=["u1"]) == ("u1",)


def test_the_planned_path_is_a_share_of_the_group() -> None:
    path = [{"by": "2024", "count": "4"}, {"by": "2026", "count": "15"}]
    standing = stand_of_target(target(of="16", path=path), framework(), units=UNITS)
    assert [(one.by.iso, one.count, one.share) for one in standing.path] == [
        ("2024", 4, Fraction(1, 4)),
        ("2026", 15, Fraction(15, 16)),
    ]


def test_a_published_share_is_checked_against_the_group() -> None:
    standing = stand_of_target(
        target(of="16", count="15", reported="93.7%"), framework(), units=UNITS
    )
    assert standing.reported is not None
    assert not standing.reported.adds_up
    assert standing.reported.nearest[0].count == standing.count == 15


def test_a_hedged_share_states_nothing_to_check() -> None:
    standing = stand_of_target(target(of="16", reported="over 90%"), framework(), units=UNITS)
    assert standing.reported is None


def test_a_target_without_a_group_stands_nowhere_and_breaks_nothing() -> None:
    standing = stand_of_target(target(reached=["u1"]), framework(), units=UNITS)
    assert (standing.group_size, standing.reached, standing.reached_share) == (0, (), None)


NAMED = st.lists(st.sampled_from([*UNITS, "x", "y"]), unique=True)


@given(NAMED, NAMED, NAMED, st.integers(0, 4), st.sampled_from(["all", "members", "of"]))
def test_never_more_than_the_group_has_reached_it(
    named: list[str], group: list[str], in_batch: list[str], of: int, kind: str
) -> None:
    groups: Fields = {"all": "true", "members": group, "of": str(of)}
    rules = framework(batches=[batch("2023", *in_batch, done=str(len(in_batch)))])
    standing = stand_of_target(target(reached=named, **{kind: groups[kind]}), rules, units=UNITS)
    assert len(standing.reached) <= standing.group_size
    assert set(standing.reached) <= {*named, *in_batch}
    assert standing.reached_share is None or standing.reached_share <= 1
