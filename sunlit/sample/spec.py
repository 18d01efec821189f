"""What a sample is asked for: how many units, photos and areas, and by which seed.

Owns the fixed day that every sample ends on, and the one way to a random number. Knows nothing
of what is invented with it.
"""

from __future__ import annotations

import random
from datetime import date

from msgspec import Struct

AS_OF = date(2026, 11, 21)
"""The day that every sample describes; never the clock's."""

FIRST_DAY = date(2025, 10, 1)
"""The first day that anything happens on."""

MOST_AREAS = 200
MOST_UNITS = 38_000
MOST_UNITS_OF_AN_AREA = 23_520
LEAST_WIDTH = 400
MOST_WIDTH = 8_160


class SampleSpec(Struct, frozen=True):
    """`photos` is the number of pairs, before and after, in the whole sample.

    `photo_width` is that of each picture in pixels, 4:3; a telephone's are 4000 wide.
    """

    units: int
    seed: int = 1
    photos: int = 12
    areas: int = 1
    photo_width: int = 4000

    def __post_init__(self) -> None:
        if not 1 <= self.areas <= MOST_AREAS:
            raise ValueError(f"areas is {self.areas}; expected 1 to {MOST_AREAS}")
        most = min(MOST_UNITS, MOST_UNITS_OF_AN_AREA * self.areas)
        if not self.areas <= self.units <= most:
            raise ValueError(
                f"units is {self.units}; expected {self.areas} to {most} for {self.areas} area(s)"
            )
        if self.photos < 0:
            raise ValueError(f"photos is {self.photos}; expected 0 or more")
        if not LEAST_WIDTH <= self.photo_width <= MOST_WIDTH:
            raise ValueError(
                f"photo_width is {self.photo_width}; expected {LEAST_WIDTH} to {MOST_WIDTH}"
            )

    def chance(self, *place: str) -> random.Random:
        """Chance of its own for each place and topic, so that no file depends on another's.

        `Random` takes a text through SHA-512, hence the same on any machine and hash seed.
        """
        return random.Random("/".join((str(self.seed), *place)))
