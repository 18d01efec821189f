"""Sentences with figures in them: a whole phrase per language, its slots filled.

Owns how a phrase such as `{done} of {all} projects are finished.` keeps its numbers as figures,
so that a sentence is composed by each language and its numbers still are things.
"""

from __future__ import annotations

from functools import lru_cache
from string import Formatter

from sunlit.views.parts import Figure, Link, When, Words
from sunlit.views.scene import Scene

Piece = str | Figure | Link | When | Words
Sentence = tuple[Piece, ...]


def compose(scene: Scene, key: str, /, *, n: object = None, **slots: Piece) -> Sentence:
    """The phrase `key` with figures, links and dates in its slots; `n` chooses the plural."""
    phrase = scene.locale.phrases[key]
    if not isinstance(phrase, str):
        phrase = phrase["one" if n == 1 and "one" in phrase else "other"]
    pieces: list[Piece] = []
    for literal, slot in _parsed(phrase):
        if literal:
            pieces.append(literal)
        if slot is not None:
            pieces.append(str(n) if slot == "n" else slots[slot])
    return tuple(pieces)


@lru_cache(maxsize=1024)
def _parsed(phrase: str) -> tuple[tuple[str, str | None], ...]:
    return tuple((literal, slot) for literal, slot, _, _ in Formatter().parse(phrase))


def joined(scene: Scene, *sentences: Sentence) -> Sentence:
    """Several whole sentences, one after the other."""
    gap = "" if scene.locale.code.startswith("zh") else " "
    pieces: list[Piece] = []
    for sentence in sentences:
        if pieces and gap:
            pieces.append(gap)
        pieces += sentence
    return tuple(pieces)
