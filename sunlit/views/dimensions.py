"""The dimensions of a framework as a table: tier, aim, and how many units are how far.

Owns the counts of states; which state a unit is in is decided in `rules/states`.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from sunlit.model.framework import Dimension, Framework, Tier
from sunlit.rules.states import BlockState
from sunlit.views.applied import Applied
from sunlit.views.figures import computed_figure, missing_figure
from sunlit.views.parts import Block, Figure, Link, Words
from sunlit.views.scene import Scene
from sunlit.views.strips import block_of


class DimensionRow(Struct, frozen=True):
    """One dimension; `states` counts the units that are reached, under way, chosen, open."""

    block: Block
    name: Link
    tier: Words | None
    required: bool
    aim: Words | None
    states: tuple[Figure, ...]


def dimension_rows(scene: Scene, applied: Applied) -> tuple[DimensionRow, ...]:
    """The dimensions by tier, those that are required first."""
    return tuple(_row(scene, applied, one) for one in by_tier(applied.record))


def by_tier(record: Framework) -> tuple[Dimension, ...]:
    """The dimensions in the order of the tiers; those of no tier come last."""
    order = [one.id for one in record.tiers]
    return tuple(
        sorted(
            record.dimensions,
            key=lambda one: order.index(one.tier) if one.tier in order else len(order),
        )
    )


def tier_of(record: Framework, dimension: Dimension) -> Tier | None:
    """The tier of a dimension."""
    return next((one for one in record.tiers if one.id == dimension.tier), None)


def plain_block(scene: Scene, dimension: Dimension) -> Block:
    """A dimension as such, whatever anybody has reached."""
    return block_of(scene, dimension, BlockState.REACHED)


def _row(scene: Scene, applied: Applied, dimension: Dimension) -> DimensionRow:
    tier = tier_of(applied.record, dimension)
    return DimensionRow(
        block=plain_block(scene, dimension),
        name=scene.link(dimension.name, *applied.folders(dimension.id)),
        tier=scene.words(tier.name) if tier else None,
        required=tier is not None and tier.required,
        aim=scene.maybe(dimension.aim),
        states=_state_figures(scene, applied, dimension) if applied.units else (),
    )


def evident(states: Iterable[BlockState]) -> bool:
    """Whether anything was published of how far anybody is: without it, nobody knows a 0."""
    return any(one in (BlockState.REACHED, BlockState.STARTED) for one in states)


def _state_figures(scene: Scene, applied: Applied, dimension: Dimension) -> tuple[Figure, ...]:
    """How many units are in each state of the dimension."""
    states = applied.states_of(dimension)
    known = evident(states)

    def figure(state: BlockState) -> Figure:
        id = f"{applied.base}/dimensions/{dimension.id}/{state.value}"
        if state in (BlockState.REACHED, BlockState.STARTED) and not known:
            return missing_figure(scene, id, anchor=True)
        return computed_figure(scene, id, states.count(state), unit="个", anchor=True)

    return tuple(figure(one) for one in BlockState)
