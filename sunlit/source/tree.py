"""The located tree: what stands in a YAML text, as texts, each with its place.

Owns the shape of the tree. Knows nothing of how it is read, and gives no text a type: `0101`,
`NO` and `12:30:45` stay texts until a declared type decodes them.
"""

from __future__ import annotations

from dataclasses import dataclass

from sunlit.diagnostics import Span


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text after quotes and folding are taken away; `plain` says that it stood unquoted."""

    text: str
    span: Span
    plain: bool


@dataclass(frozen=True, slots=True)
class Null:
    """A value left empty, or written `~` or `null`."""

    span: Span


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list in the author's order."""

    items: tuple[Node, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Entry:
    """One `key: value` of a mapping."""

    key: str
    key_span: Span
    value: Node


@dataclass(frozen=True, slots=True)
class Mapping:
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
