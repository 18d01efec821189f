"""What is edited between two builds: a value, a score, a weight, a line of the stylesheet.

Owns the edits as functions from content to content, each with a page that must read otherwise
after it, so that a build which did nothing cannot pass for a fast one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from benchmarks.content import Area, Community, Content

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Edit:
    """The content after an edit; the file below the site that shows it, and a text in it."""

    content: Content
    page: str
    expected: str = ""


def spent(content: Content, number: int) -> Edit:
    """What one work has spent by now, of the first fund of the first one that has spent."""
    area = content.areas[0]
    at, community = next(
        (at, one)
        for at, one in enumerate(area.communities)
        if any(project.funds[0].spent for project in one.projects)
    )
    where, project = next(
        (where, one) for where, one in enumerate(community.projects) if one.funds[0].spent
    )
    fund = project.funds[0]
    point = fund.spent[-1]
    value = str(int(point.value) + 10 * (number + 1))
    fund = replace(fund, spent=(*fund.spent[:-1], replace(point, value=value)))
    project = replace(project, funds=(fund, *project.funds[1:]))
    projects = _with(community.projects, where, project)
    edited = _community(content, area, at, replace(community, projects=projects))
    page = f"{community.area}/{community.slug}/projects/{project.id}/index.html"
    return Edit(edited, page, value)


def score(content: Content, number: int) -> Edit:
    """One score of one community, far up or far down, so that ranks move."""
    area = content.areas[0]
    at = len(area.communities) // 2
    community = area.communities[at]
    now = community.scores[0]
    scores = (99 - number % 9 if now < 60 else 20 + number % 9, *community.scores[1:])
    edited = _community(content, area, at, replace(community, scores=scores))
    dimension = content.framework.indicators[0].dimension
    return Edit(edited, f"{area.slug}/{content.framework.id}/{dimension}/index.html")


def weight(content: Content, number: int) -> Edit:
    """The weight of the first dimension of the framework, by which every total changes."""
    framework = content.framework
    first = framework.dimensions[0]
    first = replace(first, weight=first.weight + 1 + number % 3)
    framework = replace(framework, dimensions=(first, *framework.dimensions[1:]))
    page = f"{content.areas[0].slug}/{framework.id}/lists/index.html"
    return Edit(replace(content, framework=framework), page)


def style(content: Content, number: int) -> Edit:
    """A line at the end of the stylesheet."""
    line = f"\n:root {{ --benchmark: {number + 1}; }}\n"
    return Edit(replace(content, style=line), "static/sunlit.css", line.strip())


EDITS: Mapping[str, Callable[[Content, int], Edit]] = {
    "spent": spent,
    "score": score,
    "weight": weight,
    "style": style,
}
SCENARIOS = ("cold", "nochange", *EDITS, "clone")
"""In the order in which a round goes through them."""


def _community(content: Content, area: Area, at: int, community: Community) -> Content:
    area = replace(area, communities=_with(area.communities, at, community))
    return replace(content, areas=(area, *content.areas[1:]))


def _with(items: tuple[_T, ...], at: int, item: _T) -> tuple[_T, ...]:
    return (*items[:at], item, *items[at + 1 :])
