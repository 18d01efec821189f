"""What a name can be found by when it is typed: itself, its pinyin, its initials.

Owns the form of `data-key`, which the script searches. A slug is added where the pinyin does not
already contain it: it may spell a name as people do. The dictionaries take longer to load than a
small edit to build, so what was spelt before may be handed over in `KNOWN`.
"""

from __future__ import annotations

import re

# How these are read in names of places; a dictionary of words reads them otherwise.
_IN_PLACES = {"长": "chang", "都": "du", "佛": "fo", "咀": "zui", "翟": "zhai", "凹": "wa"}


def key_of(name: str, *others: str) -> str:
    """The key of a name: 双龙村 becomes `双龙村 shuanglongcun slc`, then what else it is called."""
    words = [name.replace(" ", ""), *spelt(name)]
    for other in others:
        plain = other.replace(" ", "").replace("-", "").lower()
        if plain and not any(plain in word for word in words):
            words.append(plain)
    return " ".join(dict.fromkeys(filter(None, words)))


KNOWN: dict[str, tuple[str, str]] = {}
"""Names that were spelt already, by this process or before it: a site has some thousand."""


def spelt(name: str) -> tuple[str, str]:
    """The pinyin of a name without tones, and its initials; digits and letters stay."""
    known = KNOWN.get(name)
    if known is None:
        known = KNOWN[name] = _spelt(name)
    return known


def _spelt(name: str) -> tuple[str, str]:
    from pypinyin import lazy_pinyin

    parts: list[str] = []
    for piece in re.split(f"([{''.join(_IN_PLACES)}])", name):
        if piece in _IN_PLACES:
            parts.append(_IN_PLACES[piece])
        else:
            parts += lazy_pinyin(piece, errors=_as_typed)
    plain = [part for part in parts if part.isascii()]
    return "".join(plain), "".join(part[0] for part in plain if part)


def _as_typed(rest: str) -> str:
    """What is no Chinese character, without spaces and marks."""
    return "".join(char for char in rest.lower() if char.isalnum())
