from fractions import Fraction

from sunlit.charts.axis import broken_line, inside, places, under
from tests.charts.drawn import read, words

XS = tuple(Fraction(40 * i) for i in range(6))


def test_lone_points_and_no_points_have_no_stroke() -> None:
    assert broken_line([None, (1, 1), None], css="ch-ink-line") == ""


def test_short_labels_all_fit() -> None:
    assert places(["1月"] * 6, XS) == 1


def test_what_stands_under_the_labels_counts_too() -> None:
    assert places(["1月"] * 6, XS, unbroken=["45.67%"]) == 2


def test_the_last_label_is_always_shown() -> None:
    svg = under(list("甲乙丙丁戊己"), XS, top=0, step=4).svg
    assert words(read(f"<svg>{svg}</svg>")) == ["乙", "己"]


def test_a_label_at_the_edge_is_moved_inside() -> None:
    assert inside(2, 40) == 20
    assert inside(319, 40) == 300
