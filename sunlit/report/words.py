"""The language of a report, and the few words that every format needs.

Owns the choice between the two languages of a diagnostic. Knows nothing of formats.
"""

from __future__ import annotations

from enum import Enum
from unicodedata import category

from sunlit.diagnostics import Bilingual, Severity

_STEERING = frozenset(("Cc", "Cf", "Cs", "Zl", "Zp"))


class Lang(Enum):
    """A language of reports."""

    ZH = "zh"
    EN = "en"


def said(words: Bilingual, lang: Lang) -> str:
    """A sentence in the language of the report, on one line."""
    return printable(words.zh if lang is Lang.ZH else words.en)


def printable(text: str) -> str:
    """The text without anything that steers a terminal or turns the direction of writing.

    A message quotes what an author wrote, and `"\\e"` in YAML is an escape character.
    """
    if text.isprintable():
        return text
    return "".join(
        " " if sign in "\t\r\n" else "\ufffd" if category(sign) in _STEERING else sign
        for sign in text
    )


def weight(severity: Severity, lang: Lang) -> str:
    """The word for how much a diagnostic weighs."""
    if lang is Lang.EN:
        return severity.value
    return "错误" if severity is Severity.ERROR else "警告"
