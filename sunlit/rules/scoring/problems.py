"""A mistake in a framework or a score sheet as a value: its code, its field, its numbers.

Owns the shape and nothing else. Does not know files, spans or sentences: another layer joins
the span of `path` and words the message from `code` and `values`.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from fractions import Fraction

from msgspec import Struct
from msgspec.structs import replace

from sunlit.locale.numbers import Exact
from sunlit.source.nearest import nearest

Path = tuple[str | int, ...]
"""Field names and positions from the top of the file: `("indicators", 2, "floor")`."""

LONGEST_NAME = 80
"""Where a name is cut before it is compared; no id is longer."""

_MOST_PLACES = 50  # more decimals than a number of the content can have


class Problem(Struct, frozen=True):
    """One mistake; `values` are the named texts its message needs, in a fixed order.

    The path names the field even when it is absent, so that it can be said where to write it.
    """

    code: str
    path: Path
    values: tuple[tuple[str, str], ...] = ()

    def value(self, name: str) -> str:
        """The text of that name; empty when the problem has none."""
        return dict(self.values).get(name, "")

    def below(self, *steps: str | int) -> Problem:
        """The same problem, seen from further up in the file."""
        return replace(self, path=(*steps, *self.path))


def problem(code: str, *path: str | int, **values: object) -> Problem:
    """A problem with its values as texts, in the order given."""
    return Problem(code, path, tuple((name, str(one)) for name, one in values.items()))


def unknown(code: str, *path: str | int, name: str, known: Iterable[str]) -> Problem:
    """A name that stands for nothing, with the nearest that does (empty when none is near)."""
    return problem(code, *path, id=name, nearest=near(name, known))


def near(name: str, known: Iterable[str]) -> str:
    """The nearest known name, also across full-width letters (Ａ for A); empty when none is."""
    plain = unicodedata.normalize("NFKC", name[:LONGEST_NAME]).strip()
    return nearest(plain, (one for one in known if len(one) <= LONGEST_NAME)) or ""


def digits(value: Exact) -> str:
    """A number as an author would write it: no grouping, no exponent; a third stays `1/3`."""
    exact = Fraction(value)
    for places in range(_MOST_PLACES):
        scaled = abs(exact) * 10**places
        if scaled.denominator == 1:
            text = str(scaled.numerator).rjust(places + 1, "0")
            whole, part = (text[:-places], f".{text[-places:]}") if places else (text, "")
            return f"{'-' if exact < 0 else ''}{whole}{part}"
    return str(exact)
