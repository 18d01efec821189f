"""Frozen values as JSON text and back, exactly: what travels between processes and builds.

Owns the form. It follows the declared types: a struct is the list of its fields, a choice of
types says which it took. So only the types that are declared are ever made from a text, nothing
is executed, and equal values give equal texts.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from functools import lru_cache
from operator import attrgetter
from types import NoneType, UnionType
from typing import (
    Annotated,
    Any,
    Generic,
    NamedTuple,
    TypeVar,
    Union,
    get_args,
    get_origin,
    get_type_hints,
)

from msgspec import DecodeError, Struct
from msgspec.json import decode, encode

T = TypeVar("T")
Turn = Callable[[Any], Any]


class Form(NamedTuple):
    """How a value of one type is turned into what JSON has, and back; None: as it is."""

    out: Turn | None
    back: Turn | None


class Records(NamedTuple):
    """Types that are no structs: their base, what names their fields, what makes one.

    A field that is not set on a record does not travel.
    """

    base: type
    names: Callable[[Any], Iterable[str]]
    make: Callable[[Any, dict[str, Any]], object]


class Wire(Generic[T]):
    """The form of the values of one declared type; `scalars` are types that are one text each."""

    def __init__(
        self,
        hint: object,
        *,
        records: Records | None = None,
        scalars: Mapping[type, tuple[Callable[[Any], str], Callable[[str], Any]]] | None = None,
    ) -> None:
        self._records = records
        self._forms: dict[object, Form] = {
            **dict.fromkeys((str, int, bool, NoneType), Form(None, None)),
            Decimal: Form(str, _decimal),
            Fraction: Form(str, _fraction),
            date: Form(date.isoformat, _date),
        }
        for kind, (out, back) in (scalars or {}).items():
            self._forms[kind] = Form(out, back)
        self._form_of = self.form(hint)

    def text(self, value: T) -> bytes:
        """A value as one line of JSON."""
        out = self._form_of.out
        plain = value if out is None else out(value)
        try:
            return encode(plain)
        except UnicodeEncodeError:  # a name need not be UTF-8
            line = json.dumps(plain, ensure_ascii=False, separators=(",", ":"))
            return line.encode("utf-8", "surrogatepass")

    def value(self, text: bytes) -> T:
        """The value that a text was made from."""
        back = self._form_of.back
        try:
            plain = decode(text)
        except (DecodeError, UnicodeDecodeError):
            plain = json.loads(text)
        # What JSON gives is typed as anything; `back` makes of it what was declared.
        return plain if back is None else back(plain)  # type: ignore[no-any-return]

    def form(self, hint: Any) -> Form:
        """The form of a declared type; TypeError for one that cannot travel."""
        hint = _bare(hint)
        known = self._forms.get(hint)
        if known is None:
            known = self._forms[hint] = self._of(hint)
        return known

    def _of(self, hint: Any) -> Form:
        origin, inner = get_origin(hint), get_args(hint)
        if origin in (Union, UnionType):
            return self._choice(inner)
        if origin is tuple:
            return self._every(inner[0]) if inner[1:] == (...,) else self._row(inner)
        if origin is not None and issubclass(origin, Mapping):
            return self._map(*inner)
        if isinstance(hint, type):
            return self._kind(hint)
        raise TypeError(f"{hint} cannot travel")

    def _kind(self, kind: type) -> Form:
        if issubclass(kind, Enum):
            members = {one.value: one for one in kind}
            return Form(lambda value: value.value, members.__getitem__)
        if self._records is not None and issubclass(kind, self._records.base):
            return self._record(kind, self._records)
        if issubclass(kind, Struct):
            names = kind.__struct_fields__
        elif hasattr(kind, "_fields"):
            names = kind._fields
        else:
            raise TypeError(f"{kind.__name__} cannot travel")
        hints = get_type_hints(kind, include_extras=True)
        forms = [self.form(hints[name]) for name in names]
        outs = [(at, form.out) for at, form in enumerate(forms) if form.out is not None]
        backs = [(at, form.back) for at, form in enumerate(forms) if form.back is not None]
        taken = attrgetter(*names) if names[1:] else lambda value: (getattr(value, names[0]),)

        def out(value: Any) -> list[Any]:
            row = list(taken(value))
            for at, turn in outs:
                row[at] = turn(row[at])
            return row

        def back(row: list[Any]) -> object:
            for at, turn in backs:
                row[at] = turn(row[at])
            return kind(*row)

        return Form(out, back)

    def _record(self, kind: type, records: Records) -> Form:
        hints = get_type_hints(kind, include_extras=True)
        forms = {name: self.form(hints[name]) for name in records.names(kind)}
        outs = {name: form.out for name, form in forms.items() if form.out is not None}
        backs = {name: form.back for name, form in forms.items() if form.back is not None}

        def out(value: Any) -> dict[str, Any]:
            named = vars(value)
            return {name: outs[name](one) if name in outs else one for name, one in named.items()}

        def back(plain: dict[str, Any]) -> object:
            for name in plain.keys() & backs.keys():
                plain[name] = backs[name](plain[name])
            return records.make(kind, plain)

        return Form(out, back)

    def _choice(self, hints: tuple[Any, ...]) -> Form:
        """One of several types; nothing at all is the commonest of them."""
        some = [one for one in map(_bare, hints) if one is not NoneType]
        if len(some) == 1:
            out, back = self.form(some[0])
            return Form(
                out and (lambda value: None if value is None else out(value)),
                back and (lambda plain: None if plain is None else back(plain)),
            )
        forms = {kind: (at, *self.form(kind)) for at, kind in enumerate(some)}
        backs = [form[2] for form in forms.values()]

        def marked(value: Any) -> object:
            if value is None:
                return None
            at, out, _ = forms[type(value)]
            return [at, value if out is None else out(value)]

        def made(plain: Any) -> object:
            if plain is None:
                return None
            at, one = plain
            turn = backs[at]
            return one if turn is None else turn(one)

        return Form(marked, made)

    def _every(self, hint: Any) -> Form:
        out, back = self.form(hint)
        return Form(
            list if out is None else lambda value: [out(one) for one in value],
            tuple if back is None else lambda plain: tuple([back(one) for one in plain]),
        )

    def _row(self, hints: tuple[Any, ...]) -> Form:
        forms = [self.form(one) for one in hints]
        outs = [form.out or _same for form in forms]
        backs = [form.back or _same for form in forms]
        return Form(
            lambda value: [turn(one) for turn, one in zip(outs, value, strict=True)],
            lambda plain: tuple([turn(one) for turn, one in zip(backs, plain, strict=True)]),
        )

    def _map(self, key: Any, item: Any) -> Form:
        pairs = self._every(tuple[key, item])
        out, back = pairs.out or _same, pairs.back or _same
        return Form(lambda value: out(value.items()), lambda plain: dict(back(plain)))


def _same(value: Any) -> Any:
    return value


def _bare(hint: Any) -> Any:
    """A declared type without what is only said about it."""
    while True:
        if get_origin(hint) is Annotated:
            hint = get_args(hint)[0]
        elif hasattr(hint, "__supertype__"):
            hint = hint.__supertype__
        else:
            return NoneType if hint is None else hint


@lru_cache(maxsize=8192)
def _fraction(text: str) -> Fraction:
    return Fraction(text)


@lru_cache(maxsize=8192)
def _decimal(text: str) -> Decimal:
    return Decimal(text)


@lru_cache(maxsize=4096)
def _date(text: str) -> date:
    return date.fromisoformat(text)
