"""What a framework says besides its dimensions: methods, programmes and principles with figures."""

from __future__ import annotations

from msgspec import Struct

from sunlit.views.batches import StatedFigures
from sunlit.views.parts import Figure, Words


class PrincipleView(Struct, frozen=True):
    """One principle; `facts` are its figures, every published point of each."""

    anchor: str
    name: Words
    about: Words | None
    facts: tuple[tuple[Words, Figure], ...]


def principle_views(stated: StatedFigures) -> tuple[PrincipleView, ...]:
    """Every principle, in the framework's order."""
    scene = stated.scene
    return tuple(
        PrincipleView(
            f"principles.{one.id}",
            scene.words(one.name),
            scene.maybe(one.about),
            tuple(
                (scene.words(figure.label), stated.shown(path))
                for path, figure in stated.known.items()
                if path.startswith(f"principles/{one.id}/")
            ),
        )
        for one in stated.applied.record.principles
    )
