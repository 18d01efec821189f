"""Addresses: slugs, page paths of the site, output files, and the relative links between them.

Owns how a folder of content becomes a URL. Knows nothing of what stands on a page.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NewType
from urllib.parse import quote

Slug = NewType("Slug", str)
"""An id or folder name: lower-case ASCII letters, digits and hyphens."""

UrlPath = NewType("UrlPath", str)
"""A page or file of the site, from its root: `/xindu/shuanglong/` or `/xindu/feed.xml`."""

OutputPath = NewType("OutputPath", str)
"""A file below the output folder, with forward slashes and no leading one."""

_FRAGMENT = "/@:-._~!$&()*+,;="

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")

# Names that section 5 of the design uses for pages; no area or unit may be called so.
RESERVED_SITE = frozenset(
    (
        *("404", "about", "accessibility", "changes", "data", "embed", "en", "feed"),
        *("frameworks", "search", "sitemap", "static", "zh"),
    )
)
RESERVED_AREA = frozenset(
    (
        *("changes", "data", "disclosure", "embed", "en", "feed", "ledger", "lists", "method"),
        *("organisation", "poster", "projects", "reports", "search", "services", "streets"),
        "updates",
    )
)


def page_path(*parts: str, prefix: str = "") -> UrlPath:
    """The path of a page from its folders; `prefix` is the locale's folder or empty."""
    kept = "/".join(filter(None, (prefix, *parts)))
    return UrlPath(f"/{kept}/" if kept else "/")


def output_path(url: UrlPath) -> OutputPath:
    """The file that serves a path: a folder is served by its `index.html`."""
    return OutputPath((url + "index.html" if url.endswith("/") else url).lstrip("/"))


def href(origin: UrlPath, target: UrlPath, fragment: str = "") -> str:
    """A relative link from one page to another, `index.html` written out.

    Written out because the site must work from `file://`, where a folder has no index page. It
    goes up to the root first, so that pages of one depth share their links and what holds them.
    """
    mark = f"#{quote(fragment, safe=_FRAGMENT)}" if fragment else ""
    if mark and output_path(target) == output_path(origin):
        return mark
    return to_root(origin) + _from_root(target) + mark


def to_root(origin: UrlPath) -> str:
    """The way from a page up to the root of the site: empty, or `../` for each folder."""
    return "../" * (origin.count("/") - 1)


@lru_cache(maxsize=65536)
def way_to(prefix: str, parts: tuple[str, ...]) -> str:
    """The way from the root down to the page of some folders."""
    return _from_root(page_path(*parts, prefix=prefix))


@lru_cache(maxsize=65536)
def _from_root(target: UrlPath) -> str:
    return quote(output_path(target), safe="/.-_~")
