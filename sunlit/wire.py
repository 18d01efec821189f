"""Frozen values as JSON text and back, exactly: what travels between processes and builds.

Owns the form. It follows the declared types, as msgspec knows them, and adds two: fractions, and
records that are no structs. So only the types that are declared are ever made from a text, nothing
is executed, and equal values give equal texts.

A struct that travels is declared with `array_like`, which keeps the names of its fields out of the
text: with them it would be twice as long. Where one of several may stand, each has a `tag`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from fractions import Fraction
from functools import lru_cache
from typing import Any, Generic, NamedTuple, TypedDict, TypeVar, get_type_hints

from msgspec import convert, to_builtins
from msgspec.json import Decoder, Encoder

T = TypeVar("T")


class Records(NamedTuple):
    """Types that are no structs: their base, what names their fields, what makes one.

    A field that is not set on a record does not travel.
    """

    base: type
    names: Callable[[Any], Iterable[str]]
    make: Callable[[Any, dict[str, Any]], object]


class Wire(Generic[T]):
    """The form of the values of one declared type."""

    def __init__(self, hint: Any, *, records: Records | None = None) -> None:
        """`hint` is the type `T` as it is declared: a union or a row is no class to a checker."""
        self._hint: type[T] = hint
        self._records = records
        self._kinds: dict[type, Any] = {}
        self._encoder = Encoder(enc_hook=self._out, order="deterministic")
        self._decoder: Decoder[T] = Decoder(hint, dec_hook=self._back)

    def text(self, value: T) -> bytes:
        """A value as one line of JSON."""
        try:
            return self._encoder.encode(value)
        except UnicodeEncodeError:  # a name need not be UTF-8
            plain = to_builtins(value, enc_hook=self._out, order="deterministic")
            line = json.dumps(plain, ensure_ascii=False, separators=(",", ":"))
            return line.encode("utf-8", "surrogatepass")

    def value(self, text: bytes) -> T:
        """The value that a text was made from."""
        try:
            return self._decoder.decode(text)
        except UnicodeDecodeError:
            return convert(json.loads(text), self._hint, dec_hook=self._back)

    def _out(self, value: Any) -> object:
        """What JSON has in place of a value that msgspec does not know."""
        if isinstance(value, Fraction):
            return str(value)
        if self._records is not None and isinstance(value, self._records.base):
            return vars(value)
        raise TypeError(f"{type(value).__name__} cannot travel")

    def _back(self, kind: type, plain: Any) -> object:
        """The value of a type that msgspec does not know."""
        if kind is Fraction:
            return _fraction(plain)
        if self._records is not None and issubclass(kind, self._records.base):
            fields = self._fields(kind, self._records)
            return self._records.make(kind, convert(plain, fields, dec_hook=self._back))
        raise TypeError(f"{kind.__name__} cannot travel")

    def _fields(self, kind: type, records: Records) -> Any:
        """What may be set on a kind of record, as the type of a mapping."""
        if kind not in self._kinds:
            hints = get_type_hints(kind, include_extras=True)
            named = {name: hints[name] for name in records.names(kind)}
            # A type made at run time, which no checker can read.
            self._kinds[kind] = TypedDict(kind.__name__, named, total=False)  # type: ignore[operator]
        return self._kinds[kind]


@lru_cache(maxsize=8192)
def _fraction(text: str) -> Fraction:
    return Fraction(text)
