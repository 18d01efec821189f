"""Directions without floating point: sine and cosine as fractions.

The C library's sine may differ in its last bit between machines, and a page must not.
"""

from fractions import Fraction
from functools import lru_cache

_PI = Fraction(3141592653589793, 10**15)
_GRAIN = 10**9


@lru_cache(maxsize=360)
def direction(degrees: Fraction) -> tuple[Fraction, Fraction]:
    """East and south of one step towards a compass bearing: 0 is up, 90 is right."""
    turn = degrees % 360
    return _sine(turn), -_sine((turn + 90) % 360)


def _sine(degrees: Fraction) -> Fraction:
    """Exact at every quarter, within a billionth elsewhere."""
    if degrees > 180:
        return -_sine(degrees - 180)
    if degrees > 90:
        return _sine(180 - degrees)
    if degrees == 90:
        return Fraction(1)
    angle = Fraction(round(degrees * _PI / 180 * _GRAIN), _GRAIN)
    term = total = angle
    for n in range(2, 18, 2):
        term = Fraction(round(-term * angle * angle / (n * (n + 1)) * _GRAIN**2), _GRAIN**2)
        total += term
    return Fraction(round(total * _GRAIN), _GRAIN)
