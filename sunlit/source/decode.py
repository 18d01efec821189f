"""From a located tree to a record: each field decoded by its declared type, each error placed.

Owns the join of a record's mistakes with the tree's spans. How each is found is in
`model/reading`, how it reads in `wording`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from sunlit.diagnostics import Findings
from sunlit.model.form import Mistake, Refused
from sunlit.model.reading import record_of
from sunlit.model.record import Record
from sunlit.source.located import Located, Step, Written, span_at
from sunlit.source.nearest import nearest
from sunlit.source.text import visible
from sunlit.source.tree import Entry, Mapping, Node, Null, Scalar, Sequence
from sunlit.source.yaml import read_yaml
from sunlit.source.yaml_ordinary import read_ordinary
from sunlit.source.yaml_rules import MISTAKE_LIMIT

R = TypeVar("R", bound=Record)


def read_record(
    written: Written, record: type[R], *, path: str, found: Findings, id: str = ""
) -> Located[R] | None:
    """The record that a YAML text holds, or None; every mistake in it is added to `found`."""
    ordinary = read_ordinary(written.text)
    if ordinary is not None:
        try:
            return Located(id, record_of(record, ordinary), path, written)
        except Refused:
            pass  # where each mistake stands is known only to the tree
    root = read_yaml(written.text, path=path, found=found, first_line=written.first_line)
    return None if root is None else decode(root, record, path=path, found=found, id=id)


def decode(
    root: Node, record: type[R], *, path: str, found: Findings, id: str = ""
) -> Located[R] | None:
    """The record that a tree holds, or None; every mistake in it is added to `found`."""
    if isinstance(root, Null):
        root = Mapping((), root.span)
    empty: set[tuple[Step, ...]] = set()
    mistakes = Findings()
    plain = _plain(root, (), empty, mistakes)
    decoded: R | None = None
    try:
        decoded = record_of(record, plain)
    except Refused as refused:
        misspelt = set(_misspelt(refused.mistakes))
        for one in refused.mistakes:
            if one.steps in empty or (one.kind == "missing" and one.steps in misspelt):
                continue
            if len(mistakes.found) > MISTAKE_LIMIT:
                break
            _report(root, one, mistakes)
    _hand_over(mistakes, found)
    return None if decoded is None else Located(id, decoded, path, root)


def _hand_over(mistakes: Findings, found: Findings) -> None:
    """Add the mistakes of one file; where there is no end of them, the first and a word on it."""
    found.found += mistakes.found[:MISTAKE_LIMIT]
    if len(mistakes.found) > MISTAKE_LIMIT:
        found.error(
            "yaml-too-many-mistakes",
            mistakes.found[MISTAKE_LIMIT].span,
            message=(
                f"这个文件已有 {MISTAKE_LIMIT} 处错误，后面的不再列出",
                f"this file has {MISTAKE_LIMIT} mistakes; those after this one are not shown",
            ),
            hint=("先改正前面的，再检查一次。", "Correct those above and check again."),
        )


def _misspelt(mistakes: Iterable[Mistake]) -> Iterator[tuple[Step, ...]]:
    """The places of fields that are missing only because their names are misspelt beside them."""
    for one in mistakes:
        if one.kind == "unknown-field":
            *above, name = one.steps
            meant = nearest(str(name), one.context["known"])
            if meant:
                yield (*above, meant)


def _plain(
    node: Node, steps: tuple[Step, ...], empty: set[tuple[Step, ...]], found: Findings
) -> object:
    match node:
        case Scalar():
            return _text(node, found)
        case Sequence():
            return [_plain(item, (*steps, n), empty, found) for n, item in enumerate(node.items)]
        case Mapping():
            kept: dict[str, object] = {}
            for entry in node.entries:
                here = (*steps, entry.key)
                if isinstance(entry.value, Null):
                    empty.add(here)
                    _report_empty(entry, found)
                else:
                    kept[entry.key] = _plain(entry.value, here, empty, found)
            return kept
        case Null():
            empty.add(steps)
            found.error(
                "empty-value",
                node.span,
                message=("列表里有一项是空的", "an item of this list is empty"),
                hint=("写上内容，或者删掉这一行。", "Write a value, or delete the line."),
            )
            return ""


def _text(node: Scalar, found: Findings) -> str:
    """A scalar's text; an escape such as `\\u202e` may not bring in what no file may hold."""
    if node.plain or node.text.isprintable():
        return node.text
    hidden = Findings()
    visible(node.text, path=node.span.path, found=hidden)
    for one in hidden:
        found.error(one.code, node.span, message=one.message, hint=_ESCAPED)
    return node.text


_ESCAPED = ("删掉引号里的这个反斜杠写法。", "Delete the escape between the quotes.")


def _report_empty(entry: Entry, found: Findings) -> None:
    from sunlit.source import wording

    said = wording.empty_value(entry.key)
    found.error(said.code, entry.key_span, message=said.message, hint=said.hint)


def _report(root: Node, mistake: Mistake, found: Findings) -> None:
    from sunlit.source import wording  # here, since content without mistakes need not load it

    kind, steps = mistake.kind, mistake.steps
    names = [step for step in steps if isinstance(step, str)]
    field = names[-1] if names else root.span.path.rsplit("/", 1)[-1]
    at = steps[:-1] if kind == "missing" else steps
    span = span_at(root, at, key=kind == "unknown-field")
    said = wording.worded(kind, {**mistake.context, "field": field})
    found.error(said.code, span, message=said.message, hint=said.hint)
