"""The pages as Hugo's content, with the site's templates and settings beside it.

Owns file names, YAML heads and which outputs a page asks for. Ranks are computed by the templates.
"""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.content import Community, Content
from benchmarks.heads import Padding, padding_files, static_files, templates, yaml_file, yaml_page
from benchmarks.pages import Head, Page, community_pages, framework_head, shared_pages
from benchmarks.writing import FileBytes

NAME = "hugo"
_OUTPUTS = {
    "home": ["html", "atom"],
    "area": ["html", "atom", "data"],
    "area-changes": ["html", "atom"],
    "site-changes": ["html", "atom"],
    "unit": ["html", "atom", "feed", "data"],
}


def shared_files(content: Content, padding: Padding) -> Iterator[FileBytes]:
    """Templates, settings, the framework, and the pages that are no community's."""
    yield from templates("hugo")
    yield from padding_files(padding, "layouts/_partials/pad/{}.html")
    yield from static_files(content, "static/static")
    yield "data/framework.yaml", yaml_file(framework_head(content))
    yield from map(_file, shared_pages(content))


def community_files(content: Content, community: Community) -> Iterator[FileBytes]:
    """The pages of one community."""
    yield from map(_file, community_pages(content, community))


def _file(page: Page) -> FileBytes:
    head: Head = {"title": page.title, "kind": page.kind, "layout": page.layout}
    if page.kind in _OUTPUTS:
        head["outputs"] = list(_OUTPUTS[page.kind])
    head |= page.head
    name = f"{page.path}/_index.md" if page.branch else f"{page.path}.md"
    return f"content/{name.lstrip('/')}", yaml_page(head, page.body)
