"""Dated posts as a list: updates and reports, newest first."""

from __future__ import annotations

from msgspec import Struct

from sunlit.rules.reported import ReportHead
from sunlit.views.community import Community
from sunlit.views.parts import When, Words
from sunlit.views.scene import Scene


class Post(Struct, frozen=True):
    """A dated link; `where` names the unit when the list is of several."""

    date: When
    title: Words
    href: str
    where: Words | None = None
    excerpt: str = ""


def update_posts(scene: Scene, community: Community) -> tuple[Post, ...]:
    """The updates of a unit, newest first."""
    return tuple(
        Post(
            scene.when(one.date),
            scene.words(one.title),
            scene.to(community.area, community.slug, "updates", one.id),
        )
        for one in community.summary.updates
    )


def report_posts(scene: Scene, area: str, heads: tuple[ReportHead, ...]) -> tuple[Post, ...]:
    """Reports as dated links, for any page of the area."""
    return tuple(
        Post(scene.when(one.date), scene.words(one.title), scene.to(area, "reports", one.id))
        for one in heads
    )
