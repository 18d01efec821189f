"""The entry of `photos.yaml` that a photo without one asks for: its name, its day, and two gaps.

Owns how such an entry is written. What only a person can say, what the photo shows and who can be
recognised on it, is left empty, so that the check complains until it was said.
"""

from __future__ import annotations

import json
import re

PEOPLE = (
    "none（没有人）、back（只有背影，认不出来）、blurred（有人脸，用 redact 打码）、"
    "consented（本人同意公开）",
    "none (nobody), back (backs only), blurred (faces, covered with `redact`), "
    "consented (they agreed)",
)
"""What `people` may be, in Chinese and English: a bare list helps only those who know it."""


def entry_line(name: str, taken: str | None) -> str:
    """The entry on one line, to be pasted below `photos:`."""
    return f"- {{file: {_quoted(name)}, caption: , {_dated(taken, ', ')}people: }}"


def entry_lines(name: str, taken: str | None) -> tuple[str, ...]:
    """The entry as a person fills it in, a field on each line; the first begins the item."""
    day = (f"  date: {taken}    # 相机记下的日期，请核对",) if taken else ()
    return (
        f"- file: {_quoted(name)}",
        "  caption:    # 一句话：画面里是什么",
        *day,
        "  people:    # none 没有人、back 只有背影、blurred 要打码、consented 本人同意",
    )


def _dated(taken: str | None, after: str) -> str:
    return f"date: {taken}{after}" if taken else ""


def _quoted(name: str) -> str:
    """The name as a YAML scalar: plain where nobody could misread it, else quoted."""
    return name if re.fullmatch(r"\w[\w.-]*", name) else json.dumps(name, ensure_ascii=False)
