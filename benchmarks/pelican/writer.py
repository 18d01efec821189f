"""The pages as Pelican's content: YAML heads read by a plugin, Jinja templates.

Owns file names and heads. What a page shows of other pages is computed once, in the plugin.
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

_SETUP = "{% set it = page.it %}{% set body = page.content %}"


def shared_files(content: Content, padding: Padding) -> Iterator[FileBytes]:
    """Templates, settings, the framework, and the pages that are no community's."""
    for name, text in templates("pelican"):
        yield name.removesuffix(".txt"), text  # the settings are no module of this package
    yield from jinja_templates("theme/templates", _SETUP)
    yield from padding_files(padding, "theme/templates/pad/{}.html")
    yield from static_files(content, "content/static")
    yield "framework.json", json_file(framework_head(content))
    yield from map(_file, shared_pages(content))
    yield _file(Page("404", "lost", "plain", "没有这一页", body="没有这一页。"), "404.html")


def community_files(content: Content, community: Community) -> Iterator[FileBytes]:
    """The pages of one community."""
    yield from map(_file, community_pages(content, community))


def _file(page: Page, save_as: str = "") -> FileBytes:
    address = save_as or f"{page.path}/index.html".lstrip("/")
    head: Head = {
        "title": page.title,
        "slug": (page.path or "home").replace("/", "--"),
        "template": page.layout,
        "save_as": address,
        "url": f"{page.path}/",
        "it": nested_head(page),
    }
    return f"content/{page.path or 'index'}.md", yaml_page(head, page.body)
