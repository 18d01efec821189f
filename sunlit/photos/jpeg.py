"""The segments of a JPEG, walked without decoding it.

Owns what is known of one before its pixels: size, whether all of it is there, and what decoding
it takes. Knows nothing of colours.
"""

from __future__ import annotations

import re

from sunlit.photos.exif import Exif, read_exif
from sunlit.photos.form import Container, CutShort, Flaw, Form, Garbled, measured

START = b"\xff\xd8\xff"
_END, _SCAN, _EXIF = 0xD9, 0xDA, 0xE1
_BARE = frozenset([0x01, *range(0xD0, 0xD8)])
_FRAMES = frozenset([0xC0, 0xC1, 0xC2])
_OTHER_FRAMES = frozenset(range(0xC3, 0xD0)) - {0xC4, 0xC8, 0xCC}
_PROGRESSIVE = 0xC2
_MOST_SCANS = 32
"""Of a progressive picture; 10 are usual, and each one costs a walk over all its blocks."""
_MARKER = re.compile(rb"\xff[\x01-\xcf\xd8-\xfe]")
"""What ends the pixels' bytes, in which 0xff is followed by 0, by a restart, or by padding."""


def read_jpeg(content: bytes) -> Form | Flaw:
    """The form of a file that begins as a JPEG.

    What follows the end of the picture does not matter: telephones put films and depth there.
    """
    at, scans = 2, 0
    frame, exif = b"", Exif()
    while True:
        at = _past_padding(content, at)
        kind = content[at + 1 : at + 2]
        if not kind:
            return CutShort(len(content))
        if content[at] != 0xFF:
            return Garbled()
        marker = kind[0]
        if marker == _END:
            return _form(frame, exif) if scans else Garbled()
        if marker in _BARE:
            at += 2
            continue
        length = int.from_bytes(content[at + 2 : at + 4])
        if at + 2 + length > len(content) or at + 4 > len(content):
            return CutShort(len(content))
        if length < 2:
            return Garbled()
        segment = content[at : at + 2 + length]
        at += 2 + length
        if marker in _FRAMES and not frame:
            frame = segment
        elif marker in _FRAMES | _OTHER_FRAMES:
            return Garbled()  # arithmetic or lossless coding, or a second frame
        elif marker == _EXIF and segment[4:10] == b"Exif\0\0" and exif == Exif():
            exif = read_exif(segment[4:])
        elif marker == _SCAN:
            scans += 1
            if not frame or scans > _MOST_SCANS:
                return Garbled()
            found = _MARKER.search(content, at)
            if not found:
                return CutShort(len(content))
            at = found.start()


def _past_padding(content: bytes, at: int) -> int:
    while content[at : at + 2] == b"\xff\xff":
        at += 1
    return at


def _form(frame: bytes, exif: Exif) -> Form | Flaw:
    parts = frame[9] if len(frame) > 9 else 0
    if parts not in (1, 3, 4) or len(frame) < 10 + 3 * parts or frame[4] != 8:
        return Garbled()
    height, width = int.from_bytes(frame[5:7]), int.from_bytes(frame[7:9])
    form = Form(Container.JPEG, width, height, *exif)
    return measured(form, _bytes_per_pixel(frame, parts))


def _bytes_per_pixel(frame: bytes, parts: int) -> int:
    """How much is held to decode it: at a fraction of its size, but progressively all of it."""
    if frame[1] != _PROGRESSIVE:
        return 4
    shares = [(frame[11 + 3 * part] >> 4) * (frame[11 + 3 * part] & 15) for part in range(parts)]
    return 1 + 2 * sum(shares) // max(max(shares), 1)
