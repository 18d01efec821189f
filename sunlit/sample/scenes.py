"""The three pictured places, before and after: a lane resurfaced, a street lit, a yard planted.

Owns what stands in each. The same chance gives the same houses to both pictures of a pair, so
that the viewpoint is one and only the work differs.
"""

from __future__ import annotations

import random
from itertools import pairwise

from PIL import Image, ImageDraw, ImageFilter

from sunlit.sample.perspective import SIZE, Brush, Colour, House, ground, house, mix, sky, tree

_WALLS: tuple[Colour, ...] = (
    (214, 203, 184), (196, 181, 160), (222, 214, 202), (201, 174, 150), (186, 194, 192),
)  # fmt: skip


def paint(scene: str, seed: str, *, after: bool) -> Image.Image:
    """The picture of a scene; `seed` is shared by both pictures of a pair."""
    layout = random.Random(seed)
    detail = random.Random(f"{seed}/{'after' if after else 'before'}")
    draw = {"street": _street, "court": _court}.get(scene, _road)
    return draw(layout, detail, after=after)


def _houses(brush: Brush, layout: random.Random, *, fresh: bool, windows: Colour) -> None:
    """Both sides of the street, the farthest first."""
    for side in (-1, 1):
        edges = [4.5]
        while edges[-1] < 75:
            edges.append(edges[-1] + layout.uniform(7, 12))
        spans = list(pairwise(edges))
        looks = [(layout.choice(_WALLS), layout.choice((6.4, 9.4, 12.4))) for _ in spans]
        for (near, far), (wall, height) in reversed(list(zip(spans, looks, strict=True))):
            shade = wall if fresh else mix(wall, (112, 106, 98), 0.45)
            if side > 0:
                shade = mix(shade, (70, 74, 86), 0.22)
            house(brush, House(side, near, far - 0.4, height, shade), windows)


def _road(layout: random.Random, detail: random.Random, *, after: bool) -> Image.Image:
    if after:
        air = sky((92, 150, 204), (214, 230, 238), (252, 252, 252), detail)
        brush = Brush(air, (206, 222, 230))
    else:
        air = sky((158, 168, 176), (206, 210, 210), (226, 228, 228), detail)
        brush = Brush(air, (200, 204, 204))
    ground(brush, -30, 30, (168, 160, 146) if not after else (192, 188, 178))
    _houses(brush, layout, fresh=after, windows=(74, 92, 108))
    ground(brush, -3.2, 3.2, (84, 87, 92) if after else (134, 128, 118))
    (_new_surface if after else _worn_surface)(brush, layout, detail)
    return brush.picture


def _new_surface(brush: Brush, layout: random.Random, detail: random.Random) -> None:
    for side in (-1, 1):
        ground(brush, side * 3.2, side * 3.45, (226, 222, 212))
        ground(brush, side * 3.45, side * 5.2, (198, 178, 158))
        ground(brush, side * 2.95, side * 3.05, (236, 236, 232))
    at = 2.4
    while at < 90:
        brush.face([(-0.07, 0, at), (0.07, 0, at), (0.07, 0, at + 1.6), (-0.07, 0, at + 1.6)],
                   (240, 238, 228))  # fmt: skip
        at += 3.6
    for number in range(9, -1, -1):
        z = 6.5 + number * 6
        for side in (-1, 1):
            tree(brush, side * 4.5, z, (158, 142, 126), detail)
        if number % 2 == 0:
            _lamp(brush, 1 if layout.random() < 0.5 else -1, z + 2.4)


def _worn_surface(brush: Brush, layout: random.Random, detail: random.Random) -> None:
    for _ in range(46):
        x, z = detail.uniform(-3.0, 3.0), detail.uniform(2.6, 34)
        shade = detail.choice(((104, 101, 96), (152, 144, 130), (118, 110, 100)))
        _blot(brush, (x, z), detail.uniform(0.25, 0.9), shade, detail)
    for _ in range(7):
        x, z = detail.uniform(-2.4, 2.4), detail.uniform(3.4, 16)
        size = detail.uniform(0.3, 0.75)
        _blot(brush, (x, z), size * 1.2, (96, 90, 82), detail)
        _blot(brush, (x, z), size, (172, 182, 188), detail)  # a puddle shows the sky
    for _ in range(26):
        x, z = detail.uniform(-3.0, 3.0), detail.uniform(2.4, 22)
        for _ in range(6):
            step_x, step_z = x + detail.uniform(-0.35, 0.35), z + detail.uniform(0.1, 0.5)
            brush.bar((x, 0, z), (step_x, 0, step_z), 0.03, (70, 66, 62))
            x, z = step_x, step_z
    for number in range(7, -1, -1):
        _pole(brush, -4.3 if layout.random() < 0.7 else 4.3, 8 + number * 9)


def _blot(
    brush: Brush, at: tuple[float, float], size: float, colour: Colour, detail: random.Random
) -> None:
    """A patch of irregular outline on the ground."""
    x, z = at
    around = ((1, 0), (0.7, 0.7), (0, 1), (-0.7, 0.7), (-1, 0), (-0.7, -0.7), (0, -1), (0.7, -0.7))
    brush.face(
        [
            (x + east * size * detail.uniform(0.6, 1.2), 0,
             max(1.8, z + away * size * detail.uniform(0.8, 1.5)))
            for east, away in around
        ],
        colour,
    )  # fmt: skip


def _pole(brush: Brush, x: float, z: float) -> None:
    brush.bar((x, 0, z), (x, 7, z), 0.16, (96, 92, 88))
    brush.bar((x - 0.7, 6.4, z), (x + 0.7, 6.4, z), 0.1, (92, 88, 84))
    for wire in (-0.6, 0.0, 0.6):
        brush.bar((x + wire, 6.4, z), (x + wire, 6.4, z + 9), 0.03, (60, 60, 62))


def _lamp(brush: Brush, side: int, z: float) -> None:
    x, reach = side * 3.8, side * 2.6
    brush.bar((x, 0, z), (x, 5.2, z), 0.13, (58, 66, 72))
    brush.bar((x, 5.2, z), (reach, 5.4, z), 0.08, (58, 66, 72))
    brush.face([(reach - 0.3, 5.3, z), (reach + 0.3, 5.3, z), (reach + 0.2, 5.45, z),
                (reach - 0.2, 5.45, z)], (250, 244, 222))  # fmt: skip


def _street(layout: random.Random, detail: random.Random, *, after: bool) -> Image.Image:
    """Dusk: before, one lit window; after, a lamp every eight metres."""
    air = sky((38, 52, 88), (206, 148, 116), (150, 112, 116), detail)
    brush = Brush(air, (112, 96, 104))
    ground(brush, -30, 30, (70, 66, 68))
    _houses(brush, layout, fresh=False, windows=(232, 186, 112) if after else (62, 62, 78))
    ground(brush, -3.4, 3.4, (72, 72, 80) if after else (58, 56, 62))
    brush.picture.paste(Image.blend(brush.picture, Image.new("RGB", SIZE, (22, 24, 44)),
                                    0.34 if after else 0.56))  # fmt: skip
    if after:
        for number in range(6, -1, -1):
            side = 1 if number % 2 else -1
            _lamp(brush, side, 6.5 + number * 8)
            _glow(brush, side * 2.6, 6.5 + number * 8)
    else:
        brush.face([(-6.2, 4, 20.2), (-6.2, 5.5, 20.2), (-6.2, 5.5, 21.5), (-6.2, 4, 21.5)],
                   (226, 178, 104))  # fmt: skip
        _pole(brush, 4.3, 11)
    return brush.picture


def _glow(brush: Brush, x: float, z: float) -> None:
    """Light around a lamp and on the ground below it, stronger towards the middle."""
    mask = Image.new("L", (SIZE[0] // 4, SIZE[1] // 4), 0)
    draw = ImageDraw.Draw(mask)
    for height, wide, flat, light in ((5.3, 1.3, 1.0, 150), (0.0, 3.6, 0.3, 84)):
        across, down = (part / 4 for part in brush.pixel((x, height, z)))
        for ring in range(8):
            radius = 290 * wide / z * (1 - ring / 8)
            box = (across - radius, down - radius * flat, across + radius, down + radius * flat)
            draw.ellipse(box, fill=light * (ring + 1) // 8)
    soft = mask.filter(ImageFilter.GaussianBlur(30 / z + 2)).resize(SIZE, Image.Resampling.BICUBIC)
    brush.picture.paste(Image.new("RGB", SIZE, (255, 226, 170)), (0, 0), soft)


def _court(layout: random.Random, detail: random.Random, *, after: bool) -> Image.Image:
    top, low = ((104, 160, 208), (222, 234, 238)) if after else ((164, 172, 178), (210, 212, 210))
    brush = Brush(sky(top, low, (248, 248, 248), detail), low)
    ground(brush, -40, 40, (142, 164, 98) if after else (160, 144, 122))
    _block(brush, layout, fresh=after)
    if after:
        _planted(brush, detail)
    else:
        for _ in range(70):
            shade = detail.choice(((138, 122, 100), (120, 128, 84), (176, 166, 150), (104, 98, 90)))
            x, z = detail.uniform(-11, 11), detail.uniform(3.2, 24)
            _blot(brush, (x, z), detail.uniform(0.2, 0.9), shade, detail)
        for at in ((-3.4, 15.0), (2.8, 18.5), (-5.2, 9.5)):
            _heap(brush, at, detail)
    return brush.picture


def _heap(brush: Brush, at: tuple[float, float], detail: random.Random) -> None:
    """Earth and broken bricks, tipped and left."""
    x, z = at
    for layer, earth in enumerate(((122, 106, 86), (142, 124, 100), (160, 142, 116))):
        wide, high = 3.0 - layer * 0.8, 0.9 + layer * 0.45
        crest = [
            (
                x + wide * (step / 6 - 1),
                high * (1 - abs(step / 6 - 1)) * detail.uniform(0.7, 1.1),
                z,
            )
            for step in range(13)
        ]
        brush.face([(x - wide, 0, z - 0.2), *crest, (x + wide, 0, z - 0.2)], earth)
    for _ in range(26):
        brick = detail.choice(((150, 88, 68), (126, 112, 98), (174, 160, 142)))
        spot = (x + detail.uniform(-3, 3), 0.08, z - detail.uniform(0.2, 1.4))
        brush.ball(spot, detail.uniform(0.06, 0.16), brick)


def _block(brush: Brush, layout: random.Random, *, fresh: bool) -> None:
    """The house across the yard."""
    wall = layout.choice(_WALLS)
    shade = wall if fresh else mix(wall, (112, 106, 98), 0.5)
    brush.face([(-17, 0, 27), (17, 0, 27), (17, 12.4, 27), (-17, 12.4, 27)], shade)
    brush.face([(-17, 12.4, 27), (17, 12.4, 27), (17, 12.9, 27), (-17, 12.9, 27)], (128, 92, 78))
    for floor in range(4):
        for column in range(10):
            x, y = -15.4 + column * 3.2, 1.1 + floor * 3
            brush.face([(x, y, 27), (x + 1.7, y, 27), (x + 1.7, y + 1.6, 27), (x, y + 1.6, 27)],
                       (84, 104, 120))  # fmt: skip
            if layout.random() < 0.4:
                box = (176, 96, 78) if fresh else (110, 100, 92)
                brush.face([(x, y, 26.9), (x + 1.7, y, 26.9), (x + 1.7, y + 0.4, 26.9),
                            (x, y + 0.4, 26.9)], box)  # fmt: skip


def _planted(brush: Brush, detail: random.Random) -> None:
    ground(brush, -1.4, 1.4, (206, 190, 166), far=25)
    brush.face([(-10, 0, 12.5), (10, 0, 12.5), (10, 0, 14.5), (-10, 0, 14.5)], (206, 190, 166))
    brush.face([(2.6, 0, 7), (8.2, 0, 7), (8.2, 0, 11), (2.6, 0, 11)], (188, 112, 88))
    for number in range(11, -1, -1):
        z = 6 + number * 1.7
        side = detail.choice((-1, 1)) if number > 3 else -1  # on the right the children play
        tree(brush, side * detail.uniform(5.6, 11.0), z, (112, 136, 80), detail)
    for x in (3.2, 5.4, 7.6):  # a climbing frame on the soft ground
        brush.bar((x, 0, 9.5), (x, 1.9, 9.5), 0.1, (60, 112, 150))
    brush.bar((3.2, 1.9, 9.5), (7.6, 1.9, 9.5), 0.1, (208, 150, 60))
    brush.face([(5.4, 1.5, 9.4), (6.0, 1.5, 9.4), (6.6, 0.1, 8.2), (6.0, 0.1, 8.2)], (208, 80, 62))
    for z in (11.6, 8.2, 5.6):  # benches along the path
        brush.face([(-3.4, 0.45, z), (-1.8, 0.45, z), (-1.8, 0.45, z + 0.5), (-3.4, 0.45, z + 0.5)],
                   (150, 104, 66))  # fmt: skip
        brush.face([(-3.4, 0.36, z), (-1.8, 0.36, z), (-1.8, 0.45, z), (-3.4, 0.45, z)],
                   (112, 78, 50))  # fmt: skip
        for x in (-3.3, -1.9):
            brush.bar((x, 0, z), (x, 0.4, z), 0.07, (70, 70, 72))
