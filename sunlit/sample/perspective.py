"""A street seen by someone standing in it: metres to pixels.

Owns the camera and the brush. Knows nothing of what a scene means. X runs to the right, Y up
from the ground, Z away from the eye.
"""

from __future__ import annotations

import random
from collections.abc import Sequence

from msgspec import Struct
from PIL import Image, ImageDraw

from sunlit.sample.grain import MIDDLE, noise, over

Colour = tuple[int, int, int]
Spot = tuple[float, float, float]

_HAZE_AT = 150.0
_NEAREST = 1.6


class Camera(Struct, frozen=True):
    """Where somebody stood and looked; lengths of the picture are in pixels, `eye` in metres."""

    width: int
    height: int
    focal: float
    centre: float
    horizon: float
    eye: float

    @property
    def size(self) -> tuple[int, int]:
        """Width and height of the picture."""
        return self.width, self.height


def camera_of(layout: random.Random, width: int) -> Camera:
    """The viewpoint of a place: no two people stand alike."""
    height = width * 3 // 4
    return Camera(
        width=width,
        height=height,
        focal=width * layout.uniform(0.66, 0.8),
        centre=width * layout.uniform(0.37, 0.63),
        horizon=height * layout.uniform(0.43, 0.52),
        eye=layout.uniform(1.8, 2.6),
    )


class Brush(Struct, frozen=True):
    """Draws on one picture; what is far takes the colour of the haze."""

    picture: Image.Image
    draw: ImageDraw.ImageDraw
    camera: Camera
    haze: Colour

    def pixel(self, spot: Spot) -> tuple[float, float]:
        """Where a spot of the street lies in the picture."""
        x, y, z = spot
        scale = self.camera.focal / z
        return self.camera.centre + scale * x, self.camera.horizon + scale * (self.camera.eye - y)

    def face(self, spots: Sequence[Spot], colour: Colour) -> None:
        """A flat surface, coloured by its mean distance."""
        far = sum(spot[2] for spot in spots) / len(spots)
        self.draw.polygon([self.pixel(spot) for spot in spots], fill=self.seen(colour, far))

    def wall(self, x: float, near: float, far: float, rise: tuple[float, float],
             colour: Colour) -> None:  # fmt: skip
        """An upright surface along the street."""
        low, high = rise
        self.face([(x, low, near), (x, high, near), (x, high, far), (x, low, far)], colour)

    def board(self, left: float, right: float, rise: tuple[float, float], z: float,
              colour: Colour) -> None:  # fmt: skip
        """An upright surface across the street."""
        low, high = rise
        self.face([(left, low, z), (right, low, z), (right, high, z), (left, high, z)], colour)

    def floor(self, left: float, right: float, near: float, far: float, colour: Colour) -> None:
        """A piece of ground."""
        self.face([(left, 0, near), (right, 0, near), (right, 0, far), (left, 0, far)], colour)

    def bar(self, start: Spot, end: Spot, metres: float, colour: Colour) -> None:
        """A straight bar of a thickness in metres."""
        width = max(1, round(self.camera.focal * metres / max(start[2], end[2])))
        line = [self.pixel(start), self.pixel(end)]
        self.draw.line(line, fill=self.seen(colour, start[2]), width=width)

    def ball(self, centre: Spot, radius: float, colour: Colour) -> None:
        """A round thing of a radius in metres."""
        x, y = self.pixel(centre)
        r = self.camera.focal * radius / centre[2]
        self.draw.ellipse((x - r, y - r, x + r, y + r), fill=self.seen(colour, centre[2]))

    def seen(self, colour: Colour, far: float) -> Colour:
        """A colour as it looks from that distance."""
        return mix(colour, self.haze, min(0.75, far / _HAZE_AT))

    def shade(self, shadows: Sequence[Sequence[Spot]], depth: float) -> None:
        """Shadows on what is painted; where two overlap it is no darker than under one."""
        mask = Image.new("L", self.camera.size, 0)
        draw = ImageDraw.Draw(mask)
        for spots in shadows:
            draw.polygon([self.pixel(spot) for spot in spots], fill=round(255 * depth))
        box = mask.getbbox()
        if box is not None:
            dark = Image.new("RGB", (box[2] - box[0], box[3] - box[1]), (38, 44, 62))
            self.picture.paste(dark, box, mask.crop(box))


def mix(one: Colour, other: Colour, share: float) -> Colour:
    """One colour with a share of another."""
    (r, g, b), (red, green, blue) = one, other
    return (
        round(r + (red - r) * share),
        round(g + (green - g) * share),
        round(b + (blue - b) * share),
    )


def ground(brush: Brush, left: float, right: float, colour: Colour, *, far: float = 130.0) -> None:
    """A strip of ground that runs away from the eye, in slices so that the haze can act."""
    edge = _NEAREST * 0.6
    while edge < far:
        after = min(far, edge * 1.25 + 0.2)
        brush.floor(left, right, edge, after, colour)
        edge = after


def roughen(brush: Brush, seed: str, spread: float) -> None:
    """The grain of the ground as far as it is painted: coarse far off, finer at the feet."""
    camera = brush.camera
    top = round(camera.horizon)
    size = (camera.width, camera.height - top)
    below = (0, top, *camera.size)
    painted = brush.picture.crop(below)
    for layer, per_metre in enumerate((3.0, 11.0, 42.0)):
        side = 768
        tile = noise(f"{seed}/{layer}", (side, side), spread)
        # An output row v lies focal * eye / v metres away; columns spread out from the centre.
        # Pillow divides by (g·u + h·v + 1): v itself needs a large h, and all else as large.
        large = 1e6
        across, away = camera.eye * per_metre, camera.focal * camera.eye * per_metre
        mapping = (
            *(across * large, side / 2 * large, -camera.centre * across * large),
            *(0.0, -_NEAREST * 0.5 * per_metre * large, away * large),
            *(0.0, large),
        )
        grain = tile.transform(
            size, Image.Transform.PERSPECTIVE, mapping, Image.Resampling.BILINEAR, fillcolor=MIDDLE
        )
        painted = over(painted, grain)
    brush.picture.paste(painted, below)
