"""SHA-256 digests of bytes, texts and frozen values.

Owns the canonical form a value takes before it is hashed, so that equal values have equal
digests on every machine. Knows nothing of what the values mean.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import date, time
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import NewType

from msgspec import Struct

Digest = NewType("Digest", str)
"""64 lower-case hexadecimal digits of SHA-256."""


def of_bytes(content: bytes) -> Digest:
    """The digest of a file's bytes, as `sha256sum` prints it."""
    return Digest(hashlib.sha256(content).hexdigest())


def of_value(value: object) -> Digest:
    """The digest of a frozen value: structs, tuples, mappings, numbers, texts, dates."""
    # A file name that is not UTF-8 has a digest too, and not that of any other name.
    return of_bytes(canonical(value).encode("utf-8", "surrogatepass"))


def canonical(value: object) -> str:
    """One text per value: values written alike give equal texts, unlike values unlike ones.

    A number's type and digits count: `1`, `1.0` and `True` would not look alike on a page.
    """
    match value:
        case None | bool() | int() | Decimal() | Fraction() | date() | time():
            return f"{type(value).__name__}({value})"
        case Enum():
            return f"{type(value).__name__}.{value.name}"
        case str():
            return f"{len(value)}:{value}"
        case bytes():
            return f"bytes({value.hex()})"
        case Mapping():
            pairs = sorted((canonical(key), canonical(item)) for key, item in value.items())
            return "{" + ",".join(f"{key}={item}" for key, item in pairs) + "}"
        case tuple() | list():
            return "(" + ",".join(map(canonical, value)) + ")"
        case frozenset() | set():
            return "<" + ",".join(sorted(map(canonical, value))) + ">"
    if isinstance(value, Struct):
        names = value.__struct_fields__
        inner = ",".join(f"{name}={canonical(getattr(value, name))}" for name in names)
        return f"{type(value).__name__}[{inner}]"
    raise TypeError(f"no canonical form for {type(value).__name__}")
