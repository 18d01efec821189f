"""What is over the roofs: air that pales towards the horizon, clouds, and the edge of the land.

Owns the hours and weathers that the scenes are set in.
"""

from __future__ import annotations

import random

from msgspec import Struct
from PIL import Image, ImageDraw

from sunlit.sample.grain import MIDDLE, patches
from sunlit.sample.perspective import Camera, Colour, mix


class Weather(Struct, frozen=True):
    """Colours of the sky from top to horizon, of clouds, and how much of them there is."""

    top: Colour
    low: Colour
    clouds: Colour
    cover: float


CLEAR = Weather((72, 132, 196), (206, 226, 238), (252, 252, 252), 0.35)
GREY = Weather((150, 160, 170), (206, 210, 210), (232, 233, 232), 0.8)
DUSK = Weather((36, 50, 88), (214, 150, 112), (150, 108, 116), 0.45)


def sky(camera: Camera, weather: Weather, seed: str, layout: random.Random) -> Image.Image:
    """The picture before anything stands in it."""
    height = round(camera.horizon) + 8
    size = (camera.width, height)
    ramp = Image.linear_gradient("L").resize(size, Image.Resampling.BILINEAR)
    air = Image.composite(
        Image.new("RGB", size, weather.low), Image.new("RGB", size, weather.top), ramp
    )
    # Clouds lie flat over our heads: seen from below they are wider than high.
    cover = patches(f"{seed}/clouds", size, 46, cells=4)
    threshold = round(MIDDLE + 44 * (0.5 - weather.cover) * 2)
    thick = cover.point([min(235, max(0, (level - threshold) * 5)) for level in range(256)])
    air.paste(weather.clouds, (0, 0), thick)
    picture = Image.new("RGB", camera.size, weather.low)
    picture.paste(air, (0, 0))
    _land(picture, camera, mix(weather.low, (86, 104, 116), 0.4), layout)
    return picture


def _land(picture: Image.Image, camera: Camera, colour: Colour, layout: random.Random) -> None:
    """Hills and far houses on the horizon."""
    draw = ImageDraw.Draw(picture)
    x, step = 0.0, camera.width / 40
    high = layout.uniform(0.02, 0.06) * camera.height
    while x < camera.width:
        wide, rise = step * layout.uniform(0.5, 1.8), high * layout.uniform(0.3, 1.2)
        top = camera.horizon - rise
        draw.rectangle((x, top, x + wide, camera.horizon + 9), fill=mix(colour, (210, 216, 220),
                       layout.uniform(0, 0.35)))  # fmt: skip
        x += wide
