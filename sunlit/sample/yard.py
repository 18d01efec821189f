"""A yard between blocks, before and after it was planted.

Owns what stands in it: heaps and bare earth first, then paths, trees, benches and a frame to climb.
"""

from __future__ import annotations

import random

from sunlit.sample.perspective import Brush, Colour, ground, mix, roughen
from sunlit.sample.solids import bench, blot, heap, tree

_WALLS: tuple[Colour, ...] = (
    (218, 206, 186), (204, 176, 146), (190, 196, 194), (212, 188, 150), (196, 158, 138),
)  # fmt: skip
_PATH: Colour = (206, 190, 166)


def paint_yard(
    brush: Brush, layout: random.Random, detail: random.Random, *, seed: str, after: bool
) -> None:
    """All of it; `layout` is the place's chance, `detail` this picture's."""
    ground(brush, -40, 40, (126, 152, 86) if after else (160, 144, 122))
    path = layout.uniform(-2.5, 1.5)
    if after:
        ground(brush, path - 1.2, path + 1.2, _PATH, far=25)
        brush.floor(-14, 14, 12.5, 14.5, _PATH)
        brush.floor(path + 2.6, path + 8.2, 6.5, 11, (188, 112, 88))
    else:
        _bare(brush, detail)
    roughen(brush, f"{seed}/ground", 17)
    deep = layout.uniform(24, 34)
    if after:
        brush.shade([[(-20, 0, deep), (20, 0, deep), (20, 0, deep - 6), (-20, 0, deep - 6)]], 0.3)
    _block(brush, layout, deep, fresh=after)
    if after:
        _planted(brush, detail, path)
    else:
        for at in sorted((layout.uniform(9, 19) for _ in range(3)), reverse=True):
            heap(brush, layout.uniform(-6, 6), at, detail)


def _bare(brush: Brush, detail: random.Random) -> None:
    for _ in range(110):
        shade = detail.choice(((138, 122, 100), (120, 128, 84), (176, 166, 150), (148, 132, 110)))
        x, z = detail.uniform(-13, 13), detail.uniform(1.8, 24)
        blot(brush, (x, z), detail.uniform(0.2, 0.9), shade, chance=detail)


def _block(brush: Brush, layout: random.Random, deep: float, *, fresh: bool) -> None:
    """The house across the yard, and its neighbours farther off."""
    for z, left, right, floors in (
        (deep + 26, layout.uniform(-42, -30), layout.uniform(-16, -8), layout.choice((6, 9, 11))),
        (deep + 22, layout.uniform(12, 20), layout.uniform(34, 46), layout.choice((5, 7, 10))),
        (deep, layout.uniform(-24, -11), layout.uniform(10, 22), layout.choice((3, 4, 5, 6))),
    ):
        wall = layout.choice(_WALLS)
        colour = mix(wall, (255, 240, 210), 0.12) if fresh else mix(wall, (112, 106, 98), 0.42)
        height = floors * 3 + 0.5
        brush.board(left, right, (0, height), z, colour)
        brush.board(left, right, (height, height + 0.6), z, mix(colour, (120, 80, 66), 0.6))
        step = layout.uniform(2.6, 3.6)
        for floor in range(floors):
            at = left + 0.8
            while at + 1.8 < right:
                _window(brush, at, 0.9 + floor * 3, z, colour)
                if layout.random() < 0.4:
                    box = (176, 96, 78) if fresh else (110, 100, 92)
                    brush.board(at, at + 1.7, (0.5 + floor * 3, 0.95 + floor * 3), z - 0.3, box)
                at += step


def _window(brush: Brush, x: float, low: float, z: float, wall: Colour) -> None:
    brush.board(x - 0.1, x + 1.8, (low - 0.1, low + 1.7), z - 0.05, mix(wall, (244, 244, 240), 0.5))
    brush.board(x, x + 0.8, (low, low + 1.6), z - 0.06, (84, 104, 120))
    brush.board(x + 0.9, x + 1.7, (low, low + 1.6), z - 0.06, (70, 88, 104))


def _planted(brush: Brush, detail: random.Random, path: float) -> None:
    spots = []
    for number in range(13, -1, -1):
        side = detail.choice((-1, 1)) if number > 3 else -1  # on the right the children play
        spots.append((path + side * detail.uniform(3.6, 10.0), 6 + number * 1.7))
    brush.shade(
        [[(x + east, 0, z + away) for east, away in
          ((-0.9, 0), (0, -0.6), (2.2, -0.4), (3.2, 0.3), (2.2, 0.9), (0, 0.6))]
         for x, z in spots],
        0.36,
    )  # fmt: skip
    for x, z in spots:
        if z < 9.5:
            break
        tree(brush, x, z, detail)
    _climbing_frame(brush, path + 3.2)
    for z in (11.6, 8.2, 5.2):
        bench(brush, path - 3.2, z)
    for x, z in spots:
        if z < 9.5:
            tree(brush, x, z, detail)


def _climbing_frame(brush: Brush, x: float) -> None:
    for back in (10.2, 9.0):
        for post in (0.0, 2.2, 4.4):
            brush.bar((x + post, 0, back), (x + post, 2.1, back), 0.1, (60, 112, 150))
        brush.bar((x, 2.1, back), (x + 4.4, 2.1, back), 0.1, (208, 150, 60))
    for rung in range(9):
        at = x + rung * 0.55
        brush.bar((at, 2.1, 10.2), (at, 2.1, 9.0), 0.05, (208, 150, 60))
    brush.face([(x + 2.2, 1.6, 8.9), (x + 2.9, 1.6, 8.9), (x + 3.3, 0.1, 7.4), (x + 2.6, 0.1, 7.4)],
               (208, 80, 62))  # fmt: skip
