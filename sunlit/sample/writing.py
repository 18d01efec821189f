"""YAML as a member of staff would write it: block style, short records on one line, comments.

Owns quoting and indentation. Knows nothing of the fields it writes; what is None or empty is
left out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import TypeAlias

from msgspec import Struct


class Inline(Struct, frozen=True):
    """A record on one line, as it will stand there: `{as_of: 2026-09-30, value: 640000}`."""

    written: str


Value: TypeAlias = "str | int | Inline | Fields | Sequence[Value] | None"
Fields: TypeAlias = dict[str, Value]

# More is quoted than YAML asks for: codes and times, since other programs take them for numbers,
# and every text with a sign that means something in block or in flow style.
_PLAIN = re.compile(
    r"(?!(?:[0-9]{6,}|null|Null|NULL)$)"
    r"[\w“《（](?:[^:#?,\[\]{}\"'\n\\]*[^:#?,\[\]{}\"'\n\\ ])?"
)


@lru_cache(maxsize=4096)
def text(chinese: str, english: str) -> Inline:
    """A text in the two languages of the sample."""
    return Inline(f"{{zh-CN: {scalar(chinese)}, en: {scalar(english)}}}")


def inline(**fields: Value) -> Inline:
    """A short record on one line."""
    parts = [f"{key}: {_flow(value)}" for key, value in fields.items() if value is not None]
    return Inline("{" + ", ".join(parts) + "}")


def document(fields: Fields) -> bytes:
    """A YAML file; a key that begins with `#` is a comment above what follows."""
    lines: list[str] = []
    _block(fields, "", lines)
    lines.append("")
    return "\n".join(lines).encode()


def with_body(fields: Fields, body: str) -> bytes:
    """A Markdown file with `fields` as its head."""
    return b"---\n" + document(fields) + b"---\n\n" + body.strip().encode() + b"\n"


@lru_cache(maxsize=65536)
def scalar(value: str) -> str:
    """One text, quoted where it has to be or where other programs would misread it."""
    if _PLAIN.fullmatch(value):
        return value
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def _block(fields: Fields, pad: str, lines: list[str]) -> None:
    for key, value in fields.items():
        if value is None:
            continue
        if key[0] == "#":
            lines.append(f"{pad}{key}：{value}")
        elif isinstance(value, str):
            lines.append(f"{pad}{key}: {scalar(value)}")
        elif isinstance(value, dict):
            lines.append(f"{pad}{key}:")
            _block(value, pad + "  ", lines)
        elif isinstance(value, (int, Inline)):
            lines.append(f"{pad}{key}: {_flow(value)}")
        elif value:
            _list(key, value, pad, lines)


def _list(key: str, items: Sequence[Value], pad: str, lines: list[str]) -> None:
    if isinstance(items[0], (str, int)):
        lines.append(f"{pad}{key}: {_flow(items)}")
        return
    lines.append(f"{pad}{key}:")
    for item in items:
        if isinstance(item, dict):
            first = len(lines)
            _block(item, pad + "    ", lines)
            lines[first] = f"{pad}  - {lines[first].lstrip()}"
        else:
            lines.append(f"{pad}  - {_flow(item)}")


def _flow(value: Value) -> str:
    if isinstance(value, str):
        return scalar(value)
    if isinstance(value, Inline):
        return value.written
    if isinstance(value, int):
        return str(value)
    if isinstance(value, dict):
        return inline(**value).written
    return "[" + ", ".join([_flow(part) for part in value or ()]) + "]"
