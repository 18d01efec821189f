from fractions import Fraction
from itertools import pairwise

from sunlit.charts import Amount, Chart, Frame, PathWords, Step, target_path
from tests.charts.drawn import assert_sound, having, number, points, said, words

FRAME = Frame("c3", "达标路径")
WORDS = PathWords("年份", "计划", "达成", "达成数/总数", "上级通报", "目标", "未公布", "未到期")
TARGET = Amount(100, "100%")


def _percent(value: int | Fraction | None) -> Amount | None:
    return None if value is None else Amount(value, f"{value}%")


def _path(*steps: Step) -> Chart:
    return target_path(steps, FRAME, target=TARGET, words=WORDS)


def _step(
    year: int, planned: int, reached: int | None, *, of: str = "", ahead: bool = False
) -> Step:
    return Step(str(year), _percent(planned), _percent(reached), of, ahead=ahead)


def _lines(chart: Chart) -> tuple[list[Fraction], list[Fraction]]:
    """Heights of the planned and of the reached line."""
    strokes = having(assert_sound(chart), "ch-ink-line", "path")
    planned = next(one for one in strokes if one.get("stroke-dasharray"))
    reached = next(one for one in strokes if not one.get("stroke-dasharray"))
    return [y for _, y in points(planned)], [y for _, y in points(reached)]


def test_the_plan_is_dashed_and_hollow_and_the_reached_solid_and_filled() -> None:
    chart = _path(_step(2024, 20, 10), _step(2025, 60, 40))
    root = assert_sound(chart)
    planned, reached = _lines(chart)
    hollow = {number(one, "cy") for one in having(root, "ch-paper ch-ink-line", "circle")}
    filled = {number(one, "cy") for one in having(root, "ch-ink", "circle")}
    assert set(planned) <= hollow
    assert set(reached) <= filled


def test_heights_are_exact_shares_of_the_target() -> None:
    planned, reached = _lines(_path(_step(2024, 0, 0), _step(2025, 100, 50)))
    assert planned[0] - planned[1] == 2 * (reached[0] - reached[1])


def test_the_rule_of_the_target_stands_where_the_target_is_planned() -> None:
    chart = _path(_step(2024, 0, 0), _step(2025, 100, 50))
    rules = [
        one for one in having(assert_sound(chart), "ch-ink-line", "line") if one.get("x1") == "0"
    ]
    assert _lines(chart)[0][1] in {number(one, "y1") for one in rules}
    assert "目标 100%" in words(assert_sound(chart))


def test_denominators_are_written_out() -> None:
    chart = _path(_step(2024, 20, 20, of="3/16"), _step(2025, 90, 94, of="15/16"))
    assert {"3/16", "15/16"} <= set(words(assert_sound(chart)))
    assert chart.table.head == ("年份", "计划", "达成", "达成数/总数")
    assert chart.table.rows[1] == ("2025", "90%", "94%", "15/16")


def test_what_others_reported_is_a_mark_of_its_own_beside_ours() -> None:
    step = Step("2025", _percent(80), _percent(75), "3/4", reported=_percent(100))
    chart = _path(_step(2024, 20, 20), step)
    squares = having(assert_sound(chart), "ch-seal-line", "rect")
    assert len(squares) == 3  # in the legend, in the plot, before its row
    assert chart.table.rows[1] == ("2025", "80%", "75%", "100%", "3/4")
    assert chart.table.rows[0] == ("2024", "20%", "20%", "", "")


def test_nothing_reported_leaves_no_legend_for_it() -> None:
    assert "上级通报" not in said(assert_sound(_path(_step(2024, 1, 1))))


def test_a_year_without_a_result_is_a_gap_with_a_mark_and_a_word() -> None:
    chart = _path(_step(2023, 10, 10), _step(2024, 20, None), _step(2025, 30, 30))
    crosses = having(assert_sound(chart), "ch-soft-line", "line")
    assert len(crosses) == 4  # in the plot and in the row, two strokes each
    assert chart.table.rows[1][2] == "未公布"
    strokes = having(assert_sound(chart), "ch-ink-line", "path")
    assert len(strokes) == 1  # only the plan has a line; what was reached are two lone marks


def test_a_year_that_is_not_over_is_not_missing() -> None:
    chart = _path(_step(2025, 10, 10), _step(2026, 20, None, ahead=True))
    assert not having(assert_sound(chart), "ch-soft-line", "line")
    assert chart.table.rows[1][2] == "未到期"


def test_more_than_the_target_stands_above_its_rule() -> None:
    planned, reached = _lines(_path(_step(2024, 0, 0), _step(2025, 100, 120)))
    assert reached[1] < planned[1]


def test_many_years_keep_their_numbers_apart_and_show_the_last() -> None:
    root = assert_sound(_path(*(_step(1990 + i, i, i) for i in range(37))))
    cells = [one for one in root.iter("text") if (one.text or "").endswith("%")]
    xs = sorted({number(one, "x") for one in cells[1:]})
    assert all(right - left >= 24 for left, right in pairwise(xs))
    assert "2026" in words(root)


def test_the_target_closes_the_table() -> None:
    assert _path(_step(2024, 1, 1)).table.rows[-1] == ("目标", "100%", "")


def test_no_years_and_one_year_are_drawn() -> None:
    assert_sound(_path())
    assert_sound(_path(_step(2024, 1, 1)))
