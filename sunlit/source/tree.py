"""The located tree: what stands in a YAML text, as texts, each with its place.

Owns the shape of the tree. Knows nothing of how it is read, and gives no text a type: `0101`,
`NO` and `12:30:45` stay texts until a declared type decodes them.
"""

from __future__ import annotations

from msgspec import Struct

from sunlit.diagnostics import Span


class Scalar(Struct, frozen=True):
    """A text after quotes and folding are taken away; `plain` says that it stood unquoted."""

    text: str
    span: Span
    plain: bool


class Null(Struct, frozen=True):
    """A value left empty, or written `~` or `null`."""

    span: Span


class Sequence(Struct, frozen=True):
    """A list in the author's order."""

    items: tuple[Node, ...]
    span: Span


class Entry(Struct, frozen=True):
    """One `key: value` of a mapping."""

    key: str
    key_span: Span
    value: Node


class Mapping(Struct, frozen=True):
    """Entries in the author's order; every key stands once."""

    entries: tuple[Entry, ...]
    span: Span

    def get(self, key: str) -> Node | None:
        """The value of a key, or None when the key does not stand here."""
        for entry in self.entries:
            if entry.key == key:
                return entry.value
        return None


Node = Scalar | Null | Sequence | Mapping
