"""A street seen by someone standing in it: metres to pixels, and a few solid things to put there.

Owns the camera and the brush. Knows nothing of what a scene means. X runs to the right, Y up
from the ground, Z away from the eye.
"""

from __future__ import annotations

import random
from collections.abc import Sequence

from msgspec import Struct
from PIL import Image, ImageDraw, ImageFilter

Colour = tuple[int, int, int]
Spot = tuple[float, float, float]

SIZE = (1600, 1200)
_EYE = 2.3
_FOCAL = 1150
_HORIZON = 560
_HAZE_AT = 150.0


class Brush(Struct, frozen=True):
    """Draws on one picture; what is far takes the colour of the haze."""

    picture: Image.Image
    haze: Colour

    def pixel(self, spot: Spot) -> tuple[float, float]:
        """Where a spot of the street lies in the picture."""
        x, y, z = spot
        return SIZE[0] / 2 + _FOCAL * x / z, _HORIZON + _FOCAL * (_EYE - y) / z

    def face(self, spots: Sequence[Spot], colour: Colour) -> None:
        """A flat surface, coloured by its mean distance."""
        far = sum(spot[2] for spot in spots) / len(spots)
        draw = ImageDraw.Draw(self.picture)
        draw.polygon([self.pixel(spot) for spot in spots], fill=self.seen(colour, far))

    def bar(self, start: Spot, end: Spot, metres: float, colour: Colour) -> None:
        """A straight bar of a thickness in metres."""
        width = max(1, round(_FOCAL * metres / max(start[2], end[2])))
        draw = ImageDraw.Draw(self.picture)
        line = [self.pixel(start), self.pixel(end)]
        draw.line(line, fill=self.seen(colour, start[2]), width=width)

    def ball(self, centre: Spot, radius: float, colour: Colour) -> None:
        """A round thing of a radius in metres."""
        x, y = self.pixel(centre)
        r = _FOCAL * radius / centre[2]
        draw = ImageDraw.Draw(self.picture)
        draw.ellipse((x - r, y - r, x + r, y + r), fill=self.seen(colour, centre[2]))

    def shadow(self, centre: Spot, radius: float, colour: Colour) -> None:
        """A round patch on the ground."""
        x, y = self.pixel((centre[0], 0, centre[2]))
        wide = _FOCAL * radius / centre[2]
        flat = wide * _EYE / centre[2] * 1.2
        draw = ImageDraw.Draw(self.picture)
        fill = self.seen(colour, centre[2])
        draw.ellipse((x - wide, y - flat, x + wide, y + flat), fill=fill)

    def seen(self, colour: Colour, far: float) -> Colour:
        """A colour as it looks from that distance."""
        return mix(colour, self.haze, min(0.75, far / _HAZE_AT))


def mix(one: Colour, other: Colour, share: float) -> Colour:
    """One colour with a share of another."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue


def sky(top: Colour, low: Colour, clouds: Colour, chance: random.Random) -> Image.Image:
    """A sky that pales towards the horizon, with soft clouds."""
    height = _HORIZON + 40
    ramp = Image.linear_gradient("L").resize((SIZE[0], height))
    picture = Image.new("RGB", SIZE, low)
    above = Image.composite(
        Image.new("RGB", ramp.size, low), Image.new("RGB", ramp.size, top), ramp
    )
    picture.paste(above, (0, 0))
    mask = Image.new("L", (400, 150), 0)
    draw = ImageDraw.Draw(mask)
    for _ in range(5):
        x, y = chance.randint(-20, 400), chance.randint(10, 105)
        for puff in range(7):
            wide, high = chance.randint(16, 44), chance.randint(4, 11)
            at = x + puff * chance.randint(6, 13)
            draw.ellipse((at - wide, y - high, at + wide, y + high), fill=chance.randint(90, 190))
    soft = mask.filter(ImageFilter.GaussianBlur(7)).resize((SIZE[0], 600), Image.Resampling.BICUBIC)
    picture.paste(Image.new("RGB", soft.size, clouds), (0, 0), soft)
    return picture


_LEAVES: tuple[Colour, ...] = ((104, 150, 74), (122, 160, 82), (86, 138, 78), (150, 160, 70))


def tree(brush: Brush, x: float, z: float, shade: Colour, chance: random.Random) -> None:
    """A tree with a round crown, darker below; `shade` is its shadow on the ground there."""
    leaves = chance.choice(_LEAVES)
    brush.shadow((x + 0.6, 0, z), 1.3, shade)
    brush.bar((x, 0, z), (x, 2.6, z), 0.22, (92, 72, 54))
    for layer in range(3):
        green = mix((38, 70, 42), leaves, (layer + 1) / 3)
        for _ in range(9):
            radius = chance.uniform(0.45, 0.8) - layer * 0.1
            off, up = chance.uniform(-0.9, 0.9), chance.uniform(2.4, 3.9) + layer * 0.25
            brush.ball((x + off - layer * 0.12, up, z), radius, green)


class House(Struct, frozen=True):
    """A house along the street: on the left (-1) or right (1), from near to far."""

    side: int
    near: float
    far: float
    height: float
    wall: Colour


def house(brush: Brush, built: House, windows: Colour) -> None:
    """A house with rows of windows and a dark edge of roof."""
    x, back = built.side * 6.2, built.side * 18.0
    near, far, height, wall = built.near, built.far, built.height, built.wall
    front = [(x, 0, near), (back, 0, near), (back, height, near), (x, height, near)]
    brush.face(front, mix(wall, (40, 42, 48), 0.28))
    brush.face([(x, 0, near), (x, height, near), (x, height, far), (x, 0, far)], wall)
    for floor in range(int(height // 3)):
        low = 1.0 + floor * 3
        at = near + 0.9
        while at + 1.4 < far:
            frame = [(x, low, at), (x, low + 1.5, at), (x, low + 1.5, at + 1.3), (x, low, at + 1.3)]
            brush.face(frame, windows)
            at += 2.8
    top = height + 0.3
    eaves = [(x, height, near), (x, top, near), (x, top, far), (x, height, far)]
    brush.face(eaves, mix(wall, (60, 50, 46), 0.5))


def ground(brush: Brush, left: float, right: float, colour: Colour, *, far: float = 130.0) -> None:
    """A strip of ground that runs away from the eye, in slices so that the haze can act."""
    edge = 1.6
    while edge < far:
        after = min(far, edge * 1.25 + 0.2)
        brush.face([(left, 0, edge), (right, 0, edge), (right, 0, after), (left, 0, after)], colour)
        edge = after
