"""People made unrecognisable: the boxes an author drew, before anything is made of a photo.

Owns the strength, and why it is enough.
"""

from __future__ import annotations

from math import ceil, floor

from PIL import Image

from sunlit.photos.recipe import Box

SHORT_CELLS, MOST_CELLS = 2, 4
_STEP = 32


def redact(image: Image.Image, box: Box, scale: tuple[float, float]) -> None:
    """Replace a box by a few even fields; `box` is on the photo, `scale` is the picture's to it.

    A usual mosaic hides nobody from a machine: McPherson, Shokri and Shmatikov (Defeating Image
    Obfuscation with Deep Learning, arXiv:1609.00408) train networks that tell people apart by
    what the fields still say. So the shorter side has 2 fields here and the longer at most 4,
    however large the box, and each value is one of 8 levels: no more than 24 numbers of 3 bits
    come out of a box. Faces alike in these give equal bytes.
    """
    area = _outward(box, scale, image.size)
    width, height = area[2] - area[0], area[3] - area[1]
    if width <= 0 or height <= 0:
        return
    short = min(width, height)
    cells = (
        min(MOST_CELLS, max(1, round(SHORT_CELLS * width / short)), width),
        min(MOST_CELLS, max(1, round(SHORT_CELLS * height / short)), height),
    )
    means = image.resize(cells, Image.Resampling.BOX, box=area)
    coarse = means.point([value // _STEP * _STEP + _STEP // 2 for value in range(256)] * 3)
    image.paste(coarse.resize((width, height), Image.Resampling.NEAREST), area)


def _outward(box: Box, scale: tuple[float, float], size: tuple[int, int]) -> Box:
    """The box on a picture made smaller, with every pixel that something within went into."""
    x, y, width, height = box
    if width <= 0 or height <= 0:
        return (0, 0, 0, 0)
    more = 0 if scale == (1, 1) else 2  # JPEG makes a picture smaller in blocks of pixels
    return (
        max(0, floor(x * scale[0]) - more),
        max(0, floor(y * scale[1]) - more),
        min(size[0], ceil((x + width) * scale[0]) + more),
        min(size[1], ceil((y + height) * scale[1]) + more),
    )
