from fractions import Fraction
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from sunlit.charts.numbers import RADIUS, Disc, Placed, Plane, leader, placed
from sunlit.charts.svg import At

PLANE = Plane((12, 12), (308, 308))


def _apart(one: Placed, other: Placed) -> Fraction:
    """The square of their distance."""
    across, down = one.centre[0] - other.centre[0], one.centre[1] - other.centre[1]
    return Fraction(across * across + down * down)


def test_a_mark_with_room_stands_on_its_point() -> None:
    (place,) = placed([[(50, 60)]], PLANE)
    assert place == Placed((50, 60), (50, 60))
    assert leader(place) == ""


def test_sixty_marks_of_one_point_are_all_apart() -> None:
    places = placed([[(160, 160)]] * 60, PLANE)
    assert all(_apart(a, b) >= (2 * RADIUS) ** 2 for a, b in combinations(places, 2))
    assert {place.point for place in places} == {(160, 160)}


def test_a_moved_mark_keeps_a_line_to_its_point() -> None:
    _, moved = placed([[(50, 50)], [(50, 50)]], PLANE)
    assert moved.centre != moved.point
    assert "<line" in leader(moved)


def test_a_mark_with_a_choice_takes_the_first_free_point_without_a_line() -> None:
    choice: list[At] = [(50, 50), (100, 50), (150, 50)]
    _, second = placed([[(50, 50)], choice], PLANE)
    assert second == Placed((100, 50), (100, 50))


def test_a_mark_keeps_clear_of_what_is_taken() -> None:
    plane = Plane((0, 0), (320, 320), (Disc((50, 50), 20),))
    (place,) = placed([[(50, 50)]], plane)
    assert _apart(place, Placed((50, 50), (50, 50))) >= (20 + RADIUS) ** 2


POINTS = st.tuples(st.integers(12, 308), st.integers(12, 308))


@given(st.lists(POINTS, max_size=25))
def test_marks_never_overlap_and_never_leave_the_plane(points: list[tuple[int, int]]) -> None:
    places = placed([[point] for point in points], PLANE)
    assert [place.point for place in places] == points
    assert all(_apart(a, b) >= (2 * RADIUS) ** 2 for a, b in combinations(places, 2))
    assert all(12 <= value <= 308 for place in places for value in place.centre)
