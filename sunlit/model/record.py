"""The base of every record, and the scalar types records are made of.

Owns how a text of the content becomes a slug, a code, a date, a file name or a link. Each type
accepts texts only: the reader hands over what the author wrote, and nothing is coerced.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import FrozenInstanceError
from functools import lru_cache
from typing import (
    Annotated,
    Any,
    NoReturn,
    TypeVar,
    dataclass_transform,
    get_args,
    get_origin,
    get_type_hints,
)

from msgspec import Struct

from sunlit.locale.moments import Moment as MomentValue
from sunlit.locale.moments import Precision, parse_moment
from sunlit.model.form import Form, refused
from sunlit.paths import SLUG


@dataclass_transform(frozen_default=True, kw_only_default=True)
class Record:
    """A frozen record: annotated fields, of which those without a default have to be given.

    A class of its own and no dataclass, since those write code for each class when it is
    imported; here a class costs nothing before its first use. A field that is left out is not
    stored at all: its default is found on the class.
    """

    def __init__(self, **fields: object) -> None:
        known = names_of(type(self))
        wrong = [name for name in fields if name not in known]
        wrong += [name for name in known if name not in fields and not hasattr(self, name)]
        if wrong:
            raise TypeError(f"{type(self).__name__}: unknown or missing fields: {wrong}")
        self.__dict__.update(fields)

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise FrozenInstanceError(f"cannot assign to field {name!r}")

    def __delattr__(self, name: str) -> NoReturn:
        raise FrozenInstanceError(f"cannot delete field {name!r}")

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return _values(self) == _values(other)

    def __hash__(self) -> int:
        return hash((type(self), *_values(self)))

    def __repr__(self) -> str:
        pairs = zip(names_of(type(self)), _values(self), strict=True)
        return f"{type(self).__name__}({', '.join(f'{name}={one!r}' for name, one in pairs)})"


R = TypeVar("R", bound=Record)
T = TypeVar("T")


def record_with(kind: type[R], fields: dict[str, Any]) -> R:
    """The record of fields that such a record had already; nothing is checked again."""
    made = object.__new__(kind)
    made.__dict__.update(fields)
    return made


def replaced(record: R, **fields: object) -> R:
    """The record with other values in these fields."""
    return type(record)(**{**vars(record), **fields})


class Key(Struct, frozen=True):
    """The name of a field in a file, where Python cannot have it: `Annotated[Day, Key("from")]`."""

    name: str


class Field(Struct, frozen=True):
    """A field: its name here and in a file, its type, and whether it has to be given."""

    name: str
    key: str
    type: Any
    required: bool
    default: object = None


def once_per_kind(work: Callable[[type[Record]], T]) -> Callable[[type[Record]], T]:
    """A function of a class of records that works only once for each; there are about sixty."""
    # Not `functools.cache`: mypy takes the `__hash__` of a record for the one of its class.
    known: dict[type[Record], T] = {}

    def answer(kind: type[Record]) -> T:
        if kind not in known:
            known[kind] = work(kind)
        return known[kind]

    return answer


@once_per_kind
def fields_of(kind: type[Record]) -> tuple[Field, ...]:
    """The fields of a kind of record, in their order."""
    hints = get_type_hints(kind, include_extras=True)
    return tuple(_field(kind, name, hints[name]) for name in names_of(kind))


def _field(kind: type[Record], name: str, hint: Any) -> Field:
    key = name
    if get_origin(hint) is Annotated:
        inner, *notes = get_args(hint)
        keys = [note for note in notes if isinstance(note, Key)]
        if keys:
            key = keys[0].name
            hint = Annotated[inner, *(note for note in notes if note not in keys)]
    return Field(name, key, hint, not hasattr(kind, name), getattr(kind, name, None))


def names_of(kind: type[Record]) -> tuple[str, ...]:
    """The names of its fields, as Python has them."""
    return tuple(kind.__annotations__)


def _values(record: Record) -> tuple[object, ...]:
    return tuple(getattr(record, name) for name in names_of(type(record)))


def _slug(value: object) -> str:
    if not isinstance(value, str):
        raise refused("wrong-type", expected="slug")
    if not SLUG.fullmatch(value) or len(value) > 80:
        raise refused("bad-slug", value=value)
    return value


def _code(value: object) -> str:
    if not isinstance(value, str) or not re.fullmatch(r"[0-9]{6}([0-9]{3}([0-9]{3})?)?", value):
        raise refused("bad-code", value=str(value))
    return value


_parsed = lru_cache(maxsize=4096)(parse_moment)  # the same few hundred dates stand in many files


def _moment(value: object) -> MomentValue:
    if not isinstance(value, str):
        raise refused("wrong-type", expected="date")
    moment = _parsed(value)
    if moment is None or not 1949 <= moment.first.year <= 2100:
        raise refused("bad-date", value=value)
    return moment


def _day(value: object) -> MomentValue:
    moment = _moment(value)
    if moment.precision is not Precision.DAY or moment.before:
        raise refused("bad-day", value=str(value))
    return moment


def _word(value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise refused("wrong-type", expected="text")
    return value


def _file_name(value: object) -> str:
    if not isinstance(value, str) or not re.fullmatch(r"[^/\\\x00-\x1f:]{1,120}", value):
        raise refused("bad-file-name", value=str(value))
    if value.startswith("."):
        raise refused("bad-file-name", value=value)
    return value


def _web_link(value: object) -> str:
    if not isinstance(value, str) or not re.fullmatch(r"https?://[^\s<>\"'`\\]+", value):
        raise refused("bad-link", value=str(value))
    return value


def _yes_no(value: object) -> bool:
    if value in ("true", "false"):
        return value == "true"
    raise refused("bad-yes-no", value=str(value))


def _whole(value: object) -> int:
    if not isinstance(value, str) or not re.fullmatch(r"0|[1-9][0-9]{0,11}", value):
        raise refused("bad-whole-number", value=str(value))
    return int(value)


_DATE_PATTERN = r"^(before )?\d{4}(-(q[1-4]|w\d{2}|\d{2}(-\d{2})?))?$"


def _text(**schema: object) -> dict[str, Any]:
    return {"type": "string", **schema}


def _or_typed(kind: str, **schema: object) -> dict[str, Any]:
    """A schema of texts that also takes what an editor reads from an unquoted `2026` or `true`."""
    return {"anyOf": [{"type": kind}, _text(**schema)]}


Id = Annotated[str, Form(_slug, _text(pattern="^[a-z0-9]+(-[a-z0-9]+)*$"))]
"""Lower-case ASCII letters, digits, hyphens; never changes once published."""

Code = Annotated[str, Form(_code, _or_typed("integer", pattern=r"^\d{6}(\d{3}(\d{3})?)?$"))]
"""A division code of 6, 9 or 12 digits, always a text."""

Moment = Annotated[MomentValue, Form(_moment, _or_typed("integer", pattern=_DATE_PATTERN))]
"""A date as precise as known: 2026, 2026-q3, 2026-11, 2026-w46, 2026-11-21, before 2024-07."""

Day = Annotated[MomentValue, Form(_day, _text(pattern=r"^\d{4}-\d{2}-\d{2}$"))]
"""A date known to the day."""

Word = Annotated[str, Form(_word, _or_typed("number", minLength=1))]
"""A text that is the same in every language."""

FileName = Annotated[str, Form(_file_name, _text())]
"""The name of a file in the unit's `photos/` folder; no path."""

WebLink = Annotated[str, Form(_web_link, _text(pattern="^https?://"))]

Flag = Annotated[bool, Form(_yes_no, _or_typed("boolean", enum=["true", "false"]))]

Whole = Annotated[int, Form(_whole, _or_typed("integer", pattern="^(0|[1-9][0-9]{0,11})$"))]
