"""The tables of the documentation that follow from the code: fields of records, units.

Owns how a record's fields read as a table. `python docs/fields.py` writes them between the markers
of the pages below; a test holds the pages against the code. It does not know what the fields mean.
"""

from __future__ import annotations

import re
import sys
import typing
from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from types import NoneType

DOCS = Path(__file__).resolve().parent
sys.path.insert(0, str(DOCS.parent))  # run as a script, from any folder

from sunlit.app.schema import SCHEMAS, notes_of
from sunlit.model import amounts, record, text, units
from sunlit.model.record import Field, Record, fields_of

PAGES = ("developers/content-format.md", "staff/units.md")
_BLOCK = re.compile(r"<!-- (fields|units)(?:: ([^>]*?))? -->\n(?:.*?\n)??<!-- /\1 -->", re.DOTALL)
_SCALARS: tuple[tuple[object, str], ...] = (
    (text.Text, "[text](#text)"),
    (record.Id, "[id](#id)"),
    (record.Code, "[code](#code)"),
    (record.Moment, "[date](#date)"),
    (record.Day, "[day](#date)"),
    (record.Word, "word"),
    (record.FileName, "file name"),
    (record.WebLink, "web address"),
    (record.Flag, "`true` or `false`"),
    (record.Whole, "whole number"),
    (amounts.Number, "[number](#amount)"),
    (amounts.Amount, "[amount](#amount)"),
    (amounts.UnitName, "[unit](../staff/units.md)"),
    (amounts.QualifierName, "[qualifier](#amount)"),
)


def records() -> dict[str, type[Record]]:
    """Every record that a file of the content may hold, by name."""
    found: dict[str, type[Record]] = {}
    waiting = list(SCHEMAS.values())
    while waiting:
        one = waiting.pop(0)
        if one.__name__ not in found:
            found[one.__name__] = one
            waiting += [part for field in fields_of(one) for part in _records_in(field.type)]
    return found


def _records_in(annotation: object) -> Iterator[type[Record]]:
    if isinstance(annotation, type) and issubclass(annotation, Record):
        yield annotation
    for part in typing.get_args(annotation):
        yield from _records_in(part)


def kind_of(annotation: object) -> str:
    """What a field takes, in a few words."""
    for scalar, name in _SCALARS:
        if annotation == scalar:
            return name
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return " · ".join(f"`{one.value}`" for one in annotation)
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return f"[{annotation.__name__}](#{annotation.__name__.lower()})"
    parts = [part for part in typing.get_args(annotation) if part is not NoneType]
    if typing.get_origin(annotation) is tuple:
        if parts[-1] is Ellipsis:
            return f"list of {kind_of(parts[0])}"
        return f"list of {len(parts)}: {kind_of(parts[0])}"
    if typing.get_origin(annotation) is typing.Annotated and parts[0] is not str:
        return kind_of(parts[0])
    if annotation is int:
        return "whole number"
    if typing.get_origin(annotation) is typing.Annotated or not parts:
        return "word"
    return kind_of(parts[0])


def field_table(one: type[Record]) -> str:
    """The fields of a record: name, what it takes, whether it is needed, its two-language note."""
    notes = notes_of(one)
    rows = [
        f"| `{field.key}` | {kind_of(field.type)} | {_need(field)} | {_note(notes[field.name])} |"
        for field in fields_of(one)
    ]
    head = "| field | takes | when left out | note |\n|---|---|---|---|"
    return "\n".join((head, *rows))


def _need(field: Field) -> str:
    if field.required:
        return "**required**"
    match field.default:
        case Enum():
            return f"`{field.default.value}`"
        case bool():
            return f"`{str(field.default).lower()}`"
        case int():
            return f"`{field.default}`"
        case tuple() if all(isinstance(one, str | int) for one in field.default):
            return ", ".join(f"`{one}`" for one in field.default)
        case text.LocalisedText():
            return f"{field.default}"
    return ""


def _note(note: str) -> str:
    return " ".join(note.split()).replace("|", "\\|")


def fields_block(names: str) -> str:
    """One heading and table per record named."""
    known = records()
    parts = []
    for name in (part.strip() for part in names.split(",")):
        about = (known[name].__doc__ or "").split("\n\n")[0]
        parts.append(f"### {name}\n\n{' '.join(about.split())}\n\n{field_table(known[name])}\n")
    return "\n" + "\n".join(parts)


def units_block() -> str:
    """The table of units, in its own order."""
    rows = [
        f"| `{one.id}` | {one.zh} | {'、'.join(f'`{name}`' for name in _others(one)) or '—'} "
        f"| {one.en_many} | {'能' if one.sums else '不能'} |"
        for one in units.UNITS
    ]
    head = "| 写法 | 页面上 | 也可以写成 | 英文页面上 | 能不能相加 |\n|---|---|---|---|---|"
    return "\n".join(("", head, *rows, ""))


def _others(unit: units.Unit) -> tuple[str, ...]:
    return tuple(name for name in dict.fromkeys(unit.aliases) if name != unit.id)


def filled(page: str) -> str:
    """A page with every block between markers as the code says it."""

    def block(found: re.Match[str]) -> str:
        kind, names = found[1], found[2]
        inner = units_block() if kind == "units" else fields_block(names)
        opening = f"<!-- {kind}: {names} -->" if names else f"<!-- {kind} -->"
        return f"{opening}\n{inner}\n<!-- /{kind} -->"

    return _BLOCK.sub(block, page)


def main() -> None:
    """Write the blocks of every page anew."""
    for name in PAGES:
        path = DOCS / name
        path.write_text(filled(path.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
