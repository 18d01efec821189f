"""How a unit takes part in a framework: its batch, chosen dimensions and tracks, in words."""

from __future__ import annotations

from msgspec import Struct

from sunlit.views.community import Community
from sunlit.views.parts import Link, When, Words
from sunlit.views.scene import Scene


class EnrolmentView(Struct, frozen=True):
    """A framework the unit takes part in; `done` when its batch is published as done."""

    framework: Link
    batch: When | None
    done: bool
    dimensions: tuple[Words, ...]
    tracks: tuple[Words, ...]


def enrolment_views(scene: Scene, community: Community) -> tuple[EnrolmentView, ...]:
    """One per framework the profile names, in its order."""
    views = []
    for enrolment in community.summary.enrolments:
        framework = community.known.framework(enrolment.framework)
        if framework is None:
            continue
        record = framework.record
        batches = [one for one in record.batches if community.slug in one.members]
        batch = enrolment.batch or (batches[0].year if batches else None)
        views.append(
            EnrolmentView(
                scene.link(record.short_name or record.name, community.area, framework.id),
                scene.maybe_when(batch),
                any(one.done is not None and one.year == batch for one in batches),
                tuple(
                    scene.words(one.name)
                    for one in record.dimensions
                    if one.id in enrolment.dimensions
                ),
                tuple(scene.words(one.name) for one in record.tracks if one.id in enrolment.tracks),
            )
        )
    return tuple(views)
