"""The base of every record, and the scalar types records are made of.

Owns how a text of the content becomes a slug, a code, a date, a file name or a link. Each type
accepts texts only: the reader hands over what the author wrote, and nothing is coerced.
"""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from sunlit.locale.moments import Moment as MomentValue
from sunlit.locale.moments import Precision, parse_moment
from sunlit.paths import SLUG


class Record(BaseModel):
    """A frozen record; a field it does not know is an error."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        use_attribute_docstrings=True,
        validate_by_name=True,
        validate_by_alias=True,
    )


def _slug(value: object) -> str:
    if not isinstance(value, str):
        raise PydanticCustomError("wrong-type", "slug", {"expected": "slug"})
    if not SLUG.fullmatch(value) or len(value) > 80:
        raise PydanticCustomError("bad-slug", "slug", {"value": value})
    return value


def _code(value: object) -> str:
    if not isinstance(value, str) or not re.fullmatch(r"[0-9]{6}([0-9]{3}([0-9]{3})?)?", value):
        raise PydanticCustomError("bad-code", "code", {"value": str(value)})
    return value


def _moment(value: object) -> MomentValue:
    if isinstance(value, MomentValue):
        return value
    if not isinstance(value, str):
        raise PydanticCustomError("wrong-type", "date", {"expected": "date"})
    moment = parse_moment(value)
    if moment is None or not 1949 <= moment.first.year <= 2100:
        raise PydanticCustomError("bad-date", "date", {"value": value})
    return moment


def _day(value: object) -> MomentValue:
    moment = _moment(value)
    if moment.precision is not Precision.DAY or moment.before:
        raise PydanticCustomError("bad-day", "day", {"value": str(value)})
    return moment


def _word(value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise PydanticCustomError("wrong-type", "text", {"expected": "text"})
    return value


def _file_name(value: object) -> str:
    if not isinstance(value, str) or not re.fullmatch(r"[^/\\\x00-\x1f:]{1,120}", value):
        raise PydanticCustomError("bad-file-name", "file name", {"value": str(value)})
    if value.startswith("."):
        raise PydanticCustomError("bad-file-name", "file name", {"value": value})
    return value


def _web_link(value: object) -> str:
    if not isinstance(value, str) or not re.fullmatch(r"https?://[^\s<>\"'`\\]+", value):
        raise PydanticCustomError("bad-link", "link", {"value": str(value)})
    return value


def _yes_no(value: object) -> bool:
    if value in (True, False):
        return bool(value)
    if value in ("true", "false"):
        return value == "true"
    raise PydanticCustomError("bad-yes-no", "true or false", {"value": str(value)})


def _whole(value: object) -> int:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if not isinstance(value, str) or not re.fullmatch(r"0|[1-9][0-9]{0,11}", value):
        raise PydanticCustomError("bad-whole-number", "whole number", {"value": str(value)})
    return int(value)


_DATE_PATTERN = r"^(before )?\d{4}(-(q[1-4]|w\d{2}|\d{2}(-\d{2})?))?$"


def _or_typed(kind: str, schema: dict[str, Any]) -> WithJsonSchema:
    """A schema of texts that also takes what an editor reads from an unquoted `2026` or `true`."""
    return WithJsonSchema({"anyOf": [{"type": kind}, {"type": "string", **schema}]})


Id = Annotated[
    str,
    PlainValidator(_slug),
    WithJsonSchema({"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"}),
]
"""Lower-case ASCII letters, digits, hyphens; never changes once published."""

Code = Annotated[
    str,
    PlainValidator(_code),
    _or_typed("integer", {"pattern": "^\\d{6}(\\d{3}(\\d{3})?)?$"}),
]
"""A division code of 6, 9 or 12 digits, always a text."""

Moment = Annotated[
    MomentValue,
    PlainValidator(_moment),
    _or_typed("integer", {"pattern": _DATE_PATTERN}),
]
"""A date as precise as known: 2026, 2026-q3, 2026-11, 2026-w46, 2026-11-21, before 2024-07."""

Day = Annotated[
    MomentValue,
    PlainValidator(_day),
    WithJsonSchema({"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"}),
]
"""A date known to the day."""

Word = Annotated[str, PlainValidator(_word), _or_typed("number", {"minLength": 1})]
"""A text that is the same in every language."""

FileName = Annotated[str, PlainValidator(_file_name), WithJsonSchema({"type": "string"})]
"""The name of a file in the unit's `photos/` folder; no path."""

WebLink = Annotated[
    str, PlainValidator(_web_link), WithJsonSchema({"type": "string", "pattern": "^https?://"})
]

Flag = Annotated[bool, PlainValidator(_yes_no), _or_typed("boolean", {"enum": ["true", "false"]})]

Whole = Annotated[
    int, PlainValidator(_whole), _or_typed("integer", {"pattern": "^(0|[1-9][0-9]{0,11})$"})
]


def json_schema(record: type[Record]) -> dict[str, Any]:
    """The JSON Schema of a record's file, for editors."""
    return record.model_json_schema(by_alias=True)
