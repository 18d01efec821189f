"""Plain values as JSON that people can read: sorted keys, one value a line, Chinese as it is.

Owns the text, which is that of `json.dumps(…, ensure_ascii=False, indent=1, sort_keys=True)` to
the last byte. Asked for an indent, json leaves its C encoder and yields each bracket, comma and
value through nested generators; this takes a third of the time.
"""

from __future__ import annotations

from json.encoder import encode_basestring as quoted

from sunlit.views.documents.shape import Plain


def json_text(value: Plain) -> bytes:
    """The value as UTF-8 with an end of line; equal values give equal bytes."""
    return (_written(value, "\n") + "\n").encode()


def _written(value: Plain, line: str) -> str:
    """A value as it stands on a line that begins with `line`: an end of line and its indent."""
    if isinstance(value, str):
        return quoted(value)
    inner = line + " "
    if isinstance(value, dict):
        parts = []
        for key in sorted(value):
            item = value[key]
            # Most values are texts: not calling this function for them is a fifth of its time.
            text = quoted(item) if type(item) is str else _written(item, inner)
            parts.append(f"{quoted(key)}: {text}")
        return f"{{{inner}{f',{inner}'.join(parts)}{line}}}" if parts else "{}"
    if isinstance(value, list):
        parts = [_written(item, inner) for item in value]
        return f"[{inner}{f',{inner}'.join(parts)}{line}]" if parts else "[]"
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    raise TypeError(f"no plain value: {value!r}")
