"""The chunks of a WebP, walked without decoding it.

Owns what is known of one before its pixels: size, whether all of it is there, whether it moves.
"""

from __future__ import annotations

from sunlit.photos.exif import Exif, read_exif
from sunlit.photos.form import Container, CutShort, Flaw, Form, Garbled, Moving, measured

START, MARK = b"RIFF", b"WEBP"
_MOVES = 0x02
_BYTES_PER_PIXEL = 16
"""Two canvases of the decoder, a copy of one as bytes, and Pillow's own picture."""


def read_webp(content: bytes) -> Form | Flaw:
    """The form of a file that begins as a WebP; what follows its end does not matter."""
    end = 8 + _number(content, 4, 4)
    if end > len(content):
        return CutShort(len(content))
    at, canvas, picture, exif = 12, None, None, Exif()
    while at + 8 <= end:
        kind, length, data = content[at : at + 4], _number(content, at + 4, 4), at + 8
        at = data + length + length % 2
        if data + length > end:
            return Garbled()
        match kind:
            case b"VP8X":
                if content[data] & _MOVES:
                    return Moving()
                canvas = _number(content, data + 4, 3) + 1, _number(content, data + 7, 3) + 1
            case b"ANIM" | b"ANMF":
                return Moving()
            case b"VP8 ":
                picture = picture or (
                    _number(content, data + 6, 2) & 0x3FFF,
                    _number(content, data + 8, 2) & 0x3FFF,
                )
            case b"VP8L":
                bits = _number(content, data + 1, 4)
                picture = picture or ((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)
            case b"EXIF":
                exif = read_exif(content[data : data + length])
    if picture is None or (canvas or picture) != picture:
        return Garbled()
    return measured(Form(Container.WEBP, *picture, *exif), _BYTES_PER_PIXEL)


def _number(content: bytes, at: int, size: int) -> int:
    return int.from_bytes(content[at : at + size], "little")
