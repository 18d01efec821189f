"""Syntax errors that come from a sign: tab, colon, quote, backslash, or a reserved character.

Owns how each is recognised and worded. Knows nothing of indentation or brackets.
"""

from __future__ import annotations

import re

from sunlit.source.yaml_rules import FULL_WIDTH_COLON
from sunlit.source.yaml_trouble import Cause, Sentence, Trouble

_NAME = r"^\s*(?:- +)*(?:['\"]?[\w.-]+['\"]?)"
_WIDE_COLON = re.compile(_NAME + r"\s*(?P<at>：)(?!.*: )")
_NO_SPACE = re.compile(r"^\s*(?:- +)*[A-Za-z_][\w.-]*(?P<at>:)(?=[^\s:/])(?!.*: )")
_WIDE_INDENT = re.compile(r"^\s*(?P<at>[\u3000\u00a0]+)")
_AFTER_QUOTE = re.compile(r"""(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')\s*$""")
_OPEN_QUOTE = re.compile(r"""^\s*(?:- +)*(?:[\w.-]+: +)?(?P<at>["'])(?:(?!(?P=at)).)*$""")


def tab(trouble: Trouble) -> Cause | None:
    if trouble.here != "\t" and "tab" not in trouble.problem:
        return None
    return Cause(
        trouble.line,
        trouble.column,
        1,
        ("缩进里有制表符（Tab）", "a tab stands in the indentation"),
        ("改成空格，每一级缩进两个空格。", "Use spaces, two for each level."),
    )


_AT_START = ("cannot start any token", "alphabetic", "scanning a tag")


def reserved(trouble: Trouble) -> Cause | None:
    if not any(words in trouble.problem + trouble.context for words in _AT_START):
        return None
    line, column = trouble.begun
    mark = trouble.text(line)[column : column + 1]
    if mark not in "@`%*&!" or not mark:
        return None
    return Cause(
        line,
        column,
        1,
        (f"文字不能以 {mark} 开头", f"a text cannot begin with {mark}"),
        ("给整段文字加上英文引号。", "Put the whole text in quotes."),
    )


def _near(
    trouble: Trouble, pattern: re.Pattern[str], said: tuple[Sentence, Sentence]
) -> Cause | None:
    """The nearest line, from where the parser stopped upwards, that has a known mistake."""
    first = min(trouble.begun[0], trouble.line - 1) if trouble.context else trouble.line - 1
    for line in range(trouble.line, max(first, trouble.line - 3) - 1, -1):
        if match := pattern.search(trouble.text(line)):
            return Cause(line, match.start("at"), len(match["at"]), *said)
    return None


def wide_colon(trouble: Trouble) -> Cause | None:
    return _near(trouble, _WIDE_COLON, FULL_WIDTH_COLON)


def wide_indent(trouble: Trouble) -> Cause | None:
    said = (
        ("缩进用了全角空格", "the indentation has a full-width space"),
        ("改成普通的半角空格。", "Use ordinary spaces."),
    )
    return _near(trouble, _WIDE_INDENT, said)


def no_space(trouble: Trouble) -> Cause | None:
    said = (
        ("冒号后面缺一个空格", "a space is missing after the colon"),
        ("写成 “字段: 内容”，冒号后空一格。", "Write `name: value` with a space after the colon."),
    )
    return _near(trouble, _NO_SPACE, said)


def open_quote(trouble: Trouble) -> Cause | None:
    said = (
        ("引号没有闭合", "the quote is not closed"),
        ("在这段文字末尾补上同样的引号。", "Close it with the same quote at the end of the text."),
    )
    if "quoted scalar" in trouble.context and "escape" not in trouble.problem:
        return Cause(*trouble.begun, 1, *said)
    if "did not find expected" in trouble.problem:
        return _near(trouble, _OPEN_QUOTE, said)
    return None


def escape(trouble: Trouble) -> Cause | None:
    if "quoted scalar" not in trouble.context:
        return None
    return Cause(
        trouble.line,
        trouble.column,
        2,
        ("双引号里的反斜杠 \\ 有特殊含义", "a backslash in double quotes has a special meaning"),
        ("改用单引号，或把 \\ 写成 \\\\。", "Use single quotes, or write \\\\ for one backslash."),
    )


def after_quote(trouble: Trouble) -> Cause | None:
    # A piece, since a search in a very long line would begin at each of its quotes.
    before = trouble.text(trouble.line)[max(trouble.column - 500, 0) : trouble.column]
    if "did not find expected" not in trouble.problem or not _AFTER_QUOTE.search(before):
        return None
    return Cause(
        trouble.line,
        trouble.column,
        len(trouble.text(trouble.line).rstrip()) - trouble.column,
        ("引号闭合之后还有文字", "text follows the closing quote"),
        (
            "给整段文字加引号；文字里面的引号用中文引号“”。",
            "Put the whole text in quotes, and use “” inside it.",
        ),
    )
