"""Markdown bodies as prose: links and pictures made relative to the page they appear on.

Owns how a link between files of the content becomes a link between pages.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from typing import TypeVar

from markupsafe import Markup, escape

from sunlit.diagnostics import Findings
from sunlit.model.record import Record
from sunlit.model.text import CONTENT_LANGUAGE
from sunlit.source import markdown
from sunlit.source.located import Located
from sunlit.source.markdown_pieces import PictureRef, put_together
from sunlit.views.parts import Picture, Prose
from sunlit.views.pictures import alone
from sunlit.views.scene import Scene

R = TypeVar("R", bound=Record)
_CONTENT = "content/communities/"


def prose_of(
    scene: Scene, located: Located[R], *, pictures: Mapping[str, Picture] | None = None
) -> Prose | None:
    """The body of a record as HTML; None when there is none.

    `pictures` are the unit's published photos by file name, for `![…](photos/x.jpg)`.
    """
    if not located.body.strip():
        return None
    html = put_together(
        _parsed(located).html,
        link=lambda href: page_link(scene, located.path, href),
        picture=lambda reference: _picture(reference, pictures or {}),
        table_label=scene.t("parts.table"),
    )
    lang = "" if scene.locale.code == CONTENT_LANGUAGE else CONTENT_LANGUAGE
    return Prose(Markup(html), lang)


def pictured(located: Located[R]) -> Iterator[str]:
    """The file names of the pictures in the body of a record."""
    for one in _parsed(located).pictures:
        yield _file_of(one)


def _parsed(located: Located[R]) -> markdown.Parsed:
    return markdown.parse(
        located.body, path=located.path, first_line=located.body_line, found=Findings()
    )


def _file_of(reference: PictureRef) -> str:
    return reference.src.rsplit("/", 1)[-1]


# What the macro `picture` of templates/parts.html makes, but within a paragraph: without caption.
_PICTURE = Markup(
    '<picture class="{classes}">'
    '<source type="image/avif" srcset="{avif}" sizes="{sizes}">'
    '<img src="{src}" srcset="{jpeg}" sizes="{sizes}" width="{width}" height="{height}"'
    ' alt="{alt}" {loading} decoding="async"></picture>'
)


def _picture(reference: PictureRef, pictures: Mapping[str, Picture]) -> Markup:
    """The published picture of a reference, or its alternative text when there is none."""
    if _file_of(reference) not in pictures:
        return escape(reference.alt)
    found = alone(pictures[_file_of(reference)])
    return _PICTURE.format(
        classes=" ".join(filter(None, ("picture", found.slot, found.tone))),
        avif=found.avif,
        jpeg=found.jpeg,
        sizes=found.sizes,
        src=found.src,
        width=found.width,
        height=found.height,
        alt=reference.alt,
        loading=Markup('fetchpriority="high"') if found.eager else Markup('loading="lazy"'),
    )


def page_link(scene: Scene, path: str, link: str) -> str:
    """A link of the content as a link of the site: `../../shuanglong/index.md` to its page."""
    if re.match(r"[a-z][a-z0-9+.-]*:|#", link, re.IGNORECASE):
        return link
    target, _, fragment = link.partition("#")
    there = posixpath.normpath(posixpath.join(posixpath.dirname(path), target))
    parts = parts_of(there)
    return link if parts is None else scene.to(*parts, fragment=fragment)


def parts_of(path: str) -> tuple[str, ...] | None:
    """The folders of the page that a content file is shown on; None when it has none."""
    if path.startswith("content/frameworks/") and path.endswith(".yaml"):
        return ("frameworks", path.rsplit("/", 1)[-1].removesuffix(".yaml"))
    if not path.startswith(_CONTENT):
        return None
    inner = path.removeprefix(_CONTENT)
    stem = re.sub(r"(^|/)(index|area)$", "", inner.removesuffix(".md").rstrip("/"))
    return tuple(part for part in stem.split("/") if part)
