"""Diagnostics as values: what is wrong with a text, where, and what to write instead.

Owns the shape of a diagnostic and of the place it points at. Knows nothing of YAML, of the
content's records, or of how a diagnostic is printed (that is `report/`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum
from typing import NamedTuple

from msgspec import Struct, field


class Severity(Enum):
    """How much a diagnostic weighs: an error stops publishing, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


class Span(NamedTuple):
    """A stretch of one file; lines and columns count from 1, in characters; `end` is exclusive."""

    path: str
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1


class Bilingual(NamedTuple):
    """One sentence in the two languages every diagnostic speaks."""

    zh: str
    en: str


class Diagnostic(Struct, frozen=True, array_like=True):
    """One mistake: its code, its place, the fact in the author's words, and one imperative."""

    code: str
    span: Span
    message: Bilingual
    hint: Bilingual
    severity: Severity = Severity.ERROR
    related: tuple[tuple[Span, Bilingual], ...] = ()


class Findings(Struct):
    """A growing list of diagnostics, handed down by whoever wants to collect all of them."""

    found: list[Diagnostic] = field(default_factory=list)

    def error(
        self,
        code: str,
        span: Span,
        *,
        message: tuple[str, str],
        hint: tuple[str, str],
        related: Iterable[tuple[Span, tuple[str, str]]] = (),
    ) -> None:
        """Record an error; `message` and `hint` are (Chinese, English)."""
        self._add(Severity.ERROR, code, span, message, hint, related)

    def warning(
        self,
        code: str,
        span: Span,
        *,
        message: tuple[str, str],
        hint: tuple[str, str],
        related: Iterable[tuple[Span, tuple[str, str]]] = (),
    ) -> None:
        """Record a warning; it is shown, and does not stop publishing."""
        self._add(Severity.WARNING, code, span, message, hint, related)

    def _add(
        self,
        severity: Severity,
        code: str,
        span: Span,
        message: tuple[str, str],
        hint: tuple[str, str],
        related: Iterable[tuple[Span, tuple[str, str]]],
    ) -> None:
        notes = tuple((where, Bilingual(*what)) for where, what in related)
        self.found.append(
            Diagnostic(code, span, Bilingual(*message), Bilingual(*hint), severity, notes)
        )

    def __iter__(self) -> Iterator[Diagnostic]:
        return iter(self.found)

    @property
    def stops(self) -> bool:
        """Whether any of the findings is an error."""
        return any(one.severity is Severity.ERROR for one in self.found)


def in_order(found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Diagnostics by file, line, column, then code; the same one is kept once."""
    return tuple(sorted(dict.fromkeys(found), key=lambda one: (one.span, one.code, one.message)))
