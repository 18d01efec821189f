"""Diagnostics for people at a terminal: the sentence, the line with the place marked, the remedy.

Owns how a place is shown. Knows nothing of files: the caller gives the text of a path. A line that
holds personal data is shown with stars, since the log of a public check is public.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from unicodedata import category, east_asian_width

from sunlit.diagnostics import Diagnostic, Severity, Span
from sunlit.report.words import Lang, printable, said, weight

PERSONAL = "personal-"
WIDTH = 100

_LINE_END = re.compile(r"\r\n|\r|\n")
_HINT = {Lang.ZH: "改法：", Lang.EN: "hint: "}


def render(
    found: Sequence[Diagnostic], *, lang: Lang, source_of: Callable[[str], str | None]
) -> str:
    """All diagnostics in the order given, then their counts."""
    lines: dict[str, list[str]] = {}
    personal = [one.span for one in found if one.code.startswith(PERSONAL)]
    for path in sorted({span.path for one in found for span in _spans(one)}):
        source = source_of(path)
        if source is not None:
            text = _LINE_END.split(source.removeprefix("\ufeff"))
            lines[path] = _masked(text, [span for span in personal if span.path == path])
    blocks = [_block(one, lang, lines) for one in found]
    return "\n".join([*blocks, _counts(found, lang)])


def _spans(one: Diagnostic) -> Iterable[Span]:
    return (one.span, *(span for span, _ in one.related))


def _masked(lines: list[str], spans: Iterable[Span]) -> list[str]:
    """The lines with every stretch of personal data starred."""
    for span in spans:
        for number in range(span.line, min(span.end_line, len(lines)) + 1):
            line = lines[number - 1]
            start = span.column - 1 if number == span.line else 0
            end = span.end_column - 1 if number == span.end_line else len(line)
            lines[number - 1] = line[:start] + "*" * len(line[start:end]) + line[end:]
    return lines


def _block(one: Diagnostic, lang: Lang, lines: dict[str, list[str]]) -> str:
    head = f"{_place(one.span)}: {weight(one.severity, lang)} {one.code}: {said(one.message, lang)}"
    rows = [head, *_shown(one.span, lines)]
    for span, words in one.related:
        rows += [f"  {_place(span)}: {said(words, lang)}", *_shown(span, lines)]
    return "\n".join([*rows, f"  {_HINT[lang]}{said(one.hint, lang)}", ""])


def _place(span: Span) -> str:
    return f"{printable(span.path)}:{span.line}:{span.column}"


def _shown(span: Span, lines: dict[str, list[str]]) -> list[str]:
    """The source line and a line of `^` below it; nothing when the place is not in the text."""
    text = lines.get(span.path, [])
    if not 1 <= span.line <= len(text) or not text[span.line - 1].strip():
        return []
    line = text[span.line - 1]
    start = min(span.column - 1, len(line))
    end = span.end_column - 1 if span.end_line == span.line else len(line)
    first = max(0, start - WIDTH // 2) if cells(line) > WIDTH else 0
    piece = line[first : first + WIDTH]
    before = cells(line[first:start])
    under = max(cells(line[start : min(end, first + WIDTH)]), 1)
    gutter = " " * len(str(span.line))
    return [
        f"  {span.line} | {printable(piece)}",
        f"  {gutter} | {' ' * before}{'^' * under}",
    ]


def cells(text: str) -> int:
    """How many columns of a terminal a text takes: a Chinese character takes two."""
    return sum(_cells(character) for character in text)


def _cells(character: str) -> int:
    if category(character) in ("Mn", "Me"):
        return 0
    return 2 if east_asian_width(character) in "WF" else 1


def _counts(found: Sequence[Diagnostic], lang: Lang) -> str:
    errors = sum(one.severity is Severity.ERROR for one in found)
    warnings = len(found) - errors
    if lang is Lang.ZH:
        return f"{errors} 处错误，{warnings} 处警告。\n" if found else "没有发现错误。\n"
    if not found:
        return "No mistakes found.\n"
    return f"{errors} error{'s' * (errors != 1)}, {warnings} warning{'s' * (warnings != 1)}.\n"
