"""From numbers to places, exactly.

Owns the arithmetic of an axis. Does not know which way the axis runs, nor what is drawn on it.
"""

from collections.abc import Iterable
from fractions import Fraction

from msgspec import Struct

from sunlit.charts.chart import Amount
from sunlit.charts.svg import Exact


class Scale(Struct, frozen=True):
    """`low` is drawn at `start`, `high` at `end`; when they are one, everything is at `start`."""

    low: Fraction
    high: Fraction
    start: Fraction
    end: Fraction

    def at(self, value: Fraction) -> Fraction:
        if self.high == self.low:
            return self.start
        share = (value - self.low) / (self.high - self.low)
        return self.start + share * (self.end - self.start)


def scale(values: Iterable[Fraction], *, start: Exact, end: Exact, zero: bool = True) -> Scale:
    """The scale that just holds the values, and zero unless told otherwise."""
    held = [*values, Fraction(0)] if zero else list(values) or [Fraction(0)]
    return Scale(min(held), max(held), Fraction(start), Fraction(end))


def values(amounts: Iterable[Amount | None]) -> list[Fraction]:
    return [amount.exact for amount in amounts if amount is not None]


def spread(count: int, *, start: Exact, end: Exact) -> tuple[Fraction, ...]:
    """Places at equal distances from start to end; a single one stands in the middle."""
    if count == 1:
        return (Fraction(start + end) / 2,)
    return tuple(start + Fraction((end - start) * i) / (count - 1) for i in range(count))
