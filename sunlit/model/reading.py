"""From a tree of texts, as an author wrote it, to a record: the whole of it or every mistake in it.

Owns how each type of a field is read. Knows nothing of YAML, of places, or of how a mistake is
worded. How to read a kind of record is worked out when the first one is read, not at import.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import Enum
from functools import partial
from types import NoneType, UnionType
from typing import Annotated, Any, NamedTuple, TypeVar, Union, get_args, get_origin

from sunlit.model.form import Form, Mistake, Refused, refused
from sunlit.model.record import Record, fields_of, once_per_kind

R = TypeVar("R", bound=Record)
Reader = Callable[[object], object]


class _Readers(NamedTuple):
    """The fields of a record by the key an author writes, and the keys that have to be there."""

    by_key: Mapping[str, tuple[str, Reader]]
    required: frozenset[str]


def record_of(kind: type[R], fields: object) -> R:
    """The record that a mapping of texts, lists and mappings describes; `Refused` if it is none."""
    if not isinstance(fields, dict):
        raise refused("wrong-type", expected="map")
    by_key, required = _readers_of(kind)
    values: dict[str, object] = {}
    mistakes: list[Mistake] = []
    for key, value in fields.items():
        if key not in by_key:
            mistakes.append(Mistake("unknown-field", {"known": tuple(by_key)}, (key,)))
            continue
        name, reader = by_key[key]
        try:
            values[name] = reader(value)
        except Refused as one:
            mistakes += [mistake.below(key) for mistake in one.mistakes]
    if not required <= fields.keys():
        mistakes += [Mistake("missing", {}, (key,)) for key in required - fields.keys()]
    if mistakes:
        raise Refused(*sorted(mistakes, key=partial(_order, tuple(by_key))))
    made = object.__new__(kind)
    made.__dict__.update(values)
    return made


def _order(keys: tuple[str, ...], mistake: Mistake) -> int:
    """Mistakes come in the order of the fields; unknown ones last, as they were written."""
    key = mistake.steps[0]
    return keys.index(key) if key in keys else len(keys)


@once_per_kind
def _readers_of(kind: type[Record]) -> _Readers:
    fields = fields_of(kind)
    return _Readers(
        {field.key: (field.name, reader_of(field.type)) for field in fields},
        frozenset(field.key for field in fields if field.required),
    )


def reader_of(hint: Any) -> Reader:
    """How a value of a declared type is read."""
    origin, inner = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return next(note.read for note in inner if isinstance(note, Form))
    if origin in (Union, UnionType):  # `X | None`: what is not there is not in the tree either
        (only,) = (part for part in inner if part is not NoneType)
        return reader_of(only)
    if origin is tuple and inner[-1] is Ellipsis:
        return partial(_list, reader_of(inner[0]))
    if origin is tuple:
        return partial(_row, tuple(map(reader_of, inner)))
    if hint is str:
        return _string
    if issubclass(hint, Enum):
        return partial(_choice, {one.value: one for one in hint})
    return partial(record_of, hint)


def _list(item: Reader, values: object) -> tuple[object, ...]:
    if not isinstance(values, list):
        raise refused("wrong-type", expected="list")
    return _items([item] * len(values), values)


def _row(readers: tuple[Reader, ...], values: object) -> tuple[object, ...]:
    """A list of so many items, such as a position."""
    if not isinstance(values, list):
        raise refused("wrong-type", expected="list")
    if len(values) > len(readers):
        raise refused("wrong-length")
    return _items(readers, values)


def _items(readers: Sequence[Reader], values: list[object]) -> tuple[object, ...]:
    read_ones, mistakes = [], []
    for number, (reader, value) in enumerate(zip(readers, values, strict=False)):
        try:
            read_ones.append(reader(value))
        except Refused as one:
            mistakes += [mistake.below(number) for mistake in one.mistakes]
    if len(values) < len(readers):
        mistakes.append(Mistake("wrong-length", {}))
    if mistakes:
        raise Refused(*mistakes)
    return tuple(read_ones)


def _string(value: object) -> str:
    if not isinstance(value, str):
        raise refused("wrong-value")
    return value


def _choice(choices: Mapping[str, Enum], value: object) -> Enum:
    if not isinstance(value, str) or value not in choices:
        shown = value if isinstance(value, str) else ""
        raise refused("bad-choice", value=shown, choices=tuple(choices))
    return choices[value]
