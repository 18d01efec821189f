"""New content: valid as it stands, never over anything, never outside its folder."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sunlit.app.check import check
from sunlit.app.new import (
    NewFile,
    RefusedError,
    new_area,
    new_project,
    new_scores,
    new_unit,
    new_update,
    slug_of,
    write_new,
)
from sunlit.app.root import Root
from sunlit.diagnostics import Findings
from sunlit.model.framework import Framework
from sunlit.model.scores import ScoreSheet
from sunlit.paths import SLUG
from sunlit.source.content import read_framework
from sunlit.source.decode import decode
from sunlit.source.tree import Mapping, Scalar
from sunlit.source.yaml import read_yaml
from tests.app.roots import DAY, FRAMEWORK, REGISTER, small_root

LONG_FRAMEWORK = FRAMEWORK.replace(
    "indicators: [",
    "indicators: [{id: lamps, name: '路灯\n\n  # 数量', dimension: safe, nature: hard, floor: 0,"
    " target: 9, unit: 盏}, ",
)


def framework(text: str = FRAMEWORK) -> Framework:
    found = Findings()
    located = read_framework("content/frameworks/four.yaml", text.encode(), found)
    assert located is not None, [one.message.en for one in found]
    return located.record


def made() -> list[tuple[NewFile, ...]]:
    return [
        new_area("grand", "大区", "district"),
        new_unit("small", "nanmen", "南门社区"),
        new_project("small", "dongmen", "street-lamps", "路灯"),
        new_update("small", "dongmen", date(2026, 11, 7), id="lamps", title="路灯亮了"),
        new_scores("small", "dongmen", "four", period="2026-q3", record=framework()),
    ]


def test_each_file_passes_the_check_as_it_stands(tmp_path: Path) -> None:
    row = "510114001003,南门社区居委会,nanmen,community,长街街道,changjie\n"
    register = {"content/communities/small/register.csv": REGISTER + row}
    root = small_root(tmp_path, **register)
    for files in made():
        write_new(root, files)
    assert [(one.span.path, one.message.en) for one in check(Root(root), as_of=DAY)] == []


def test_nothing_is_ever_overwritten_and_then_nothing_at_all_is_written(tmp_path: Path) -> None:
    register = tmp_path / "content/communities/grand/register.csv"
    register.parent.mkdir(parents=True)
    register.write_text("mine", "utf-8")
    with pytest.raises(RefusedError, match="register"):
        write_new(tmp_path, new_area("grand", "大区", "district"))
    assert register.read_text("utf-8") == "mine"
    assert [path.name for path in register.parent.iterdir()] == ["register.csv"]


@pytest.mark.parametrize("slug", ["data", "en", "embed", "404", "Grand", "大区", "..", "a/b", ""])
def test_an_area_cannot_have_the_name_of_a_page_or_a_name_that_is_no_address(slug: str) -> None:
    with pytest.raises(RefusedError):
        new_area(slug, "大区", "district")


@pytest.mark.parametrize("slug", ["ledger", "lists", "reports", "streets", "North", "../x", ""])
def test_a_unit_cannot_have_the_name_of_a_page_or_a_name_that_is_no_address(slug: str) -> None:
    with pytest.raises(RefusedError):
        new_unit("small", slug, "北门社区")


@pytest.mark.parametrize("part", ["..", "../..", "a/b", "/etc", "", "A"])
def test_nothing_is_written_outside_the_folder_of_the_content(part: str) -> None:
    record = framework()
    attempts: list[Callable[[], tuple[NewFile, ...]]] = [
        lambda: new_unit(part, "nanmen", "a"),
        lambda: new_project(part, "dongmen", "a", "a"),
        lambda: new_project("small", part, "a", "a"),
        lambda: new_project("small", "dongmen", part, "a"),
        lambda: new_update("small", part, DAY, id="a", title="a"),
        lambda: new_update("small", "dongmen", DAY, id=part, title="a"),
        lambda: new_scores("small", part, "four", period="2026-q3", record=record),
        lambda: new_scores("small", "dongmen", part, period="2026-q3", record=record),
        lambda: new_scores("small", "dongmen", "four", period=f"{part}/2026-q3", record=record),
    ]
    for attempt in attempts:
        with pytest.raises(RefusedError):
            attempt()


def test_a_score_sheet_is_named_by_a_period() -> None:
    with pytest.raises(RefusedError, match="2026-q3"):
        new_scores("small", "dongmen", "four", period="third", record=framework())


@pytest.mark.parametrize("text", [FRAMEWORK, LONG_FRAMEWORK], ids=["short", "long"])
def test_a_score_sheet_filled_in_as_its_comment_says_is_read(text: str) -> None:
    record = framework(text)
    ((sheet),) = new_scores("small", "dongmen", "four", period="2026-q3", record=record)
    assert "先删掉 scores 后面的 []，再去掉要填的行首的“# ”，填上 value" in sheet.text
    filled = "".join(
        line.removeprefix("# ").replace("value: }", "value: 7}") if line.startswith("# -") else line
        for line in sheet.text.replace("scores: []", "scores:").splitlines(keepends=True)
    )
    found = Findings()
    tree = read_yaml(filled, path="a.yaml", found=found)
    located = decode(tree, ScoreSheet, path="a.yaml", found=found) if tree else None
    assert located is not None, [one.message.en for one in found]
    assert [one.indicator for one in located.record.scores] == [one.id for one in record.indicators]


@pytest.mark.parametrize(
    ("name", "slug"),
    [("双龙村", "shuanglongcun"), ("长城社区", "changchengshequ"), ("A区 2 号", "aqu2hao")],
)
def test_a_slug_is_proposed_from_pinyin(name: str, slug: str) -> None:
    assert slug_of(name) == slug
    assert SLUG.fullmatch(slug)


HARD = [
    "null", "~", "true", "12", "1e3", "- a", "a: b", "a #b", "a\t#b", "'a'", '"a"', "[a]", "{a}",
    "&a", "*a", "!a", "|", ">", "%a", "@a", "`a", "a:", "---", "...", "?", "甲：乙", "a\nb: c",
    "a\\b", " a ", "{{7*7}}", "0101", "é", "a, b", "=", "<<", "2026-01-01",
]  # fmt: skip


@given(st.sampled_from(HARD) | st.text(min_size=1, max_size=20).filter(str.isprintable))
def test_a_title_stands_in_the_file_as_it_was_given_on_one_line(title: str) -> None:
    if not title.strip():
        return
    (file,) = new_project("small", "dongmen", "a", title)
    head = file.text.removeprefix("---\n").partition("\nstatus:")[0] + "\n"
    found = Findings()
    tree = read_yaml(head, path="a.md", found=found)
    assert list(found) == []
    assert isinstance(tree, Mapping)
    value = tree.get("title")
    assert isinstance(value, Scalar)
    assert value.text == " ".join(title.split())


@pytest.mark.parametrize("name", ["", " ", "\n"])
def test_a_name_is_not_left_empty(name: str) -> None:
    with pytest.raises(RefusedError):
        new_unit("small", "nanmen", name)
