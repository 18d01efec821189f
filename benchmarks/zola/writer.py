"""The pages as Zola's content: TOML heads, sections for the home page, areas and communities.

Owns file names and heads; what stands ready in them is `ready.py`'s. Zola renders the pages of a
section on all cores, one after the other those that belong to none, and twice those of a
transparent one. So pages without a place of their own lie in sections that are not rendered, and
the news of an area's feed stand in its head.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from benchmarks.content import Community, Content, Framework
from benchmarks.heads import (
    Padding,
    padding_files,
    static_files,
    templates,
    toml_file,
    toml_page,
)
from benchmarks.pages import Head, Page, Value, community_pages, framework_head, shared_pages
from benchmarks.standings import ranked
from benchmarks.writing import FileBytes, json_file
from benchmarks.zola.ready import Ready, ready
from sunlit.sample.spec import FIRST_DAY

_SECTIONS = ("home", "area", "unit")
_UNSEEN = toml_page({"render": False}, {}, "")


def shared_files(content: Content, padding: Padding) -> Iterator[FileBytes]:
    """Templates, settings, data, and the pages that are no community's."""
    for name, text in templates("zola"):
        yield name, text + _names(content.framework) if name == "config.toml" else text
    yield from padding_files(padding, "pad/{}.html")
    yield from static_files(content, "static/static")
    yield "data/framework.json", json_file(framework_head(content))
    yield "content/pages/_index.md", _UNSEEN
    areas = {area.slug: Ready(content, area) for area in content.areas}
    for area in content.areas:
        yield f"data/{area.slug}.json", json_file({"units": _units(areas[area.slug])})
        yield f"content/{area.slug}/pages/_index.md", _UNSEEN
    for page in shared_pages(content):
        more = ready(areas, page)
        if rows := more.pop("rows", None):
            more["rows"] = f"data/{page.path.replace('/', '--')}.json"
            yield str(more["rows"]), json_file(rows)
        yield _file(page, more)


def community_files(content: Content, community: Community) -> Iterator[FileBytes]:
    """The pages of one community."""
    area = next(one for one in content.areas if one.slug == community.area)
    scores, ranks = ranked(content.framework, area)[community.slug]
    results: Head = {key: {"score": score, "rank": ranks[key]} for key, score in scores.items()}
    pages = list(community_pages(content, community))
    works = [page for page in pages if page.kind == "project"]
    news = [page for page in reversed(pages) if page.kind == "update"]
    own: Head = {
        "results": results,
        "of": len(area.communities),
        "works": [page.path for page in works],
        "news": [page.path for page in news],
    }
    yield _file(pages[0], own)
    for some in (works, news):
        for page in some:
            yield _file(page, _neighbours(some, page))


def _neighbours(some: Sequence[Page], page: Page) -> Head:
    """What comes before and after a work or news. Zola itself would copy both into every page."""
    at = some.index(page)
    near = {"before": some[max(0, at - 1) : at], "after": some[at + 1 : at + 2]}
    return {
        key: [{"id": one.path, "title": one.title} for one in pages] for key, pages in near.items()
    }


def _names(framework: Framework) -> bytes:
    """What the dimensions are called and look like, for every page: the end of the settings."""
    dimensions: list[Value] = [
        {"id": one.id, "name": one.name, "letter": one.letter, "colour": one.colour}
        for one in framework.dimensions
    ]
    return toml_file({"framework": framework.name, "dimensions": dimensions})


def _units(its: Ready) -> list[Head]:
    """An area's communities with all their scores, for its `data.json`."""
    found: list[Head] = []
    for one in its.area.communities:
        scores, ranks = its.standings[one.slug]
        named = zip(its.content.framework.indicators, one.scores, strict=True)
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


def _file(page: Page, more: Mapping[str, Value]) -> FileBytes:
    head: Head = {"title": page.title, "template": f"{page.layout}.html"}
    extra: Head = {"kind": page.kind, "id": page.path, **page.head, **more}
    if page.kind in ("project", "update", "reports"):
        # Feeds take the newest pages: works are older than any news there. An area has a feed as
        # long as one of its own pages has a date.
        head["date"] = page.head["date"] if page.kind == "update" else FIRST_DAY.isoformat()
    if page.kind in _SECTIONS:
        head["generate_feeds"] = page.kind != "home"
        name = f"content/{page.path}/_index.md".replace("//", "/")
    else:
        head["path"] = page.path
        name = f"content/{_place(page)}.md"
    return name, toml_page(head, extra, page.body)


def _place(page: Page) -> str:
    """Where a page lies below the content that is no section."""
    parts = page.path.split("/")
    if page.kind in ("project", "update"):  # beside the community's own page, in one section
        return f"{parts[0]}/{parts[1]}/{page.kind}-{parts[3]}"
    if page.kind == "reports":
        return page.path
    if "area" in page.head:
        return f"{parts[0]}/pages/{'--'.join(parts[1:])}"
    return f"pages/{'--'.join(parts)}"
