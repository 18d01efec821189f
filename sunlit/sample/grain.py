"""Chance as pictures: a sensor's noise, and the uneven look of clouds, plaster and asphalt.

Owns how seeded bytes become grey pictures around a middle grey, and how one is laid over another.
"""

from __future__ import annotations

import random
from functools import lru_cache
from statistics import NormalDist

from PIL import Image, ImageChops

MIDDLE = 128
"""The grey that changes nothing where it is laid over a picture."""


def noise(seed: str, size: tuple[int, int], spread: float) -> Image.Image:
    """Independent pixels around the middle grey; `spread` is their standard deviation."""
    width, height = size
    raw = random.Random(seed).randbytes(width * height)
    return Image.frombytes("L", size, raw).point(_bell(spread))


def patches(seed: str, size: tuple[int, int], spread: float, *, cells: int = 5) -> Image.Image:
    """Soft patches of all sizes, as in clouds and stains: each finer layer half as strong."""
    small = max(1, size[0] // 4), max(1, size[1] // 4)  # nothing in them is finer
    whole = Image.new("L", small, MIDDLE)
    for layer in range(5):
        across = min(small[0], cells << layer)
        rough = noise(f"{seed}/{layer}", (across, max(1, across * size[1] // size[0])), spread)
        whole = over(whole, rough.resize(small, Image.Resampling.BICUBIC))
        spread /= 2
    return whole.resize(size, Image.Resampling.BICUBIC)


def over(picture: Image.Image, grain: Image.Image) -> Image.Image:
    """The picture, lighter where the grain is lighter than the middle grey, and the reverse."""
    bands = len(picture.getbands())
    laid = grain if bands == 1 else Image.merge(picture.mode, [grain] * bands)
    return ImageChops.add(picture, laid, 1, -MIDDLE)


@lru_cache(maxsize=32)
def _bell(spread: float) -> tuple[int, ...]:
    """Equally likely bytes to normally distributed ones."""
    normal = NormalDist(MIDDLE, spread)
    levels = (round(normal.inv_cdf((level + 0.5) / 256)) for level in range(256))
    return tuple(min(255, max(0, level)) for level in levels)
