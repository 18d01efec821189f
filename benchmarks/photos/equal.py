"""The quality setting at which a tool's pictures are as good as Sunlit's.

Owns the search and what counts as equal. How a picture is judged is `ssim`'s.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

LEAST, MOST = 1, 100

TOLERANCE = 0.002
"""How far the mean SSIM of two tools may be apart and still be called equal."""


@dataclass(frozen=True, slots=True)
class Setting:
    """A quality from 1 to 100 and the mean SSIM that it gives."""

    quality: int
    ssim: float

    def equals(self, other: Setting) -> bool:
        """Whether both are equally good."""
        return abs(self.ssim - other.ssim) <= TOLERANCE


def nearest(measure: Callable[[int], float], wanted: float, *, start: int) -> Setting:
    """The setting whose SSIM is nearest; `measure` must grow with the quality.

    Looks around `start` first, in growing steps, since a measurement takes its time.
    """
    known = lru_cache(maxsize=100)(measure)
    below = above = start
    step = 2
    while below > LEAST and known(below) > wanted:
        below, step = max(LEAST, below - step), step * 2
    step = 2
    while above < MOST and known(above) < wanted:
        above, step = min(MOST, above + step), step * 2
    while above - below > 1:
        middle = (below + above) // 2
        if known(middle) < wanted:
            below = middle
        else:
            above = middle
    found = (Setting(quality, known(quality)) for quality in (below, above))
    return min(found, key=lambda one: abs(one.ssim - wanted))
