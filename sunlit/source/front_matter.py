"""A Markdown file with a head: YAML between two lines `---`, then the body.

Owns where the head ends and on which line the body begins. Knows nothing of fields or Markdown.
"""

from __future__ import annotations

import re

from msgspec import Struct

from sunlit.diagnostics import Findings, Span
from sunlit.source.located import Written
from sunlit.source.text import BYTE_ORDER_MARK

_FENCE = re.compile(r"---[ \t]*(?:\r\n|\r|\n|\Z)")
_CLOSING = re.compile(r"^---[ \t]*(?:\r\n|\r|\n|\Z)", re.MULTILINE)
_LINE_END = re.compile(r"\r\n|\r|\n")


class Document(Struct, frozen=True):
    """A file's head, which is YAML that nobody has read yet, and its body."""

    head: Written
    body: str
    body_line: int


def split(text: str, *, path: str, found: Findings) -> Document | None:
    """Head and body of a file; None with a finding when it has no head or the head no end."""
    text = text.removeprefix(BYTE_ORDER_MARK)
    opening = _FENCE.match(text)
    if opening is None:
        _missing(text, path=path, found=found)
        return None
    closing = _CLOSING.search(text, opening.end())
    if closing is None:
        found.error(
            "front-matter-open",
            Span(path, 1, 1, 1, 4),
            message=("文件头没有结束的 --- 行", "the head has no closing line `---`"),
            hint=("在最后一个字段下面加一行 ---。", "Add a line `---` below the last field."),
        )
        return None
    head = text[opening.end() : closing.start()]
    body_line = len(_LINE_END.findall(text, 0, closing.end())) + 1
    return Document(Written(head, 2), text[closing.end() :], body_line)


def _missing(text: str, *, path: str, found: Findings) -> None:
    first = _LINE_END.split(text, 1)[0]
    found.error(
        "no-front-matter",
        Span(path, 1, 1, 1, max(len(first), 1) + 1),
        message=("文件不是以 --- 开头", "the file does not begin with a line `---`"),
        hint=(
            "第一行写 ---（三个半角减号），下面写字段，再用一行 --- 结束。",
            "Write `---` on the very first line, then the fields, then `---` again.",
        ),
    )
