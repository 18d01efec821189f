"""A build of a small root: what stops it, what it says, what it leaves alone."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from sunlit.app.build import build
from sunlit.app.check import check
from sunlit.app.root import Root
from tests.app.roots import DAY, UNIT, change, photo, small_root, tree


def test_a_photo_cut_short_stops_the_build_with_its_place(built_root: Path, tmp_path: Path) -> None:
    shutil.copytree(built_root, tmp_path / "root")
    root = tmp_path / "root"
    before = tree(root / "_site")
    content = photo()
    (root / UNIT / "photos/gate.jpg").write_bytes(content[: len(content) // 2])
    built = build(Root(root), root / "_site", as_of=DAY)
    assert built.published is None
    assert [(one.code, one.span.path) for one in built.found] == [
        ("photo-unreadable", f"{UNIT}/photos/gate.jpg")
    ]
    assert tree(root / "_site") == before


def test_a_photo_that_turns_out_broken_while_it_is_decoded_publishes_nothing(
    tmp_path: Path,
) -> None:
    root = small_root(tmp_path)
    content = photo()
    start = content.index(b"\xff\xda")
    # A head that promises a picture, an end mark, and hardly any pixels between.
    (root / UNIT / "photos/gate.jpg").write_bytes(content[: start + 20] + b"\xff\xd9")
    built = build(Root(root), root / "_site", as_of=DAY)
    codes = {one.code for one in built.found}
    assert (built.published is None) is (codes == {"photo-unreadable"})


def test_an_address_given_on_the_command_line_stands_in_for_that_of_the_file(
    tmp_path: Path,
) -> None:
    root = small_root(tmp_path)
    built = build(Root(root), root / "_site", as_of=DAY, base_url="https://example.org/gov/")
    assert built.published is not None
    home = (root / "_site" / "index.html").read_text("utf-8")
    assert '<link rel="canonical" href="https://example.org/gov/"' in home
    assert "SiteDomain" in home


def test_a_folder_without_settings_is_no_root(tmp_path: Path) -> None:
    built = build(Root(tmp_path), tmp_path / "_site", as_of=DAY)
    assert built.published is None
    assert [one.code for one in built.found] == ["no-site-file"]
    assert tree(tmp_path) == {}


@pytest.mark.parametrize("code", ["unknown-field", "toml-syntax"])
def test_a_check_finds_what_a_build_would_refuse_and_writes_nothing(
    tmp_path: Path, code: str
) -> None:
    root = small_root(tmp_path)
    if code == "toml-syntax":
        change(root / "site.toml", 'title = "', "title = ")
    else:
        change(root / UNIT / "index.md", "name:", "nmae:")
    before = tree(root)
    assert code in {one.code for one in check(Root(root), as_of=DAY)}
    built = build(Root(root), root / "_site", as_of=DAY)
    assert built.found == check(Root(root), as_of=DAY)
    assert tree(root) == before
