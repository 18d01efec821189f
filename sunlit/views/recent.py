"""What is new: recorded changes and updates of an area and of everything below it.

Owns where a change happened reads and links to: the area's own record, a framework, a unit.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sunlit.model.figures import Change
from sunlit.model.text import LocalisedText
from sunlit.rules.stated import Stated, of_figures, of_framework
from sunlit.rules.summary import ChangeSummary
from sunlit.views.district import District
from sunlit.views.parts import Step, Words
from sunlit.views.posts import Post
from sunlit.views.scene import Scene
from sunlit.views.steps import summary_steps

Recorded = tuple[LocalisedText, tuple[str, ...], ChangeSummary]
"""A change with the name of where it happened and the folders of its page."""


def recorded_changes(district: District) -> Iterator[Recorded]:
    """The newest changes of an area's units, and all of its own and its frameworks' records."""
    record, slug = district.record, district.slug
    stated = of_figures(record.figures, "figures")
    for change in summarised(record.name, record.changes, stated):
        yield record.name, (slug,), change
    for framework in district.known.frameworks:
        own = framework.record
        for change in summarised(own.name, own.changes, of_framework(own)):
            yield record.name, (slug, framework.id), change
    for unit, change in district.summary.changes:
        yield unit.name, (slug, unit.slug), change


def summarised(
    name: LocalisedText, changes: Iterable[Change], stated: Iterable[Stated]
) -> Iterator[ChangeSummary]:
    """The changes of a record that is no unit's, with the labels and units of its figures."""
    every = tuple(stated)
    labels = tuple((one.path.split("@")[0], str(one.label)) for one in every)
    stems = tuple((path.rpartition("/")[0], label) for path, label in labels)
    units = {one.path: one.amount.unit for one in every}
    for change in changes:
        yield ChangeSummary("", name, change, (*stems, *labels), units.get(change.figure))


def newest_steps(scene: Scene, districts: Iterable[District], *, most: int) -> tuple[Step, ...]:
    """The newest recorded changes, at most so many."""
    every = [one for district in districts for one in recorded_changes(district)]
    every.sort(key=lambda one: one[2].change.on.sort_key, reverse=True)
    return summary_steps(
        scene, ((where(scene, name, one), folders, one) for name, folders, one in every[:most])
    )


def where(scene: Scene, name: LocalisedText, change: ChangeSummary) -> Words | None:
    """Where a change happened, unless the record's own name says so already."""
    return None if name == change.label else scene.words(name)


def newest_updates(scene: Scene, districts: Iterable[District], *, most: int) -> tuple[Post, ...]:
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
