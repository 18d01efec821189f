"""Pages before they are made: so that one which would come out as it did is never made.

Owns what a draft is, and the digest of what it is made from. An area has many pages of which an
edit changes few. Each is made from the part of the area that all of them may see, and from a
small value of its own; who makes it is handed nothing else of the area's units.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from markupsafe import Markup
from msgspec import Struct
from msgspec.msgpack import Encoder

from sunlit.digest import Digest, of_bytes
from sunlit.model.record import Record
from sunlit.paths import UrlPath
from sunlit.views.edition import Page


class Draft(Struct, frozen=True):
    """A page to be made: where it goes, the digest of what is its own, how it is made."""

    path: UrlPath
    shows: Digest
    make: Callable[[], Page]


def encoded(value: object) -> bytes:
    """A frozen value as bytes: equal values give equal ones, unlike values of one type do not."""
    return _ENCODER.encode(value)


def digest_of(value: object) -> Digest:
    """The digest of a frozen value."""
    return of_bytes(encoded(value))


def _plain(value: object) -> object:
    """What a view holds that is neither text nor number, with its type."""
    match value:
        case Markup():
            return "html", str(value)
        case Fraction():
            return "fraction", value.numerator, value.denominator
        case Record():
            return type(value).__name__, vars(value)
    raise TypeError(f"a {type(value).__name__} has no digest")


_ENCODER = Encoder(enc_hook=_plain, order="deterministic")
