"""Amounts: an exact number, its unit, its qualifier; in the canonical or the short form.

Owns the grammar of `over 40 次`, `4.5 km`, `约 13万 元`, `40余次`. Nothing is rounded, and what
is not understood is refused: `1e3`, `0101`, `１２`, `1,200` are errors that say what to write.
"""

from __future__ import annotations

import re
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from typing import Annotated

from msgspec import Struct

from sunlit.model.form import Form, refused
from sunlit.model.units import unit_named


class Qualifier(Enum):
    """How a source hedges a number."""

    EXACT = "exact"
    OVER = "over"
    NEARLY = "nearly"
    ABOUT = "about"
    AT_LEAST = "at-least"
    AT_MOST = "at-most"


_QUALIFIERS = {
    **{one.value: one for one in Qualifier},
    "at least": Qualifier.AT_LEAST,
    "at most": Qualifier.AT_MOST,
    "more than": Qualifier.OVER,
    "almost": Qualifier.NEARLY,
    **dict.fromkeys(("超过", "超", "逾", "多于"), Qualifier.OVER),
    **dict.fromkeys(("近", "将近", "接近"), Qualifier.NEARLY),
    **dict.fromkeys(("约", "大约"), Qualifier.ABOUT),
    **dict.fromkeys(("至少", "不少于"), Qualifier.AT_LEAST),
    **dict.fromkeys(("至多", "不超过"), Qualifier.AT_MOST),
}
_ZEROS = {"": 0, "万": 4, "亿": 8}
# At most 15 digits before the point and 9 after, which a Decimal of 28 digits holds exactly.
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,9})?")
_WORDS = "|".join(sorted(map(re.escape, _QUALIFIERS), key=len, reverse=True))
_SHORT = re.compile(
    rf"(?:(?P<qualifier>{_WORDS})\s*)?"
    rf"(?P<number>{_NUMBER.pattern})\s?(?P<multiple>[万亿]?)(?P<more>[余多]?)"
    r"(?:\s?(?P<unit>[^\s0-9.,].*))?"
)


class AmountValue(Struct, frozen=True, array_like=True):
    """An exact value; `unit` is None where the record around it names the unit."""

    value: Decimal
    unit: str | None = None
    qualifier: Qualifier = Qualifier.EXACT

    def in_unit(self, unit: str | None) -> AmountValue:
        """The same amount, in the unit of the record around it where it names none."""
        return self if self.unit else AmountValue(self.value, unit, self.qualifier)


def parse_number(text: str) -> Decimal | None:
    """The number a text is, exactly as written; None for anything that would need a guess."""
    found = re.fullmatch(rf"({_NUMBER.pattern})\s?([万亿]?)", text)
    if not found or len(text) > 40:
        return None
    return _scaled(found[1], found[2])


def _scaled(number: str, multiple: str) -> Decimal:
    """The number times its 万 or 亿: by moving the point, which never rounds."""
    value = Decimal(number).scaleb(_ZEROS[multiple])
    exponent = value.as_tuple().exponent
    return value.quantize(Decimal(1)) if isinstance(exponent, int) and exponent > 0 else value


@lru_cache(maxsize=4096)  # the same amounts stand in many files
def parse_amount(text: str) -> AmountValue | str:
    """The amount a short form states, or the code of what is wrong with it."""
    found = _SHORT.fullmatch(text.strip())
    if not found or len(text) > 80:
        return "bad-number"
    unit = None
    if found["unit"]:
        named = unit_named(found["unit"].strip())
        if named is None:
            return "bad-unit" if not re.match(r"[eE,，０-９/:]", found["unit"]) else "bad-number"
        unit = named.id
    qualifier = _QUALIFIERS[found["qualifier"]] if found["qualifier"] else Qualifier.EXACT
    if found["more"]:
        if qualifier is not Qualifier.EXACT:
            return "bad-qualifier"
        qualifier = Qualifier.OVER
    return AmountValue(_scaled(found["number"], found["multiple"]), unit, qualifier)


def _number(value: object) -> Decimal:
    if not isinstance(value, str):
        raise refused("wrong-type", expected="number")
    parsed = parse_number(value)
    if parsed is None:
        raise refused("bad-number", value=value)
    return parsed


def _amount(value: object) -> AmountValue:
    if isinstance(value, str):
        parsed = parse_amount(value)
        if isinstance(parsed, str):
            raise refused(parsed, value=value)
        return parsed
    if isinstance(value, dict):
        return _canonical(value)
    raise refused("wrong-type", expected="amount")


def _canonical(fields: dict[str, object]) -> AmountValue:
    unknown = sorted(set(fields) - {"value", "unit", "qualifier"})
    if unknown or "value" not in fields:
        raise refused("amount-map", value=", ".join(map(str, fields)))
    unit = None if "unit" not in fields else _unit(fields["unit"])
    qualifier = _qualifier(fields.get("qualifier", "exact"))
    return AmountValue(_number(fields["value"]), unit, qualifier)


def _unit(value: object) -> str:
    named = unit_named(value) if isinstance(value, str) else None
    if named is None:
        raise refused("bad-unit", value=str(value))
    return named.id


def _qualifier(value: object) -> Qualifier:
    if not isinstance(value, str) or value not in _QUALIFIERS:
        raise refused("bad-qualifier", value=str(value))
    return _QUALIFIERS[value]


_NUMBER_SCHEMA = {
    "oneOf": [
        {"type": "number"},
        {"type": "string", "pattern": r"^-?(0|[1-9]\d*)(\.\d+)?\s?[万亿]?$"},
    ]
}

Number = Annotated[Decimal, Form(_number, _NUMBER_SCHEMA)]
"""A plain number such as 640000, 7.88 or 64万; no exponent, no grouping, no leading zero."""

UnitName = Annotated[str, Form(_unit, {"type": "string"})]
"""A unit of the units table, by id or other name; kept as its id."""

_QUALIFIER_SCHEMA = {"type": "string", "enum": sorted(_QUALIFIERS)}

QualifierName = Annotated[Qualifier, Form(_qualifier, _QUALIFIER_SCHEMA)]

_AMOUNT_SCHEMA = {
    "oneOf": [
        {"type": "number"},
        {"type": "string", "minLength": 1},
        {
            "type": "object",
            "required": ["value"],
            "additionalProperties": False,
            "properties": {
                "value": _NUMBER_SCHEMA,
                "unit": {"type": "string"},
                "qualifier": {"enum": sorted(_QUALIFIERS)},
            },
        },
    ]
}

Amount = Annotated[AmountValue, Form(_amount, _AMOUNT_SCHEMA)]
"""`over 40 次`, `4.5 km`, `约 13万 元`, or a map of value, unit, qualifier."""
