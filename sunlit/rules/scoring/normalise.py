"""One score as written, read on its ruler: points from 0 to 100 and how they came about.

Owns the grammar of scores. A score that the scale cannot carry is a `Problem` at the field
`value`; nothing is guessed, cut or moved onto the scale. Only a measurement is capped.

    87 on 0…100         87       优秀 (= 90)       90        4.5 stars of 5    90
    83/100 votes        83       83 % of votes     83        6 of floor 10, target 2 (down)   50
"""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from typing import assert_never

from msgspec import Struct

from sunlit.model.amounts import Qualifier, parse_amount, parse_number
from sunlit.rules.scoring.problems import Problem, digits, near, problem
from sunlit.rules.scoring.rulers import Graded, Measured, Numbered, Ruler, Starred, Voted
from sunlit.rules.scoring.steps import Step, as_given, between, capped, graded, ratio

_COUNT = "(?:0|[1-9][0-9]{0,11})"
_VOTES = re.compile(rf"({_COUNT})\s?/\s?({_COUNT})")
_PERCENT = re.compile(r"([^%％]{1,40}?)\s?[%％]")


class Normalised(Struct, frozen=True):
    """A score that was read: the text as written, and the step that gives its points."""

    raw: str
    step: Step

    @property
    def points(self) -> Fraction:
        """0 to 100."""
        return self.step.points


def normalise(raw: str, ruler: Ruler) -> Normalised | Problem:
    """The score `raw` on its ruler, or what is wrong with it."""
    text = raw.strip()
    match ruler:
        case Numbered():
            step = _number(text, ruler)
        case Graded():
            step = _grade(text, ruler)
        case Starred():
            step = _stars(text, ruler)
        case Voted():
            step = _votes(text)
        case Measured():
            step = _measurement(text, ruler)
        case _:
            assert_never(ruler)
    return Normalised(raw, step) if isinstance(step, Step) else step


def _number(text: str, ruler: Numbered) -> Step | Problem:
    number = parse_number(text)
    if number is None:
        return _bad("score-bad-number", text)
    value = Fraction(number)
    if not ruler.low <= value <= ruler.high:
        return _off_scale(text, low=ruler.low, high=ruler.high)
    return between(value, low=ruler.low, high=ruler.high)


def _grade(text: str, ruler: Graded) -> Step | Problem:
    points = dict(ruler.grades).get(text)
    if points is None:
        names = [name for name, _ in ruler.grades]
        return _bad("score-bad-grade", text, nearest=near(text, names), grades="、".join(names))
    return graded(text, points)


def _stars(text: str, ruler: Starred) -> Step | Problem:
    number = parse_number(text)
    if number is None:
        return _bad("score-bad-number", text)
    if not 0 <= number <= ruler.most or number * 2 % 1:
        return _off_scale(text, low=Fraction(0), high=ruler.most, step="0.5")
    return ratio(Fraction(number), ruler.most)


def _votes(text: str) -> Step | Problem:
    counted = _VOTES.fullmatch(text)
    if counted:
        agreed, cast = int(counted[1]), int(counted[2])
        if cast == 0 or agreed > cast:
            return _bad("score-bad-votes", text, agreed=str(agreed), cast=str(cast))
        return ratio(Fraction(agreed), Fraction(cast))
    share = _PERCENT.fullmatch(text)
    number = parse_number(share[1]) if share else None
    if number is None:
        return _bad("score-bad-votes", text)
    if not 0 <= number <= 100:
        return _off_scale(text, low=Fraction(0), high=Fraction(100))
    return as_given(Fraction(number))


def _measurement(text: str, ruler: Measured) -> Step | Problem:
    """A plain number, or one with the indicator's own unit; a hedged one is no measurement."""
    number = _in_unit(text, ruler.unit)
    if number is None:
        return _bad("score-bad-number", text, unit=ruler.unit or "")
    return capped(Fraction(number), floor=ruler.floor, target=ruler.target)


def _in_unit(text: str, unit: str | None) -> Decimal | None:
    amount = parse_amount(text)
    if isinstance(amount, str) or amount.qualifier is not Qualifier.EXACT:
        return None
    return amount.value if amount.unit in (None, unit) else None


def _off_scale(text: str, *, low: Fraction, high: Fraction, step: str = "") -> Problem:
    return _bad("score-off-scale", text, low=digits(low), high=digits(high), step=step)


def _bad(code: str, text: str, **values: str) -> Problem:
    return problem(code, "value", value=text, **values)
