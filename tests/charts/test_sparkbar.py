from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from sunlit.charts import Amount, sparkbar
from sunlit.charts.svg import Exact
from tests.charts.drawn import having, number, read


def _widths(share: Fraction | int) -> tuple[Exact, Exact]:
    """Of the promise and of what is done."""
    root = read(sparkbar(Amount(share, "数"), id="s", missing="未公布"))
    (plan,), (done,) = having(root, "ch-plan", "rect"), having(root, "ch-fill", "rect")
    return number(plan, "width"), number(done, "width")


def test_half_done_fills_half_of_the_outline() -> None:
    assert _widths(Fraction(1, 2)) == (94, 47)


def test_all_done_fills_the_outline_and_nothing_leaves_it_empty() -> None:
    assert _widths(1) == (94, 94)
    assert _widths(0) == (94, 0)


def test_more_than_promised_goes_past_the_outline() -> None:
    assert _widths(2) == (47, 94)


@given(st.fractions(min_value=0, max_value=1000))
def test_the_drawn_share_is_the_share(share: Fraction) -> None:
    plan, done = _widths(share)
    assert abs(done - plan * share) <= (share + 1) / 20


def test_the_exact_numbers_are_its_name() -> None:
    root = read(sparkbar(Amount(Fraction(11, 14), "11／14 户"), id="s9", missing="未公布"))
    title = root.find("title")
    assert title is not None
    assert (root.get("role"), root.get("aria-labelledby")) == ("img", title.get("id"))
    assert title.text == "11／14 户"


def test_a_missing_share_is_dots_a_cross_and_the_word() -> None:
    root = read(sparkbar(None, id="s", missing="未公布"))
    assert list(root.iter("rect")) == []
    assert len(list(root.iter("line"))) == 3
    assert root.findtext("title") == "未公布"


def test_a_share_below_nothing_has_a_mark_of_its_own() -> None:
    root = read(sparkbar(Amount(-1, "-1"), id="s", missing="未公布"))
    assert having(root, "ch-fill", "rect") == []
    assert having(root, "ch-late", "path")
