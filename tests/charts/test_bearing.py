import math
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from sunlit.charts.bearing import direction


def test_quarters_are_exact() -> None:
    quarters = [direction(Fraction(turn)) for turn in (0, 90, 180, 270)]
    assert [(int(e), int(s)) for e, s in quarters] == [(0, -1), (1, 0), (0, 1), (-1, 0)]
    assert all(value.denominator == 1 for quarter in quarters for value in quarter)


@given(st.fractions(min_value=-720, max_value=720, max_denominator=100))
def test_it_agrees_with_the_sine_of_this_machine(degrees: Fraction) -> None:
    east, south = direction(degrees)
    assert math.isclose(east, math.sin(math.radians(degrees)), abs_tol=1e-8)
    assert math.isclose(south, -math.cos(math.radians(degrees)), abs_tol=1e-8)
