"""The check: every diagnostic of a root in one run, nothing made, nothing published.

What was read and found good before is not read again.
"""

from __future__ import annotations

from datetime import date

from sunlit.app.bench import BEST, STATE, Bench, Ways, astray
from sunlit.app.root import Root
from sunlit.app.stopped import told
from sunlit.diagnostics import Diagnostic, Findings, in_order
from sunlit.engine.hands import Nowhere
from sunlit.engine.lock import locked
from sunlit.engine.memo import EditionMemo
from sunlit.engine.state import LostError
from sunlit.engine.walk import Depth


def check(root: Root, *, as_of: date, ways: Ways = BEST) -> tuple[Diagnostic, ...]:
    """Every mistake of the root's content, in the order of files and lines."""
    found = Findings(list(astray(root)))
    if found.stops:
        return in_order(found)
    with told(found, STATE), locked(f"{root.path}/{ways.state}/lock"):
        bench = Bench.open(root, as_of, None, ways)
        try:
            found.found += _found(bench)
        except LostError:
            found.found += _found(bench.anew())
    return in_order(found)


def _found(bench: Bench) -> list[Diagnostic]:
    walked, *_ = bench.walk(EditionMemo(), Nowhere(), depth=Depth.READ)
    found = bench.findings(walked)
    bench.look_for_faces(found)
    return found.found
