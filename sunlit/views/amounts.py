"""How an amount reads in a language: 568 万元, 超过 40 次; 5.68 million yuan, over 40 times.

Owns the large-number words and the place of the unit. The exact value always goes along, so
that rounding for reading never loses a figure.
"""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from msgspec import Struct

from sunlit.locale import Locale
from sunlit.locale.numbers import Exact, exact_text
from sunlit.model.amounts import AmountValue, Qualifier
from sunlit.model.units import Unit, unit_named

# From which value on money is read in the language's large unit, and how large that unit is.
_MONEY_ZH = ((100_000_000, 100_000_000, "亿元"), (100_000, 10_000, "万元"))
_MONEY_EN = (
    (1_000_000_000, 1_000_000_000, "billion yuan"),
    (1_000_000, 1_000_000, "million yuan"),
)


class Reading(Struct, frozen=True):
    """An amount as read: the parts for large display, and the whole phrase."""

    value: str
    number: str
    unit: str
    qualifier: str
    text: str


def read_amount(amount: AmountValue, locale: Locale) -> Reading:
    """The reading of an amount in the page's language."""
    return read_value(amount.value, amount.unit, locale, qualifier=amount.qualifier)


@lru_cache(maxsize=4096, typed=True)
def read_value(
    value: Exact,
    unit: str | None,
    locale: Locale,
    *,
    qualifier: Qualifier = Qualifier.EXACT,
    places: int | None = None,
) -> Reading:
    """The reading of an exact value in a unit; fractions are shown at `places` decimals.

    Kept, since an amount stands on its own page, on its unit's and in several ledgers; by type too,
    since ⅛ and 0.125 are equal but read differently.
    """
    number, word = _parts(value, unit, locale, places)
    if not word:
        amount = number
    elif word == "%":
        amount = locale.t("figure.amount_tight", number=number, unit=word)
    else:
        amount = locale.t("figure.amount", number=number, unit=word)
    exact = exact_text(value)
    if qualifier is Qualifier.EXACT:
        return Reading(exact, number, word, "", amount)
    hedge = locale.t(f"figure.word_{qualifier.value}")
    text = locale.t(f"figure.{qualifier.value}", amount=amount)
    return Reading(exact, number, word, hedge, text)


def _parts(value: Exact, unit: str | None, locale: Locale, places: int | None) -> tuple[str, str]:
    if unit == "CNY":
        return _money(value, locale, places)
    if places is None and not isinstance(value, (int, Decimal)):
        places = 1
    return locale.number(value, places=places), unit_word(unit, value, locale)


def unit_word(unit: str | None, value: Exact, locale: Locale) -> str:
    """The unit's word; English tells one from many."""
    named = unit_named(unit) if unit else None
    if named is None:
        return ""
    if locale.code.startswith("zh"):
        return named.zh
    if named.id == "个":  # the measure word of anything: English counts without one
        return ""
    return named.en if value == 1 else named.en_many


def _money(value: Exact, locale: Locale, places: int | None) -> tuple[str, str]:
    chinese = locale.code.startswith("zh")
    for least, size, word in _MONEY_ZH if chinese else _MONEY_EN:
        if not -least < value < least:  # `abs` would round a `Decimal`
            return locale.number(value, places=2, per=size), word
    plain: Unit | None = unit_named("CNY")
    assert plain is not None
    return locale.number(value, places=places), plain.zh if chinese else plain.en_many
