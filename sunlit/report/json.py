"""Diagnostics as JSON for other programs, in both languages.

Owns the names of the fields, which are public and do not change within a `version`.
"""

from __future__ import annotations

from collections.abc import Sequence
from json import dumps

from sunlit.diagnostics import Bilingual, Diagnostic, Severity, Span

VERSION = 1


def render(found: Sequence[Diagnostic]) -> str:
    """One object: version, counts and the diagnostics in the order given."""
    report = {
        "version": VERSION,
        "errors": sum(one.severity is Severity.ERROR for one in found),
        "warnings": sum(one.severity is Severity.WARNING for one in found),
        "diagnostics": [_diagnostic(one) for one in found],
    }
    return dumps(report, ensure_ascii=False, indent=2) + "\n"


def _diagnostic(one: Diagnostic) -> dict[str, object]:
    return {
        "code": one.code,
        "severity": one.severity.value,
        **_place(one.span),
        "message": _both(one.message),
        "hint": _both(one.hint),
        "related": [{**_place(span), "message": _both(words)} for span, words in one.related],
    }


def _place(span: Span) -> dict[str, object]:
    return dict(span._asdict())


def _both(words: Bilingual) -> dict[str, str]:
    return dict(words._asdict())
