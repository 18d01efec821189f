"""What the parser says, and the mistake an author sees: the two ends of an explanation.

Owns both shapes. Knows nothing of which leads to which.
"""

from __future__ import annotations

from msgspec import Struct

Sentence = tuple[str, str]
"""The same sentence in Chinese and English."""


class Trouble(Struct, frozen=True):
    """What the parser says, with lines and columns from 0."""

    problem: str
    context: str
    line: int
    column: int
    begun: tuple[int, int]
    lines: list[str]

    def text(self, line: int) -> str:
        return self.lines[line] if 0 <= line < len(self.lines) else ""

    @property
    def here(self) -> str:
        """The character at which the parser stopped."""
        return self.text(self.line)[self.column : self.column + 1]


class Cause(Struct, frozen=True):
    """The mistake as the author sees it: a place (from 0) and what is said about it."""

    line: int
    column: int
    length: int
    message: Sentence
    hint: Sentence
