"""Syntax errors that come from the shape of a text: brackets, lists, lines and their indentation.

Owns how each is recognised and worded. Knows nothing of quotes or reserved characters.
"""

from __future__ import annotations

from sunlit.source.yaml_trouble import Cause, Trouble


def bracket(trouble: Trouble) -> Cause | None:
    if "flow" not in trouble.context or "expected ','" not in trouble.problem:
        return None
    line, column = trouble.begun
    mark = trouble.text(line)[column : column + 1]
    return Cause(
        line,
        column,
        1,
        (f"括号 {mark} 没有闭合，或里面缺少逗号", f"{mark} is not closed, or lacks a comma"),
        (
            "补上对应的括号；各项之间用半角逗号和空格隔开。",
            "Close it, and put a half-width comma and a space between the parts.",
        ),
    )


def second_colon(trouble: Trouble) -> Cause | None:
    if "mapping values are not allowed" not in trouble.problem:
        return None
    if ": " in trouble.text(trouble.line)[: trouble.column]:
        return Cause(
            trouble.line,
            trouble.column,
            1,
            ("一行里有第二个 “: ”", "a second `: ` stands on one line"),
            ("给冒号后的整段文字加引号。", "Put the whole text after the first colon in quotes."),
        )
    return _indented(trouble)


def _indented(trouble: Trouble) -> Cause:
    text = trouble.text(trouble.line)
    width = len(text) - len(text.lstrip())
    return Cause(
        trouble.line,
        0,
        width or len(text),
        ("这一行的缩进与上面各行对不齐", "the indentation fits none of the lines above"),
        (
            "让同一级的字段从同一列开始，下一级多两个空格。",
            "Begin fields of one level in the same column, those below it two spaces further.",
        ),
    )


def indentation(trouble: Trouble) -> Cause | None:
    wrong = "parsing a block" in trouble.context and "did not find expected" in trouble.problem
    return _indented(trouble) if wrong and "content" not in trouble.problem else None


def no_colon(trouble: Trouble) -> Cause | None:
    if "could not find expected ':'" not in trouble.problem:
        return None
    line, column = trouble.begun
    return Cause(
        line,
        column,
        len(trouble.text(line).rstrip()) - column,
        ("这一行没有 “字段: ”", "this line has no `name: `"),
        (
            "补上字段名和冒号；如果是上一行的续文，就缩进两格。",
            "Add a name and a colon; indent the line if it continues the text above.",
        ),
    )


def list_here(trouble: Trouble) -> Cause | None:
    if "block sequence entries" not in trouble.problem:
        return None
    return Cause(
        trouble.line,
        trouble.column,
        1,
        ("列表的 “- ” 不能写在这里", "the `- ` of a list cannot stand here"),
        (
            "每一项另起一行、缩进两格；如果是文字，就加引号。",
            "Begin each part on a line of its own, indented; put a text in quotes.",
        ),
    )


def sign(trouble: Trouble) -> Cause | None:
    if "node content" not in trouble.problem or trouble.here not in ",]}":
        return None
    mark = trouble.here or "…"
    return Cause(
        trouble.line,
        trouble.column,
        1,
        (
            f"这里不应有 “{mark}”，或括号没有闭合",
            f"{mark} is not expected here, or a bracket is open",
        ),
        (
            "删掉多余的符号，补上缺少的括号；如果是文字，就加引号。",
            "Delete it or close the bracket; put a text in quotes.",
        ),
    )
