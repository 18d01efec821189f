"""Areas as rows of a table of totals: city, the districts below it, the towns below those.

Owns the order of rows and how deep each stands; a row holds everything below it.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from sunlit.views.district import Region
from sunlit.views.parts import Link
from sunlit.views.scene import Scene
from sunlit.views.totals import TotalFigures, total_figures


class AreaLine(Struct, frozen=True):
    """One area with its totals; `depth` is 0 for those that stand at the top."""

    link: Link
    depth: int
    numbers: TotalFigures


def area_lines(
    scene: Scene, districts: Iterable[Region], *, depth: int = 0
) -> tuple[AreaLine, ...]:
    """The areas and everything below them, each area before those below it."""
    lines: list[AreaLine] = []
    for one in districts:
        numbers = total_figures(scene, one.slug, one.totals)
        lines.append(AreaLine(scene.link(one.record.name, one.slug), depth, numbers))
        lines += area_lines(scene, one.below, depth=depth + 1)
    return tuple(lines)
