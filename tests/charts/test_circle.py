from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sunlit.charts import Amount, Chart, CircleWords, Frame, Place, circle
from sunlit.charts.svg import At
from tests.charts.drawn import assert_sound, having, number, said, words

FRAME = Frame("c6", "十五分钟圈")
WORDS = CircleWords("党群服务中心", "编号", "地点", "步行", "北", "更远", "未公布")
RINGS = tuple(Amount(m, f"{m} 分钟") for m in (5, 10, 15))


def _place(minutes: int | None, bearing: int | None = None) -> Place:
    amount = None if minutes is None else Amount(minutes, f"{minutes} 分钟")
    return Place("卫生站", amount, bearing)


def _circle(*places: Place) -> Chart:
    return circle(places, FRAME, rings=RINGS, words=WORDS)


def _radii(chart: Chart) -> list[Fraction]:
    return [number(one, "r") for one in having(assert_sound(chart), "ch-rule", "circle")]


def _marks(chart: Chart) -> list[At]:
    """From the centre: how far east, how far south."""
    root = assert_sound(chart)
    middle = number(having(root, "ch-ink-line", "circle")[0], "cy")
    marks = [one for one in having(root, "ch-ink", "circle") if one.get("r") == "11"]
    return [(number(one, "cx") - 160, number(one, "cy") - middle) for one in marks]


def test_rings_are_in_proportion_to_their_minutes() -> None:
    five, ten = _radii(_circle())
    assert abs(ten - 2 * five) <= Fraction(1, 10)


def test_the_centre_is_named() -> None:
    root = assert_sound(_circle())
    assert "党群服务中心" in words(root)
    assert len(having(root, "ch-seal", "rect")) == 2  # in the legend and in the middle


def test_a_place_stands_in_its_bearing_at_its_minutes() -> None:
    ((east, south),) = _marks(_circle(_place(15, 90)))
    assert (east, south) == (145, 0)


def test_north_is_shown_only_where_a_bearing_is_known() -> None:
    assert "↑北" in said(assert_sound(_circle(_place(5, 180))))
    assert "↑" not in said(assert_sound(_circle(_place(5))))


def test_places_without_a_bearing_spread_evenly_at_their_distance() -> None:
    marks = _marks(_circle(*(_place(12) for _ in range(4))))
    assert sorted((e > 0, s > 0) for e, s in marks) == sorted(
        [(False, False), (False, True), (True, False), (True, True)]
    )
    far = [e * e + s * s for e, s in marks]
    assert max(far) - min(far) < 100


def test_beyond_the_last_ring_is_hollow_dashed_and_named() -> None:
    root = assert_sound(_circle(_place(16, 90)))
    hollow = having(root, "ch-paper ch-ink-line", "circle")
    assert [one.get("stroke-dasharray") for one in hollow] == ["2 2"]
    assert "更远" in words(root)


def test_within_the_last_ring_nothing_is_called_beyond() -> None:
    assert "更远" not in said(assert_sound(_circle(_place(15))))


def test_at_the_last_ring_is_not_beyond_it() -> None:
    ((east, _),) = _marks(_circle(_place(15, 90), _place(20, 270)))
    assert east == 115


def test_a_place_without_minutes_is_named_below_and_in_the_table() -> None:
    chart = _circle(_place(5), _place(None))
    assert _marks(chart)[1:] == []
    assert words(assert_sound(chart))[-1] == "未公布2"
    assert chart.table.rows[1] == ("2", "卫生站", "未公布")


def test_the_number_on_a_mark_is_its_row_in_the_table() -> None:
    chart = _circle(_place(None), _place(5), _place(16))
    numbers = [one.text for one in having(assert_sound(chart), "ch-num", "text")]
    assert numbers == ["2", "3"]
    assert [row[0] for row in chart.table.rows] == ["1", "2", "3"]


def test_at_the_centre_itself_the_mark_makes_room() -> None:
    ((east, south),) = _marks(_circle(_place(0)))
    assert east * east + south * south > 100


def test_sixty_places_keep_sixty_numbers_on_the_drawing() -> None:
    chart = _circle(*(_place(i % 21) for i in range(60)))
    root = assert_sound(chart)
    assert len(having(root, "ch-num", "text")) == 60
    assert all(0 <= number(one, "cx") <= 320 for one in root.iter("circle"))


def test_negative_minutes_and_no_rings_are_refused() -> None:
    with pytest.raises(ValueError, match="nearer than its centre"):
        _circle(_place(-1))
    with pytest.raises(ValueError, match="at least one ring"):
        circle([], FRAME, rings=[], words=WORDS)


@given(st.integers(3, 15), st.integers(3, 15), st.integers(60, 160))
def test_more_minutes_are_farther_from_the_centre(one: int, other: int, bearing: int) -> None:
    ((e1, s1),) = _marks(_circle(_place(one, bearing)))
    ((e2, s2),) = _marks(_circle(_place(other, bearing)))
    if one < other:
        assert e1 * e1 + s1 * s1 < e2 * e2 + s2 * s2
