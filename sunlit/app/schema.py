"""JSON Schemas of the content's files, for editors: one file per kind, from the records.

Owns how a record is told to an editor. The notes on its fields are the texts below them in the
program: they are read from there when they are asked for, so that a record carries none.
"""

from __future__ import annotations

import ast
import inspect
import json
from collections.abc import Mapping
from enum import Enum
from functools import cache
from itertools import pairwise
from pathlib import Path
from types import ModuleType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from sunlit.model.area import AreaRecord, Report
from sunlit.model.disclosure import Catalogue, Disclosures
from sunlit.model.form import Form
from sunlit.model.framework import Framework
from sunlit.model.project import Project
from sunlit.model.record import Field, Record, fields_of, names_of
from sunlit.model.scores import ScoreSheet
from sunlit.model.services import FacilityList, Organisation, Participation, ServiceMenu
from sunlit.model.text import LocalisedText
from sunlit.model.unit import PhotoList, Profile, Update
from sunlit.source.settings import SiteSettings

SCHEMAS: Mapping[str, type[Record]] = {
    "area": AreaRecord,
    "catalogue": Catalogue,
    "disclosures": Disclosures,
    "facilities": FacilityList,
    "framework": Framework,
    "organisation": Organisation,
    "participation": Participation,
    "photos": PhotoList,
    "project": Project,
    "report": Report,
    "scores": ScoreSheet,
    "services": ServiceMenu,
    "site": SiteSettings,
    "unit": Profile,
    "update": Update,
}


Schema = dict[str, Any]


def json_schema(record: type[Record]) -> Schema:
    """The JSON Schema of a record's file, with every record and choice inside it under `$defs`."""
    inside: dict[str, Schema] = {}
    whole = _of_record(record, inside)
    schema: Schema = _sorted({"$defs": inside, **whole} if inside else whole)
    return schema


def notes_of(record: type[Record]) -> dict[str, str]:
    """The text below each field of a record, in its two languages."""
    body = _classes(inspect.getmodule(record))[record.__name__]
    return {
        field.target.id: inspect.cleandoc(str(note.value.value))
        for field, note in pairwise(body)
        if isinstance(field, ast.AnnAssign)
        and isinstance(field.target, ast.Name)
        and isinstance(note, ast.Expr)
        and isinstance(note.value, ast.Constant)
    }


@cache  # as many entries as there are modules of records
def _classes(module: ModuleType) -> dict[str, list[ast.stmt]]:
    tree = ast.parse(inspect.getsource(module))
    return {node.name: node.body for node in tree.body if isinstance(node, ast.ClassDef)}


def _of_record(record: type[Record], inside: dict[str, Schema]) -> Schema:
    notes = notes_of(record)
    schema: Schema = {
        "title": record.__name__,
        "description": inspect.cleandoc(record.__doc__ or ""),
        "type": "object",
        "properties": {
            field.key: _of_field(field, notes[field.name], inside) for field in fields_of(record)
        },
        "additionalProperties": False,
    }
    required = [field.key for field in fields_of(record) if field.required]
    return {**schema, "required": required} if required else schema


def _of_field(field: Field, note: str, inside: dict[str, Schema]) -> Schema:
    schema = {**_of_type(field.type, inside), "description": note}
    if not any("$ref" in one for one in (schema, *schema.get("anyOf", ()))):
        schema["title"] = field.key.replace("_", " ").title()
    return schema if field.required else {**schema, "default": _plain(field.default)}


def _of_type(hint: Any, inside: dict[str, Schema]) -> Schema:
    """The schema of a declared type; records and choices go to `inside`."""
    origin, parts = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return dict(next(part.schema for part in parts if isinstance(part, Form)))
    if origin in (Union, UnionType):
        one, _ = parts
        schema = _of_type(one, inside)
        either = schema["anyOf"] if set(schema) == {"anyOf"} else [schema]
        return {"anyOf": [*either, {"type": "null"}]}
    if origin is tuple and parts[-1] is Ellipsis:
        return {"type": "array", "items": _of_type(parts[0], inside)}
    if origin is tuple:
        items = [_of_type(part, inside) for part in parts]
        return {
            "type": "array",
            "prefixItems": items,
            "minItems": len(items),
            "maxItems": len(items),
        }
    if hint is str:
        return {"type": "string"}
    if hint.__name__ not in inside:
        inside[hint.__name__] = {}  # before its fields, which may be records of its own kind
        inside[hint.__name__] = (
            _of_choice(hint) if issubclass(hint, Enum) else _of_record(hint, inside)
        )
    return {"$ref": f"#/$defs/{hint.__name__}"}


def _of_choice(choice: type[Enum]) -> Schema:
    return {
        "title": choice.__name__,
        "description": inspect.cleandoc(choice.__doc__ or ""),
        "type": "string",
        "enum": [one.value for one in choice],
    }


def _plain(default: object) -> object:
    match default:
        case Enum():
            return default.value
        case LocalisedText():
            return str(default)
        case tuple():
            return list(default)
        case Record():
            return {name: _plain(getattr(default, name)) for name in names_of(type(default))}
    return default


def _sorted(schema: Any, *, fields: bool = False) -> Any:
    """Keys in the order of the alphabet, but fields in their own."""
    match schema:
        case dict():
            keys = schema if fields else sorted(schema)
            return {
                key: _sorted(schema[key], fields=key in ("properties", "default")) for key in keys
            }
        case list():
            return [_sorted(one) for one in schema]
    return schema


def schema_texts() -> dict[str, str]:
    """File name to schema text, for every kind of file."""
    return {
        f"{name}.schema.json": json.dumps(
            {"$schema": "https://json-schema.org/draft/2020-12/schema", **json_schema(record)},
            ensure_ascii=False,
            indent=1,
        )
        + "\n"
        for name, record in SCHEMAS.items()
    }


def write_schemas(folder: Path) -> tuple[str, ...]:
    """Write every schema into a folder; the names written."""
    folder.mkdir(parents=True, exist_ok=True)
    texts = schema_texts()
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    return tuple(texts)
