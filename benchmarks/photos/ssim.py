"""How like its original a picture is: structural similarity, from 0 to 1.

Owns the one formula that all tools are judged by: SSIM of the lightness in windows of 8 by 8
pixels, 4 apart, as the x264 encoder computes it; the mean over the picture. The original is the
photo decoded whole and made smaller by Pillow's Lanczos filter, without loss.
"""

from __future__ import annotations

from pathlib import Path

from PIL import Image, ImageMath, ImageOps

_STEP = 4
_C1 = (0.01 * 255) ** 2
_C2 = (0.03 * 255) ** 2


def ssim(one: Image.Image, other: Image.Image) -> float:
    """The mean similarity of two pictures of one size, by their lightness."""
    if one.size != other.size:
        raise ValueError(f"{one.size} and {other.size} cannot be compared")
    width, height = (length - length % _STEP for length in one.size)
    x, y = (image.convert("L").crop((0, 0, width, height)).convert("F") for image in (one, other))
    mean_x, mean_y = _windows(x), _windows(y)
    likeness = ImageMath.lambda_eval(
        lambda at: (
            (2 * at["mx"] * at["my"] + _C1)
            * (2 * (at["xy"] - at["mx"] * at["my"]) + _C2)
            / (at["mx"] * at["mx"] + at["my"] * at["my"] + _C1)
            / (at["xx"] - at["mx"] * at["mx"] + at["yy"] - at["my"] * at["my"] + _C2)
        ),
        mx=mean_x,
        my=mean_y,
        xx=_windows(_product(x, x)),
        yy=_windows(_product(y, y)),
        xy=_windows(_product(x, y)),
    )
    mean = likeness.resize((1, 1), Image.Resampling.BOX).getpixel((0, 0))
    assert isinstance(mean, float)
    return mean


def original(photo: Path, width: int) -> Image.Image:
    """The lightness of a photo, upright, at a width."""
    with Image.open(photo) as opened:
        upright = ImageOps.exif_transpose(opened)
    height = max(1, round(upright.height * width / upright.width))
    return upright.convert("L").resize((width, height), Image.Resampling.LANCZOS)


def _product(one: Image.Image, other: Image.Image) -> Image.Image:
    found = ImageMath.lambda_eval(lambda at: at["one"] * at["other"], one=one, other=other)
    assert isinstance(found, Image.Image)
    return found


def _windows(image: Image.Image) -> Image.Image:
    """Means of all windows: each is four blocks of half its side."""
    blocks = image.reduce(_STEP)
    right, low = blocks.width - 1, blocks.height - 1
    corners = [blocks.crop((x, y, x + right, y + low)) for x, y in ((0, 0), (1, 0), (0, 1), (1, 1))]
    found = ImageMath.lambda_eval(
        lambda at: (at["a"] + at["b"] + at["c"] + at["d"]) / 4,
        **dict(zip("abcd", corners, strict=True)),
    )
    assert isinstance(found, Image.Image)
    return found
