"""YAML text to a located tree, built straight from the events of libyaml's parser.

Owns the way from events to nodes. Knows nothing of types, records or files; what is refused is
in `yaml_rules`, how a syntax error is worded in `yaml_syntax`. A text without mistakes is read
without places, in `yaml_ordinary`.

Built from events and not composed, because libyaml's composer recurses and dies with a
segmentation fault on 25 kB of `[`; its event parser does not, and the depth is checked as it grows.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct, field
from yaml.error import YAMLError
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from sunlit.diagnostics import Findings, Span
from sunlit.source.text import BYTE_ORDER_MARK, SIZE_LIMIT, decode_text, too_large, visible
from sunlit.source.tree import Entry, Mapping, Node, Null, Scalar, Sequence
from sunlit.source.yaml_events import NULLS, events_of
from sunlit.source.yaml_rules import DEPTH_LIMIT, Mark, Rules

__all__ = [
    "Entry", "Mapping", "Node", "Null", "Scalar", "Sequence", "decode_text", "read_yaml"
]  # fmt: skip


def read_yaml(text: str, *, path: str, found: Findings, first_line: int = 1) -> Node | None:
    """The tree of one document; None only after an error that left nothing to build.

    An empty text is a `Null`. `first_line` is the line of the file on which `text` begins.
    """
    text = text.removeprefix(BYTE_ORDER_MARK)
    if len(text) > SIZE_LIMIT:
        too_large(len(text), SIZE_LIMIT, path=path, found=found)
        return None
    text = visible(text, path=path, found=found, first_line=first_line)
    rules = Rules(text, path, first_line, found)
    try:
        root = _Building(rules).read(events_of(text))
    except YAMLError as error:
        from sunlit.source.yaml_syntax import explain  # here, since few texts ever need it

        explain(error, text, path=path, first_line=first_line, found=found)
        return None
    if isinstance(root, Scalar):
        rules.full_width_colon(root)
    return root


class _Frame(Struct):
    """A list or mapping whose end has not come; `key` is the entry that waits for its value."""

    start: Mark
    flow: bool
    mapping: bool
    items: list[Node] = field(default_factory=list)
    entries: dict[str, Entry] = field(default_factory=dict)
    key: Node | None = None
    last: Span | None = None


class _Building:
    """The tree as far as the events have come."""

    __slots__ = ("line", "open", "path", "root", "rules")

    def __init__(self, rules: Rules) -> None:
        self.rules = rules
        self.path = rules.path
        self.line = rules.first_line
        self.open: list[_Frame] = []
        self.root: Node | None = None

    def read(self, events: Iterable[Event]) -> Node | None:
        """The root node; None when the text is too deep."""
        for event in events:
            start, end = event.start_mark, event.end_mark
            if start is None or end is None:
                raise AssertionError("libyaml marks every event")
            match event:
                case ScalarEvent():
                    self.put(self.scalar(event, start, end))
                case MappingStartEvent() | SequenceStartEvent():
                    if event.tag is not None or event.anchor is not None:
                        self.rules.properties(event, start)
                    if len(self.open) == DEPTH_LIMIT:
                        self.rules.too_deep(self.span(start, end))
                        return None
                    mapping = isinstance(event, MappingStartEvent)
                    self.open.append(_Frame(start, bool(event.flow_style), mapping))
                case MappingEndEvent() | SequenceEndEvent():
                    self.put(self.closed(end))
                case AliasEvent():
                    self.put(self.rules.alias(start, end))
                case DocumentStartEvent() if self.root is not None:
                    self.rules.second_document(self.span(start, end))
                    return self.root
        return self.root or Null(Span(self.path, self.line, 1, self.line, 1))

    def span(self, start: Mark, end: Mark) -> Span:
        line = self.line
        return Span(self.path, start.line + line, start.column + 1, end.line + line, end.column + 1)

    def scalar(self, event: ScalarEvent, start: Mark, end: Mark) -> Node:
        if event.tag is not None or event.anchor is not None:
            self.rules.properties(event, start)
        style, text = event.style, event.value
        if style:
            block = style in "|>"
            span = self.rules.block_text(start, end) if block else self.span(start, end)
            return Scalar(text, span, False)
        span = self.span(start, end)
        if text in NULLS and not self.wants_key():
            return Null(span)
        return Scalar(text, span, True)

    def wants_key(self) -> bool:
        return bool(self.open) and self.open[-1].mapping and self.open[-1].key is None

    def closed(self, end: Mark) -> Node:
        frame = self.open.pop()
        span = self.span(frame.start, end)
        if not frame.flow and frame.last is not None:  # a block ends where the next token starts
            span = span._replace(end_line=frame.last.end_line, end_column=frame.last.end_column)
        if frame.mapping:
            return Mapping(tuple(frame.entries.values()), span)
        return Sequence(tuple(frame.items), span)

    def put(self, node: Node) -> None:
        if not self.open:
            self.root = node
            return
        frame = self.open[-1]
        frame.last = node.span
        if not frame.mapping:
            frame.items.append(node)
        elif frame.key is None:
            frame.key = node
        else:
            key, frame.key = frame.key, None
            if (
                isinstance(key, Scalar)
                and key.text not in frame.entries
                and key.text.isidentifier()
            ):
                frame.entries[key.text] = Entry(key.text, key.span, node)
            else:
                self.rules.entry(key, node, frame.entries)
