"""The events of a YAML text, from libyaml's parser and no other.

Owns which parser reads. Knows nothing of trees.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from importlib import import_module
from typing import Protocol

from yaml.events import Event

NULLS = frozenset(("", "~", "null", "Null", "NULL"))
"""What stands for nothing, when it is not in quotes."""


def events_of(text: str) -> Iterator[Event]:
    """The events one by one; a syntax error is raised where the parser comes to it."""
    return iter(_parser()(text).get_event, None)


class _Parser(Protocol):
    def __init__(self, text: str) -> None: ...

    def get_event(self) -> Event | None: ...


@lru_cache(maxsize=1)
def _parser() -> type[_Parser]:
    try:
        cyaml = import_module("yaml.cyaml")
    except ImportError as error:
        raise RuntimeError(
            "PyYAML stands here without libyaml, whose parser reads the content; the parser "
            "written in Python has other limits, so this program refuses to pretend. Install the "
            "binary wheel: pip install --force-reinstall --only-binary :all: pyyaml"
        ) from error
    parser: type[_Parser] = cyaml.CParser
    return parser
