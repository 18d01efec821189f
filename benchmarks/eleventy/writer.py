"""The pages as Eleventy's content: YAML heads, Nunjucks layouts, sums and ranks in its settings.

Owns file names and heads. What a page shows of other pages is computed once, in JavaScript.
"""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.content import Community, Content
from benchmarks.heads import (
    Padding,
    jinja_templates,
    nested_head,
    padding_files,
    static_files,
    templates,
    yaml_page,
)
from benchmarks.pages import Head, Page, community_pages, framework_head, shared_pages
from benchmarks.writing import FileBytes, json_file

_SETUP = "{% set body = content %}{% set site = collections.site %}"


def shared_files(content: Content, padding: Padding) -> Iterator[FileBytes]:
    """Templates, settings, the framework, and the pages that are no community's."""
    yield from templates("eleventy")
    yield from jinja_templates("_includes", _SETUP)
    yield from padding_files(padding, "_includes/pad/{}.html")
    yield from static_files(content, "static")
    yield "_data/framework.json", json_file(framework_head(content))
    yield from map(_file, shared_pages(content))
    yield _file(Page("404", "lost", "plain", "没有这一页", body="没有这一页。"), "404.html")


def community_files(content: Content, community: Community) -> Iterator[FileBytes]:
    """The pages of one community."""
    yield from map(_file, community_pages(content, community))


def _file(page: Page, permalink: str = "") -> FileBytes:
    address = permalink or f"/{page.path}/index.html".replace("//", "/")
    head: Head = {"layout": f"{page.layout}.html", "permalink": address, "it": nested_head(page)}
    return f"content/{page.path or 'index'}.md", yaml_page(head, page.body)
