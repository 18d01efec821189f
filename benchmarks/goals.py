"""What was promised of the speed, and whether it is kept.

Owns the goals as a literal table, the exponent of growth, and the arithmetic between the two.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from benchmarks.content import SIZES
from benchmarks.record import Record

SMALL, LARGE = "S", "L"


@dataclass(frozen=True, slots=True)
class Goal:
    """A number that may not be exceeded; `value` is None while something was not measured.

    `rounds` are the same ratio in each round; the verdict is that of `value`.
    """

    text: str
    most: float
    value: float | None
    rounds: tuple[float, ...] = ()

    @property
    def verdict(self) -> str:
        """In one word or two."""
        if self.value is None:
            return "not measured"
        return "met" if self.value <= self.most else "NOT MET"


def goals(known: Record) -> tuple[Goal, ...]:
    """Every goal with what was measured."""

    def against(
        text: str, most: float, peer: str, size: str, scenario: str, what: str = "wall"
    ) -> Goal:
        ours = known.median(size, "ours", scenario, what)
        value = ratio(ours, known.median(size, peer, scenario, what))
        return Goal(text, most, value, known.ratios(size, "ours", peer, scenario, what))

    cold = known.median(LARGE, "ours", "cold")
    return (
        against("cold at S, of Hugo's time", 1.0, "hugo", SMALL, "cold"),
        against("cold at S, of Zola's time", 1.1, "zola", SMALL, "cold"),
        against("cold at L, of Hugo's time", 0.6, "hugo", LARGE, "cold"),
        against("cold at L, of Zola's time", 0.75, "zola", LARGE, "cold"),
        against("peak memory at L, of Hugo's", 0.15, "hugo", LARGE, "cold", "peak"),
        Goal("exponent of growth S to L, cold", 1.05, exponent(known, "ours")),
        against("one project edited at S, of Hugo's time", 0.3, "hugo", SMALL, "spent"),
        against("one project edited at L, of Hugo's time", 0.03, "hugo", LARGE, "spent"),
        against("no change at S, of Hugo's time", 0.08, "hugo", SMALL, "nochange"),
        against("no change at L, of Hugo's time", 0.015, "hugo", LARGE, "nochange"),
        Goal(
            "fresh clone with restored state at L, of the own cold build",
            0.05,
            ratio(known.median(LARGE, "ours", "clone"), cold),
        ),
    )


def ratio(one: float | None, other: float | None) -> float | None:
    """One as a multiple of the other, where both are known."""
    return one / other if one is not None and other else None


def exponent(known: Record, tool: str, what: str = "wall") -> float | None:
    """The x in "time grows with size to the power of x", between S and L."""
    growth = ratio(known.median(LARGE, tool, "cold", what), known.median(SMALL, tool, "cold", what))
    if growth is None:
        return None
    return math.log(growth) / math.log(SIZES[LARGE].units / SIZES[SMALL].units)


Format = Callable[[float], str]


def shown(value: float | None, form: Format) -> str:
    """A value as text, or a dash where there is none."""
    return "—" if value is None else form(value)
