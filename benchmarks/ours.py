"""The content as Sunlit's own files.

Owns the paths and fields of the content format as far as the benchmark uses it. Knows nothing of
the peers.
"""

from __future__ import annotations

from collections.abc import Iterator

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
    Dimension,
    Framework,
    Indicator,
    Project,
    Source,
    Update,
)
from benchmarks.writing import FileBytes
from sunlit.sample.area import DEPARTMENTS
from sunlit.sample.writing import Fields, Inline, Value, document, inline, with_body

SITE = """\
title = "阳光社区（虚构示例）"
description = "编造的社区公开网站，用来测量速度"
base_url = "https://example.org/"
locales = ["zh-CN"]
invented = true
"""


def files(content: Content) -> Iterator[FileBytes]:
    """Every file of the root."""
    yield from shared_files(content)
    for area in content.areas:
        for community in area.communities:
            yield from community_files(content, community)


def shared_files(content: Content) -> Iterator[FileBytes]:
    """The files that are no community's: site, framework, areas, registers."""
    yield "site.toml", SITE.encode()
    yield f"content/frameworks/{content.framework.id}.yaml", _framework(content)
    for area in content.areas:
        base = f"content/communities/{area.slug}"
        yield f"{base}/area.md", _area(area)
        yield f"{base}/register.csv", _register(area)
    if content.style:
        from sunlit.app.root import REPOSITORY

        css = (REPOSITORY / "static/sunlit.css").read_bytes()
        yield "static/sunlit.css", css + f"{content.style}\n".encode()


def community_files(content: Content, community: Community) -> Iterator[FileBytes]:
    """The files of one community."""
    base = f"content/communities/{community.area}/{community.slug}"
    yield f"{base}/index.md", _profile(content.framework, community)
    for project in community.projects:
        yield f"{base}/projects/{project.id}.md", with_body(_project(project), project.body)
    for update in community.updates:
        yield f"{base}/updates/{update.id}.md", with_body(_update(update), update.body)
    yield f"{base}/scores/{content.framework.id}/{PERIOD}.yaml", _scores(content, community)


def _area(area: Area) -> bytes:
    fields: Fields = {
        "name": area.name,
        "level": "district",
        "within": WITHIN,
        "code": area.code,
        "invented": "true",
        "departments": [inline(id=id, name=name) for id, name, _ in DEPARTMENTS],
        "sources": [_source(area.source)],
        "source": area.source.id,
    }
    return with_body(fields, area.body)


def _source(one: Source) -> Fields:
    date = one.date.isoformat()
    return {"id": one.id, "title": one.title, "outlet": one.outlet, "date": date}


def _register(area: Area) -> bytes:
    rows = ["code,name,slug,kind,street,street_slug"]
    rows += [
        f"{one.code},{one.official},{one.slug},{'village' if one.village else 'community'},"
        f"{one.street},{one.street_slug}"
        for one in sorted(area.communities, key=lambda one: one.code)
    ]
    return ("\n".join(rows) + "\n").encode()


def _framework(content: Content) -> bytes:
    framework = content.framework
    return document(
        {
            "name": framework.name,
            "areas": [area.slug for area in content.areas],
            "sources": [_source(METHOD)],
            "source": METHOD.id,
            "dimensions": [_dimension(one) for one in framework.dimensions],
            "assessors": [
                {
                    "id": "survey",
                    "name": "居民入户问卷",
                    "scale": inline(kind="number", min=0, max=100),
                }
            ],
            "indicators": [_indicator(one) for one in framework.indicators],
            "dimension_weights": [
                inline(dimension=one.id, weight=one.weight) for one in framework.dimensions
            ],
            "missing": "withhold",
            "reached": REACHED,
            "lists": _lists(),
        }
    )


def _dimension(one: Dimension) -> Fields:
    return {
        "id": one.id,
        "name": one.name,
        "letter": one.letter,
        "colour": one.colour,
        "aim": one.aim,
    }


def _indicator(one: Indicator) -> Fields:
    fields: Fields = {"id": one.id, "name": one.name, "dimension": one.dimension}
    if one.soft:
        fields |= {"nature": "soft", "weight": one.weight, "assessors": ["survey"]}
    else:
        fields |= {"nature": "hard", "unit": "%", "floor": 0, "target": 100, "weight": one.weight}
    return fields


def _lists() -> Value:
    return [
        {
            "id": one.id,
            "name": one.name,
            "kind": one.id,
            "require": [inline(total="true", at_least=one.at_least, below=one.below)],
            "bottom" if one.at_least is None else "top": one.size,
        }
        for one in BOARDS
    ]


def _profile(framework: Framework, one: Community) -> bytes:
    fields: Fields = {
        "code": one.code,
        "name": one.name,
        "frameworks": [
            {
                "framework": framework.id,
                "dimensions": [dimension.id for dimension in framework.dimensions],
            }
        ],
        "responsible": [inline(department=one.department, role=one.role)],
        "plan_title": one.plan_title,
        "figures": [
            _base("households", "户数", "户", one.households),
            _base("people", "常住人口", "人", one.people),
        ],
    }
    return with_body(fields, one.body)


def _base(id: str, label: str, unit: str, value: int) -> Inline:
    return inline(id=id, label=label, unit=unit, value=value, as_of=COUNTED.isoformat())


def _project(project: Project) -> Fields:
    revision = project.revision
    done = project.done.isoformat() if project.done else None
    return {
        "title": project.title,
        "dimensions": [project.dimension],
        "horizon": project.horizon,
        "status": project.status,
        "responsible": inline(department=project.department, role=project.role),
        "period": inline(start=project.start.isoformat(), due=project.due.isoformat(), done=done),
        "funds": [
            {
                "id": fund.id,
                "source": fund.name,
                "planned": f"{fund.planned} CNY",
                "spent": [
                    inline(as_of=point.as_of.isoformat(), value=point.value) for point in fund.spent
                ],
            }
            for fund in project.funds
        ],
        "quantities": [
            {
                "id": quantity.id,
                "label": quantity.label,
                "unit": quantity.unit,
                "planned": quantity.planned,
                "done": [
                    inline(as_of=point.as_of.isoformat(), value=point.value)
                    for point in quantity.done
                ],
            }
            for quantity in project.quantities
        ],
        "changes": [
            {
                "figure": "period/due",
                "was": revision.was.isoformat(),
                "now": revision.now.isoformat(),
                "kind": "revision",
                "on": revision.on.isoformat(),
                "reason": revision.reason,
                "decided_by": revision.decided_by,
            }
        ]
        if revision
        else None,
    }


def _update(update: Update) -> Fields:
    return {
        "title": update.title,
        "date": update.date.isoformat(),
        "dimensions": [update.dimension],
        "projects": [update.project],
    }


def _scores(content: Content, community: Community) -> bytes:
    given = zip(content.framework.indicators, community.scores, strict=True)
    return document(
        {
            "published": PUBLISHED.isoformat(),
            "scores": [
                inline(indicator=one.id, assessor="survey" if one.soft else None, value=value)
                for one, value in given
            ],
        }
    )
