"""Workflow commands of GitHub Actions, which show each diagnostic beside the changed line.

Owns their escaping. A message can hold any text of a pull request, so nothing unescaped may pass:
a line that begins with `::` would be a command of its own.
"""

from __future__ import annotations

from collections.abc import Sequence

from sunlit.diagnostics import Diagnostic, Severity
from sunlit.report.words import Lang, printable, said

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning"}
_TEXT = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def render(found: Sequence[Diagnostic], *, lang: Lang) -> str:
    """One command for each diagnostic, in the order given."""
    return "".join(f"{_command(one, lang)}\n" for one in found)


def _command(one: Diagnostic, lang: Lang) -> str:
    span = one.span
    places = {
        "file": printable(span.path),
        "line": str(span.line),
        "endLine": str(span.end_line),
        "col": str(span.column),
        "endColumn": str(span.end_column),
        "title": one.code,
    }
    if span.end_line != span.line:  # GitHub refuses columns when a command spans lines
        del places["col"], places["endColumn"]
    properties = ",".join(f"{key}={value.translate(_PROPERTY)}" for key, value in places.items())
    words = f"{said(one.message, lang)}\n{said(one.hint, lang)}".translate(_TEXT)
    return f"::{_COMMANDS[one.severity]} {properties}::{words}"
