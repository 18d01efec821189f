"""What a line of the content's Markdown may not hold, and what each refusal says.

Owns raw HTML, marks that do not work, the schemes of links, the words for pictures, and the
place of each in the source. Knows nothing of the HTML that comes out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from sunlit.diagnostics import Findings, Span
from sunlit.source.text import SHOWN_LIMIT, lines_of, span_between

if TYPE_CHECKING:
    from markdown_it.token import Token

SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")
_ALLOWED = re.compile(r"(?:https?://[^/]|mailto:|tel:)", re.IGNORECASE)
_ADDRESS = re.compile(
    r"\]\(\s*(?:<(?P<angle>[^<>\n]*)>|(?P<bare>[^\s()<]*(?:\([^\s()]*\)[^\s()]*)*))"
    r"|<(?P<auto>[A-Za-z][A-Za-z0-9+.-]*:[^\s<>]*|[^\s<>@]+@[^\s<>]+)>"
)
_HTML = re.compile(r"</?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>]*)?/?>|<!--")
_CODE = re.compile(r"(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)|\\.", re.DOTALL)
_STARS = re.compile(r"(?<!\*)\*\*(?!\*)[^*\n]+(?<!\*)\*\*(?!\*)")


class Rules(Struct):
    """The refusals of one body, which begins on `first_line` of its file."""

    body: str
    path: str
    first_line: int
    found: Findings
    shown: int = 0
    lines: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        self.lines = tuple(lines_of(self.body))

    def words(self, block: Token) -> None:
        """Report raw HTML, and bold marks that stayed marks, in one block of text."""
        shown = "".join(
            token.content if token.type == "text" else "\n" for token in block.children or ()
        )
        if "<" not in shown and "**" not in shown:
            return
        start, source = self._source(block)
        source = _CODE.sub(lambda code: " " * len(code[0]), source)
        for pattern, report in ((_HTML, self._html), (_STARS, self._stars)):
            at = 0
            for match in pattern.finditer(shown):
                if self.shown == SHOWN_LIMIT:  # pasted HTML: the first tags tell the author
                    return
                words = match[0].split("\n")[0]
                place = source.find(words, at)
                if place >= 0:  # else an entity or a backslash made it, so it is meant as text
                    at = place + len(words)
                    self.shown += 1
                    report(words, self._span(source, place, at, start))

    def addresses(self, block: Token, normal: Callable[[str], str]) -> Iterator[tuple[Token, Span]]:
        """Links and pictures of one block, each with the place of its address."""
        led = [token for token in block.children or () if token.type in ("link_open", "image")]
        if not led:
            return
        start, source = self._source(block)
        at = 0
        for token in led:
            wanted = str(token.attrs.get("href", token.attrs.get("src", "")))
            span = self._line(start)
            for match in _ADDRESS.finditer(source, at):
                group = match.lastgroup or "bare"
                if wanted.removeprefix("mailto:") in (normal(match[group]), match[group]):
                    at = match.start() + 1
                    span = self._span(source, match.start(group), match.end(group), start)
                    break
            yield token, span

    def link_allowed(self, href: str, span: Span) -> bool:
        """Whether a link may lead there; what it may not is reported."""
        if not SCHEME.match(href) or _ALLOWED.match(href):
            return True
        self.found.error(
            "markdown-link-scheme",
            span,
            message=(
                f"链接不能以 “{_scheme(href)}” 开头",
                f"a link cannot begin with `{_scheme(href)}`",
            ),
            hint=(
                "写 https:// 开头的完整地址，或本站文件的相对路径。",
                "Write a whole address that begins with https://, or a relative path of this site.",
            ),
        )
        return False

    def picture_allowed(self, src: str, alt: str, span: Span) -> bool:
        """Whether a picture lies beside the file and has words; what is wrong is reported."""
        if not alt.strip():
            self.found.error(
                "picture-without-alt",
                span,
                message=("图片没有文字说明", "the picture has no words that stand for it"),
                hint=(
                    "在方括号里写出图上有什么，例如 ![加宽后的村道](after.jpg)。",
                    "Say in the brackets what is seen: ![the wider road](after.jpg).",
                ),
            )
        if not SCHEME.match(src):
            return bool(src)
        self.found.error(
            "markdown-link-scheme",
            span,
            message=(
                "图片不能来自别的网站或嵌在文字里",
                "a picture cannot come from another site or be pasted into the text",
            ),
            hint=(
                "把图片文件放进 photos 文件夹，写相对路径。",
                "Put the file into the photos folder and write its relative path.",
            ),
        )
        return False

    def _html(self, tag: str, span: Span) -> None:
        self.found.error(
            "markdown-html",
            span,
            message=(
                f"正文里的 HTML “{tag}” 会原样显示成文字",
                f"the HTML `{tag}` would be shown as it is written",
            ),
            hint=(
                "用 Markdown 写：**粗体**、空行分段、表格用 | ；要显示尖括号就写成 `<b>`。",
                "Use Markdown: **bold**, an empty line, tables with |; show a tag as `<b>`.",
            ),
        )

    def _stars(self, marks: str, span: Span) -> None:
        self.found.warning(
            "markdown-stars",
            span,
            message=(f"“{marks}” 的星号会显示出来", f"the stars of `{marks}` would be shown"),
            hint=(
                "把标点移到星号外面，例如 **村道**：已完成。",
                "Move the punctuation outside the stars, or put a space after them.",
            ),
        )

    def _source(self, block: Token) -> tuple[int, str]:
        start, end = block.map or (0, len(self.lines))
        return start, "\n".join(self.lines[start:end])

    def _line(self, line: int) -> Span:
        number = line + self.first_line
        width = len(self.lines[line]) if line < len(self.lines) else 0
        return Span(self.path, number, 1, number, max(width, 1) + 1)

    def _span(self, source: str, start: int, end: int, line: int) -> Span:
        return span_between(source, start, end, path=self.path, first_line=self.first_line + line)


def _scheme(href: str) -> str:
    found = SCHEME.match(href)
    return found[0] if found else href
