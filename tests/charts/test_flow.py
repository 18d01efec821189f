from sunlit.charts.flow import Run, flow
from sunlit.charts.marks import Mark, Shape
from tests.charts.drawn import read, words


def _lines(runs: list[Run], across: int) -> list[str]:
    return words(read(f"<svg>{flow(runs, (0, 14), across=across).svg}</svg>"))


def test_runs_that_fit_share_a_line() -> None:
    assert _lines([Run("应于"), Run("完成")], 300) == ["应于完成"]


def test_a_run_that_does_not_fit_goes_to_the_next_line() -> None:
    assert _lines([Run("应于"), Run("完成")], 60) == ["应于", "完成"]


def test_a_run_longer_than_a_line_is_wrapped_whole() -> None:
    assert "".join(_lines([Run("村" * 30)], 100)) == "村" * 30


def test_the_height_is_that_of_the_lines() -> None:
    assert flow([Run("村" * 30)], (0, 14), across=14 * 10).height == 3 * 19


def test_words_that_no_longer_hold_are_struck() -> None:
    svg = read(f"<svg>{flow([Run('旧', struck=True)], (0, 14), across=100).svg}</svg>")
    assert [one.get("text-decoration") for one in svg.iter("tspan")] == ["line-through"]


def test_a_mark_starts_words_of_its_own() -> None:
    mark = Mark(Shape.CIRCLE)
    assert _lines([Run("甲", mark=mark), Run("乙", mark=mark)], 300) == ["甲", "乙"]


def test_no_runs_take_no_room() -> None:
    assert flow([], (0, 0), across=100).height == 0
