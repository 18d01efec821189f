"""What a diagnostic of a single field says: its code, and message and hint in two languages."""

from __future__ import annotations

from typing import NamedTuple

Pair = tuple[str, str]
"""Chinese, English."""


class Said(NamedTuple):
    """A code with its message and hint, each in Chinese and English."""

    code: str
    message: Pair
    hint: Pair
