"""Markdown as it is read: its mistakes, its links and pictures, its HTML in pieces.

Owns which Markdown the content may use and how far it may grow. Knows nothing of what a link
points at: `markdown_pieces` leaves a gap for it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING
from urllib.parse import unquote

from msgspec import Struct

from sunlit.diagnostics import Diagnostic, Findings, Span
from sunlit.source import markdown_limits as limits
from sunlit.source.markdown_pieces import PictureRef, Piece, pieces_of
from sunlit.source.markdown_rules import SCHEME, Rules
from sunlit.source.markdown_words import join_wide_lines, plain_text
from sunlit.source.text import visible

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_EXTERNAL = re.compile(r"https?:", re.IGNORECASE)


class LinkRef(Struct, frozen=True):
    """A link as written, percent signs decoded where it points into the site."""

    href: str
    span: Span

    @property
    def external(self) -> bool:
        """Whether it leaves the site (or opens mail or telephone)."""
        return SCHEME.match(self.href) is not None


class Parsed(Struct, frozen=True):
    """A body that was read: its links and pictures, and `text`, its first paragraph in plain words.

    A link that was refused is no longer in `html`: it leads nowhere.
    """

    html: tuple[Piece, ...]
    links: tuple[LinkRef, ...]
    pictures: tuple[PictureRef, ...]
    text: str


NOTHING = Parsed((), (), (), "")


def parse(body: str, *, path: str, found: Findings, first_line: int = 1) -> Parsed:
    """Read a body that begins on `first_line` of its file; what is refused gives an empty body."""
    parsed, said = _parsed(body, path, first_line)
    found.found += said
    return parsed


# A body is checked with its whole area, then shown once in each language: so many are kept.
@lru_cache(maxsize=2048)
def _parsed(body: str, path: str, first_line: int) -> tuple[Parsed, tuple[Diagnostic, ...]]:
    found = Findings()
    parsed = _parse(body, path=path, found=found, first_line=first_line)
    return parsed, tuple(found)


def _parse(body: str, *, path: str, found: Findings, first_line: int) -> Parsed:
    body = visible(body, path=path, found=found, first_line=first_line)
    span = Span(path, first_line, 1, first_line, 2)
    if limits.too_large(body, span, found) or limits.opens_too_deep(body, span, found):
        return NOTHING
    tokens = _parser().parse(body)
    if limits.too_deep(tokens, span, found) or limits.too_large_output(tokens, span, found):
        return NOTHING
    checks = Rules(body, path, first_line, found)
    links: list[LinkRef] = []
    pictures: list[PictureRef] = []
    _shift_headings(tokens)
    for block in tokens:
        if block.type == "inline":
            checks.words(block)
            for part, place in checks.addresses(block, _parser().normalizeLink):
                if part.type == "image":
                    _picture(part, checks, place, pictures)
                else:
                    _link(part, checks, place, links)
    text = _excerpt(tokens)  # before pictures and links make way for gaps
    html = pieces_of(tokens, pictures, _parser())
    return Parsed(html, tuple(links), tuple(pictures), text)


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt  # here, since a reader of YAML alone need not load it

    options = {"html": False, "maxNesting": limits.NESTING_LIMIT}
    md = MarkdownIt("js-default", options)
    # A refused link would be left as its own source text; it is found, then reported instead.
    md.validateLink = _any_link  # type: ignore[method-assign]
    return md


def _any_link(url: str) -> bool:
    return True


def _shift_headings(tokens: list[Token]) -> None:
    """The page owns h1, so a body begins at h2; ids count, so that they outlive a new wording."""
    number = 0
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{min(int(token.tag[1]) + 1, 6)}"
        if token.type == "heading_open":
            number += 1
            token.attrSet("id", f"s-{number}")


def _link(token: Token, checks: Rules, span: Span, links: list[LinkRef]) -> None:
    href = str(token.attrs["href"])
    if not checks.link_allowed(href, span):
        token.attrs = {"href": "#"}
        return
    if _EXTERNAL.match(href):
        token.attrSet("rel", "noopener noreferrer external")
    links.append(LinkRef(href if SCHEME.match(href) else unquote(href), span))


def _picture(token: Token, checks: Rules, span: Span, pictures: list[PictureRef]) -> None:
    src = unquote(str(token.attrs["src"]))
    alt = plain_text(token.children or [])
    if checks.picture_allowed(src, alt, span):
        pictures.append(PictureRef(src, alt, span))
    else:
        token.type, token.content = "text", alt


def _excerpt(tokens: list[Token]) -> str:
    for before, token in pairwise(tokens):
        if before.type == "paragraph_open" and before.level == 0:
            children = join_wide_lines(token.children or [])
            if text := " ".join(plain_text(children).split()):
                return text
    return ""
