"""A scene as the file a telephone would have left: noise, mark, JPEG, particulars.

Owns the invented sensor and the mark that says the picture is drawn. Needs Pillow; is loaded only
when photos are asked for.
"""

from __future__ import annotations

import io
from datetime import date

from PIL import Image, ImageDraw, ImageFont

from sunlit.sample.grain import noise, over
from sunlit.sample.particulars import COMMENT, particulars
from sunlit.sample.scenes import paint

_SEAL = (163, 35, 28)
_PAPER = (255, 250, 244)
_STROKES = (
    # 虚 and 构 on a grid of 24, each stroke a line of points: no font has to be there.
    ((12, 1, 12, 6), (12, 3, 18, 3), (20, 6, 18, 9), (20, 6, 4, 6, 4, 14, 1, 22), (7, 10, 17, 8),
     (11, 7, 11, 12, 17, 12), (10, 14, 10, 21), (14, 14, 14, 21), (6, 16, 8, 19), (19, 15, 17, 19),
     (4, 22, 21, 22)),
    ((1, 7, 10, 7), (5, 1, 5, 23), (5, 8, 1, 15), (5, 9, 9, 14), (14, 2, 11, 9),
     (13, 6, 22, 6, 21, 21, 18, 20), (16, 9, 13, 16, 19, 16), (17, 13, 20, 18)),
)  # fmt: skip
_QUALITY = 92
_STORED = {
    # What has to be done to a picture to store it as somebody held the telephone.
    3: Image.Transpose.ROTATE_180,
    6: Image.Transpose.ROTATE_90,
    8: Image.Transpose.ROTATE_270,
}


def photograph(
    scene: str, seed: str, *, after: bool, taken: date, width: int, orientation: int = 1
) -> bytes:
    """A JPEG of a scene, 4:3; stored turned, and saying so, where its orientation is not 1."""
    # Half as wide: a telephone's lens and its smoothing leave no finer detail, only noise.
    drawn = paint(scene, seed, after=after, width=width // 2)
    _mark(drawn)
    facts = particulars(drawn, taken, orientation=orientation)
    chance = f"{seed}/{'after' if after else 'before'}/sensor"
    picture = _sensed(drawn, chance, width, spread=6.5 if scene == "street" else 4.2)
    if orientation in _STORED:
        picture = picture.transpose(_STORED[orientation])
    written = io.BytesIO()
    picture.save(
        written,
        "JPEG",
        quality=_QUALITY,
        exif=facts.exif,
        xmp=facts.xmp,
        icc_profile=facts.profile,
        extra=facts.segments,
        comment=COMMENT,
    )
    return written.getvalue()


def _sensed(drawn: Image.Image, seed: str, width: int, *, spread: float) -> Image.Image:
    """Full size, with the noise of a sensor: fine in lightness, coarse and weaker in colour.

    Stays in the colours that JPEG stores, so that nothing is converted at full size.
    """
    size = (width, width * 3 // 4)
    light, *colours = drawn.convert("YCbCr").split()
    bands = [over(light.resize(size, Image.Resampling.BICUBIC), noise(seed, size, spread))]
    for number, colour in enumerate(colours):
        grainy = over(colour, noise(f"{seed}/{number}", colour.size, spread / 2))
        bands.append(grainy.resize(size, Image.Resampling.NEAREST))
    return Image.merge("YCbCr", bands)


def _mark(picture: Image.Image) -> None:
    """The seal in the lower right corner, on a grid of 1600 by 1200."""
    draw = ImageDraw.Draw(picture)
    unit = picture.width / 1600
    left, top = picture.width - 266 * unit, picture.height - 84 * unit
    draw.rounded_rectangle(
        (left, top, left + 242 * unit, top + 60 * unit), radius=8 * unit, fill=_SEAL
    )
    for number, character in enumerate(_STROKES):
        for stroke in character:
            x = left + (14 + number * 46) * unit
            points = [
                (x + stroke[at] * 1.6 * unit, top + (11 + stroke[at + 1] * 1.6) * unit)
                for at in range(0, len(stroke), 2)
            ]
            draw.line(points, fill=_PAPER, width=max(1, round(4 * unit)), joint="curve")
    font = ImageFont.load_default(size=30 * unit)
    draw.text((left + 112 * unit, top + 14 * unit), "SAMPLE", fill=_PAPER, font=font)
