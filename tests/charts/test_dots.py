from decimal import Decimal

import pytest

from sunlit.charts import Chart, DotsWords, Frame, Spot, dots
from sunlit.charts.svg import At
from tests.charts.drawn import assert_sound, having, number, said, words

FRAME = Frame("c7", "一张图")
WORDS = DotsWords("编号", "村（社区）", "状态", "示意图，不是行政区划界线。", "位置未公布")


def _dots(*spots: Spot) -> Chart:
    return dots(spots, FRAME, words=WORDS)


def _marks(chart: Chart) -> list[At]:
    circles = having(assert_sound(chart), "ch-ink", "circle")
    return [(number(one, "cx"), number(one, "cy")) for one in circles]


def test_a_spot_stands_where_the_caller_put_it() -> None:
    assert _marks(_dots(Spot("甲", (500, Decimal("500.0"))))) == [(160, 160)]


def test_right_is_more_x_and_down_is_more_y() -> None:
    near, far = _marks(_dots(Spot("甲", (100, 100)), Spot("乙", (900, 700))))
    assert near[0] < far[0]
    assert near[1] < far[1]


def test_the_caption_says_that_it_is_no_boundary() -> None:
    assert WORDS.caption in said(assert_sound(_dots()))


def test_there_is_no_outline_but_the_sheet() -> None:
    root = assert_sound(_dots(Spot("甲", (1, 1))))
    assert len(list(root.iter("rect"))) == 1
    assert list(root.iter("path")) == []


def test_the_corners_are_on_the_sheet() -> None:
    marks = _marks(_dots(Spot("甲", (0, 0)), Spot("乙", (1000, 1000))))
    assert all(11 <= value <= 309 for mark in marks for value in mark)


@pytest.mark.parametrize("at", [(-1, 0), (0, 1001)])
def test_a_spot_off_the_sheet_is_refused(at: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="between 0 and 1000"):
        _dots(Spot("甲", at))


def test_a_spot_without_a_place_is_named_below() -> None:
    chart = _dots(Spot("甲", (1, 1)), Spot("乙", None))
    assert "位置未公布2" in words(assert_sound(chart))
    assert chart.table.rows == (("1", "甲"), ("2", "乙"))


def test_notes_are_a_column_where_there_are_any() -> None:
    table = _dots(Spot("甲", (1, 1), "达标"), Spot("乙", (900, 900))).table
    assert table.head == ("编号", "村（社区）", "状态")
    assert table.rows == (("1", "甲", "达标"), ("2", "乙", ""))


def test_more_than_sixty_are_dots_without_numbers() -> None:
    root = assert_sound(_dots(*(Spot("甲", (i, i)) for i in range(61))))
    assert having(root, "ch-num") == []
    assert len(having(root, "ch-ink", "circle")) == 61
