"""Bytes to text: size, encoding, and characters that nobody can see.

Owns what a text file may be made of, whatever its format. Knows nothing of YAML or Markdown.
"""

from __future__ import annotations

import re

from sunlit.diagnostics import Findings, Span

SIZE_LIMIT = 1_000_000
"""Bytes; the longest text of the content today has about 20 kB."""

SHOWN_LIMIT = 20
"""Invisible characters or HTML tags reported for one text; the rest are alike."""

BYTE_ORDER_MARK = "\ufeff"

# Controls, lone surrogates and non-characters, which YAML forbids; U+0085, U+2028 and U+2029,
# which libyaml takes for line ends and editors do not; characters without width or with a power
# over the direction of writing, which make a text differ from what a reviewer sees.
# U+200C and U+200D stay allowed: scripts and emoji need them.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069"
    "\ud800-\udfff\ufeff\ufffe\uffff]"
)
_LINE_END = re.compile(r"\r\n|\r|\n")


def decode_text(
    content: bytes, *, path: str, found: Findings, limit: int = SIZE_LIMIT
) -> str | None:
    """The text of a file saved as UTF-8, without a byte order mark; None with a finding if not."""
    if len(content) > limit:
        too_large(len(content), limit, path=path, found=found)
        return None
    try:
        return content.decode("utf-8").removeprefix(BYTE_ORDER_MARK)
    except UnicodeDecodeError as error:
        _not_utf_8(content, error.start, path=path, found=found)
        return None


def all_visible(text: str) -> bool:
    """Whether every character is one that somebody can see."""
    return _INVISIBLE.search(text) is None


def visible(text: str, *, path: str, found: Findings, first_line: int = 1) -> str:
    """The text with every invisible character reported and replaced by a space.

    Replaced, so that all other mistakes of the file are found in the same run.
    """
    if all_visible(text):
        return text
    for number, match in enumerate(_INVISIBLE.finditer(text)):
        if number == SHOWN_LIMIT:
            break
        name = f"U+{ord(match[0]):04X}"
        found.error(
            "invisible-character",
            span_between(text, match.start(), match.end(), path=path, first_line=first_line),
            message=(
                f"这里有一个看不见的字符 {name}",
                f"an invisible character {name} stands here",
            ),
            hint=(
                "把光标移到这里，删掉它，或把这几个字重新输入一遍。",
                "Delete it here, or type these few characters again.",
            ),
        )
    return _INVISIBLE.sub(" ", text)


def span_between(text: str, start: int, end: int, *, path: str, first_line: int = 1) -> Span:
    """The span of `text[start:end]` when the text begins at column 1 of `first_line`."""
    line, column = _position(text, start)
    end_line, end_column = _position(text, end)
    return Span(path, line + first_line, column, end_line + first_line, end_column)


def lines_of(text: str) -> list[str]:
    """Lines as editors count them; `str.splitlines` would also cut at U+2028 and form feeds."""
    return _LINE_END.split(text)


def too_large(size: int, limit: int, *, path: str, found: Findings) -> None:
    """Report a file that is longer than any honest one."""
    found.error(
        "file-too-large",
        Span(path),
        message=(
            f"文件有 {size:,} 字节，上限是 {limit:,} 字节",
            f"the file has {size:,} bytes; at most {limit:,} are read",
        ),
        hint=(
            "把内容拆成几个文件；图片和表格不要粘贴进文本。",
            "Split it into several files; do not paste pictures or spreadsheets into a text.",
        ),
    )


def _position(text: str, index: int) -> tuple[int, int]:
    """Line from 0 and column from 1 of a character."""
    # Counted and not split: a hostile text asks this for thousands of places.
    line = sum(text.count(end, 0, index) for end in "\n\r") - text.count("\r\n", 0, index)
    start = max(text.rfind("\n", 0, index), text.rfind("\r", 0, index)) + 1
    return line, index - start + 1


def _not_utf_8(content: bytes, at: int, *, path: str, found: Findings) -> None:
    before = content[:at].decode("utf-8")
    name = _likely_encoding(content)
    said = (f"，看起来是 {name}", f"; it looks like {name}") if name else ("", "")
    start = span_between(before, len(before), len(before), path=path)
    found.error(
        "not-utf-8",
        start._replace(end_column=start.column + 1),
        message=(
            f"文件不是 UTF-8 编码{said[0]}：第 {at + 1} 个字节 0x{content[at]:02X} 无法识别",
            f"the file is not saved as UTF-8{said[1]}: byte {at + 1}, 0x{content[at]:02X}, "
            "cannot be read",
        ),
        hint=(
            "在记事本里点「文件 → 另存为」，编码选「UTF-8」；"
            "在 Excel 里另存为「CSV UTF-8（逗号分隔）」。",
            "In Notepad choose File, Save as, encoding UTF-8; in Excel save as "
            "“CSV UTF-8 (comma delimited)”.",
        ),
    )


def _likely_encoding(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "UTF-16"
    try:
        content.decode("gb18030")
    except UnicodeDecodeError:
        return ""
    return "GBK (GB18030)"
