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
_DECIMAL = (
    int,
    Decimal,
)  # asked instead of `Fraction`, an abstract kind of class that is slow to ask


def decimal_of(value: Exact, *, places: int) -> Decimal:
    """The value rounded half away from zero to `places` decimals."""
    # Put together from digits: arithmetic of `Decimal` would round to 28 of them.
    return Decimal(f"{_steps(value, places)}E-{places}")


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
    if isinstance(value, _DECIMAL):
        return _plain(value)
    over, under = value.as_integer_ratio()
    if under == 1:
        return str(over)
    rest, places = under, 0
    while rest % 10 == 0 or rest % 2 == 0 or rest % 5 == 0:
        rest //= 10 if rest % 10 == 0 else 2 if rest % 2 == 0 else 5
        places += 1
    return _plain(decimal_of(value, places=places)) if rest == 1 else f"{over}/{under}"


def number_text(value: Exact, *, places: int | None = None, per: int = 1) -> str:
    """Digits grouped by thousands; as exact as given unless `places` says otherwise.

    A fraction has two decimals where nothing is said. `per` is the size of the unit that is
    counted in: 5680000 per 10000 is 568.
    """
    if places is None and per == 1 and isinstance(value, _DECIMAL):
        return _plain(value, ",").replace("-", _MINUS)
    places = 2 if places is None else places
    return _decimal(_steps(value, places, per), places, ",")


def percent_text(value: Exact, *, places: int = 1) -> str:
    """A share as a percentage with at most `places` decimals: 93.75 % at two, 93.8 % at one."""
    return f"{_decimal(_steps(value, places + 2), places)}%"


def _steps(value: Exact, places: int, per: int = 1) -> int:
    """How many steps of the last decimal the rounded value is away from zero."""
    over, under = value.as_integer_ratio()
    under *= per
    steps: int = (2 * abs(over) * 10**places + under) // (2 * under)
    return -steps if over < 0 else steps


def _decimal(steps: int, places: int, grouping: str = "") -> str:
    """So many steps of the last decimal, without needless zeros."""
    whole, part = divmod(abs(steps), 10**places)
    sign = _MINUS if steps < 0 else ""
    decimals = f".{part:0{places}}".rstrip("0") if part else ""
    return f"{sign}{whole:{grouping}d}{decimals}"


def _plain(value: int | Decimal, grouping: str = "") -> str:
    if isinstance(value, int):
        return format(value, f"{grouping}d")
    if not value:
        return "0"
    text = format(value, f"{grouping}f")
    return text.rstrip("0").rstrip(".") if "." in text else text
