"""Which pages an edit renders: those of its own unit, and those that come out otherwise."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from sunlit.app.bench import Ways
from sunlit.app.build import build
from sunlit.app.root import Root
from sunlit.emit.pages import Templates
from sunlit.paths import output_path
from sunlit.views.edition import Page
from tests.app.roots import DAY, change, tree

LAMPS = """---
title: 路灯
status: completed
dimensions: [safe]
funds: [{id: city, source: 市级财政, planned: 30万 CNY, spent: [{as_of: 2026-05-01, value: 3万}]}]
---
灯。
"""
OWN = "small/ximen/"


@pytest.fixture
def root(built_root: Path, tmp_path: Path) -> Path:
    """The small root, its other unit with a project of a dimension; built."""
    root = tmp_path / "root"
    shutil.copytree(built_root, root)
    project = root / "content/communities/small/ximen/projects/lamps.md"
    project.parent.mkdir(parents=True)
    project.write_text(LAMPS, "utf-8")
    build(Root(root), root / "_site", as_of=DAY, ways=Ways(jobs=1))
    return root


def rendered(root: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[set[str], set[str]]:
    """The pages a build renders and those that change by it, its own unit's aside."""
    asked: set[str] = set()
    render = Templates.render

    def noted(self: Templates, page: Page) -> bytes:
        asked.add(output_path(page.path))
        return render(self, page)

    before = tree(root / "_site")
    with monkeypatch.context() as patched:
        patched.setattr(Templates, "render", noted)
        build(Root(root), root / "_site", as_of=DAY, ways=Ways(jobs=1))
    after = tree(root / "_site")
    changed = {one for one in after if before.get(one) != after[one]}
    assert all(one in asked for one in changed if one.endswith(".html"))
    return {one for one in asked if not one.startswith(OWN)}, {
        one for one in changed if not one.startswith(OWN)
    }


def test_money_spent_renders_the_pages_that_show_it(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    change(root / "content/communities/small/ximen/projects/lamps.md", "3万", "4万")
    asked, changed = rendered(root, monkeypatch)
    assert asked == {one for one in changed if one.endswith(".html")}
    assert "small/ledger/index.html" in asked
    assert "small/ledger/status/completed/index.html" in asked
    assert "small/four/safe/index.html" in asked
    assert "small/ledger/status/implementation/index.html" not in asked


def test_a_word_of_the_body_renders_no_page_of_the_area(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    change(root / "content/communities/small/ximen/projects/lamps.md", "灯。", "新灯。")
    assert rendered(root, monkeypatch) == (set(), {"manifest.sha256"})


def test_a_score_renders_no_page_of_another_unit_that_shows_no_place(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for unit, value in (("dongmen", 70), ("ximen", 60)):
        sheet = root / f"content/communities/small/{unit}/scores/four/2026-q2.yaml"
        sheet.parent.mkdir(parents=True)
        sheet.write_text(
            "published: 2026-07-01\n"
            f"scores: [{{indicator: order, assessor: office, value: {value}}}]\n",
            "utf-8",
        )
    built = build(Root(root), root / "_site", as_of=DAY, ways=Ways(jobs=1))
    assert built.published is not None, [one.message.en for one in built.found]
    change(root / "content/communities/small/ximen/scores/four/2026-q2.yaml", "60", "80")
    asked, changed = rendered(root, monkeypatch)
    assert "small/dongmen/index.html" in asked & changed
    assert "small/dongmen/projects/road/index.html" not in asked
