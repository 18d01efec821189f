"""What is new: recorded changes and updates of an area and of everything below it.

Owns where a change happened reads and links to: the area's own record, a framework, a unit.
"""

from __future__ import annotations

from collections.abc import Iterable

from sunlit.rules.recorded import in_frameworks, in_order
from sunlit.views.district import District, Region
from sunlit.views.parts import Step
from sunlit.views.posts import Post
from sunlit.views.scene import Scene
from sunlit.views.steps import recorded_steps


def newest_steps(scene: Scene, districts: Iterable[Region], *, most: int) -> tuple[Step, ...]:
    """The newest recorded changes of areas, units and frameworks, at most so many."""
    every = tuple(districts)
    own = (one for district in every for one in district.summary.recorded)
    frameworks = in_frameworks(one for district in every for one in district.known.frameworks)
    return recorded_steps(scene, in_order((*own, *frameworks))[:most])


def newest_updates(scene: Scene, districts: Iterable[Region], *, most: int) -> tuple[Post, ...]:
    """The newest updates of units, at most so many."""
    every = [
        (update, unit, district.slug)
        for district in districts
        for unit, update in district.summary.updates
    ]
    every.sort(key=lambda one: one[0].date.sort_key, reverse=True)
    return tuple(
        Post(
            scene.when(update.date),
            scene.words(update.title),
            scene.to(area, unit.slug, "updates", update.id),
            scene.words(unit.name),
        )
        for update, unit, area in every[:most]
    )


def newest_reports(scene: Scene, district: District, *, most: int) -> tuple[Post, ...]:
    """The newest reports of an area."""
    return tuple(
        Post(
            scene.when(one.record.period),
            scene.words(one.record.title),
            scene.to(district.slug, "reports", one.id),
        )
        for one in district.content.reports[:most]
    )
