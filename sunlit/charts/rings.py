"""Rings of minutes, and how far from their centre a walk of so many minutes ends.

Owns the radii. Does not know the places. What is farther than the last ring stands on one dashed
ring outside, whatever the distance: its text says how far it is.
"""

from fractions import Fraction

from markupsafe import Markup
from msgspec import Struct

from sunlit.charts.chart import Amount
from sunlit.charts.numbers import RADIUS, Disc, Plane
from sunlit.charts.svg import WIDTH, At, circle, joined, text

CENTRE = WIDTH // 2
_OUTER = CENTRE - RADIUS - 4
_BAND = 30  # what the dashed ring takes from the others


class Rings(Struct, frozen=True):
    """`top` is the highest point of the outermost ring; `beyond` is empty when nothing is."""

    rings: tuple[Amount, ...]
    top: int
    beyond: str

    @property
    def middle(self) -> int:
        return self.top + _OUTER

    @property
    def bottom(self) -> int:
        return self.middle + _OUTER

    @property
    def last(self) -> Fraction:
        return self.rings[-1].exact

    def away(self, minutes: Fraction) -> Fraction:
        if minutes > self.last:
            return Fraction(_OUTER)
        return minutes / self.last * (_OUTER - _BAND if self.beyond else _OUTER)


def ruled(around: Rings) -> Markup:
    centre: At = (CENTRE, around.middle)
    parts: list[Markup] = []
    for ring in around.rings:
        css = "ch-ink-line" if ring.exact == around.last else "ch-rule"
        parts.append(circle(centre, around.away(ring.exact), css=css, weight=1))
    if around.beyond:
        parts.append(circle(centre, _OUTER, css="ch-soft-line", weight=1, dash="2 5"))
    for words, at in _words(around):
        base = (at[0], at[1] + 5)
        parts.append(text(base, words, css="ch-soft ch-halo", anchor="middle"))
    return joined(parts)


def taken(around: Rings) -> Plane:
    """What marks keep clear of: the centre and the words on the rings."""
    words = [Disc((x + side, y), 8) for _, (x, y) in _words(around) for side in (-20, 0, 20)]
    edge = RADIUS + 1
    low, high = (edge, around.top - 2), (WIDTH - edge, around.bottom + 2)
    return Plane(low, high, (Disc((CENTRE, around.middle), 8), *words))


def _words(around: Rings) -> list[tuple[str, At]]:
    tops: list[tuple[str, At]] = [
        (ring.text, (CENTRE, around.middle - around.away(ring.exact))) for ring in around.rings
    ]
    return [*tops, (around.beyond, (CENTRE, around.bottom))] if around.beyond else tops
