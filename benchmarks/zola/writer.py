"""The pages as Zola's content: TOML heads, sections for the home page, areas and communities.

Owns file names and heads. Tera can neither sort what it has computed nor keep it for the next
page, so scores and ranks come ready: in the heads of the communities, and in a JSON file per area.
So does the sorted ledger: Tera copies each page with its content at every filter, which took
100 seconds of CPU for the 28 pages of one district's ledger.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any, cast

from benchmarks.content import Area, Community, Content
from benchmarks.heads import (
    Padding,
    padding_files,
    static_files,
    templates,
    toml_page,
)
from benchmarks.pages import Head, Page, Value, community_pages, framework_head, shared_pages
from benchmarks.standings import ranked
from benchmarks.writing import FileBytes, json_file
from sunlit.sample.spec import FIRST_DAY

_SECTIONS = ("home", "area", "unit")


def shared_files(content: Content, padding: Padding) -> Iterator[FileBytes]:
    """Templates, settings, data, and the pages that are no community's."""
    yield from templates("zola")
    yield from padding_files(padding, "pad/{}.html")
    yield from static_files(content, "static/static")
    yield "data/framework.json", json_file(framework_head(content))
    for area in content.areas:
        yield f"data/{area.slug}.json", json_file({"units": _units(content, area)})
        yield f"data/{area.slug}-ledger.json", json_file(_ledger(content, area))
    yield from map(_file, shared_pages(content))


def community_files(content: Content, community: Community) -> Iterator[FileBytes]:
    """The pages of one community."""
    area = next(one for one in content.areas if one.slug == community.area)
    scores, ranks = ranked(content.framework, area)[community.slug]
    for page in community_pages(content, community):
        if page.kind == "unit":
            page.head["results"] = {
                key: {"score": score, "rank": ranks[key]} for key, score in scores.items()
            }
            page.head["of"] = len(area.communities)
        yield _file(page)


def _units(content: Content, area: Area) -> list[Head]:
    """An area's communities by total, the best first."""
    found: list[Head] = []
    for one in area.communities:
        scores, ranks = ranked(content.framework, area)[one.slug]
        named = zip(content.framework.indicators, one.scores, strict=True)
        found.append(
            {
                "unit": one.slug,
                "name": one.name,
                "code": one.code,
                "street": one.street_slug,
                "street_name": one.street,
                "scores": {indicator.id: score for indicator, score in named},
                "results": dict(scores),
                "ranks": dict(ranks),
            }
        )
    return found


def _ledger(content: Content, area: Area) -> Head:
    """An area's works, late ones first, then by due date; and its news, newest first."""
    pages = [one for each in area.communities for one in community_pages(content, each)]
    works = [_row(one) for one in pages if one.kind == "project"]
    works.sort(key=lambda row: (row["extra"]["late"] != "yes", row["extra"]["due"], row["path"]))
    news = [_row(one) for one in pages if one.kind == "update"]
    news.sort(key=lambda row: (row["extra"]["date"], row["path"]), reverse=True)
    facets: list[Value] = []
    for facet in ("late", "status", "horizon", "year", "department", "street"):
        counts = Counter(str(row["extra"][facet]) for row in works)
        values: list[Value] = [{"value": one, "count": counts[one]} for one in sorted(counts)]
        facets.append({"facet": facet, "values": values})
    return {"projects": list(works), "updates": list(news[:20]), "facets": facets}


def _row(page: Page) -> dict[str, Any]:
    """A page as the templates see one of Zola's own, but without its text."""
    extra: Head = {**page.head}
    if revisions := extra.get("revisions"):
        extra["revised"] = cast("list[Head]", revisions)[0]["on"]
    return {"path": f"/{page.path}/", "title": page.title, "extra": extra}


def _file(page: Page) -> FileBytes:
    head: Head = {"title": page.title, "template": f"{page.layout}.html"}
    extra: Head = {"kind": page.kind, **page.head}
    if date := extra.get("date"):
        # Feeds take the newest pages: works are older than any news there.
        head["date"] = date if page.kind == "update" else FIRST_DAY.isoformat()
    if page.kind in _SECTIONS:
        head |= {"sort_by": "date", "generate_feeds": page.kind != "home"}
        head["transparent"] = page.kind == "unit"
        return f"content/{page.path}/_index.md".replace("//", "/"), toml_page(
            head, extra, page.body
        )
    head["path"] = page.path
    parts = page.path.split("/")
    if page.kind in ("project", "update"):  # beside the community's own page, in one section
        return f"content/{parts[0]}/{parts[1]}/{page.kind}-{parts[3]}.md", toml_page(
            head, extra, page.body
        )
    return f"content/pages/{'--'.join(parts)}.md", toml_page(head, extra, page.body)
