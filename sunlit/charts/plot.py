"""The plane that lines are drawn on: where periods and values are, and the rules behind them.

Owns the room between the numbers at the left and the names at the right. Does not know series.
"""

from collections.abc import Sequence
from fractions import Fraction

from markupsafe import Markup
from msgspec import Struct

from sunlit.charts.chart import Amount
from sunlit.charts.measure import LINE, width
from sunlit.charts.names import Column
from sunlit.charts.scale import Scale, scale, spread, values
from sunlit.charts.svg import At, Exact, joined, line, text

TOP = 26
_TALL, _AIR, _GUTTER = 150, 8, 44


class Plot(Struct, frozen=True):
    """`rules` are the amounts that have a line across; `beside` tells whether their text stands
    left of it, where it is short enough, or else above."""

    xs: tuple[Fraction, ...]
    axis: Scale
    rules: tuple[Amount, ...]
    beside: bool
    left: Exact
    right: Exact

    @property
    def bottom(self) -> Exact:
        return self.axis.start

    def places(self, amounts: Sequence[Amount | None]) -> list[At | None]:
        pairs = zip(self.xs, amounts, strict=True)
        return [None if amount is None else (x, self.axis.at(amount.exact)) for x, amount in pairs]


def plot(amounts: Sequence[Amount], periods: int, *, names: Column, from_zero: bool) -> Plot:
    bottom = TOP + max(_TALL, names.height)
    axis = scale(values(amounts), start=bottom, end=TOP, zero=from_zero)
    rules = _rules(amounts, axis, from_zero=from_zero)
    widest = max((width(amount.text) for amount in rules), default=Fraction(0))
    beside = widest <= _GUTTER
    left = widest + _AIR if beside else Fraction(0)
    xs = spread(periods, start=left + _AIR, end=names.left - 2 * _AIR)
    return Plot(xs, axis, rules, beside, left, names.left)


def ruled(plane: Plot) -> Markup:
    end = plane.right - _AIR
    start = plane.left
    parts = [line((start, plane.bottom), (end, plane.bottom), css="ch-ink-line")]
    for amount in plane.rules:
        y = plane.axis.at(amount.exact)
        parts.append(line((start, y), (end, y), css="ch-rule"))
        if plane.beside:
            parts.append(text((start - 6, y + 5), amount.text, css="ch-soft", anchor="end"))
        else:
            parts.append(text((0, y - 7), amount.text, css="ch-soft ch-halo"))
    return joined(parts)


def _rules(amounts: Sequence[Amount], axis: Scale, *, from_zero: bool) -> tuple[Amount, ...]:
    """The highest value, the lowest, and zero: never a round number that nobody measured."""
    ordered = sorted(amounts, key=lambda amount: amount.exact)
    ends = [*ordered[-1:], *ordered[:1]]
    if from_zero:
        ends = [Amount(0, "0"), *(a for a in ends if a.exact in (axis.low, axis.high) and a.value)]
    rules: list[Amount] = []
    for amount in ends:
        y = axis.at(amount.exact)
        if all(abs(y - axis.at(rule.exact)) >= LINE for rule in rules):
            rules.append(amount)
    return tuple(rules)
