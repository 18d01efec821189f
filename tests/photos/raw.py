"""Published files taken apart byte by byte, by no picture library."""

from __future__ import annotations

from collections.abc import Iterator

_CONTAINERS = {b"meta": 4, b"iprp": 0, b"ipco": 0}
"""AVIF's boxes that hold boxes, and the bytes before the first of them."""


def jpeg_parts(content: bytes) -> list[tuple[int, bytes]]:
    """Every marker of a JPEG and what its segment holds, to the last byte of the file.

    The coded pixels of a scan count as part of it.
    """
    assert content[:2] == b"\xff\xd8"
    found, at = [], 2
    while content[at : at + 2] != b"\xff\xd9":
        assert content[at] == 0xFF, f"no marker at {at}"
        marker, length = content[at + 1], int.from_bytes(content[at + 2 : at + 4])
        start, at = at, at + 2 + length
        if marker == 0xDA:
            while content[at] != 0xFF or content[at + 1] in (0, *range(0xD0, 0xD8)):
                at += 1
        found.append((marker, content[start + 4 : at]))
    assert at + 2 == len(content), "bytes after the end of the picture"
    return found


def avif_boxes(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Every box of an AVIF and what it holds, outer ones first, to the last byte of the file."""
    at = 0
    while at < len(content):
        length, kind = int.from_bytes(content[at : at + 4]), content[at + 4 : at + 8]
        assert 8 <= length <= len(content) - at, f"no box at {at}"
        inner = content[at + 8 : at + length]
        yield kind, inner
        if kind in _CONTAINERS:
            yield from avif_boxes(inner[_CONTAINERS[kind] :])
        if kind == b"iinf":
            yield from avif_boxes(inner[6:])
        at += length


def av1_units(coded: bytes) -> list[int]:
    """The kinds of the units that an AV1 picture is made of."""
    kinds, at = [], 0
    while at < len(coded):
        head = coded[at]
        assert head & 0x02, "a unit without its length"
        at += 2 if head & 0x04 else 1
        length = shift = 0
        while True:
            part = coded[at]
            at += 1
            length |= (part & 0x7F) << shift
            shift += 7
            if not part & 0x80:
                break
        kinds.append(head >> 3 & 15)
        at += length
    assert at == len(coded)
    return kinds
