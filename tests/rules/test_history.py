"""The recorded changes of a figure: its first promise, whatever the order they stand in."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sunlit.model.amounts import AmountValue, Qualifier
from sunlit.model.figures import Change
from sunlit.model.reading import record_of
from sunlit.rules.history import history_of, is_date, value_of
from tests.rules.units import moment

WIDENED = "quantities/widened/planned"


def change(figure: str, on: str, was: str, now: str) -> Change:
    fields = {"figure": figure, "on": on, "was": was, "now": now}
    return record_of(Change, {**fields, "kind": "revision", "reason": "增加一段"})


STEPS = (
    change(WIDENED, "2018-03", "4.0", "4.2"),
    change(WIDENED, "2018-05-02", "4.2", "4.5"),
    change(WIDENED, "2018-q3", "4.5", "5"),
)


@given(st.permutations([*STEPS, change("period/due", "2018-01", "2018-10", "2018-11-30")]))
def test_the_first_promise_is_what_stood_before_the_oldest_step(changes: list[Change]) -> None:
    history = history_of(WIDENED, changes)
    assert history.steps == STEPS
    assert history.first == AmountValue(Decimal("4.0"))


def test_a_figure_that_never_changed_has_no_other_promise() -> None:
    assert history_of("quantities/other/planned", STEPS).first is None


def test_two_steps_of_one_day_stand_as_the_author_wrote_them() -> None:
    one = change(WIDENED, "2018-05-02", "1", "2")
    two = change(WIDENED, "2018-05-02", "2", "3")
    assert history_of(WIDENED, [one, two]).first == AmountValue(Decimal(1))


def test_a_date_that_was_put_off_keeps_the_first_one() -> None:
    put_off = change("period/due", "2018-06", "2018-10", "2018-11-30")
    assert history_of("period/due", [put_off]).first == moment("2018-10")


@pytest.mark.parametrize(
    ("figure", "dated"),
    [
        ("period/due", True), ("period/start", True), ("milestones/handover/due", True),
        ("milestones/handover/met", True), (WIDENED, False), ("funds/due/planned", False),
        ("figures/met@2018", False),
    ],
)  # fmt: skip
def test_what_a_path_names_tells_whether_it_is_a_date(figure: str, dated: bool) -> None:
    assert is_date(figure) is dated


@pytest.mark.parametrize(
    ("figure", "text", "value"),
    [
        (WIDENED, "over 4.2 km", AmountValue(Decimal("4.2"), "km", Qualifier.OVER)),
        (WIDENED, "2018-10", None),
        ("period/due", "2018-10", moment("2018-10")),
        ("period/due", "4.2", None),
        (WIDENED, "four", None),
        (WIDENED, None, None),
    ],
)
def test_a_text_is_read_by_what_its_path_names(
    figure: str, text: str | None, value: object
) -> None:
    assert value_of(figure, text) == value
