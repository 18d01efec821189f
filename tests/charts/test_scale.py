from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from sunlit.charts.scale import scale, spread

NUMBERS = st.lists(st.fractions(), min_size=1)


@given(NUMBERS)
def test_a_greater_number_never_lies_nearer_to_the_start(numbers: list[Fraction]) -> None:
    axis = scale(numbers, start=0, end=320)
    places = [axis.at(number) for number in sorted(numbers)]
    assert places == sorted(places)
    assert all(0 <= place <= 320 for place in places)


@given(NUMBERS, st.fractions(min_value=Fraction(1, 1000)))
def test_the_unit_of_the_numbers_does_not_move_them(
    numbers: list[Fraction], factor: Fraction
) -> None:
    plain = scale(numbers, start=0, end=320)
    scaled = scale([number * factor for number in numbers], start=0, end=320)
    assert [plain.at(n) for n in numbers] == [scaled.at(n * factor) for n in numbers]


def test_numbers_that_are_all_the_same_stand_at_the_start() -> None:
    assert scale([Fraction(5)], start=10, end=20, zero=False).at(Fraction(5)) == 10


def test_places_are_at_equal_distances() -> None:
    assert spread(3, start=0, end=10) == tuple(map(Fraction, (0, 5, 10)))


def test_a_single_place_is_in_the_middle_and_none_is_nowhere() -> None:
    assert spread(1, start=0, end=10) == (Fraction(5),)
    assert spread(0, start=0, end=10) == ()
