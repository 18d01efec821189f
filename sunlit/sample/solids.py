"""Things that stand along a street: houses, trees, lamps, poles, heaps.

Owns their shapes. Where they stand, and in which light, is the scene's.
"""

from __future__ import annotations

import math
import random

from msgspec import Struct

from sunlit.sample.perspective import Brush, Colour, mix

_LEAVES: tuple[Colour, ...] = ((104, 150, 74), (122, 160, 82), (86, 138, 78), (150, 160, 70))
_DARK: Colour = (40, 42, 48)
_AROUND = tuple(math.cos(step * math.pi / 24) for step in range(48))
_SHUTTERS: tuple[Colour, ...] = (
    (120, 134, 140), (92, 104, 120), (150, 88, 70), (166, 158, 140), (72, 110, 98),
)  # fmt: skip


class House(Struct, frozen=True):
    """A house along the street at `x` (left below zero), from near to far."""

    x: float
    near: float
    far: float
    floors: int
    wall: Colour
    frame: Colour


def house(brush: Brush, built: House, panes: Colour, layout: random.Random) -> None:
    """A house with rows of windows, a ground floor of shutters, and a dark edge of roof."""
    x, near, far, wall = built.x, built.near, built.far, built.wall
    height = built.floors * 3.1 + 0.6
    back = x + (12 if x > 0 else -12)
    brush.board(x, back, (0, height), near, mix(wall, _DARK, 0.3))
    brush.wall(x, near, far, (0, height), wall)
    brush.wall(x, near, far, (0, 0.5), mix(wall, _DARK, 0.35))
    for floor in range(built.floors):
        low = floor * 3.1 + (0.1 if floor == 0 else 0.9)
        at = near + 0.8
        while at + 1.6 < far:
            if floor == 0:
                _shutter(brush, x, at, mix(layout.choice(_SHUTTERS), wall, 0.25))
            else:
                pane = mix(panes, (206, 214, 218), layout.choice((0.0, 0.1, 0.35)))
                _window(brush, x, at, low, (built.frame, pane))
                if layout.random() < 0.3:
                    _cooler(brush, x, at, low - 0.75, mix(wall, (226, 226, 222), 0.6))
            at += 2.6
        if floor:
            brush.wall(x, near, far, (floor * 3.1, floor * 3.1 + 0.12), mix(wall, _DARK, 0.16))
    brush.wall(x, near, far, (height, height + 0.35), mix(wall, (60, 50, 46), 0.5))


def _window(brush: Brush, x: float, at: float, low: float, colours: tuple[Colour, Colour]) -> None:
    frame, pane = colours
    brush.wall(x, at - 0.08, at + 1.48, (low - 0.1, low + 1.6), frame)
    brush.wall(x, at, at + 0.66, (low, low + 1.5), pane)
    brush.wall(x, at + 0.74, at + 1.4, (low, low + 1.5), mix(pane, _DARK, 0.18))


def _shutter(brush: Brush, x: float, at: float, colour: Colour) -> None:
    brush.wall(x, at, at + 2.0, (0.1, 2.4), colour)
    for line in range(6):
        low = 0.2 + line * 0.38
        brush.wall(x, at, at + 2.0, (low, low + 0.06), mix(colour, _DARK, 0.3))


def _cooler(brush: Brush, x: float, at: float, low: float, colour: Colour) -> None:
    """The outdoor unit of an air conditioner."""
    out = x - 0.4 if x > 0 else x + 0.4
    brush.board(min(x, out), max(x, out), (low, low + 0.55), at, mix(colour, _DARK, 0.35))
    brush.wall(out, at, at + 0.8, (low, low + 0.55), colour)


def tree(brush: Brush, x: float, z: float, chance: random.Random, *, size: float = 1.0) -> None:
    """A tree with a round crown, lighter where the light falls on it."""
    leaves = chance.choice(_LEAVES)
    brush.bar((x, 0, z), (x, 2.6 * size, z), 0.22, (92, 72, 54))
    for _ in range(2):
        reach = chance.uniform(-0.7, 0.7) * size
        brush.bar((x, 1.9 * size, z), (x + reach, 3.1 * size, z), 0.1, (84, 66, 50))
    for layer in range(4):
        green = mix((34, 62, 38), leaves, layer / 3)
        for _ in range(24 + layer * 26):
            # Crowns are round: few leaves far out, none beyond.
            turn, out = chance.random(), chance.random() ** 0.6 * (1.35 - layer * 0.14)
            east, up = out * _AROUND[int(turn * 48)], out * 0.85 * _AROUND[int(turn * 48) - 12]
            radius = chance.uniform(0.16, 0.34) * size * (1 - layer * 0.14)
            spot = ((east - layer * 0.1) * size + x, (3.4 + up + layer * 0.13) * size, z)
            brush.ball(spot, radius, mix(green, (206, 214, 132), chance.uniform(0, 0.1 * layer)))


def pole(brush: Brush, x: float, z: float) -> None:
    """A pole of the old kind, with its wires to the next."""
    brush.bar((x, 0, z), (x, 7, z), 0.18, (104, 100, 94))
    brush.bar((x - 0.8, 6.4, z), (x + 0.8, 6.4, z), 0.1, (92, 88, 84))
    for wire in (-0.7, 0.0, 0.7):
        brush.bar((x + wire, 6.45, z), (x + wire, 6.45, z + 9), 0.035, (60, 60, 62))


def lamp(brush: Brush, side: int, z: float) -> None:
    """A street lamp that reaches over the road."""
    x, reach = side * 3.8, side * 2.6
    brush.bar((x, 0, z), (x, 5.2, z), 0.13, (58, 66, 72))
    brush.bar((x, 5.2, z), (reach, 5.4, z), 0.08, (58, 66, 72))
    brush.face([(reach - 0.3, 5.3, z), (reach + 0.3, 5.3, z), (reach + 0.2, 5.45, z),
                (reach - 0.2, 5.45, z)], (250, 244, 222))  # fmt: skip


def blot(
    brush: Brush, at: tuple[float, float], size: float, colour: Colour, *, chance: random.Random
) -> None:
    """A patch of irregular outline on the ground."""
    x, z = at
    around = ((1, 0), (0.7, 0.7), (0, 1), (-0.7, 0.7), (-1, 0), (-0.7, -0.7), (0, -1), (0.7, -0.7))
    brush.face(
        [
            (x + east * size * chance.uniform(0.6, 1.2), 0,
             max(1.2, z + away * size * chance.uniform(0.8, 1.5)))
            for east, away in around
        ],
        colour,
    )  # fmt: skip


def heap(brush: Brush, x: float, z: float, chance: random.Random) -> None:
    """Earth and broken bricks, tipped and left."""
    for layer, earth in enumerate(((112, 96, 78), (136, 118, 94), (160, 142, 116))):
        wide, high = 3.0 - layer * 0.7, 0.9 + layer * 0.35
        crest = [
            (x + wide * off, high * (1 - off * off) * chance.uniform(0.9, 1.1), z - layer * 0.1)
            for off in (step / 10 - 1 for step in range(21))
        ]
        brush.face([(x - wide, 0, z - 0.2), *crest, (x + wide, 0, z - 0.2)], earth)
    for _ in range(70):
        brick = chance.choice(((150, 88, 68), (126, 112, 98), (174, 160, 142), (98, 84, 70)))
        east = chance.uniform(-3, 3)
        up = max(0.05, (1 - abs(east) / 3) * chance.uniform(0, 0.9))
        brush.ball((x + east, up, z - 0.3 - chance.uniform(0, 1.0) * (1 - up)),
                   chance.uniform(0.04, 0.13), brick)  # fmt: skip


def bench(brush: Brush, x: float, z: float) -> None:
    """A bench of planks."""
    for leg in (x + 0.1, x + 1.5):
        brush.bar((leg, 0, z), (leg, 0.42, z), 0.07, (70, 70, 72))
    for plank in range(3):
        at = z + plank * 0.17
        brush.face([(x, 0.45, at), (x + 1.6, 0.45, at), (x + 1.6, 0.45, at + 0.13),
                    (x, 0.45, at + 0.13)], (156, 108, 68))  # fmt: skip
    brush.board(x, x + 1.6, (0.38, 0.45), z, (112, 78, 50))
    brush.board(x, x + 1.6, (0.62, 0.86), z + 0.5, (148, 102, 64))
