"""What stops a command although no content is wrong: another one at work, a worker that died.

Owns what is said of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sunlit.diagnostics import Findings, Span
from sunlit.engine.lock import BusyError
from sunlit.engine.pool import WorkerError


@contextmanager
def told(found: Findings, folder: str) -> Iterator[None]:
    """Tell of it instead of failing; `folder` is where another command is at work."""
    try:
        yield
    except BusyError:
        _say_busy(folder, found)
    except WorkerError as error:
        _say_died(error, found)


def _say_busy(folder: str, found: Findings) -> None:
    found.error(
        "build-running",
        Span(folder),
        message=("另一次生成正在进行", "another build is at work on this site"),
        hint=("等它结束，再运行一次。", "Wait for it to end, then run this again."),
    )


def _say_died(error: WorkerError, found: Findings) -> None:
    found.error(
        "worker-died",
        Span(f"content/communities/{error.holding}" if error.holding else "content"),
        message=(
            f"处理到这里时程序意外中止：{error.last_line}",
            f"the program ended unexpectedly while at this: {error.last_line}",
        ),
        hint=(
            "再运行一次；如果又停在这里，请把这段话发给维护人员。",
            "Run it again; if it ends here again, send this to the maintainers.",
        ),
    )
