"""What is kept of a photo once it was decoded: what it looks like, and the day it was taken.

Owns the type alone, so that facts kept from an earlier build need no picture library; `look.py`
finds them.
"""

from __future__ import annotations

from msgspec import Struct


class Facts(Struct, frozen=True):
    """The average colour as `#rrggbb`, a perceptual hash of 256 bits, and the camera's own day."""

    colour: str
    look: str
    """64 hexadecimal digits; pictures that look alike differ in few bits."""
    taken: str | None = None
    """As `2026-03-05`; None where the camera wrote none down. Where it was taken is never read."""
