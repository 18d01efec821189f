"""The pages of the site as a peer's content files: one file with a head and a body for each.

Owns which pages there are and what stands in their heads, the same for every peer. Three things
that Sunlit computes are given ready, which favours the peers: whether a work is late, its year, and
the pinyin that a name is found by. How a head is written (YAML, TOML) and where the file lies is
each peer's own business.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from benchmarks.content import (
    BOARDS,
    COUNTED,
    METHOD,
    PERIOD,
    PUBLISHED,
    REACHED,
    WITHIN,
    Area,
    Community,
    Content,
    Project,
    Source,
    department_name,
)
from sunlit.sample.area import DEPARTMENTS
from sunlit.sample.spec import AS_OF
from sunlit.views.keys import key_of

Value: TypeAlias = "str | int | float | bool | list[Value] | dict[str, Value]"
Head: TypeAlias = dict[str, Value]

STATUSES = {
    "identification": "谋划中",
    "preparation": "准备中",
    "implementation": "实施中",
    "completion": "收尾中",
    "completed": "已完成",
    "cancelled": "已取消",
}
HORIZONS = {"near": "近期", "middle": "中期", "long": "远期"}
KINDS = (
    *("home", "about", "accessibility", "data", "site-changes", "frameworks", "method", "lost"),
    *("area", "area-changes", "disclosure", "reports", "street", "ledger", "ledger-filter"),
    *("framework", "framework-street", "dimension", "dimension-period", "lists", "lists-period"),
    *("unit", "project", "update", "unit-data", "area-data"),
)
"""Kinds of pages, and of JSON files, that padding is given for."""

ROWS_OF_A_PAGE = 200
"""How many rows a page of the ledger has."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page by its address without slashes around it; `kind` names its padding as well."""

    path: str
    kind: str
    layout: str
    title: str
    head: Head = field(default_factory=dict)
    body: str = ""
    branch: bool = False
    """Whether other pages lie below it."""


def shared_pages(content: Content) -> Iterator[Page]:
    """The pages of the site and of its areas."""
    yield Page("", "home", "home", "阳光社区（虚构示例）", branch=True)
    for kind, title in _PLAIN:
        yield Page(kind, kind, "plain", title, body=f"{title}。这一页没有数字。")
    yield Page("changes", "site-changes", "site-changes", "改过什么")
    yield Page("frameworks", "frameworks", "plain", "评价办法", branch=True)
    name = content.framework.name
    yield Page(f"frameworks/{content.framework.id}", "method", "method", name)
    for area in content.areas:
        yield from _area_pages(content, area)


_PLAIN = (("about", "关于本站"), ("accessibility", "无障碍说明"), ("data", "数据下载"))


def _area_pages(content: Content, area: Area) -> Iterator[Page]:
    own: Head = {"area": area.slug, "area_name": area.name}
    head: Head = {
        **own,
        "code": area.code,
        "within": WITHIN,
        "departments": [{"id": id, "name": name} for id, name, _ in DEPARTMENTS],
        "source": _source(area.source),
    }
    yield Page(area.slug, "area", "area", area.name, head, area.body, branch=True)
    yield Page(
        f"{area.slug}/changes", "area-changes", "area-changes", f"{area.name}：改过什么", own
    )
    yield Page(f"{area.slug}/disclosure", "disclosure", "plain", "公开目录", own)
    yield Page(f"{area.slug}/reports", "reports", "plain", "工作简报", own)
    for slug, name in _streets(area):
        head = {**own, "street": slug, "key": key_of(name, slug)}
        yield Page(f"{area.slug}/streets/{slug}", "street", "street", name, head)
    yield from _ledger_pages(area, own)
    yield from _framework_pages(content, area, own)


def _ledger_pages(area: Area, own: Head) -> Iterator[Page]:
    base, title = f"{area.slug}/ledger", f"{area.name}工程台账"
    count = sum(len(one.projects) for one in area.communities)
    for number in range(-(-count // ROWS_OF_A_PAGE)):
        path = f"{base}/page/{number + 1}" if number else base
        head: Head = {**own, "facet": "", "value": "", "start": number * ROWS_OF_A_PAGE}
        yield Page(path, "ledger", "ledger", title, head, branch=not number)
    for facet, value, label in _facets(area):
        head = {**own, "facet": facet, "value": value, "label": label, "start": 0}
        yield Page(f"{base}/{facet}/{value}", "ledger-filter", "ledger", f"{title}：{label}", head)


def _facets(area: Area) -> Iterator[tuple[str, str, str]]:
    """The ready-made filters of an area's ledger: facet, value, label."""
    projects = [one for community in area.communities for one in community.projects]
    if any(map(late, projects)):
        yield "late", "yes", "超期未完成"
    statuses, horizons = {one.status for one in projects}, {one.horizon for one in projects}
    yield from (("status", id, name) for id, name in STATUSES.items() if id in statuses)
    yield from (("horizon", id, name) for id, name in HORIZONS.items() if id in horizons)
    for year in sorted({str(one.start.year) for one in projects}):
        yield "year", year, f"{year}年"
    for id in sorted({one.department for one in projects}):
        yield "department", id, department_name(id)
    yield from (("street", slug, name) for slug, name in _streets(area))


def _framework_pages(content: Content, area: Area, own: Head) -> Iterator[Page]:
    framework = content.framework
    base = f"{area.slug}/{framework.id}"
    yield Page(base, "framework", "matrix", framework.name, {**own, "street": ""}, branch=True)
    for slug, name in _streets(area):
        head: Head = {**own, "street": slug}
        yield Page(f"{base}/by/street/{slug}", "framework-street", "matrix", name, head)
    for one in framework.dimensions:
        head = {**own, "dimension": one.id, "aim": one.aim}
        yield Page(f"{base}/{one.id}", "dimension", "ranking", one.name, head, branch=True)
        yield Page(f"{base}/{one.id}/{PERIOD}", "dimension-period", "ranking", one.name, head)
    yield Page(f"{base}/lists", "lists", "lists", "红黑榜", own, branch=True)
    yield Page(f"{base}/lists/{PERIOD}", "lists-period", "lists", "红黑榜", own)


def community_pages(content: Content, community: Community) -> Iterator[Page]:
    """The pages of one community."""
    base = f"{community.area}/{community.slug}"
    area_name = next(one.name for one in content.areas if one.slug == community.area)
    own: Head = {"area": community.area, "area_name": area_name}
    own |= {"unit": community.slug, "unit_name": community.name}
    named = zip(content.framework.indicators, community.scores, strict=True)
    head: Head = {
        **own,
        "official": community.official,
        "key": key_of(community.name, community.slug, community.street),
        "code": community.code,
        "street": community.street_slug,
        "street_name": community.street,
        "households": community.households,
        "people": community.people,
        "counted": COUNTED.isoformat(),
        "department": community.department,
        "department_name": department_name(community.department),
        "role": community.role,
        "plan_title": community.plan_title,
        "scored": PUBLISHED.isoformat(),
        "scores": {one.id: score for one, score in named},
    }
    yield Page(base, "unit", "unit", community.name, head, community.body, branch=True)
    for project in community.projects:
        head = {**own, "street": community.street_slug, **_project(project)}
        path = f"{base}/projects/{project.id}"
        yield Page(path, "project", "project", project.title, head, project.body)
    for update in community.updates:
        head = {**own, "date": update.date.isoformat(), "project": update.project}
        head["dimension"] = update.dimension
        path = f"{base}/updates/{update.id}"
        yield Page(path, "update", "update", update.title, head, update.body)


def late(project: Project) -> bool:
    """Whether it is past its due date and neither done nor given up."""
    return project.due < AS_OF and project.done is None and project.status != "cancelled"


def _project(project: Project) -> Head:
    head: Head = {
        "date": project.start.isoformat(),
        "dimension": project.dimension,
        "department": project.department,
        "department_name": department_name(project.department),
        "role": project.role,
        "horizon": project.horizon,
        "horizon_name": HORIZONS[project.horizon],
        "status": project.status,
        "status_name": STATUSES[project.status],
        "due": project.due.isoformat(),
        "done": project.done.isoformat() if project.done else "",
        "late": "yes" if late(project) else "no",
        "year": str(project.start.year),
        "funds": [
            {
                "id": fund.id,
                "name": fund.name,
                "planned": fund.planned,
                "spent": [
                    {"as_of": point.as_of.isoformat(), "value": int(point.value)}
                    for point in fund.spent
                ],
            }
            for fund in project.funds
        ],
        "quantities": [
            {
                "id": one.id,
                "label": one.label,
                "unit": one.unit,
                "planned": int(one.planned),
                "done": [
                    {"as_of": point.as_of.isoformat(), "value": int(point.value)}
                    for point in one.done
                ],
            }
            for one in project.quantities
        ],
        "revisions": [],
    }
    if project.revision:
        head["revisions"] = [
            {
                "was": project.revision.was.isoformat(),
                "now": project.revision.now.isoformat(),
                "on": project.revision.on.isoformat(),
                "reason": project.revision.reason,
                "decided_by": project.revision.decided_by,
            }
        ]
    return head


def framework_head(content: Content) -> Head:
    """The framework as a data file of its own."""
    framework = content.framework
    return {
        "id": framework.id,
        "name": framework.name,
        "period": PERIOD,
        "reached": REACHED,
        "source": _source(METHOD),
        "boards": [
            {"id": one.id, "name": one.name, "at_least": one.at_least or 0,
             "below": one.below or 0, "size": one.size}
            for one in BOARDS
        ],
        "dimensions": [
            {"id": one.id, "name": one.name, "letter": one.letter, "colour": one.colour,
             "weight": one.weight, "aim": one.aim}
            for one in framework.dimensions
        ],
        "indicators": [
            {"id": one.id, "dimension": one.dimension, "name": one.name, "weight": one.weight,
             "soft": one.soft}
            for one in framework.indicators
        ],
    }  # fmt: skip


def _source(one: Source) -> Head:
    date = one.date.isoformat()
    return {"id": one.id, "title": one.title, "outlet": one.outlet, "date": date}


def _streets(area: Area) -> list[tuple[str, str]]:
    """The area's streets, each once, in the order of the register."""
    return list({one.street_slug: one.street for one in area.communities}.items())
