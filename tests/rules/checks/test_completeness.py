"""Every code that the source can give has a case, and a heading in the documentation."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from sunlit.rules.checks.kinds import Kind
from sunlit.rules.checks.problem_words import _SAID
from sunlit.source.register import COLUMNS
from tests.rules.checks.cases import BASE, CASES

REPOSITORY = CASES.parents[1]
DOCUMENTATION = REPOSITORY / "docs" / "diagnostics.md"

# Functions whose first argument is a code, wherever they are called.
REPORTING = ("error", "warning", "_refuse")
WORDING = ("Said", "Wording", "problem", "unknown", "_bad")

CODE = re.compile(r"[a-z]+(-[a-z0-9]+)*")

# Given by publishing or serving a site, or by a model, not by content: tests are in tests/app.
WITHOUT_CASE = tuple(
    REPOSITORY / "sunlit" / "app" / name for name in ("build.py", "stopped.py", "faces.py")
)


def codes_in(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        first = node.args[0]
        code = first.value if isinstance(first, ast.Constant) else None
        # Wording functions of one word are also called with other texts than codes.
        fits = name in REPORTING or (name in WORDING and "-" in str(code))
        if fits and isinstance(code, str) and CODE.fullmatch(code):
            yield code


def codes(*, of_content: bool) -> list[str]:
    files = [one for one in (REPOSITORY / "sunlit").rglob("*.py") if "report" not in one.parts]
    kept = [one for one in files if not of_content or one not in WITHOUT_CASE]
    found = {code for path in kept for code in codes_in(path)}
    found |= {kind.value for kind in Kind}
    found |= {key.partition("/")[0] for key in _SAID}
    found |= {f"register-{column.replace('_', '-')}" for column in COLUMNS}
    return sorted(found)


@pytest.mark.parametrize("code", codes(of_content=True))
def test_every_code_has_a_case(code: str) -> None:
    assert (CASES / code / "expected.txt").is_file()


@pytest.mark.parametrize("code", codes(of_content=False))
def test_every_code_is_documented(code: str) -> None:
    assert f"\n## {code}\n" in DOCUMENTATION.read_text("utf-8")


def test_every_case_and_every_heading_is_of_a_code() -> None:
    known = set(codes(of_content=False))
    cases = {one.name for one in CASES.iterdir() if one.is_dir() and one != BASE}
    headings = re.findall(r"^## ([a-z0-9-]+)$", DOCUMENTATION.read_text("utf-8"), re.MULTILINE)

    assert cases <= known
    assert set(headings) <= known
    assert len(headings) == len(set(headings))


def test_every_right_example_is_yaml() -> None:
    text = DOCUMENTATION.read_text("utf-8")
    examples = re.findall(r"^对 / Right:\n\n```yaml\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)

    assert len(examples) > 100
    for example in examples:
        yaml.safe_load(example.split("\n---\n")[0])  # raises where it is none
