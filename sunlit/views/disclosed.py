"""What a unit disclosed of the catalogue: one row per item, one cell per period."""

from __future__ import annotations

from collections import Counter

from msgspec import Struct

from sunlit.model.disclosure import CatalogueItem
from sunlit.rules.disclosure import ItemState, Punctuality
from sunlit.views.community import Community
from sunlit.views.parts import When, Words
from sunlit.views.scene import Scene

SHOWN = 3
"""How many periods of an item a unit's page shows; the rest are counted."""

KINDS = {
    Punctuality.PUBLISHED: "published",
    Punctuality.LATE: "late",
    Punctuality.MISSING: "missing",
    Punctuality.PENDING: "due",
}
"""How a cell of each state is marked."""


class Cell(Struct, frozen=True):
    """One period of an item: state, its word, and the period."""

    state: str
    text: str
    period: When


class Disclosed(Struct, frozen=True):
    """One item of the catalogue with its periods, newest first."""

    name: Words
    basis: Words | None
    cells: tuple[Cell, ...]
    published: int
    late: int
    missing: int


def disclosed_rows(scene: Scene, community: Community) -> tuple[Disclosed, ...]:
    """The unit's disclosures; empty when its area does not take part in the catalogue."""
    catalogue = community.known.catalogue
    if catalogue is None or community.known.area.record.disclosure is None:
        return ()
    return tuple(
        _row(scene, item, [one for one in community.summary.disclosures if one.item == item.id])
        for item in catalogue.record.items
    )


def _row(scene: Scene, item: CatalogueItem, states: list[ItemState]) -> Disclosed:
    counted = Counter(one.state for one in states)
    return Disclosed(
        scene.words(item.name),
        scene.maybe(item.basis),
        tuple(cell_of(scene, one) for one in reversed(states[-SHOWN:])),
        counted[Punctuality.PUBLISHED],
        counted[Punctuality.LATE],
        counted[Punctuality.MISSING],
    )


def cell_of(scene: Scene, state: ItemState) -> Cell:
    """One cell: its CSS state and the word for it."""
    text = scene.t(f"disclosed.{state.state.value}", n=state.days)
    return Cell(KINDS[state.state], text, scene.when(state.period))
