"""How far a unit is with each dimension: the states of the strip's blocks.

Owns the rule, printed on the method page: *reached* when the latest score of the dimension is
at least the framework's `reached` mark, or, without such a mark, when every project of the
dimension is completed; *started* when it has a score or a project; *chosen* when the unit took
it on or its tier is required; else *open*.
"""

from __future__ import annotations

from enum import Enum

from sunlit.model.framework import Framework
from sunlit.model.project import Status
from sunlit.rules.scoring import UnitResult
from sunlit.source.content import UnitContent


class BlockState(Enum):
    """A block of the strip: filled, half, outlined, dotted."""

    REACHED = "reached"
    STARTED = "started"
    CHOSEN = "chosen"
    OPEN = "open"


def block_states(
    framework: Framework, content: UnitContent, latest: UnitResult | None
) -> tuple[BlockState, ...]:
    """One state per dimension, in the framework's order."""
    chosen = chosen_dimensions(framework, content)
    return tuple(
        _state(framework, one.id, content, latest, one.id in chosen) for one in framework.dimensions
    )


def chosen_dimensions(framework: Framework, content: UnitContent) -> frozenset[str]:
    """What the unit chose, for the framework its profile enrols it in, and what is required."""
    required_tiers = {tier.id for tier in framework.tiers if tier.required}
    required = {one.id for one in framework.dimensions if one.tier in required_tiers}
    enrolments = content.profile.record.frameworks if content.profile else ()
    names = {one.id for one in framework.dimensions}
    chosen = {id for one in enrolments for id in one.dimensions if id in names}
    return frozenset(required | chosen)


def taken_dimensions(framework: Framework, content: UnitContent) -> frozenset[str] | None:
    """The dimensions the unit is scored on: those it chose and the required ones; None for all."""
    names = {one.id for one in framework.dimensions}
    enrolments = content.profile.record.frameworks if content.profile else ()
    if any(id in names for one in enrolments for id in one.dimensions):
        return chosen_dimensions(framework, content)
    return None


def _state(
    framework: Framework,
    dimension: str,
    content: UnitContent,
    latest: UnitResult | None,
    chosen: bool,
) -> BlockState:
    scored = latest.dimension(dimension) if latest else None
    points = scored.points if scored else None
    projects = [p.record for p in content.projects if dimension in p.record.dimensions]
    if framework.reached is not None and points is not None:
        return BlockState.REACHED if points >= framework.reached else BlockState.STARTED
    if projects and all(one.status is Status.COMPLETED for one in projects):
        return BlockState.REACHED
    if projects or points is not None:
        return BlockState.STARTED
    return BlockState.CHOSEN if chosen else BlockState.OPEN
