"""The chunks of a PNG, walked without decoding it.

Owns what is known of one before its pixels: size, whether all of it is there, whether it moves.
"""

from __future__ import annotations

from sunlit.photos.exif import Exif, read_exif
from sunlit.photos.form import Container, CutShort, Flaw, Form, Garbled, Moving, measured

START = b"\x89PNG\r\n\x1a\n"
_HEAD = 13
_HELD = 4
"""Bytes of a pixel as Pillow holds it, whether one colour has 8 or 16 bits."""
_SAMPLES = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}


def read_png(content: bytes) -> Form | Flaw:
    """The form of a file that begins as a PNG; what follows its end does not matter."""
    at = len(START)
    size, weight, exif, moves, pixels = (0, 0), 0, Exif(), False, False
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
                if length != _HEAD or content[data + 9] not in _SAMPLES:
                    return Garbled()
                packed = _SAMPLES[content[data + 9]] * content[data + 8] // 8
                weight = max(_HELD, packed)  # what is unpacked takes time as well
            case b"eXIf":
                exif = read_exif(content[data : data + length])
            case b"acTL":
                moves = moves or int.from_bytes(content[data : data + 4]) > 1
            case b"IDAT":
                pixels = True
            case b"IEND":
                if moves or not pixels:
                    return Moving() if moves else Garbled()
                return measured(Form(Container.PNG, *size, *exif), weight)
