"""A decoded record together with the place of every field, for checks that come later.

Owns the join of record and tree. Places are looked up when a mistake is found, not before: the
tree of an ordinary file is not even built until then.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

from msgspec import Struct

from sunlit.diagnostics import Findings, Span
from sunlit.model.record import Record
from sunlit.source.tree import Mapping, Node, Sequence
from sunlit.source.yaml import read_yaml

R = TypeVar("R", bound=Record)
Step = str | int


class Written(NamedTuple):
    """A YAML text, and the line of its file on which it begins."""

    text: str
    first_line: int = 1


class Located(Struct, Generic[R], frozen=True):
    """A record, the file it stands in, what it was read from, and the Markdown below it, if any.

    `id` is the record's id among its kind: `village-road`, `seven-colours/2026-q3`, or empty.
    """

    id: str
    record: R
    path: str
    source: Written | Node
    body: str = ""
    body_line: int = 1

    @property
    def root(self) -> Node:
        """The tree with its places."""
        if isinstance(self.source, Written):
            return _tree(self.source, self.path)
        return self.source

    def span(self, *steps: Step, key: bool = False) -> Span:
        """The place of the value at `steps`, or of its key; the nearest one that exists."""
        return span_at(self.root, steps, key=key)


@lru_cache(maxsize=8)  # the mistakes of a file are found one after another
def _tree(written: Written, path: str) -> Node:
    root = read_yaml(written.text, path=path, found=Findings(), first_line=written.first_line)
    if root is None:
        raise AssertionError("a text that gave a record has a tree")
    return root


def span_at(root: Node, steps: tuple[Step, ...], *, key: bool = False) -> Span:
    """The smallest span on the way to `steps`; with `key`, that of the last key itself."""
    node, span = root, head_span(root)
    for number, step in enumerate(steps):
        last = number == len(steps) - 1
        match node:
            case Mapping():
                entry = next((one for one in node.entries if one.key == step), None)
                if entry is None:
                    return span
                span = entry.key_span if key and last else value_span(entry.value, entry.key_span)
                node = entry.value
            case Sequence() if isinstance(step, int) and step < len(node.items):
                node = node.items[step]
                span = head_span(node)
            case _:
                return span
    return span


def head_span(node: Node) -> Span:
    """A short span for a collection: its first key or item; a scalar's own span."""
    match node:
        case Mapping() if node.entries:
            return node.entries[0].key_span
        case Sequence() if node.items:
            return head_span(node.items[0])
    return node.span


def value_span(node: Node, key_span: Span) -> Span:
    """The span of a value: a scalar's own; for a collection, that of its key."""
    return key_span if isinstance(node, Mapping | Sequence) else node.span
