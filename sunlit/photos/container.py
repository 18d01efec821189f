"""Which format a photo file has, from its bytes; its name is not asked.

Owns the choice of the reader for each format.
"""

from __future__ import annotations

from sunlit.photos import heic, jpeg, png, webp
from sunlit.photos.foreign import foreign
from sunlit.photos.form import LARGEST_BYTES, Flaw, Form, TooLarge


def form_of(content: bytes) -> Form | Flaw:
    """What a file is, or why it cannot be used. Nothing is decoded, and nothing raised."""
    if len(content) > LARGEST_BYTES:
        return TooLarge(f"{len(content):,} B")
    if content.startswith(jpeg.START):
        return jpeg.read_jpeg(content)
    if content.startswith(png.START):
        return png.read_png(content)
    if content.startswith(webp.START) and content[8:12] == webp.MARK:
        return webp.read_webp(content)
    if heic.is_heic(content):
        return heic.read_heic(content)
    return foreign(content)
