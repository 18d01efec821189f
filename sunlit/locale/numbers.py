"""Numbers as text: grouped digits, percentages, the large units 万 and 亿; exact throughout.

Owns rounding for display (half away from zero, stated on the method page). The exact value
always stands beside the text in the page's `<data value>`.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal, Inexact, localcontext
from fractions import Fraction

Exact = int | Decimal | Fraction
_ENOUGH_DIGITS = 1000
_MINUS = "−"


def decimal_of(value: Exact, *, places: int) -> Decimal:
    """The value rounded half away from zero to `places` decimals."""
    fraction = Fraction(value)
    whole = int(abs(fraction) * 10**places + Fraction(1, 2))
    # Put together from digits: arithmetic of `Decimal` would round to 28 of them.
    digits = tuple(int(digit) for digit in str(whole))
    return Decimal((int(fraction < 0), digits, -places))


def exact_sum(values: Iterable[Decimal]) -> Decimal:
    """The sum without rounding, in whatever order: `sum` keeps 28 digits and drops the rest."""
    with localcontext() as context:
        context.prec = _ENOUGH_DIGITS
        context.traps[Inexact] = True
        return sum(values, Decimal(0))


def exact_text(value: Exact) -> str:
    """The value without grouping or exponent, for `<data value>` and JSON: 5680000, 0.3.

    A fraction without a finite decimal form is written as numerator/denominator.
    """
    if isinstance(value, Fraction):
        denominator, places = value.denominator, 0
        while denominator % 10 == 0 or denominator % 2 == 0 or denominator % 5 == 0:
            denominator //= 10 if denominator % 10 == 0 else 2 if denominator % 2 == 0 else 5
            places += 1
        if denominator != 1:
            return f"{value.numerator}/{value.denominator}"
        return exact_text(decimal_of(value, places=places))
    return _plain(Decimal(value))


def number_text(value: Exact, *, places: int | None = None) -> str:
    """Digits grouped by thousands; as exact as given unless `places` says otherwise."""
    if isinstance(value, Fraction):
        amount = decimal_of(value, places=2 if places is None else places)
    else:
        amount = Decimal(value) if places is None else decimal_of(value, places=places)
    plain = _plain(amount)
    whole, _, part = plain.lstrip("-").partition(".")
    sign = _MINUS if plain.startswith("-") else ""
    return sign + f"{int(whole):,}" + (f".{part}" if part else "")


def percent_text(value: Exact, *, places: int = 1) -> str:
    """A share as a percentage with at most `places` decimals: 93.75 % at two, 93.8 % at one."""
    text = _plain(decimal_of(Fraction(value) * 100, places=places))
    return f"{text.replace('-', _MINUS)}%"


def _plain(value: Decimal) -> str:
    if not value:
        return "0"
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
