"""The short way through an ordinary YAML text: its texts, lists and mappings, without places.

Owns what is ordinary: a text in which nothing has to be reported, as nearly every one of the
content is. At anything else this reading gives up, and `yaml` reads the text again with places
and findings. Places are most of the work, and only a mistake asks for them.
"""

from __future__ import annotations

import re
from typing import Any

from yaml.error import YAMLError
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    MappingStartEvent,
    ScalarEvent,
)

from sunlit.source.text import SIZE_LIMIT, all_visible
from sunlit.source.yaml_events import NULLS, events_of
from sunlit.source.yaml_rules import DEPTH_LIMIT

_WORD = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")


class _Odd(Exception):  # noqa: N818 - not a mistake yet: the text is read the other way
    """Something that an ordinary text does not have."""


def read_ordinary(text: str) -> dict[str, Any] | None:
    """The mapping that an ordinary text is; None for every other text."""
    if len(text) > SIZE_LIMIT or not all_visible(text):
        return None
    try:
        root = _root(text)
    except (YAMLError, _Odd):
        return None
    return root if isinstance(root, dict) else None


def _root(text: str) -> object:
    """One loop with hardly a call in it, since it runs for every word of the content."""
    root: list[object] = []
    into: Any = root
    around: list[Any] = []
    key: str | None = None
    value: Any
    for event in events_of(text):
        if isinstance(event, ScalarEvent):
            if event.tag is not None or event.anchor is not None:
                raise _Odd
            value = event.value
            if key is None and isinstance(into, dict):
                key = value if value.isidentifier() and value not in into else _key(value, into)
                continue
            if value in NULLS if not event.style else not value.isprintable():
                _check(event)
        elif isinstance(event, CollectionStartEvent):
            if event.tag is not None or event.anchor is not None or len(around) == DEPTH_LIMIT:
                raise _Odd
            if key is None and isinstance(into, dict):
                raise _Odd  # a list or a mapping as a key
            value = {} if isinstance(event, MappingStartEvent) else []
        elif isinstance(event, CollectionEndEvent):
            into = around.pop()
            continue
        elif isinstance(event, AliasEvent) or (root and isinstance(event, DocumentStartEvent)):
            raise _Odd
        else:
            continue
        if key is None:
            into.append(value)
        else:
            into[key], key = value, None
        if isinstance(event, CollectionStartEvent):
            around.append(into)
            into = value
    return root[0] if root else None


def _key(key: str, beside: dict[str, Any]) -> str:
    if key in beside or not _WORD.fullmatch(key):
        raise _Odd
    return key


def _check(event: ScalarEvent) -> None:
    """Give up on a value left empty, and on what an escape between quotes brought in."""
    if not event.style or not all_visible(event.value):
        raise _Odd
