"""The check: every diagnostic of a root in one run, nothing made, nothing published.

What was read and found good before is not read again.
"""

from __future__ import annotations

from datetime import date

from sunlit.app.bench import BEST, STATE, Bench, Ways
from sunlit.app.root import Root
from sunlit.diagnostics import Diagnostic, in_order
from sunlit.engine.hands import Nowhere
from sunlit.engine.lock import locked
from sunlit.engine.memo import EditionMemo
from sunlit.engine.state import LostError
from sunlit.engine.walk import Depth


def check(root: Root, *, as_of: date, ways: Ways = BEST) -> tuple[Diagnostic, ...]:
    """Every mistake of the root's content, in the order of files and lines."""
    with locked(f"{root.path}/{STATE}/lock"):
        bench = Bench.open(root, as_of, None, ways)
        try:
            return _check(bench)
        except LostError:
            return _check(bench.anew())


def _check(bench: Bench) -> tuple[Diagnostic, ...]:
    walked, _ = bench.walk(EditionMemo(), Nowhere(), depth=Depth.READ)
    return in_order(bench.findings(walked))
