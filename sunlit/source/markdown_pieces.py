"""The HTML of a body in pieces, with gaps for what only a page can say.

Owns the markup of links, pictures and tables, and what fills a gap. A body is rendered once, when
it is read; pages in every language put it together. Knows nothing of what may stand in a body.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from html import escape
from itertools import chain
from typing import TYPE_CHECKING, TypeAlias
from urllib.parse import unquote

from msgspec import Struct

from sunlit.diagnostics import Span
from sunlit.source.markdown_rules import SCHEME
from sunlit.source.markdown_words import join_wide_lines

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_MARK = "\0"  # stands for a gap while rendering: the parser lets no such character through


class PictureRef(Struct, frozen=True):
    """A picture beside the file, with the words that stand for it."""

    src: str
    alt: str
    span: Span


class LinkGap(Struct, frozen=True):
    """The address of a link into the site, percent signs decoded."""

    href: str


class TableGap(Struct, frozen=True):
    """The name of the region that a table scrolls in; 0 where it is the only one."""

    number: int


Gap: TypeAlias = LinkGap | PictureRef | TableGap
Piece: TypeAlias = str | Gap


def pieces_of(
    tokens: Sequence[Token], pictures: Iterable[PictureRef], md: MarkdownIt
) -> tuple[Piece, ...]:
    """The HTML of tokens, which are changed; `pictures` are those among them, in order."""
    several = sum(token.type == "table_open" for token in tokens) > 1
    gaps: list[Gap] = []
    left = iter(pictures)
    tables = 0
    ready: list[Token] = []
    for token in tokens:
        if token.type == "table_open":
            tables += 1
            gaps.append(TableGap(tables if several else 0))
        elif token.type == "inline":
            token.children = join_wide_lines(token.children or [])
            gaps += _inline(token.children, left)
        ready += _framed(token)
    html: str = md.renderer.render(ready, md.options, {})
    both = zip(html.split(_MARK), [*gaps, ""], strict=True)
    return tuple(piece for piece in chain.from_iterable(both) if piece != "")


def put_together(
    pieces: Iterable[Piece],
    *,
    link: Callable[[str], str],
    picture: Callable[[PictureRef], str],
    table_label: str,
) -> str:
    """The HTML of a body.

    `link` gives the address of a link into the site; `picture` gives markup that may stand within
    a paragraph, such as `<picture>`; `table_label` names the scrolling region around a table.
    """

    def filled(piece: Piece) -> str:
        match piece:
            case LinkGap(href):
                return escape(link(href))
            case PictureRef():
                return picture(piece)
            case TableGap(number):
                return escape(f"{table_label} {number}" if number else table_label)
        return piece

    return "".join(map(filled, pieces))


def _inline(parts: Iterable[Token], pictures: Iterator[PictureRef]) -> Iterator[Gap]:
    """Make the gaps in the parts of a line."""
    for token in parts:
        if token.type == "image":
            token.type, token.content = "html_inline", _MARK
            yield next(pictures)
        elif token.type == "link_open":
            href = str(token.attrs["href"])
            if href != "#" and not SCHEME.match(href):
                token.attrs["href"] = _MARK
                yield LinkGap(unquote(href))


def _framed(token: Token) -> tuple[Token, ...]:
    """A block token with the frame that a table has here."""
    if token.type == "table_open":
        frame = f'<div class="scroll" role="region" tabindex="0" aria-label="{_MARK}">\n'
        return _markup(token, frame), token
    if token.type == "table_close":
        return token, _markup(token, "</div>\n")
    if token.type in ("th_open", "td_open"):
        _cell(token)
    return (token,)


def _cell(token: Token) -> None:
    """Alignment as a class, since a page's policy forbids `style`; a head cell says its scope."""
    align = str(token.attrs.get("style", "")).removeprefix("text-align:")
    token.attrs = {"class": f"align-{align}"} if align else {}
    if token.type == "th_open":
        token.attrs["scope"] = "col"


def _markup(token: Token, text: str) -> Token:
    return token.copy(type="html_block", tag="", nesting=0, content=text, attrs={})
