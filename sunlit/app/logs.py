"""Diagnostics as they are kept from build to build: one line of text."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

from sunlit.diagnostics import Diagnostic

if TYPE_CHECKING:
    from sunlit.wire import Wire


@lru_cache(maxsize=1)
def _wire() -> Wire[tuple[Diagnostic, ...]]:
    from sunlit.wire import Wire  # most builds have nothing to say

    return Wire(tuple[Diagnostic, ...])


def log_of(found: Iterable[Diagnostic]) -> bytes:
    """Diagnostics as a text; none are an empty one."""
    every = tuple(found)
    if not every:
        return b""
    # What is told is shown: of a name that is not UTF-8, a terminal would take none.
    return _wire().text(every).decode("utf-8", "surrogatepass").encode("utf-8", "replace")


def diagnostics_of(log: bytes) -> tuple[Diagnostic, ...]:
    """The diagnostics of such a text."""
    return _wire().value(log) if log else ()
