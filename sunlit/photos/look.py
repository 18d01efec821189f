"""What a photo looks like, in the few numbers that pages and checks need of it.

Owns the reading of `Facts`. It takes decoding, so they are kept between builds by the photo's
digest; bytes that hold no picture after all are noticed here, before anything is published.
"""

from __future__ import annotations

import io
import re
from datetime import date

from PIL import Image, ImageOps

from sunlit.photos.develop import flattened
from sunlit.photos.facts import Facts
from sunlit.photos.recipe import BrokenPhotoError

_EXIF, _TAKEN = 0x8769, 0x9003


def facts_of(content: bytes) -> Facts:
    """The facts of a photo that `probe` let pass; raises BrokenPhotoError when it is broken."""
    try:
        with Image.open(io.BytesIO(content), formats=("JPEG", "PNG", "WEBP")) as opened:
            opened.draft("RGB", (64, 64))
            written = opened.getexif().get_ifd(_EXIF).get(_TAKEN)
            image = flattened(ImageOps.exif_transpose(opened), opened.info.get("icc_profile"))
    except (OSError, ValueError, SyntaxError) as error:
        raise BrokenPhotoError from error
    return Facts(_colour(image), _look(image), _day(written))


def _colour(image: Image.Image) -> str:
    return "#" + image.resize((1, 1), Image.Resampling.BOX).tobytes().hex()


def _look(image: Image.Image) -> str:
    """The dHash: of each two neighbours in a row of 9, whether the right one is the brighter."""
    grey = image.convert("L").resize((9, 8), Image.Resampling.BOX).tobytes()
    bits = 0
    for at in range(72):
        if at % 9:
            bits = bits << 1 | (grey[at] > grey[at - 1])
    return f"{bits:016x}"


def _day(written: object) -> str | None:
    parts = re.match(r"(\d{4}):(\d\d):(\d\d)\b", written) if isinstance(written, str) else None
    if not parts:
        return None
    try:
        return date(*map(int, parts.groups())).isoformat()
    except ValueError:
        return None
