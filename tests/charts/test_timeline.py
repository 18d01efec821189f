from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sunlit.charts import Chart, Day, Frame, Milestone, TimelineWords, timeline
from sunlit.charts.milestones import State, state_of
from tests.charts.drawn import assert_sound, having, number, said

FRAME = Frame("c4", "节点")
WORDS = TimelineWords("节点", "应于", "完成", "状态", "今天", "超期", "未到期", "未公布")
TODAY = date(2026, 11, 21)


def _day(day: date) -> Day:
    return Day(day, f"{day.year}年{day.month}月{day.day}日")


def _in(days: int) -> Day:
    return _day(TODAY + timedelta(days=days))


def _timeline(*milestones: Milestone) -> Chart:
    return timeline(milestones, FRAME, today=_day(TODAY), words=WORDS)


def _struck(chart: Chart) -> list[str]:
    spans = assert_sound(chart).iter("tspan")
    return [one.text or "" for one in spans if one.get("text-decoration") == "line-through"]


def _height(chart: Chart, start: str) -> float:
    """Where the text that begins so stands."""
    texts = assert_sound(chart).iter("text")
    return float(next(number(one, "y") for one in texts if (one.text or "").startswith(start)))


@pytest.mark.parametrize(
    ("due", "met", "state"),
    [
        (_in(0), None, State.AHEAD),
        (_in(-1), None, State.OVERDUE),
        (_in(-9), _in(-9), State.MET),
        (_in(-9), _in(-8), State.MET_LATE),
        (None, None, State.UNDATED),
        (None, _in(-1), State.MET),
    ],
)
def test_it_is_late_from_the_day_after_it_was_due(
    due: Day | None, met: Day | None, state: State
) -> None:
    assert state_of(Milestone("验收", due, met), TODAY) is state


def test_the_due_date_of_what_was_met_late_is_struck() -> None:
    chart = _timeline(Milestone("验收", _in(-30), _in(-2), late_text="迟 28 天"))
    assert _struck(chart) == [_in(-30).text]
    assert "迟28天" in said(assert_sound(chart))


def test_the_due_date_of_what_was_met_in_time_is_not_struck() -> None:
    assert _struck(_timeline(Milestone("验收", _in(-2), _in(-3)))) == []


def test_the_first_promise_stays_and_is_struck() -> None:
    chart = _timeline(Milestone("验收", _in(9), first=_in(-9)))
    assert _struck(chart) == [_in(-9).text]
    assert chart.table.rows[0][1] == f"{_in(-9).text} → {_in(9).text}"


def test_overdue_has_a_shape_and_a_word_not_only_a_colour() -> None:
    chart = _timeline(Milestone("验收", _in(-34), late_text="超期 34 天"))
    assert having(assert_sound(chart), "ch-late-line", "path")
    assert "超期34天" in said(assert_sound(chart))
    assert chart.table.rows[0] == ("验收", _in(-34).text, "—", "超期 34 天")


def test_without_a_text_for_how_late_the_plain_word_is_used() -> None:
    assert _timeline(Milestone("验收", _in(-1))).table.rows[0][3] == "超期"


def test_today_stands_between_what_was_due_and_what_is_ahead() -> None:
    chart = _timeline(Milestone("移交", _in(5)), Milestone("开工", _in(-5), _in(-5)))
    assert _height(chart, "开工") < _height(chart, "今天") < _height(chart, "移交")


def test_what_is_due_today_is_still_ahead() -> None:
    chart = _timeline(Milestone("移交", _in(0)))
    assert _height(chart, "今天") < _height(chart, "移交")


def test_no_due_date_stands_last_with_the_word() -> None:
    chart = _timeline(Milestone("移交", None), Milestone("验收", _in(500)))
    assert [row[0] for row in chart.table.rows] == ["验收", "移交"]
    assert chart.table.rows[1] == ("移交", "未公布", "—", "未公布")


def test_no_milestones_still_say_what_today_is() -> None:
    assert "今天2026年11月21日" in said(assert_sound(_timeline()))


def test_a_long_label_is_drawn_whole() -> None:
    label = "村民代表会议审议通过设计变更并公示七天" * 4
    assert label in said(assert_sound(_timeline(Milestone(label, _in(1)))))


@given(st.lists(st.integers(-400, 400), max_size=12))
def test_time_flows_down(days: list[int]) -> None:
    chart = _timeline(*(Milestone(f"第{d}天", _in(d)) for d in days))
    shown = [one for one in assert_sound(chart).iter("text") if (one.text or "").startswith("第")]
    assert [one.text for one in shown] == [f"第{d}天" for d in sorted(days)]
    heights = [number(one, "y") for one in shown]
    assert heights == sorted(set(heights))


@given(st.permutations([-200, -34, -1, 0, 1, 90]))
def test_the_order_of_the_file_does_not_matter(days: list[int]) -> None:
    in_order = [Milestone(f"第{d}天", _in(d)) for d in sorted(days)]
    assert _timeline(*(Milestone(f"第{d}天", _in(d)) for d in days)) == _timeline(*in_order)
