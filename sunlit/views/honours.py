"""Honours for a page: what, from whom, when, how decided, by which source."""

from __future__ import annotations

from collections.abc import Iterable

from sunlit.model.sources import HonourRecord
from sunlit.views.citations import Citations
from sunlit.views.parts import Honour
from sunlit.views.scene import Scene


def honours_of(
    scene: Scene, honours: Iterable[HonourRecord], *, cited: Citations
) -> tuple[Honour, ...]:
    """Honours, the newest first; those without a date last."""

    def order(one: HonourRecord) -> tuple[bool, int]:
        return (one.date is None, -one.date.last.toordinal() if one.date else 0)

    return tuple(
        Honour(
            what=scene.words(one.what),
            by=scene.maybe(one.by),
            date=scene.maybe_when(one.date),
            how=scene.maybe(one.how),
            source=cited.mark(one.source),
            anchor=f"honours/{one.id}",
            who=scene.maybe(one.holder),
            note=scene.maybe(one.note),
        )
        for one in sorted(honours, key=order)
    )
