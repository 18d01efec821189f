"""The check: every diagnostic of a root in one run, nothing planned, nothing written."""

from __future__ import annotations

from datetime import date

from sunlit.app.root import Root
from sunlit.app.survey import survey
from sunlit.diagnostics import Diagnostic, Findings, in_order


def check(root: Root, *, as_of: date) -> tuple[Diagnostic, ...]:
    """Every mistake of the root's content, in the order of files and lines."""
    found = Findings()
    survey(root, as_of, found)
    return in_order(found)
