"""How far the developing of photos is, as a bar on a terminal, and nothing anywhere else."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar

FEW = 4
"""Up to so many photos are done before anybody would ask."""


class Bar:
    """Is told how many photos are developed, and of how many; leaves the terminal as it was."""

    def __init__(self, lang: str) -> None:
        self._label = "冲洗照片" if lang == "zh" else "Developing photos"
        self._bar: ProgressBar[int] | None = None

    def __enter__(self) -> Bar:
        return self

    def __exit__(self, *_: object) -> None:
        self._end()

    def __call__(self, done: int, every: int) -> None:
        """Show it."""
        if self._bar is None:
            if every <= FEW or done == every or not sys.stderr.isatty():
                return
            import click  # most builds show none

            self._bar = click.progressbar(length=every, label=self._label, file=sys.stderr)
            self._bar.render_progress()
        self._bar.update(done - self._bar.pos)
        if done == every:
            self._end()

    def _end(self) -> None:
        if self._bar is not None:  # it hides the cursor until then
            self._bar.render_finish()
            self._bar = None
