"""Conditions whose number may be absent, against every way the numbers may turn out."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from sunlit.rules.scoring.conditions import TOTAL, Compared, Comparison, Threshold
from sunlit.rules.scoring.judged import Judged, Verdict

THRESHOLD = Threshold(TOTAL, Comparison.AT_LEAST, Fraction(1))
ANSWERS = st.lists(st.sampled_from([True, False, None]), max_size=3)


def judged(
    require: list[bool | None], any_of: list[bool | None], exclude: list[bool | None]
) -> Judged:
    conditions = [
        tuple(Compared(THRESHOLD, None, one) for one in each) for each in (require, any_of, exclude)
    ]
    return Judged("a", Fraction(1), *conditions)


def known(answers: list[bool | None]) -> list[list[bool]]:
    """Every way the unknown answers may turn out."""
    return [list(one) for one in product(*([True, False] if a is None else [a] for a in answers))]


@given(ANSWERS, ANSWERS, ANSWERS)
def test_a_verdict_is_open_only_while_the_absent_numbers_decide(
    require: list[bool | None], any_of: list[bool | None], exclude: list[bool | None]
) -> None:
    outcomes = {
        all(must) and (any(one) or not one) and not any(out)
        for must, one, out in product(known(require), known(any_of), known(exclude))
    }
    verdict = judged(require, any_of, exclude).verdict
    assert (verdict is Verdict.ON) == (outcomes == {True})
    assert (verdict in (Verdict.OFF, Verdict.BARRED)) == (outcomes == {False})
    assert (verdict is Verdict.OPEN) == (len(outcomes) == 2)


def test_barred_means_that_all_else_would_put_it_on_the_list() -> None:
    assert judged([True], [], [True]).verdict is Verdict.BARRED
    assert judged([True], [None], [True]).verdict is Verdict.OFF
    assert judged([False], [], [True]).verdict is Verdict.OFF


def test_an_absent_number_that_changes_nothing_is_not_missing() -> None:
    assert judged([True], [True, None], [False]).missing(total=False) == ()
    assert judged([True], [False, None], [False]).missing(total=False) == (TOTAL,)
