"""Diagnostics to text: one module for each format, and the table of formats.

Owns the names of the formats. Knows nothing of where diagnostics come from or where a text goes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sunlit.diagnostics import Diagnostic
from sunlit.report import concise, github, json, sarif, text
from sunlit.report.words import Lang

__all__ = ["FORMATS", "Lang", "Render", "SourceOf"]

SourceOf = Callable[[str], str | None]
"""The text of a file by its path, or None when it cannot be shown."""

Render = Callable[[Sequence[Diagnostic], Lang, SourceOf], str]

FORMATS: dict[str, Render] = {
    "text": lambda found, lang, source_of: text.render(found, lang=lang, source_of=source_of),
    "concise": lambda found, lang, _: concise.render(found, lang=lang),
    "json": lambda found, _lang, _source_of: json.render(found),
    "github": lambda found, lang, _: github.render(found, lang=lang),
    "sarif": lambda found, lang, _: sarif.render(found, lang=lang),
}
"""The formats of `check --format`, by name."""
