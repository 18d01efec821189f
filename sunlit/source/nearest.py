"""The nearest of the known names, for "did you mean".

Owns one measure of nearness, so that every suggestion is made alike.
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name most like `name`, when it is like enough to be worth saying."""
    lowered = name.lower().replace("_", "-")
    best: tuple[float, str] | None = None
    for one in sorted(known):
        ratio = SequenceMatcher(None, lowered, one.lower().replace("_", "-")).ratio()
        if best is None or ratio > best[0]:
            best = (ratio, one)
    return best[1] if best and best[0] >= 0.6 else None


def did_you_mean(name: str, known: Iterable[str]) -> tuple[str, str] | None:
    """The hint in both languages, or None when nothing is near."""
    like = nearest(name, known)
    return None if like is None else (f"改成 {like}。", f"Write {like}.")
