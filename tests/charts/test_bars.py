from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from sunlit.charts import Amount, Bar, BarWords, Chart, Dim, Frame, bars
from tests.charts.drawn import assert_sound, having, number, said, words

FRAME = Frame("c1", "工程进度")
WORDS = BarWords("工程", "完成", "计划", "未公布")
FULL = 318  # from one edge of the drawing to the other, less a unit each


def _bars(*rows: Bar) -> Chart:
    return bars(rows, FRAME, words=WORDS)


def _of(value: int | str) -> Amount:
    return Amount(Decimal(value), f"{value} 公里")


def _lengths(chart: Chart) -> list[Fraction]:
    return [number(one, "width") for one in having(assert_sound(chart), "ch-fill", "rect")]


def test_a_bar_is_exactly_as_long_as_its_number_is_large() -> None:
    assert _lengths(_bars(Bar("甲", _of(4)), Bar("乙", _of(1)))) == [FULL, Fraction("79.5")]


def test_the_plan_is_an_outline_that_the_done_part_fills() -> None:
    chart = _bars(Bar("甲", _of(1), _of(2)))
    plans = [number(one, "width") for one in having(assert_sound(chart), "ch-plan", "rect")]
    assert plans[1:] == [FULL]  # the first is the legend's
    assert _lengths(chart)[1:] == [FULL // 2]


def test_more_than_planned_goes_past_the_mark_of_the_plan() -> None:
    root = assert_sound(_bars(Bar("甲", _of(4), _of(2))))
    tick = having(root, "ch-plan", "line")[0]
    assert number(tick, "x1") == 1 + FULL // 2


def test_a_negative_number_goes_left_of_zero() -> None:
    root = assert_sound(_bars(Bar("收", _of(3)), Bar("支", _of(-1))))
    gain, loss = having(root, "ch-fill", "rect")
    assert number(loss, "x") + number(loss, "width") == number(gain, "x") == Fraction("80.5")


def test_nothing_done_still_shows_where_zero_is() -> None:
    root = assert_sound(_bars(Bar("甲", _of(0))))
    assert number(having(root, "ch-ink-line", "line")[0], "x1") == 1
    assert _lengths(_bars(Bar("甲", _of(0)))) == [0]


def test_a_missing_number_has_no_bar_but_a_mark_and_the_word() -> None:
    chart = _bars(Bar("甲", None), Bar("乙", _of(1)))
    root = assert_sound(chart)
    assert len(_lengths(chart)) == 1
    assert len(having(root, "ch-soft-line", "line")) == 3  # dots, and a cross of two strokes
    assert "未公布" in words(root)
    assert chart.table.rows[0] == ("甲", "未公布")


def test_a_missing_mark_stays_on_the_drawing_when_all_others_are_negative() -> None:
    root = assert_sound(_bars(Bar("甲", None), Bar("乙", _of(-1))))
    assert all(number(one, "x2") <= 320 for one in root.iter("line"))


def test_the_table_says_what_is_drawn() -> None:
    table = _bars(Bar("村道", _of("4.5"), _of(5))).table
    assert table.head == ("工程", "计划", "完成")
    assert table.rows == (("村道", "5 公里", "4.5 公里"),)
    assert table.numeric == (False, True, True)


def test_without_any_plan_there_is_neither_legend_nor_column() -> None:
    chart = _bars(Bar("村道", _of(1)))
    assert chart.table.head == ("工程", "完成")
    assert "计划" not in said(assert_sound(chart))


def test_a_dimension_gives_the_bar_its_colour_and_the_label_stays() -> None:
    root = assert_sound(_bars(Bar("学", _of(1), dim=Dim.RED)))
    assert len(having(root, "ch-dim dim-red", "rect")) == 1
    assert "学" in words(root)


def test_no_bars_say_so() -> None:
    chart = _bars()
    assert words(assert_sound(chart)) == ["未公布"]
    assert chart.table.rows == ()


def test_a_long_label_is_drawn_to_its_last_character() -> None:
    label = "整治排灌渠（含沿渠生产便道、过水涵管与分水闸的维修）" * 5
    assert label in said(assert_sound(_bars(Bar(label, _of(1), _of(2)))))


def test_numbers_too_long_for_one_line_are_wrapped() -> None:
    done, plan = Amount(1, "1" * 40), Amount(2, "2" * 40)
    shown = said(assert_sound(_bars(Bar("甲", done, plan))))
    assert done.text in shown
    assert plan.text in shown


def test_a_hostile_label_stays_text() -> None:
    label = "</text><script>alert(1)</script>"
    root = assert_sound(_bars(Bar(label, _of(1))))
    assert label in said(root)


def test_sixty_bars_are_all_drawn_below_one_another() -> None:
    root = assert_sound(_bars(*(Bar(f"第{i}项", _of(i)) for i in range(60))))
    tops = [number(one, "y") for one in having(root, "ch-fill", "rect")]
    assert len(tops) == 60
    assert tops == sorted(set(tops))


AMOUNTS = st.fractions(min_value=0, max_value=10**9)


@given(st.lists(AMOUNTS, min_size=1, max_size=8))
def test_longer_bars_are_greater_numbers(values: list[Fraction]) -> None:
    lengths = _lengths(_bars(*(Bar("甲", Amount(value, "数")) for value in values)))
    most = max(values)
    for value, length in zip(values, lengths, strict=True):
        exact = value / most * FULL if most else Fraction(0)
        assert abs(length - exact) <= Fraction(1, 20)


@given(st.lists(AMOUNTS, min_size=1, max_size=8), st.integers(1, 10**6))
def test_the_same_numbers_in_a_smaller_unit_give_the_same_bytes(
    values: list[Fraction], factor: int
) -> None:
    def drawn(scale: int) -> Chart:
        return _bars(*(Bar("甲", Amount(value * scale, "数")) for value in values))

    assert drawn(1) == drawn(factor)
