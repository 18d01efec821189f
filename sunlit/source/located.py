"""A decoded record together with the place of every field, for checks that come later.

Owns the join of record and tree. Spans are looked up when a mistake is found, not before.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from sunlit.diagnostics import Span
from sunlit.model.record import Record
from sunlit.source.tree import Mapping, Node, Sequence

R = TypeVar("R", bound=Record)
Step = str | int


@dataclass(frozen=True, slots=True)
class Located(Generic[R]):
    """A record, the file it stands in, its tree, and the Markdown below it, if any.

    `id` is the record's id among its kind: `village-road`, `seven-colours/2026-q3`, or empty.
    """

    id: str
    record: R
    path: str
    root: Node
    body: str = ""
    body_line: int = 1

    def span(self, *steps: Step, key: bool = False) -> Span:
        """The place of the value at `steps`, or of its key; the nearest one that exists."""
        return span_at(self.root, steps, key=key)


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
