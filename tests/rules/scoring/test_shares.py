"""Published percentages against whole counts: 93.7 % of 16 cannot be."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from sunlit.locale.numbers import decimal_of
from sunlit.rules.scoring import Agreement, CountShare, check_counts, check_share, decimals_of

DECIMALS = st.decimals(0, 110, places=3)


def test_no_whole_count_of_sixteen_rounds_to_93_7_percent() -> None:
    check = check_share(Decimal("93.7"), places=1, of=16)
    assert not check.adds_up
    assert list(check.possible) == []


def test_93_7_percent_of_sixteen_is_fifteen_cut_off() -> None:
    assert list(check_share(Decimal("93.7"), places=1, of=16).by_truncation) == [15]


def test_the_nearest_count_to_93_7_percent_of_sixteen_is_fifteen() -> None:
    nearest = check_share(Decimal("93.7"), places=1, of=16).nearest
    assert nearest[0] == CountShare(15, Fraction(15, 16), Fraction("93.8"), Fraction("93.7"))
    assert (nearest[1].count, nearest[1].share * 100) == (14, Fraction("87.5"))


def test_93_75_percent_of_sixteen_adds_up() -> None:
    check = check_share(Decimal("93.75"), places=2, of=16)
    assert list(check.possible) == [15]
    assert [one.count for one in check.nearest] == [15]


def test_a_coarse_share_fits_several_counts() -> None:
    # 93 of 184 = 50.54 % rounds to 51 %; 92 is 50 % exactly; 91 = 49.46 % rounds to 49 %
    assert list(check_share(Decimal(50), places=0, of=184).possible) == [92]
    assert list(check_share(Decimal(50), places=0, of=1000).possible) == list(range(495, 505))


def test_a_half_rounds_away_from_zero() -> None:
    assert list(check_share(Decimal("12.5"), places=1, of=8).possible) == [1]
    assert list(check_share(Decimal(13), places=0, of=8).possible) == [1]
    assert list(check_share(Decimal(12), places=0, of=8).possible) == []


def test_a_share_over_a_hundred_percent_fits_no_count() -> None:
    check = check_share(Decimal(101), places=0, of=16)
    assert (list(check.possible), [one.count for one in check.nearest]) == ([], [16])


def test_a_share_of_nobody_fits_no_count() -> None:
    check = check_share(Decimal(50), places=0, of=0)
    assert (list(check.possible), check.nearest) == ([], ())
    assert check_counts(Decimal(50), places=0, count=0, of=0) is None


def test_a_hundred_percent_of_many_ends_with_all_of_them() -> None:
    check = check_share(Decimal(100), places=0, of=1000)
    assert (check.possible, check.by_truncation) == (range(995, 1001), range(1000, 1001))


def test_a_denominator_of_a_billion_costs_nothing() -> None:
    check = check_share(Decimal("93.7"), places=1, of=10**9)
    assert (len(check.possible), check.possible[0]) == (1_000_000, 936_500_000)


def test_known_counts_agree_by_rounding_by_cutting_off_or_not_at_all() -> None:
    expected = {"93.8": Agreement.ROUNDED, "93.7": Agreement.TRUNCATED, "93.6": Agreement.NEITHER}
    for reported, agreement in expected.items():
        check = check_counts(Decimal(reported), places=1, count=15, of=16)
        assert check is not None
        assert check.agreement is agreement


def test_the_decimals_are_those_published() -> None:
    assert [decimals_of(Decimal(one)) for one in ("93.7", "93.70", "94", "0")] == [1, 2, 0, 0]


@given(DECIMALS, st.integers(0, 3), st.integers(1, 60))
def test_the_possible_counts_agree_with_trying_every_count(
    reported: Decimal, places: int, of: int
) -> None:
    check = check_share(reported, places=places, of=of)
    percents = {count: Fraction(100 * count, of) for count in range(of + 1)}
    assert list(check.possible) == [
        count for count, one in percents.items() if decimal_of(one, places=places) == reported
    ]
    assert list(check.by_truncation) == [
        count
        for count, one in percents.items()
        if Fraction(int(one * 10**places), 10**places) == Fraction(reported)
    ]


@given(DECIMALS, st.integers(0, 3), st.integers(1, 60))
def test_no_count_is_nearer_than_the_nearest(reported: Decimal, places: int, of: int) -> None:
    distances = [abs(Fraction(100 * count, of) - Fraction(reported)) for count in range(of + 1)]
    nearest = check_share(reported, places=places, of=of).nearest
    assert abs(nearest[0].share * 100 - Fraction(reported)) == min(distances)


@given(DECIMALS, st.integers(0, 3), st.integers(1, 40), st.data())
def test_a_count_and_the_possible_counts_tell_the_same(
    reported: Decimal, places: int, of: int, data: st.DataObject
) -> None:
    count = data.draw(st.integers(0, of))
    check = check_counts(reported, places=places, count=count, of=of)
    assert check is not None
    possible = check_share(reported, places=places, of=of).possible
    assert (check.agreement is Agreement.ROUNDED) == (count in possible)
