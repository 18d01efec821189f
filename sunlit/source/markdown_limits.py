"""How large and how deep a Markdown body may be.

Owns the limits, and the refusal of each. Knows nothing of what the text says.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING

from sunlit.diagnostics import Findings, Span

if TYPE_CHECKING:
    from markdown_it.token import Token

INPUT_LIMIT = 60_000
OUTPUT_LIMIT = 2_000_000
BRACKET_LIMIT = 2_000  # the parser looks again from each `[`: 60 kB of them take 9 s
DEPTH_LIMIT = 20
NESTING_LIMIT = 30  # here the parser begins to drop text, so a smaller depth has to be refused


# A line that opens so many quotes or lists; a line of dashes alone is a rule. Looked for before
# parsing, since each later line of such a paragraph costs the parser all its levels.
_MARKS = re.compile(
    rf"^(?=.*[^\s>*+-])(?:[ \t]*(?:>|(?:[-+*]|[0-9]{{1,9}}[.)])(?=[ \t]))){{{DEPTH_LIMIT + 1}}}",
    re.MULTILINE,
)


def too_large(body: str, span: Span, found: Findings) -> bool:
    """Refuse a body that no page could hold, or that would keep the parser busy for seconds."""
    size, brackets = len(body.encode()), body.count("[")
    if size > INPUT_LIMIT:
        fact = (
            f"正文有 {size:,} 字节，上限是 {INPUT_LIMIT:,} 字节",
            f"the text has {size:,} bytes; at most {INPUT_LIMIT:,} are read",
        )
    elif brackets > BRACKET_LIMIT:
        fact = (
            f"正文有 {brackets:,} 个方括号，上限是 {BRACKET_LIMIT:,} 个",
            f"the text has {brackets:,} opening brackets; at most {BRACKET_LIMIT:,} are read",
        )
    else:
        return False
    found.error(
        "markdown-too-large",
        span,
        message=fact,
        hint=(
            "把正文拆成几个文件，或把原始材料作为文件链接。",
            "Split the text into several files, or link the raw material as a file.",
        ),
    )
    return True


def too_deep(tokens: Sequence[Token], span: Span, found: Findings) -> bool:
    """Refuse nesting at which the parser would begin to drop text."""
    for token in tokens:
        if token.level > DEPTH_LIMIT or any(
            part.level > DEPTH_LIMIT for part in token.children or ()
        ):
            _too_deep(token.map[0] if token.map else 0, span, found)
            return True
    return False


def opens_too_deep(body: str, span: Span, found: Findings) -> bool:
    """Refuse, before it is parsed, a line that opens too many quotes or lists at once."""
    if (marks := _MARKS.search(body)) is None:
        return False
    _too_deep(body.count("\n", 0, marks.start()), span, found)
    return True


def _too_deep(line: int, span: Span, found: Findings) -> None:
    found.error(
        "markdown-too-deep",
        span._replace(line=span.line + line, end_line=span.line + line),
        message=(
            f"引用、列表或强调嵌套超过 {DEPTH_LIMIT} 层",
            f"quotes, lists or emphasis are nested more than {DEPTH_LIMIT} levels deep",
        ),
        hint=("减少嵌套，改用标题分段。", "Use fewer levels, and headings instead."),
    )


def too_large_output(tokens: Sequence[Token], span: Span, found: Findings) -> bool:
    """Refuse a text that grows: a long address used a thousand times, a wide empty table."""
    size = 0
    for block in tokens:
        for token in (block, *(block.children or ())):
            size += 24
            if token.content and token.type != "inline":
                size += len(escape(token.content))
            if token.attrs:
                size += sum(len(str(value)) for value in token.attrs.values())
    if size <= OUTPUT_LIMIT:
        return False
    found.error(
        "markdown-too-large-output",
        span,
        message=(
            f"正文生成的网页约 {size:,} 字节，上限是 {OUTPUT_LIMIT:,} 字节",
            f"the text becomes about {size:,} bytes of HTML; the limit is {OUTPUT_LIMIT:,}",
        ),
        hint=(
            "缩短反复引用的链接地址，或缩小表格。",
            "Shorten the addresses that are used many times, or make the tables smaller.",
        ),
    )
    return True
