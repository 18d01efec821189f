"""The chunks of a PNG, walked without decoding it.

Owns what is known of one before its pixels: size, whether all of it is there, whether it moves.
"""

from __future__ import annotations

from sunlit.photos.exif import Exif, read_exif
from sunlit.photos.form import Container, CutShort, Flaw, Form, Garbled, Moving, measured

START = b"\x89PNG\r\n\x1a\n"
_HEAD = 13
_BYTES_PER_PIXEL = 4
"""As Pillow holds them, whether one colour has 8 or 16 bits; grey and palettes take less."""


def read_png(content: bytes) -> Form | Flaw:
    """The form of a file that begins as a PNG; what follows its end does not matter."""
    at = len(START)
    size, exif, moves, pixels = (0, 0), Exif(), False, False
    while True:
        length, kind = int.from_bytes(content[at : at + 4]), content[at + 4 : at + 8]
        data = at + 8
        at = data + length + 4
        if data > len(content) or (at > len(content) and kind != b"IEND"):
            return CutShort(len(content))
        if (kind == b"IHDR") is (size != (0, 0)):
            return Garbled()  # a second head, or something before the first
        match kind:
            case b"IHDR":
                size = (
                    int.from_bytes(content[data : data + 4]),
                    int.from_bytes(content[data + 4 : data + 8]),
                )
                flaw = measured(Form(Container.PNG, *size), _BYTES_PER_PIXEL)
                if length != _HEAD or not isinstance(flaw, Form):
                    return Garbled() if length != _HEAD else flaw
            case b"eXIf":
                exif = read_exif(content[data : data + length])
            case b"acTL":
                moves = moves or int.from_bytes(content[data : data + 4]) > 1
            case b"IDAT":
                pixels = True
            case b"IEND":
                if moves:
                    return Moving()
                return Form(Container.PNG, *size, *exif) if pixels else Garbled()
