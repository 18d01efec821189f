"""The two things that are read of a photo's EXIF: which way is up, and the day.

Owns the reading of them from raw bytes, whatever these are. Everything else in there, where the
picture was taken above all, is not looked at: it cannot reach a page by mistake.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

_ORIENTATION, _EXIF, _TAKEN = 0x0112, 0x8769, 0x9003
_ENTRY = 12


class Exif(NamedTuple):
    """EXIF's orientation, 1 to 8, and the day the camera wrote down."""

    turn: int = 1
    taken: date | None = None


def read_exif(block: bytes) -> Exif:
    """What a TIFF block says; what is missing, damaged or impossible counts as not said."""
    block = block.removeprefix(b"Exif\0\0")
    order: str = {b"II*\0": "little", b"MM\0*": "big"}.get(block[:4], "")
    if not order:
        return Exif()
    tiff = _Tiff(block, order == "little")
    first = tiff.directory(tiff.number(4, 4))
    turn = tiff.number(first[_ORIENTATION] + 8, 2) if _ORIENTATION in first else 1
    more = tiff.directory(tiff.number(first[_EXIF] + 8, 4)) if _EXIF in first else {}
    taken = _day(tiff.text(more[_TAKEN])) if _TAKEN in more else None
    return Exif(turn if 1 <= turn <= 8 else 1, taken)


class _Tiff(NamedTuple):
    block: bytes
    little: bool

    def number(self, at: int, size: int) -> int:
        return int.from_bytes(self.block[at : at + size], "little" if self.little else "big")

    def directory(self, at: int) -> dict[int, int]:
        """Where the entry of each tag stands; the first of a tag counts."""
        found: dict[int, int] = {}
        for index in range(self.number(at, 2)):
            entry = at + 2 + index * _ENTRY
            if entry + _ENTRY > len(self.block):
                break
            found.setdefault(self.number(entry, 2), entry)
        return found

    def text(self, entry: int) -> bytes:
        count = self.number(entry + 4, 4)
        at = self.number(entry + 8, 4) if count > 4 else entry + 8
        return self.block[at : at + min(count, 20)]


def _day(written: bytes) -> date | None:
    """The day of `2026:03:05 10:11:12`; a clock never set says `0000:00:00`."""
    try:
        year, month, day = (int(part) for part in written[:10].decode("ascii").split(":"))
        return date(year, month, day)
    except ValueError:
        return None
