"""From a located tree to a record: each field decoded by its declared type, each error placed.

Owns the join of pydantic's errors with the tree's spans. How an error reads is in `wording`.
"""

from __future__ import annotations

from collections.abc import Sequence as Sequence_
from enum import Enum
from types import UnionType
from typing import Any, TypeVar, Union, get_args, get_origin

from pydantic import ValidationError
from pydantic.fields import FieldInfo

from sunlit.diagnostics import Findings
from sunlit.model.record import Record
from sunlit.source import wording
from sunlit.source.located import Located, Step, span_at
from sunlit.source.nearest import nearest
from sunlit.source.text import visible
from sunlit.source.tree import Mapping, Node, Null, Scalar, Sequence
from sunlit.source.yaml_rules import MISTAKE_LIMIT

R = TypeVar("R", bound=Record)


def decode(
    root: Node, record: type[R], *, path: str, found: Findings, id: str = ""
) -> Located[R] | None:
    """The record that a file holds, or None; every mistake in it is added to `found`."""
    if isinstance(root, Null):
        root = Mapping((), root.span)
    empty: set[tuple[Step, ...]] = set()
    mistakes = Findings()
    plain = _plain(root, (), empty, mistakes)
    decoded: R | None = None
    try:
        # By alias only: an author writes `from`, which cannot be a name of Python.
        decoded = record.model_validate(plain, by_alias=True, by_name=False)
    except ValidationError as error:
        errors = error.errors(include_url=False)
        misspelt = _misspelt(errors, record)
        for one in errors:
            steps = tuple(one["loc"])
            if steps in empty or (one["type"] == "missing" and steps in misspelt):
                continue
            if len(mistakes.found) > MISTAKE_LIMIT:
                break
            # ErrorDetails is a TypedDict; its keys are read here by their names in pydantic.
            _report(root, record, steps, one, mistakes)  # type: ignore[arg-type]
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


def _misspelt(errors: Sequence_[Any], record: type[Record]) -> set[tuple[Step, ...]]:
    """The places of fields that are missing only because their names are misspelt beside them."""
    found: set[tuple[Step, ...]] = set()
    for one in errors:
        if one["type"] == "extra_forbidden":
            *above, name = one["loc"]
            meant = nearest(str(name), field_names(_record_at(record, tuple(above))))
            if meant:
                found.add((*above, meant))
    return found


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
                    found.error(
                        "empty-value",
                        entry.key_span,
                        message=(f"“{entry.key}”后面是空的", f"`{entry.key}` has no value"),
                        hint=("写上内容，或者删掉这一行。", "Write a value, or delete the line."),
                    )
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


def _report(
    root: Node,
    record: type[Record],
    steps: tuple[Step, ...],
    error: dict[str, Any],
    found: Findings,
) -> None:
    kind, context = str(error["type"]), dict(error.get("ctx") or {})
    if isinstance(error.get("input"), str):
        context.setdefault("value", error["input"])
    names = [step for step in steps if isinstance(step, str)]
    context["field"] = names[-1] if names else root.span.path.rsplit("/", 1)[-1]
    if kind == "extra_forbidden":
        context["known"] = field_names(_record_at(record, steps[:-1]))
    if kind == "enum":
        context["choices"] = _choices_at(record, steps)
    at = steps[:-1] if kind == "missing" else steps
    span = span_at(root, at, key=kind == "extra_forbidden")
    said = wording.worded(kind, context)
    found.error(said.code, span, message=said.message, hint=said.hint)


def field_names(record: type[Record] | None) -> tuple[str, ...]:
    """The names an author may use in a record."""
    if record is None:
        return ()
    return tuple(field.alias or name for name, field in record.model_fields.items())


def _record_at(record: type[Record], steps: tuple[Step, ...]) -> type[Record] | None:
    here: type[Record] | None = record
    for step in steps:
        if isinstance(step, int):
            continue
        field = _field(here, step)
        here = _inner(field.annotation, Record) if field else None
    return here


def _choices_at(record: type[Record], steps: tuple[Step, ...]) -> tuple[str, ...]:
    names = [step for step in steps if isinstance(step, str)]
    field = _field(_record_at(record, tuple(names[:-1])), names[-1]) if names else None
    enum = _inner(field.annotation, Enum) if field else None
    return tuple(str(one.value) for one in enum) if enum else ()


def _field(record: type[Record] | None, name: str) -> FieldInfo | None:
    if record is None:
        return None
    for key, field in record.model_fields.items():
        if name in (key, field.alias):
            return field
    return None


T = TypeVar("T")


def _inner(annotation: object, base: type[T]) -> type[T] | None:
    """The record or enum inside `X | None`, `tuple[X, ...]` and the like."""
    if isinstance(annotation, type) and issubclass(annotation, base):
        return annotation
    if get_origin(annotation) in (Union, UnionType, tuple):
        for part in get_args(annotation):
            inner = _inner(part, base)
            if inner is not None:
                return inner
    return None
