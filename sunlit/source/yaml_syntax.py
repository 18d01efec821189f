"""libyaml's syntax errors in plain words.

Owns which mistake of an author stands behind a message of the parser, and where it truly is:
the parser often stumbles a line later. Knows nothing of trees.
"""

from __future__ import annotations

from collections.abc import Callable

from yaml.error import Mark, MarkedYAMLError, YAMLError

from sunlit.diagnostics import Findings, Span
from sunlit.source import yaml_shape as shape
from sunlit.source import yaml_signs as signs
from sunlit.source.text import lines_of
from sunlit.source.yaml_trouble import Cause, Trouble


def explain(error: YAMLError, text: str, *, path: str, first_line: int, found: Findings) -> None:
    """Report a syntax error at the place where it has to be corrected."""
    trouble = _trouble(error, text)
    cause = next(filter(None, (known(trouble) for known in _KNOWN)), None) or _unknown(trouble)
    line = cause.line + first_line
    column = cause.column + 1
    found.error(
        "yaml-syntax",
        Span(path, line, column, line, column + max(cause.length, 1)),
        message=cause.message,
        hint=cause.hint,
    )


def _trouble(error: YAMLError, text: str) -> Trouble:
    if not isinstance(error, MarkedYAMLError):
        return Trouble(str(error), "", 0, 0, (0, 0), lines_of(text))
    mark: Mark | None = error.problem_mark or error.context_mark
    begun = error.context_mark or mark
    return Trouble(
        error.problem or "",
        error.context or "",
        mark.line if mark else 0,
        mark.column if mark else 0,
        (begun.line, begun.column) if begun else (0, 0),
        lines_of(text),
    )


def _unknown(trouble: Trouble) -> Cause:
    said = ": ".join(filter(None, (trouble.context, trouble.problem)))
    return Cause(
        trouble.line,
        trouble.column,
        1,
        (f"这里不是有效的 YAML（{said}）", f"this is no valid YAML ({said})"),
        (
            "检查这一行和上一行的缩进、冒号、引号和括号。",
            "Check indentation, colons, quotes and brackets here and on the line above.",
        ),
    )


# The order counts: a full-width colon also looks like a line without a colon.
_KNOWN: tuple[Callable[[Trouble], Cause | None], ...] = (
    signs.tab,
    signs.wide_indent,
    signs.wide_colon,
    signs.no_space,
    signs.reserved,
    signs.open_quote,
    signs.escape,
    signs.after_quote,
    shape.bracket,
    shape.second_colon,
    shape.no_colon,
    shape.list_here,
    shape.sign,
    shape.indentation,
)
