"""The strip: one block per dimension of a framework, for one unit.

Owns how a state becomes a block with its word; which state holds is decided in `rules/states`.
"""

from __future__ import annotations

from sunlit.model.framework import Dimension, Framework
from sunlit.rules.states import BlockState
from sunlit.source.located import Located
from sunlit.views.parts import Block, Strip
from sunlit.views.scene import Scene


def block_of(scene: Scene, dimension: Dimension, state: BlockState, *, href: str = "") -> Block:
    """One dimension and how far a unit is with it."""
    return Block(
        letter=scene.words(dimension.letter).text,
        name=scene.words(dimension.name).text,
        colour=dimension.colour.value,
        state=state.value,
        state_label=scene.t(f"parts.state_{state.value}"),
        href=href,
    )


def strip_of(
    scene: Scene,
    framework: Located[Framework],
    states: tuple[BlockState, ...],
    *,
    area: str = "",
) -> Strip:
    """The strip of a unit; with `area`, each block links to the dimension's ranking there."""
    blocks = tuple(
        block_of(
            scene,
            dimension,
            state,
            href=scene.to(area, framework.id, dimension.id) if area else "",
        )
        for dimension, state in zip(framework.record.dimensions, states, strict=True)
    )
    counted = {state: states.count(state) for state in BlockState}
    label = scene.t(
        "parts.strip_label",
        name=scene.words(framework.record.name).text,
        all=len(states),
        reached=counted[BlockState.REACHED],
        started=counted[BlockState.STARTED],
    )
    return Strip(blocks, label)
