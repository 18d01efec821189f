"""A framework made ready for scoring: what a sheet is asked for, on which ruler, what it counts.

Owns what follows from the framework alone, so that it is worked out once and not for each unit.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import lru_cache, partial
from typing import NamedTuple

from msgspec import Struct

from sunlit.model.framework import Framework
from sunlit.model.method import Indicator
from sunlit.rules.scoring.normalise import Normalised, normalise
from sunlit.rules.scoring.problems import Problem
from sunlit.rules.scoring.rulers import Ruler, indicator_ruler, is_hard, scale_ruler
from sunlit.rules.scoring.weights import (
    assessor_weights,
    dimension_weights,
    indicators_of,
    weights,
)

ZERO, ONE = Fraction(0), Fraction(1)

Reader = Callable[[str], Normalised | Problem]
"""A ruler as what reads a score on it."""


class Cell(NamedTuple):
    """Where a score belongs; a measurement has no assessor."""

    indicator: str
    assessor: str | None


class Asked(Struct, frozen=True):
    """An indicator: the cells a complete sheet holds for it, each with what it counts."""

    id: str
    hard: bool
    weight: Fraction
    cells: tuple[tuple[Cell, Fraction], ...]


class Part(Struct, frozen=True):
    """A dimension: what it counts in the total, and its indicators."""

    id: str
    weight: Fraction
    asked: tuple[Asked, ...]


class Prepared(Struct, frozen=True):
    """A framework's dimensions and indicators, and what reads each cell that has a sound ruler."""

    dimensions: tuple[Part, ...]
    indicators: Mapping[str, Indicator]
    readers: Mapping[Cell, Reader]


def prepared(framework: Framework) -> Prepared:
    """The framework made ready; the same object is made ready once."""
    return _prepared(_Same(framework))


class _Same:
    """A framework as a key that is compared by identity: it is frozen, and large to compare."""

    __slots__ = ("framework",)

    def __init__(self, framework: Framework) -> None:
        self.framework = framework

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.framework is self.framework

    def __hash__(self) -> int:
        return id(self.framework)


@lru_cache(maxsize=16)
def _prepared(same: _Same) -> Prepared:
    framework = same.framework
    return Prepared(
        tuple(_part(framework, one.id) for one in framework.dimensions),
        {one.id: one for one in framework.indicators},
        _readers(framework),
    )


def _part(framework: Framework, dimension: str) -> Part:
    indicators = indicators_of(framework, dimension)
    assessors = assessor_weights(framework)
    asked = tuple(
        Asked(
            one.id,
            is_hard(one),
            weight,
            tuple((cell, assessors.get(cell.assessor or "", ONE)) for cell in cells_of(one)),
        )
        for one, weight in zip(indicators, weights([one.weight for one in indicators]), strict=True)
    )
    return Part(dimension, dimension_weights(framework).get(dimension, ZERO), asked)


def cells_of(indicator: Indicator) -> tuple[Cell, ...]:
    """What a complete sheet holds for an indicator."""
    if is_hard(indicator):
        return (Cell(indicator.id, None),)
    return tuple(Cell(indicator.id, one) for one in dict.fromkeys(indicator.assessors))


def _readers(framework: Framework) -> dict[Cell, Reader]:
    scales = {one.id: _reader(scale_ruler(one.scale)) for one in framework.assessors}
    readers: dict[Cell, Reader] = {}
    for indicator in framework.indicators:
        for cell in cells_of(indicator):
            who = cell.assessor
            reader = _reader(indicator_ruler(indicator)) if who is None else scales.get(who)
            if reader is not None:
                readers[cell] = reader
    return readers


def _reader(ruler: Ruler | tuple[Problem, ...]) -> Reader | None:
    """Reads each score once: units are given the same few, and share what comes of them."""
    if isinstance(ruler, tuple):
        return None
    return lru_cache(maxsize=4096)(partial(normalise, ruler=ruler))
