"""The documentation against the repository: links, anchors, commands, examples, generated tables.

Owns what a page of documentation may not get wrong without a test failing. It does not judge prose.
"""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
from functools import cache
from pathlib import Path
from urllib.parse import unquote

import click
import pytest
from click.testing import CliRunner

from build import main
from docs.fields import PAGES, filled, records
from sunlit.app.schema import SCHEMAS
from sunlit.diagnostics import Findings
from sunlit.locale import locale_of
from sunlit.model.amounts import parse_amount
from sunlit.source.decode import read_record
from sunlit.source.front_matter import split
from sunlit.source.located import Written
from sunlit.views.amounts import read_amount

ROOT = Path(__file__).resolve().parents[2]
BASE = ROOT / "tests" / "cases" / "_base"
ENTRIES = ("README", "README.zh-CN", "CHANGELOG", "CONTRIBUTING", "SECURITY")
DOCS = sorted([*(ROOT / f"{name}.md" for name in ENTRIES), *(ROOT / "docs").rglob("*.md")])
STAFF = sorted((ROOT / "docs" / "staff").glob("*.md"))

FENCE = re.compile(r"^ {0,3}```([a-z]*)\n(.*?)^ {0,3}```$", re.DOTALL | re.MULTILINE)
COUNTEREXAMPLE = re.compile(r"^错 / Wrong:\n+```.*?^```$", re.DOTALL | re.MULTILINE)
LINK = re.compile(r"(?<!\\)!?\[(?:[^\]\[]|\[[^\]]*\])*\]\(([^()\s]+(?:\([^()\s]*\))?)\)")
IMAGE = re.compile(r'<img src="([^"]+)" width="[0-9]+" alt="[^"]+">')
# What takes its time, or never ends by itself, is only asked for its help.
ASKED_FOR_HELP = frozenset(["serve"])
# Folders of machines, not of this repository or of GitHub's own settings pages.
MACHINE_PATH = re.compile(r"(?<![\w.…*>`/-])/(?:home|work|tmp|root|usr|opt|var|Users)/|[A-Z]:\\")


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@cache
def prose(path: Path) -> str:
    """A page without its fenced blocks and code spans: what is left holds its links."""
    text = FENCE.sub("", path.read_text(encoding="utf-8"))
    return re.sub(r"`[^`\n]*`", "", text)


@cache
def anchors(path: Path) -> frozenset[str]:
    """The anchors that GitHub gives to a page's headings."""
    text = FENCE.sub("", path.read_text(encoding="utf-8"))
    found: list[str] = []
    for heading in re.findall(r"^#{1,6} +(.+?) *#*$", text, re.MULTILINE):
        plain = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading).replace("`", "")
        slug = re.sub(r"[^\w\- ]", "", plain.lower()).replace(" ", "-")
        found.append(slug if slug not in found else f"{slug}-{found.count(slug)}")
    return frozenset(found)


def broken_links(path: Path, root: Path = ROOT) -> list[str]:
    broken = []
    for link in (*LINK.findall(prose(path)), *IMAGE.findall(prose(path))):
        if re.match(r"[a-z]+:", link):
            continue
        target, _, anchor = unquote(link).partition("#")
        there = (path.parent / target).resolve() if target else path
        lost = not there.exists() or not there.is_relative_to(root)
        if lost or (anchor and anchor not in anchors(there)):
            broken.append(link)
    return broken


@pytest.mark.parametrize("path", DOCS, ids=name_of)
def test_every_relative_link_and_anchor_resolves(path: Path) -> None:
    assert broken_links(path) == []


def test_a_broken_link_is_found(tmp_path: Path) -> None:
    (tmp_path / "there.md").write_text("## 限定词 of `it`\n", encoding="utf-8")
    page = tmp_path / "page.md"
    links = "[a](there.md) [b](there.md#限定词-of-it) [c](there.md#no) ![d](no.png) [e](../x.md)"
    image = '<img src="none.png" width="360" alt="none">'
    page.write_text(f"{links} `[f](code.md)` {image}\n", encoding="utf-8")
    assert broken_links(page, tmp_path) == ["there.md#no", "no.png", "../x.md", "none.png"]


@pytest.mark.parametrize("path", DOCS, ids=name_of)
def test_no_page_names_a_folder_of_some_machine(path: Path) -> None:
    assert MACHINE_PATH.findall(path.read_text(encoding="utf-8")) == []


def commands(path: Path) -> list[str]:
    """The lines of a page's console and sh blocks; not what is shown as an example of a mistake."""
    text = COUNTEREXAMPLE.sub("", path.read_text(encoding="utf-8"))
    lines: list[str] = []
    for language, block in FENCE.findall(text):
        if language in ("console", "sh"):
            whole = block.replace("\\\n", " ").splitlines()
            lines += [line.strip().removeprefix("$ ") for line in whole if line.strip()]
    return lines


SHOWN = sorted({line for path in DOCS for line in commands(path)})
PYTHON = [line for line in SHOWN if line.startswith("python build.py ")]
MAKE = [line for line in SHOWN if line.startswith("make ")]


def test_commands_shown_are_found() -> None:
    assert len(PYTHON) > 5
    assert len(MAKE) > 5


@pytest.mark.parametrize("line", PYTHON)
def test_a_command_of_build_py_does_what_its_page_says(
    line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    arguments = shlex.split(line, comments=True)[2:]
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    if arguments[0] == "new":  # the example of the pages: a unit that is there
        (tmp_path / "content/communities/xindu/shuanglong").mkdir(parents=True)
    runner = CliRunner()
    if arguments[0] in ASKED_FOR_HELP:
        arguments.append("--help")
    elif "--root" in arguments:
        small = ["sample", "trial", "--units", "4", "--photos", "1", "--photo-width", "400"]
        assert runner.invoke(main, small).exit_code == 0
    result = runner.invoke(main, arguments, catch_exceptions=False)
    assert result.exit_code == 0, result.output


@pytest.mark.parametrize("line", MAKE)
def test_a_target_of_make_is_there(line: str) -> None:
    asked = ["make", "-n", *shlex.split(line, comments=True)[1:]]
    done = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    assert "Nothing to be done" not in done.stdout


def command_names(group: click.Command, before: str = "") -> list[str]:
    if not isinstance(group, click.Group):
        return [before.strip()]
    names = [before.strip()] if before else []
    for name, command in sorted(group.commands.items()):
        names += command_names(command, f"{before}{name} ")
    return names


@pytest.mark.parametrize("readme", ["README.md", "README.zh-CN.md"])
def test_every_command_of_build_py_stands_in_the_readme(readme: str) -> None:
    text = (ROOT / readme).read_text(encoding="utf-8")
    assert [name for name in command_names(main) if f"`{name}`" not in text] == []


@pytest.mark.parametrize("readme", ["README.md", "README.zh-CN.md"])
def test_the_readme_names_no_command_that_is_not_there(readme: str) -> None:
    text = (ROOT / readme).read_text(encoding="utf-8")
    rows = re.findall(r"^\| `([a-z]+)` \|", text, re.MULTILINE)
    assert rows
    assert set(rows) <= set(command_names(main))


@pytest.mark.parametrize("name", PAGES)
def test_a_generated_table_is_in_step_with_the_code(name: str) -> None:
    page = (ROOT / "docs" / name).read_text(encoding="utf-8")
    assert page == filled(page), "run `python docs/fields.py`"


def test_every_record_has_its_table_once() -> None:
    page = (ROOT / "docs" / "developers" / "content-format.md").read_text(encoding="utf-8")
    headings = re.findall(r"^### (\w+)$", page, re.MULTILINE)
    assert sorted(set(records()) & set(headings)) == sorted(records())
    assert len(headings) == len(set(headings))


def test_the_table_of_qualifiers_reads_as_the_pages_do() -> None:
    page = (ROOT / "docs" / "staff" / "figures.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| [^|`]+ \| (`[^|]+) \| ([^|`]+) \|$", page, re.MULTILINE)
    assert len(rows) == 6
    for written, shown in rows:
        for short in re.findall(r"`([^`]+)`", written):
            amount = parse_amount(short)
            assert not isinstance(amount, str), short
            assert read_amount(amount, locale_of("zh-CN")).text == shown


def test_every_code_that_staff_read_of_has_its_heading() -> None:
    page = (ROOT / "docs" / "staff" / "mistakes.md").read_text(encoding="utf-8")
    codes = {
        code for row in re.findall(r"^\|? ?(`[^|\n]*)", page, re.MULTILINE)
        for code in re.findall(r"`([a-z]+(?:-[a-z]+)+)`", row)
    }  # fmt: skip
    assert len(codes) > 25
    assert codes - anchors(ROOT / "docs" / "diagnostics.md") == set()


EXAMPLES = [
    pytest.param(block, id=f"{path.stem}-{number}")
    for path in [*STAFF, ROOT / "docs" / "developers" / "content-format.md"]
    for number, (language, block) in enumerate(FENCE.findall(path.read_text(encoding="utf-8")))
    if language == "yaml"
]


def codes_of(block: str, kind: str) -> set[str]:
    """What is wrong with an example, read as a file of that kind; gaps are allowed in a piece."""
    found = Findings()
    document = split(block, path="example.md", found=found) if block.startswith("---\n") else None
    written = document.head if document else Written(block)
    read_record(written, SCHEMAS[kind], path="example.yaml", found=found)
    return {one.code for one in found} - {"missing-field"}


@pytest.mark.parametrize("block", EXAMPLES)
def test_an_example_is_right_in_one_kind_of_file(block: str) -> None:
    wrong = {kind: codes_of(block, kind) for kind in SCHEMAS if kind != "site"}
    assert set() in wrong.values(), wrong
