"""Plain values as JSON that people can read: a line for each field and each item of a list in it.

Owns the text: sorted keys, Chinese as it is, equal bytes for equal values. Below these two levels
a value stands on one line, which json's C encoder writes; with an indent for every value it would
take ten times as long and half as many bytes again.
"""

from __future__ import annotations

import json

from sunlit.views.documents.shape import Plain

_line = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(", ", ": ")).encode


def json_text(value: Plain) -> bytes:
    """The value as UTF-8 with an end of line."""
    if not isinstance(value, dict) or not value:
        return f"{_field(value)}\n".encode()
    fields = ",\n".join(f"{_line(key)}: {_field(value[key])}" for key in sorted(value))
    return f"{{\n{fields}\n}}\n".encode()


def _field(value: Plain) -> str:
    """A field's value: a list with a line for each item, anything else on one."""
    if not isinstance(value, list) or not value:
        return _line(value)
    items = ",\n ".join(map(_line, value))
    return f"[\n {items}\n]"
