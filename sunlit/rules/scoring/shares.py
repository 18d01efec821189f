"""Whether a published share can be a share of whole things: 93.7 % of 16 cannot.

Owns the arithmetic of rounded percentages. The counts that give a share lie side by side, so
they are a `range` found by division: a denominator of a billion costs no more than one of 16.

    93.7 % of 16    no count; nearest 15 of 16 = 93.75 %, rounded 93.8 %; cut off, 93.7 %
    k of n rounds to r at d decimals      r − ½·10⁻ᵈ ≤ 100·k/n < r + ½·10⁻ᵈ
    k of n is cut off to r at d decimals  r ≤ 100·k/n < r + 10⁻ᵈ
"""

from __future__ import annotations

from decimal import Decimal
from enum import Enum
from fractions import Fraction
from math import ceil, floor

from msgspec import Struct


class Agreement(Enum):
    """How a reported percentage follows from known counts."""

    ROUNDED = "rounded"
    TRUNCATED = "truncated"
    NEITHER = "neither"


class CountShare(Struct, frozen=True):
    """A whole count of the group: its exact share (1 = all) and that as a percentage."""

    count: int
    share: Fraction
    rounded: Fraction
    """In percent at the reported decimals, half away from zero."""
    truncated: Fraction
    """In percent at the reported decimals, the rest cut off."""


class ShareCheck(Struct, frozen=True):
    """A reported percentage against every whole count of a group."""

    reported: Decimal
    places: int
    of: int
    possible: range
    """The counts that round to what was reported."""
    by_truncation: range
    """The counts that give it when the rest is cut off instead."""
    nearest: tuple[CountShare, ...]
    """The counts on either side of the reported share, the closest first; one if it is exact."""

    @property
    def adds_up(self) -> bool:
        """Whether any whole count rounds to what was reported."""
        return len(self.possible) > 0


class CountCheck(Struct, frozen=True):
    """A reported percentage against counts that are known."""

    reported: Decimal
    of: int
    counted: CountShare
    agreement: Agreement


def decimals_of(reported: Decimal) -> int:
    """The decimals a number was published with: 1 for 93.7, 2 for 93.70."""
    exponent = reported.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def check_share(reported: Decimal, *, places: int, of: int) -> ShareCheck:
    """Which whole counts of `of` give `reported` percent at `places` decimals."""
    percent, unit = Fraction(reported), Fraction(1, 10**places)
    if of <= 0 or percent % unit or percent < 0:  # more decimals than said: nothing rounds to it
        rounded = cut = range(0)
    else:
        rounded = _between(percent - unit / 2, percent + unit / 2, of=of)
        cut = _between(percent, percent + unit, of=of)
    return ShareCheck(reported, places, of, rounded, cut, _nearest(percent, places=places, of=of))


def check_counts(reported: Decimal, *, places: int, count: int, of: int) -> CountCheck | None:
    """Whether known counts give `reported` percent; None where there is nothing to divide by."""
    if of <= 0:
        return None
    counted = share_of(count, of=of, places=places)
    if counted.rounded == Fraction(reported):
        return CountCheck(reported, of, counted, Agreement.ROUNDED)
    cut = counted.truncated == Fraction(reported)
    return CountCheck(reported, of, counted, Agreement.TRUNCATED if cut else Agreement.NEITHER)


def share_of(count: int, *, of: int, places: int) -> CountShare:
    """`count` of `of`, which is not 0, exactly and as a percentage at `places` decimals."""
    share, scale = Fraction(count, of), 10**places
    scaled = share * 100 * scale
    rounded = Fraction(floor(scaled + Fraction(1, 2)), scale)
    return CountShare(count, share, rounded, Fraction(floor(scaled), scale))


def _between(low: Fraction, high: Fraction, *, of: int) -> range:
    """The counts whose percentage is at least `low` and below `high`."""
    first, end = ceil(low * of / 100), ceil(high * of / 100)
    return range(max(0, first), max(0, min(end, of + 1)))


def _nearest(percent: Fraction, *, places: int, of: int) -> tuple[CountShare, ...]:
    if of <= 0:
        return ()
    exact = percent * of / 100
    counts = {min(max(0, one), of) for one in (floor(exact), ceil(exact))}
    closest = sorted(counts, key=lambda count: (abs(count - exact), count))
    return tuple(share_of(count, of=of, places=places) for count in closest)
