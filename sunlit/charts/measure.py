"""How wide text is about to be, and where it may break.

Owns the estimate and the line breaks; both are whole numbers, so every machine agrees. Does not
know the font: the page uses whatever the reader's system has, so the estimate is on the wide side.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise

SIZE = 14  # the smallest text: still 12 CSS pixels when 320 units are drawn on 284 pixels
LINE = 19  # from one baseline to the next

_CLOSING = frozenset("，。、；：？！）》」』】〕〉”’％…·,.;:?!)]}%/")
_OPENING = frozenset("（《「『【〔〈“‘([{")
_BROAD = frozenset("ABCDEFGHJKLMNOPQRSTUVWXYZmw@%&+=<>~")
_SLIM = frozenset(".,:;'|!iljI")
_IDEOGRAPH, _SEAM, _SPACE = 100, 13, 35


@lru_cache(maxsize=4096)
def ems(text: str) -> int:
    """Width in hundredths of the font size; browsers set an eighth between Chinese and Latin."""
    widths = [_char(char) for char in text if char != " "]
    seams = sum((left == _IDEOGRAPH) != (right == _IDEOGRAPH) for left, right in pairwise(widths))
    return sum(widths) + seams * _SEAM + text.count(" ") * _SPACE


def width(text: str, size: int = SIZE) -> Fraction:
    return Fraction(ems(text) * size, 100)


@lru_cache(maxsize=1024)
def wrap(text: str, limit: Fraction | int, *, size: int = SIZE) -> tuple[str, ...]:
    """Lines of at most `limit` units and of about equal length; no character is lost but spaces."""
    room = int(limit * 100 // size)
    whole = " ".join(text.split())
    if ems(whole) <= room:
        return (whole,)
    lines = _fill(whole, room)
    if len(lines) < 2:
        return lines
    for narrower in range(ems(text) // len(lines), room, 25):
        balanced = _fill(whole, narrower)
        if len(balanced) == len(lines):
            return balanced
    return lines


def every(widths: Sequence[Fraction], slot: Fraction) -> int:
    """The least step at which labels on neighbouring slots leave a gap between them."""
    widest = max(widths, default=Fraction(0)) + 6
    return 1 if slot <= 0 else max(1, -(-widest // slot))


@lru_cache(maxsize=8192)
def _char(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    if unicodedata.east_asian_width(char) in "WFA":
        return _IDEOGRAPH
    if char in _BROAD:
        return 80
    return 36 if char in _SLIM else 63


def _fill(text: str, room: int) -> tuple[str, ...]:
    lines: list[str] = []
    line = ""
    for piece in _pieces(text, room):
        if line and ems((line + piece).rstrip()) > room:
            lines.append(line.rstrip())
            line = piece.lstrip()
        else:
            line += piece
    return (*lines, line.rstrip())


def _pieces(text: str, room: int) -> Iterator[str]:
    """Runs that stay on one line; one that is longer than a line is broken anywhere."""
    piece = ""
    for char in text:
        if piece and _may_break(piece[-1], char):
            yield from _hard(piece, room)
            piece = ""
        piece += char
    yield from _hard(piece, room)


def _hard(piece: str, room: int) -> Iterator[str]:
    if ems(piece.rstrip()) <= room:
        yield piece
        return
    part = ""
    for char in piece:
        if part and _char(char) and ems(part + char) > room:
            yield part
            part = ""
        part += char
    yield part


def _may_break(before: str, after: str) -> bool:
    if _char(after) == 0 or after in _CLOSING or after == " " or before in _OPENING:
        return False
    return before == " " or _IDEOGRAPH in (_char(before), _char(after))
