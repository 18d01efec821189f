"""The words of a line's parts.

Owns what is plain text in a line, and which line ends are gaps. Knows nothing of links or HTML.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING
from unicodedata import east_asian_width

if TYPE_CHECKING:
    from markdown_it.token import Token

_SIGNS = {"softbreak": "\n", "hardbreak": "\n"}


def plain_text(tokens: Sequence[Token]) -> str:
    """The words of a line's parts, without marks; a picture has no words here."""
    return "".join(
        _SIGNS.get(token.type, token.content) for token in tokens if token.type != "image"
    )


def join_wide_lines(tokens: Sequence[Token]) -> list[Token]:
    """Parts of a line, without the line ends between Chinese ones: a browser shows them as gaps."""
    before = _nearest(tokens)
    after = reversed(list(_nearest(reversed(tokens))))
    return [
        token
        for token, left, right in zip(tokens, before, after, strict=True)
        if token.type != "softbreak" or not (_wide(left[-1:]) and _wide(right[:1]))
    ]


def _nearest(tokens: Iterable[Token]) -> Iterator[str]:
    """For each part, the words of the part last seen before it."""
    words = ""
    for token in tokens:
        yield words
        if token.nesting == 0:
            words = "" if token.type == "image" else token.content


def _wide(character: str) -> bool:
    return bool(character) and east_asian_width(character) in "WF"
