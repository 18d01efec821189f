"""Every folder of `tests/cases/` that names a reader: its files, read, give its `expected.txt`.

`UPDATE_CASES=1 pytest tests/source/test_cases_source.py` rewrites the expectations; CI may not.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from sunlit.diagnostics import Findings, Span, in_order
from sunlit.report import Lang, concise
from sunlit.source import front_matter, markdown, privacy
from sunlit.source.text import decode_text, span_between
from sunlit.source.yaml import read_yaml
from tests.browser.ensure import under_ci

CASES = Path(__file__).parents[1] / "cases"
HOTLINE = "13900139000"


def as_bytes(content: bytes, path: str, found: Findings) -> None:
    decode_text(content, path=path, found=found)


def as_yaml(content: bytes, path: str, found: Findings) -> None:
    read_yaml(content.decode(), path=path, found=found)


def as_front_matter(content: bytes, path: str, found: Findings) -> None:
    document = front_matter.split(content.decode(), path=path, found=found)
    if document is not None:
        head = document.head
        read_yaml(head.text, path=path, found=found, first_line=head.first_line)


def as_markdown(content: bytes, path: str, found: Findings) -> None:
    markdown.parse(content.decode(), path=path, found=found)


def as_privacy(content: bytes, path: str, found: Findings) -> None:
    text = content.decode()

    def span_of(start: int, end: int) -> Span:
        return span_between(text, start, end, path=path)

    privacy.scan(text, span_of=span_of, allowed_phones=frozenset({HOTLINE}), found=found)


READERS: dict[str, Callable[[bytes, str, Findings], None]] = {
    "bytes": as_bytes,
    "yaml": as_yaml,
    "front-matter": as_front_matter,
    "markdown": as_markdown,
    "privacy": as_privacy,
}


def with_reader() -> list[Path]:
    cases = sorted(CASES.glob("*/case.toml"))
    return [case.parent for case in cases if "reader" in tomllib.loads(case.read_text("utf-8"))]


@pytest.mark.parametrize("folder", with_reader(), ids=lambda folder: folder.name)
def test_a_file_with_a_mistake_says_what_is_wrong_and_where(folder: Path) -> None:
    case = tomllib.loads((folder / "case.toml").read_text("utf-8"))
    found = Findings()
    for name in case.get("files") or [case["file"]]:
        content = (folder / name).read_bytes() * case.get("repeat", 1)
        READERS[case["reader"]](content, name, found)
    ordered = in_order(found)
    told = "".join(concise.render(ordered, lang=lang) for lang in Lang)

    assert folder.name in {one.code for one in ordered}
    expected = folder / "expected.txt"
    if os.environ.get("UPDATE_CASES") and not under_ci():
        expected.write_text(told, "utf-8")
    assert told == expected.read_text("utf-8")
