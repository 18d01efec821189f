"""Plain values as JSON that people can read: a line for each field and each item of a list in it.

Owns the text: sorted keys, Chinese as it is, equal bytes for equal values. Below these two levels
a value stands on one line; with an indent for every value it would be half as many bytes again.
"""

from __future__ import annotations

from msgspec import json

from sunlit.views.documents.shape import Plain


def json_text(value: Plain) -> bytes:
    """The value as UTF-8 with an end of line."""
    if not isinstance(value, dict) or not value:
        return _field(value) + b"\n"
    fields = [_line(key) + b": " + _field(value[key]) for key in sorted(value)]
    return b"{\n" + b",\n".join(fields) + b"\n}\n"


def _field(value: Plain) -> bytes:
    """A field's value: a list with a line for each item, anything else on one."""
    if not isinstance(value, list) or not value:
        return _line(value)
    return b"[\n " + b",\n ".join(map(_line, value)) + b"\n]"


def _line(value: Plain) -> bytes:
    """A value on one line, with a space after each comma and colon."""
    return json.format(json.encode(value, order="deterministic"), indent=0)
