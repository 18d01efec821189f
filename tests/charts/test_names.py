from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from sunlit.charts.names import settled


def test_blocks_with_room_stay_where_they_are_wanted() -> None:
    assert settled([10, 80], [20, 20], low=0, high=200) == [10, 80]


def test_a_block_below_the_edge_pushes_those_above_up() -> None:
    assert settled([170, 175], [20, 20], low=0, high=200) == [160, 180]


@given(st.lists(st.integers(0, 200), max_size=4))
def test_blocks_never_overlap_and_stay_inside(wanted: list[int]) -> None:
    tops = settled(sorted(wanted), [40] * len(wanted), low=0, high=200)
    assert all(below - above >= 40 for above, below in pairwise(tops))
    assert all(0 <= top <= 160 for top in tops)
