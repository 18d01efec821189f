from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sunlit.charts import Amount, Chart, Frame, Series, TrendWords, trend
from tests.charts.drawn import assert_sound, having, number, points, said, words

FRAME = Frame("c2", "满意度")
WORDS = TrendWords("季度", "未公布")


def _series(label: str, *values: int | Fraction | None) -> Series:
    return Series(label, tuple(None if v is None else Amount(v, f"{v} 分") for v in values))


def _trend(*series: Series, from_zero: bool = True) -> Chart:
    periods = [f"{2020 + i}" for i in range(len(series[0].points))] if series else []
    return trend(series, FRAME, periods=periods, words=WORDS, from_zero=from_zero)


def _strokes(chart: Chart) -> list[list[tuple[Fraction, Fraction]]]:
    lines = having(assert_sound(chart), "ch-ink-line", "path")
    return [points(one) for one in lines if one.get("fill") == "none"]


def test_heights_are_in_proportion_to_the_values_from_zero() -> None:
    (stroke,) = _strokes(_trend(_series("甲", 0, 50, 100)))
    bottom, half, top = (y for _, y in stroke)
    assert bottom - half == half - top > 0


def test_periods_are_at_equal_distances() -> None:
    (stroke,) = _strokes(_trend(_series("甲", 1, 2, 3)))
    first, second, third = (x for x, _ in stroke)
    assert abs((second - first) - (third - second)) <= Fraction(1, 10)


def test_a_missing_value_breaks_the_line_and_is_marked() -> None:
    chart = _trend(_series("甲", 1, 2, None, 4, 5))
    assert [len(stroke) for stroke in _strokes(chart)] == [2, 2]
    root = assert_sound(chart)
    assert len(having(root, "ch-soft-line", "line")) == 2  # one cross
    assert "未公布" in words(root)
    assert chart.table.rows[2] == ("2022", "未公布")


def test_a_value_between_two_missing_ones_is_still_seen() -> None:
    root = assert_sound(_trend(_series("甲", *([None, 5] * 30))))
    assert len(having(root, "ch-ink", "circle")) >= 30


def test_four_series_differ_in_dash_and_in_mark() -> None:
    chart = _trend(*(_series(f"第{i}条", i, 10 * i, 50 + i) for i in range(4)))
    root = assert_sound(chart)
    dashes = [
        one.get("stroke-dasharray")
        for one in having(root, "ch-ink-line", "path")
        if one.get("fill") == "none"
    ]
    assert len(set(dashes)) == 4
    assert {"circle", "rect", "path"} <= {one.tag for one in root.iter()}


def test_every_series_is_named_at_its_end_with_its_last_value() -> None:
    shown = words(assert_sound(_trend(_series("按期公开率", 1, 2), _series("办结率", 3, 4))))
    assert {"按期公开率", "2 分", "办结率", "4 分"} <= set(shown)


def test_names_never_stand_over_one_another() -> None:
    names = ["甲", "乙", "丙", "丁"]
    root = assert_sound(_trend(*(_series(name, 5, 5) for name in names)))
    tops = sorted(number(one, "y") for one in root.iter("text") if one.text in names)
    assert all(below - above >= 38 for above, below in pairwise(tops))


def test_a_name_moved_from_its_line_is_joined_to_it() -> None:
    root = assert_sound(_trend(_series("甲", 5, 5), _series("乙", 5, 5)))
    assert having(root, "ch-soft-line", "line")


def test_five_series_are_refused() -> None:
    with pytest.raises(ValueError, match="four series"):
        _trend(*(_series("甲", 1) for _ in range(5)))


def test_a_series_with_a_point_too_few_is_refused() -> None:
    with pytest.raises(ValueError, match="every period"):
        _trend(_series("甲", 1, 2), _series("乙", 1))


def test_a_single_period_is_a_point() -> None:
    chart = _trend(_series("甲", 7))
    assert _strokes(chart) == []
    assert having(assert_sound(chart), "ch-ink", "circle")


def test_no_series_and_all_missing_are_drawn_empty() -> None:
    assert_sound(_trend())
    chart = _trend(_series("甲", None, None))
    assert _strokes(chart) == []
    assert "未公布" in said(assert_sound(chart))


def test_negative_values_lie_below_the_rule_of_zero() -> None:
    chart = _trend(_series("结余", -10, 10))
    root = assert_sound(chart)
    zero = next(one for one in root.iter("text") if one.text == "0")
    ((_, low), (_, high)) = _strokes(chart)[0]
    assert high < number(zero, "y") - 5 < low


def test_rules_stand_only_at_zero_and_at_the_ends_of_the_axis() -> None:
    shown = words(assert_sound(_trend(_series("甲", 50, 100, 70))))
    assert {"0", "100 分", "70 分"} <= set(shown)
    assert "50 分" not in shown


def test_an_axis_that_does_not_begin_at_zero_says_where_it_begins() -> None:
    shown = words(assert_sound(_trend(_series("甲", 85, 92), from_zero=False)))
    assert "85 分" in shown
    assert "0" not in shown


def test_the_last_of_sixty_periods_is_labelled_and_none_overlap() -> None:
    root = assert_sound(_trend(_series("甲", *range(60))))
    labels = [one for one in root.iter("text") if one.text and one.text.startswith("20")]
    assert labels[-1].text == "2079"
    assert 2 < len(labels) < 60


def test_the_table_has_every_number_of_every_series() -> None:
    table = _trend(_series("甲", 1, 2), _series("乙", 3, None)).table
    assert table.head == ("季度", "甲", "乙")
    assert table.rows == (("2020", "1 分", "3 分"), ("2021", "2 分", "未公布"))


@given(st.lists(st.fractions(min_value=-1000, max_value=1000), min_size=2, max_size=10))
def test_higher_points_are_greater_values(values: list[Fraction]) -> None:
    (stroke,) = _strokes(_trend(_series("甲", *values)))
    ordered = sorted(zip(values, stroke, strict=True), key=lambda pair: pair[0])
    heights = [y for _, (_, y) in ordered]
    assert heights == sorted(heights, reverse=True)
