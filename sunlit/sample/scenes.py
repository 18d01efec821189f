"""The three pictured places, before and after: a lane resurfaced, a street lit, a yard planted.

Owns what stands in each. The same chance gives the same viewpoint and houses to both pictures of
a pair, so that only the work, the weather and the season differ.
"""

from __future__ import annotations

import random
from itertools import pairwise

from msgspec import Struct
from PIL import Image, ImageChops, ImageDraw, ImageFilter

from sunlit.sample.grain import MIDDLE, over, patches
from sunlit.sample.perspective import Brush, Camera, Colour, camera_of, ground, mix, roughen
from sunlit.sample.sky import CLEAR, DUSK, GREY, Weather, sky
from sunlit.sample.solids import House, blot, house, lamp, pole, tree
from sunlit.sample.yard import paint_yard

_WALLS: tuple[Colour, ...] = (
    (214, 203, 184), (196, 181, 160), (222, 214, 202), (201, 164, 138), (180, 192, 192),
    (206, 186, 142), (186, 150, 132),
)  # fmt: skip
_SOOT: Colour = (112, 106, 98)


class Scene(Struct, frozen=True):
    """One picture in the making: who looks, in which weather, and the two kinds of chance.

    `layout` is the place's, `detail` is of this picture alone.
    """

    brush: Brush
    layout: random.Random
    detail: random.Random
    seed: str
    after: bool


def paint(scene: str, seed: str, *, after: bool, width: int) -> Image.Image:
    """The picture of a scene, 4:3; `seed` is shared by both pictures of a pair."""
    layout = random.Random(seed)
    camera = camera_of(layout, width)
    detail_seed = f"{seed}/{'after' if after else 'before'}"
    weather = DUSK if scene == "street" else CLEAR if after else GREY
    brush = _brush(camera, weather, detail_seed, layout)
    view = Scene(brush, layout, random.Random(detail_seed), detail_seed, after)
    if scene == "street":
        _street(view)
    elif scene == "court":
        paint_yard(brush, layout, view.detail, seed=detail_seed, after=after)
    else:
        _road(view)
    return over(brush.picture, patches(f"{seed}/stains", camera.size, 5))


def _brush(camera: Camera, weather: Weather, seed: str, layout: random.Random) -> Brush:
    air = sky(camera, weather, seed, layout)
    return Brush(air, ImageDraw.Draw(air), camera, mix(weather.low, (170, 178, 186), 0.3))


def _sides(view: Scene, *, fresh: bool) -> tuple[tuple[House, ...], int]:
    """Both sides of the street, the farthest house first, and on which of them the sun stands."""
    layout, found = view.layout, list[House]()
    sun = layout.choice((-1, 1))
    for side in (-1, 1):
        setback = side * layout.uniform(5.6, 8.0)
        edges = [layout.uniform(3.4, 6.0)]
        while edges[-1] < 80:
            edges.append(edges[-1] + layout.uniform(7, 15))
        for near, far in reversed(list(pairwise(edges))):
            wall, floors = layout.choice(_WALLS), layout.choice((2, 3, 4, 5, 6))
            shade = wall if fresh else mix(wall, _SOOT, 0.4)
            lit = mix(shade, (255, 240, 210), 0.18) if fresh else shade
            dim = mix(shade, (66, 74, 92), 0.34 if fresh else 0.14)
            colour = dim if side == sun else lit
            gap = layout.choice((0.0, 0.3, 1.8))
            frame = mix(colour, (240, 240, 236), 0.6 if fresh else 0.25)
            found.append(House(setback, near, far - gap, floors, colour, frame))
    return tuple(sorted(found, key=lambda one: -one.near)), sun


def _raise(view: Scene, houses: tuple[House, ...], panes: Colour) -> None:
    for number, one in enumerate(houses):
        house(view.brush, one, panes, random.Random(f"{view.layout.random()}/{number}"))


def _shadows(view: Scene, houses: tuple[House, ...], sun: int) -> None:
    """What the houses on the sun's side cast on the street; shorter ones let light between."""
    view.brush.shade(
        [
            [(one.x, 0, one.near), (one.x, 0, one.far),
             (one.x - sun * one.floors * 1.6, 0, one.far + 1.5),
             (one.x - sun * one.floors * 1.6, 0, one.near + 1.5)]
            for one in houses
            if one.x * sun > 0
        ],
        0.42,
    )  # fmt: skip


def _road(view: Scene) -> None:
    brush, after = view.brush, view.after
    houses, sun = _sides(view, fresh=after)
    ground(brush, -30, 30, (188, 182, 170) if after else (156, 148, 134))
    if after:
        for side in (-1, 1):
            ground(brush, side * 3.2, side * 6.2, (198, 182, 164))
            ground(brush, side * 3.2, side * 3.45, (222, 218, 208))
    ground(brush, -3.2, 3.2, (88, 90, 95) if after else (134, 128, 118))
    if after:
        _markings(brush)
    else:
        _worn(view)
    roughen(brush, f"{view.seed}/ground", 9 if after else 15)
    if after:
        _shadows(view, houses, sun)
    _raise(view, houses, (74, 92, 108))
    if after:
        _planted_road(view, sun)
    else:
        chance = random.Random(f"{view.layout.random()}")
        x = chance.choice((-4.3, 4.3))
        for number in range(7, -1, -1):
            pole(brush, x, 7 + number * 9)


def _markings(brush: Brush) -> None:
    for side in (-1, 1):
        ground(brush, side * 2.95, side * 3.05, (236, 236, 232))
    at = 1.4
    while at < 90:
        brush.floor(-0.07, 0.07, at, at + 1.6, (240, 238, 228))
        at += 3.6


def _planted_road(view: Scene, sun: int) -> None:
    brush, start = view.brush, view.layout.uniform(6, 8.5)
    brush.shade(
        [
            [(side * 4.5 - sun * x, 0, start + number * 6 + z)
             for x, z in ((-0.8, 0), (0, -0.6), (1.8, -0.5), (3.0, 0.2), (2.0, 0.9), (0, 0.7))]
            for number in range(10)
            for side in (-1, 1)
        ],
        0.35,
    )  # fmt: skip
    for number in range(9, -1, -1):
        z = start + number * 6
        if number % 2 == 0:
            lamp(brush, 1 if number % 4 else -1, z + 2.4)
        for side in (-1, 1):
            tree(brush, side * 4.5, z, view.detail, size=view.detail.uniform(0.85, 1.1))


def _worn(view: Scene) -> None:
    """Patches upon patches, cracks, and potholes that hold the sky."""
    brush, detail = view.brush, view.detail
    for _ in range(60):
        x, z = detail.uniform(-3.0, 3.0), detail.uniform(1.8, 34)
        shade = detail.choice(((108, 105, 99), (150, 142, 128), (120, 113, 102), (140, 134, 124)))
        blot(brush, (x, z), detail.uniform(0.25, 0.9), shade, chance=detail)
    for _ in range(30):
        x, z = detail.uniform(-3.0, 3.0), detail.uniform(1.8, 22)
        for _ in range(8):
            step_x, step_z = x + detail.uniform(-0.3, 0.3), z + detail.uniform(0.1, 0.4)
            brush.bar((x, 0, z), (step_x, 0, step_z), 0.02, (74, 70, 66))
            x, z = step_x, step_z
    for _ in range(8):
        x, z = detail.uniform(-2.4, 2.4), detail.uniform(2.6, 15)
        size = detail.uniform(0.3, 0.7)
        blot(brush, (x, z), size * 1.25, (98, 92, 84), chance=detail)
        blot(brush, (x, z + 0.05), size * 0.8, (160, 170, 176), chance=detail)
        blot(brush, (x, z + 0.1), size * 0.5, (184, 192, 196), chance=detail)


def _street(view: Scene) -> None:
    """Dusk: before, one lit window; after, a lamp every eight metres."""
    brush, after = view.brush, view.after
    houses, _ = _sides(view, fresh=False)
    ground(brush, -30, 30, (92, 88, 88))
    ground(brush, -3.4, 3.4, (80, 80, 88))
    roughen(brush, f"{view.seed}/ground", 8)
    _raise(view, houses, (255, 214, 138) if after else (70, 72, 84))
    light = (150, 146, 168) if after else (92, 96, 132)
    brush.picture.paste(
        ImageChops.multiply(brush.picture, Image.new("RGB", brush.camera.size, light))
    )
    near = max(houses, key=lambda one: one.near if one.near < 20 else 0.0)
    if after:
        for number in range(6, -1, -1):
            side = 1 if number % 2 else -1
            lamp(brush, side, 6.5 + number * 8)
        _glow(brush)
    else:
        brush.wall(near.x, near.near + 1.2, near.near + 2.6, (4.0, 5.5), (226, 178, 104))
        pole(brush, 4.3, 11)


def _glow(brush: Brush) -> None:
    """Light around the lamps and on the ground below them, stronger towards the middle."""
    camera = brush.camera
    light = Image.new("L", (camera.width // 4, camera.height // 4), 0)
    for number in range(7):
        z, x = 6.5 + number * 8, 2.6 if number % 2 else -2.6
        mask = Image.new("L", light.size, 0)
        draw = ImageDraw.Draw(mask)
        for height, wide, flat, strength in ((5.3, 0.9, 1.0, 210), (0.0, 4.6, 0.28, 170)):
            across, down = (part / 4 for part in brush.pixel((x, height, z)))
            for ring in range(8):
                radius = camera.focal / 4 * wide / z * (1 - ring / 8)
                box = (across - radius, down - radius * flat,
                       across + radius, down + radius * flat)  # fmt: skip
                draw.ellipse(box, fill=strength * (ring + 1) // 8)
        soft = mask.filter(ImageFilter.GaussianBlur(camera.width / 55 / z + 2))
        light = over(light, soft.point([min(255, MIDDLE + level // 2) for level in range(256)]))
    soft = light.resize(camera.size, Image.Resampling.BILINEAR)
    brush.picture.paste((255, 226, 170), (0, 0), soft)
