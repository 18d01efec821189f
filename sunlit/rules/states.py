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
from sunlit.rules.scoring import Marks
from sunlit.source.content import UnitContent
from sunlit.source.located import Located


class BlockState(Enum):
    """A block of the strip: filled, half, outlined, dotted."""

    REACHED = "reached"
    STARTED = "started"
    CHOSEN = "chosen"
    OPEN = "open"


def block_states(
    framework: Located[Framework], content: UnitContent, latest: Marks | None
) -> tuple[BlockState, ...]:
    """One state per dimension, in the framework's order."""
    chosen, record = chosen_dimensions(framework, content), framework.record
    return tuple(
        _state(record, one.id, content, latest, one.id in chosen) for one in record.dimensions
    )


def chosen_dimensions(framework: Located[Framework], content: UnitContent) -> frozenset[str]:
    """What the unit chose, where its profile enrols it in this framework, and what is required."""
    record = framework.record
    required_tiers = {tier.id for tier in record.tiers if tier.required}
    required = {one.id for one in record.dimensions if one.tier in required_tiers}
    return frozenset(required | _named(framework, content))


def taken_dimensions(framework: Located[Framework], content: UnitContent) -> frozenset[str] | None:
    """The dimensions the unit is scored on: those it chose and the required ones; None for all."""
    return chosen_dimensions(framework, content) if _named(framework, content) else None


def _named(framework: Located[Framework], content: UnitContent) -> set[str]:
    enrolments = content.profile.record.frameworks if content.profile else ()
    names = {one.id for one in framework.record.dimensions}
    own = (one for one in enrolments if one.framework == framework.id)
    return {id for one in own for id in one.dimensions if id in names}


def _state(
    framework: Framework,
    dimension: str,
    content: UnitContent,
    latest: Marks | None,
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
