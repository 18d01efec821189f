"""The benchmark's content: the same each time, free of mistakes, and the same for every tool."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks import ours
from benchmarks.content import Content, Size, content_of
from benchmarks.edits import EDITS
from benchmarks.pages import community_pages, shared_pages
from benchmarks.stage import Stage, kinds_of
from benchmarks.standings import ranked
from benchmarks.tools import TOOLS
from benchmarks.writing import write
from sunlit.app.check import check
from sunlit.app.root import Root
from sunlit.sample.spec import AS_OF

SMALL = Size(units=6, areas=2)


@pytest.fixture(scope="module")
def content() -> Content:
    return content_of(SMALL)


def test_the_same_size_gives_the_same_files(content: Content) -> None:
    assert content == content_of(SMALL)
    assert list(ours.files(content)) == list(ours.files(content_of(SMALL)))


def test_a_community_has_four_works_two_updates_and_28_scores(content: Content) -> None:
    for area in content.areas:
        for one in area.communities:
            assert (len(one.projects), len(one.updates), len(one.scores)) == (4, 2, 28)


def test_our_files_have_no_mistakes_before_and_after_every_edit(
    content: Content, tmp_path: Path
) -> None:
    for edit in EDITS.values():
        content = edit(content, 0).content
        write(ours.files(content), tmp_path)
        assert [one.message.en for one in check(Root(tmp_path), as_of=AS_OF)] == []


@pytest.mark.parametrize("name", sorted(TOOLS))
def test_an_edit_changes_at_least_one_file_and_leaves_what_a_fresh_folder_has(
    content: Content, tmp_path: Path, name: str
) -> None:
    edited, fresh = Stage(TOOLS[name], tmp_path / "a"), Stage(TOOLS[name], tmp_path / "b")
    edited.fill(content, {})
    for edit in EDITS.values():
        after = edit(content, 0).content
        assert edited.edit(content, after, {}) > 0
        content = after
    fresh.fill(content, {})
    assert _tree(edited.root) == _tree(fresh.root)


def test_no_page_has_two_kinds(content: Content) -> None:
    pages = list(shared_pages(content))
    for area in content.areas:
        for community in area.communities:
            pages += community_pages(content, community)
    data = 1 + len(content.areas) + SMALL.units  # 404.html, and one JSON file each
    assert len(kinds_of(content)) == len(pages) + data


def test_equal_scores_share_a_rank(content: Content) -> None:
    area = content.areas[0]
    twins = tuple(replace(one, scores=(50,) * 28) for one in area.communities)
    found = ranked(content.framework, replace(area, communities=twins))
    assert {ranks["total"] for _, ranks in found.values()} == {1}
    assert {scores["total"] for scores, _ in found.values()} == {50.0}


def _tree(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }
