"""Markdown bodies: what the reader of Markdown refuses, and links that lead nowhere.

Owns which files of the content a link or picture may point at. Links to other units and areas
are followed only where the area's own files tell whether they are there.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable

from sunlit.diagnostics import Findings, Span
from sunlit.rules.checks.kinds import Kind
from sunlit.rules.checks.scope import Scope
from sunlit.rules.checks.walk import Placed
from sunlit.source import markdown
from sunlit.source.nearest import nearest

_CONTENT = "content/communities/"
_FRAMEWORKS = "content/frameworks/"


def bodies(records: Iterable[Placed], pages: frozenset[str], scope: Scope, found: Findings) -> None:
    """Every body; `pages` are the paths of the scope's own files that become pages."""
    for placed in records:
        if not placed.body.strip():
            continue
        parsed = markdown.parse(
            placed.body, path=placed.path, first_line=placed.body_line, found=found
        )
        for link in parsed.links:
            if not link.external and not link.href.startswith("#"):
                _link(placed.path, (link.href, link.span), pages, scope, found)
        for picture in parsed.pictures:
            _picture(placed.path, (picture.src, picture.span), scope, found)


def _link(
    path: str, link: tuple[str, Span], pages: frozenset[str], scope: Scope, found: Findings
) -> None:
    href, span = link
    target = posixpath.normpath(posixpath.join(posixpath.dirname(path), href.partition("#")[0]))
    if _is_there(target, pages, scope):
        return
    near = nearest(target, pages)
    relative = posixpath.relpath(near, posixpath.dirname(path)) if near else ""
    found.error(
        "unknown-link",
        span,
        message=(f"链接“{href}”没有对应的页面", f"the link {href} leads to no page"),
        hint=(f"改成 {relative}。", f"Write {relative}.")
        if relative
        else (
            "写本站内容文件的相对路径，例如 ../index.md。",
            "Write the relative path of a content file, such as ../index.md.",
        ),
    )


def _is_there(target: str, pages: frozenset[str], scope: Scope) -> bool:
    """Whether a page stands for the target; beyond what the scope knows, a file's form counts."""
    if target in pages or target in scope.failed:
        return True
    if target.startswith(_FRAMEWORKS):
        id = target.removeprefix(_FRAMEWORKS).removesuffix(".yaml")
        return target.endswith(".yaml") and id in (scope.names[Kind.FRAMEWORK] or ())
    inner = target.removeprefix(f"{scope.base}/")
    if inner != target:  # of an area: a file within one of its units, which are not read here
        units = scope.names.get(Kind.UNIT) or frozenset()
        return inner.endswith(".md") and inner.partition("/")[0] in units
    return target.startswith(_CONTENT) and target.endswith(".md")


def _picture(path: str, picture: tuple[str, Span], scope: Scope, found: Findings) -> None:
    src, span = picture
    photos = scope.names[Kind.PHOTO] or frozenset()
    target = posixpath.normpath(posixpath.join(posixpath.dirname(path), src))
    name = src if "/" not in src else target.removeprefix(f"{scope.base}/photos/")
    if name in photos:
        return
    near = nearest(posixpath.basename(src), photos)
    found.error(
        Kind.PHOTO.value,
        span,
        message=(f"没有照片“{src}”", f"there is no photo {src}"),
        hint=(f"改成 {near}。", f"Write {near}.")
        if near
        else (
            "把照片放进这个社区的 photos/，并写进 photos.yaml。",
            "Put it into the unit's photos/ and list it in photos.yaml.",
        ),
    )
