"""Promise 8, an author's mistake costs minutes: all at once, placed, bilingual, with remedy."""

from __future__ import annotations

from pathlib import Path

from sunlit.app.build import build
from sunlit.app.check import check
from sunlit.app.root import Root
from sunlit.diagnostics import Diagnostic
from tests.app.roots import DAY, UNIT, change, small_root, tree

BREAKS = [
    ("site.toml", 'host = "示例单位"', 'hots = "示例单位"', "unknown-field"),
    ("content/frameworks/four.yaml", "kind: number", "kind: numbers", "bad-choice"),
    ("content/communities/small/area.md", "date: 2026-01-05", "date: 2026-02-30", "bad-date"),
    ("content/communities/small/register.csv", "510114001002", "5.10114E+11", "register-code"),
    (f"{UNIT}/index.md", "name: 东门社区", "name:", "empty-value"),
    (f"{UNIT}/projects/road.md", "planned: 4.5", "planned: 4.5.1", "bad-number"),
    (f"{UNIT}/photos/photos.yaml", "people: none", "people: nobody", "bad-choice"),
]


def broken(tmp_path: Path) -> tuple[Path, tuple[Diagnostic, ...]]:
    root = small_root(tmp_path)
    for name, was, now, _ in BREAKS:
        change(root / name, was, now)
    (root / UNIT / "servces.yaml").write_text("series: []\n", "utf-8")
    return root, check(Root(root), as_of=DAY)


def test_mistakes_of_every_file_come_in_one_run_each_at_its_place(tmp_path: Path) -> None:
    root, found = broken(tmp_path)
    told = {(one.span.path, one.code): one for one in found}
    for name, _, now, code in BREAKS:
        one = told.get((name, code))
        assert one is not None, (name, code, sorted(told))
        line = (root / name).read_text("utf-8").split("\n")[one.span.line - 1]
        assert set(now.split()) & set(line.replace("{", " ").replace(",", " , ").split()) or (
            now.split(" = ")[0] in line
        ), (name, line)
        assert 1 <= one.span.column <= len(line) + 1
    assert (f"{UNIT}/servces.yaml", "unknown-file") in told


def test_each_mistake_says_what_is_wrong_and_what_to_write_in_both_languages(
    tmp_path: Path,
) -> None:
    for one in broken(tmp_path)[1]:
        for text in (one.message.zh, one.hint.zh):
            assert any("\u4e00" <= char <= "\u9fff" for char in text), one
        for text in (one.message.en, one.hint.en):
            assert text.strip(), one
            assert any(char.isascii() and char.isalpha() for char in text), one
        assert one.hint.zh.endswith("。"), one


def test_nothing_is_repaired_or_dropped_and_nothing_published(tmp_path: Path) -> None:
    root, _ = broken(tmp_path)
    before = written(root)
    assert build(Root(root), root / "_site", as_of=DAY).published is None
    assert written(root) == before


def written(root: Path) -> dict[str, bytes]:
    """Everything but the state, where a later look at a file may settle its signature."""
    found = tree(root) or {}
    return {name: content for name, content in found.items() if not name.startswith(".sunlit/")}


def test_one_mistake_is_told_once(tmp_path: Path) -> None:
    for number, (name, was, now, code) in enumerate(BREAKS):
        if code in ("register-code", "empty-value"):
            continue  # what depends on a row or a name lacks it too
        root = small_root(tmp_path / str(number))
        change(root / name, was, now)
        found = [one for one in check(Root(root), as_of=DAY) if one.span.path == name]
        assert len(found) == 1, (name, [(one.code, one.message.en) for one in found])
