"""Plain values for JSON: records, amounts, dates and texts without loss.

Owns the form each type takes. An exact number is a text (`"4.5"`, `"1/3"`), never a float; a date
is as precise as it was published; a text names its languages.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from types import NoneType
from typing import Any

from msgspec import Struct

from sunlit.locale.moments import Moment
from sunlit.locale.numbers import Exact, decimal_of, exact_text
from sunlit.model.amounts import AmountValue
from sunlit.model.record import Record, names_of
from sunlit.model.text import LocalisedText
from sunlit.paths import UrlPath

Plain = None | bool | str | list["Plain"] | dict[str, "Plain"]

PLACES = 6
"""Decimals of the rounded form that stands beside a fraction."""


class Document(Struct, frozen=True):
    """A document and where it goes."""

    path: UrlPath
    body: Mapping[str, Plain]


def plain(value: object) -> Plain:
    """A value of the content in plain form; absent and empty fields of a record are left out."""
    form = _FORMS.get(type(value))
    if form is not None:
        return form(value)
    match value:
        case Enum():
            return str(value.value)
        case Record():
            return _record(value)
        case Mapping():
            return {str(key): plain(item) for key, item in value.items()}
    raise TypeError(f"no plain form for {type(value).__name__}")


def _as_it_is(value: bool | str | None) -> Plain:
    return value


def _each(values: Iterable[object]) -> list[Plain]:
    return [plain(one) for one in values]


def _text(value: LocalisedText) -> dict[str, Plain]:
    return dict(value.by_locale)


def _moment(value: Moment) -> str:
    return value.iso


def _day(value: date) -> str:
    return value.isoformat()


def _record(record: Record) -> dict[str, Plain]:
    found: dict[str, Plain] = {}
    for name in names_of(type(record)):
        value = getattr(record, name)
        if value is None or value == ():
            continue
        shown = plain(value)
        if shown not in ([], {}):
            found[name] = shown
    return found


def amount(value: AmountValue) -> dict[str, Plain]:
    """An amount: value, unit, and how the source hedges it."""
    found: dict[str, Plain] = {
        "value": exact_text(value.value),
        "qualifier": value.qualifier.value,
    }
    if value.unit:
        found["unit"] = value.unit
    return found


def number(value: Exact | None) -> dict[str, Plain]:
    """A computed number: exact, and in decimals where it is a fraction without an end."""
    if value is None:
        return {"value": None}
    exact = exact_text(value)
    if "/" not in exact:
        return {"value": exact}
    return {"value": exact, "decimal": exact_text(decimal_of(value, places=PLACES))}


_FORMS: dict[type, Callable[[Any], Plain]] = {
    **dict.fromkeys((NoneType, bool, str), _as_it_is),
    **dict.fromkeys((tuple, list), _each),
    **dict.fromkeys((int, Decimal, Fraction), exact_text),
    LocalisedText: _text,
    Moment: _moment,
    AmountValue: amount,
    date: _day,
}
"""How values of exactly these types are written: a document holds hundreds of them."""
