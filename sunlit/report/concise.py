"""One line for each diagnostic: `path:line:column: weight code: message`.

Owns this one format. Knows nothing of sources, so it can be read by a machine or `grep`.
"""

from __future__ import annotations

from collections.abc import Sequence

from sunlit.diagnostics import Diagnostic
from sunlit.report.words import Lang, printable, said, weight


def render(found: Sequence[Diagnostic], *, lang: Lang) -> str:
    """The lines, in the order given, each with its end; empty when nothing was found."""
    return "".join(f"{_line(one, lang)}\n" for one in found)


def _line(one: Diagnostic, lang: Lang) -> str:
    place = f"{printable(one.span.path)}:{one.span.line}:{one.span.column}"
    return f"{place}: {weight(one.severity, lang)} {one.code}: {said(one.message, lang)}"
