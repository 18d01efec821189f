"""Frozen values as JSON text and back, exactly: what travels between processes and builds.

Owns the form. A dataclass or record becomes `{"Name": [fields]}`, so only types that were named
beforehand are ever made from a text; nothing is executed. Equal values give equal texts.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from types import UnionType
from typing import Any, NamedTuple, Union, get_args, get_origin, get_type_hints

_DIRECT = frozenset((str, int, bool, type(None)))


class Records(NamedTuple):
    """Types that are no dataclasses, made by naming their fields: a base, and what names them."""

    base: type
    names: Callable[[Any], Iterable[str]]


class Wire:
    """The form of values made of these types and of every type their fields name."""

    def __init__(self, *types: type, records: Records | None = None) -> None:
        self._records = records
        self._makers: dict[str, Callable[[Any], object]] = {
            "Decimal": Decimal,
            "Fraction": Fraction,
            "date": date.fromisoformat,
            "map": lambda pairs: {_tuples(key): _tuples(one) for key, one in pairs},
        }
        self._fields: dict[type, tuple[str, ...]] = {}
        for one in types:
            self._learn(one)

    def text(self, value: object) -> bytes:
        """A value as one line of JSON."""
        return json.dumps(
            self._item(value), default=self._plain, ensure_ascii=False, separators=(",", ":")
        ).encode()

    def value(self, text: bytes) -> Any:
        """The value that a text was made from."""
        return _tuples(json.loads(text, object_hook=self._made))

    def _learn(self, hint: object) -> None:
        if isinstance(hint, type) and not get_args(hint):
            if issubclass(hint, Enum):
                if self._makers.setdefault(hint.__name__, hint) is not hint:
                    raise TypeError(f"two types of the name {hint.__name__}")
            elif hint not in self._fields:
                names, maker = self._form(hint)
                if names is None:
                    return
                if hint.__name__ in self._makers:
                    raise TypeError(f"two types of the name {hint.__name__}")
                self._fields[hint] = names
                self._makers[hint.__name__] = maker
                for inner in get_type_hints(hint).values():
                    self._learn(inner)
        elif get_origin(hint) in (Union, UnionType, tuple, list, dict, Mapping) or get_args(hint):
            for inner in get_args(hint):
                self._learn(inner)

    def _form(self, kind: type) -> tuple[tuple[str, ...] | None, Callable[[Any], object]]:
        """The fields of a type in order, None for one that has none, and how it is made of them."""
        if self._records is not None and issubclass(kind, self._records.base):
            named = tuple(self._records.names(kind))
            return named, lambda given: kind(**dict(zip(named, map(_tuples, given), strict=True)))
        if is_dataclass(kind):
            return tuple(one.name for one in fields(kind)), _maker(kind)
        return getattr(kind, "_fields", None), _maker(kind)

    def _item(self, value: object) -> object:
        """A value that JSON would take for something simpler is marked here."""
        if type(value) in _DIRECT:
            return value
        if isinstance(value, Mapping):
            pairs = [(self._item(key), self._item(one)) for key, one in value.items()]
            return {"map": pairs}
        if type(value) is tuple:
            return [self._item(one) for one in value]
        if isinstance(value, Enum):
            return {type(value).__name__: value.value}
        return self._plain(value) if isinstance(value, tuple) else value

    def _plain(self, value: Any) -> object:
        kind = type(value)
        names = self._fields.get(kind)
        if names is not None:
            return {kind.__name__: [self._item(getattr(value, name)) for name in names]}
        if kind in (Decimal, Fraction):
            return {kind.__name__: str(value)}
        if kind is date:
            return {"date": value.isoformat()}
        raise TypeError(f"{kind.__name__} does not travel")

    def _made(self, pair: dict[str, Any]) -> object:
        (name, given), = pair.items()
        return self._makers[name](given)


def _maker(kind: type) -> Callable[[Any], object]:
    def make(given: list[Any]) -> object:
        return kind(*[tuple(map(_tuples, one)) if type(one) is list else one for one in given])

    return make


def _tuples(value: Any) -> Any:
    return tuple(map(_tuples, value)) if type(value) is list else value
