"""The disk side of a root: what is read, and what is told instead."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from sunlit.app.build import build
from sunlit.app.check import check
from sunlit.app.root import REPOSITORY, Root
from sunlit.diagnostics import Findings
from tests.app.roots import DAY, UNIT, photo, small_root


def codes(root: Path) -> list[tuple[str, str]]:
    return [(one.code, one.span.path) for one in check(Root(root), as_of=DAY)]


def test_the_small_root_has_no_mistakes(built_root: Path) -> None:
    assert codes(built_root) == []


def test_areas_units_and_frameworks_are_named_in_order(built_root: Path) -> None:
    root = Root(built_root)
    assert root.areas() == ("small",)
    assert root.units("small") == ("dongmen",)
    assert root.frameworks() == ("content/frameworks/four.yaml",)
    assert root.read("site.toml") is not None
    assert root.read("content") is root.read("nowhere") is root.read("site.toml/a") is None


@pytest.mark.parametrize("target", ["/etc/passwd", "../index.md", "nowhere"])
def test_a_link_is_told_and_not_followed(tmp_path: Path, target: str) -> None:
    root = small_root(tmp_path)
    (root / UNIT / "projects" / "link.md").symlink_to(target)
    assert codes(root) == [("symbolic-link", f"{UNIT}/projects/link.md")]


LINKS = [
    "site.toml",
    "content",
    "content/catalogue.yaml",
    "content/frameworks",
    "content/frameworks/four.yaml",
    "content/communities",
    "content/communities/small",
    "content/communities/other",
    f"{UNIT}",
    f"{UNIT}/updates",
    f"{UNIT}/photos/other.jpg",
    "content/communities/small/other",
    "static",
    "static/secret.txt",
    "templates/secret.html",
]


@pytest.mark.parametrize("name", LINKS)
def test_no_link_anywhere_in_the_root_is_followed_and_each_is_told(
    tmp_path: Path, name: str
) -> None:
    """What lies behind the link is as it was before: nothing can be told from it."""
    root = small_root(tmp_path / "root")
    behind = tmp_path / "behind"
    place = root / name
    if place.exists():
        place.rename(behind)
    else:
        behind.mkdir()
        (behind / "secret.md").write_text("---\ntitle: SECRET\n---\n", "utf-8")
        place.parent.mkdir(parents=True, exist_ok=True)
    place.symlink_to(behind)
    found = check(Root(root), as_of=DAY)
    assert ("symbolic-link", name) in [(one.code, one.span.path) for one in found]
    assert not any("SECRET" in str(one) or "secret.md" in str(one) for one in found)
    served = {**Root(root).statics(), **{k: v.encode() for k, v in Root(root).templates().items()}}
    assert not any(b"SECRET" in content for content in served.values())


def test_a_link_to_the_whole_disk_does_not_hold_up_the_check(tmp_path: Path) -> None:
    root = small_root(tmp_path)
    (root / "content/communities/small/everything").symlink_to("/")
    (root / UNIT / "photos/everything").symlink_to("/")
    (root / "content/communities/small/loop").symlink_to(root / "content")
    assert [code for code, _ in codes(root)] == ["symbolic-link"] * 3


def test_what_the_system_leaves_lying_about_is_passed_over(tmp_path: Path) -> None:
    root = small_root(tmp_path)
    for name in (".DS_Store", "Thumbs.db", "desktop.ini", ".gitkeep"):
        (root / UNIT / name).write_bytes(b"\0")
        (root / UNIT / "photos" / name).write_bytes(b"\0")
    assert codes(root) == []


def test_a_photo_out_of_its_folder_is_told(tmp_path: Path) -> None:
    root = small_root(tmp_path)
    (root / UNIT / "gate.jpg").write_bytes(photo())
    (root / UNIT / "photos" / "more").mkdir()
    (root / UNIT / "photos" / "more" / "gate.jpg").write_bytes(photo())
    assert codes(root) == [
        ("photo-misplaced", f"{UNIT}/gate.jpg"),
        ("photo-misplaced", f"{UNIT}/photos/more/gate.jpg"),
    ]


ODD = [b"\xb4\xe5", b"a\nb", b"a\tb", b"a\\nb"]
PLACES = ["content", "content/communities", "content/communities/small", "content/frameworks", UNIT]


@pytest.mark.skipif(sys.platform != "linux", reason="needs odd file names")
@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("name", ODD, ids=repr)
@pytest.mark.parametrize("kind", ["file", "folder", "link"])
def test_a_name_that_no_text_can_hold_is_told_so_that_it_can_be_shown(
    tmp_path: Path, place: str, name: bytes, kind: str
) -> None:
    root = small_root(tmp_path)
    odd = Path(os.fsdecode(os.fsencode(root / place) + b"/" + name))
    match kind:
        case "file":
            odd.with_name(odd.name + ".md").write_text("x", "utf-8")
        case "folder":
            odd.mkdir()
            (odd / "index.md").write_text("---\nname: x\n---\n", "utf-8")
        case _:
            odd.symlink_to("/etc")
    found = check(Root(root), as_of=DAY)
    assert found or kind == "folder"  # beside the content, folders are passed over
    for one in found:
        f"{one.span.path}{one.message.zh}{one.message.en}{one.hint.zh}{one.hint.en}".encode()
    assert check(Root(root), as_of=DAY) == found


@pytest.mark.skipif(sys.platform != "linux", reason="needs file names that are not UTF-8")
def test_a_file_name_that_is_not_utf_8_is_told(tmp_path: Path) -> None:
    root = small_root(tmp_path)
    Path(os.fsdecode(os.fsencode(root / UNIT / "projects") + b"/\xb4\xe5.md")).write_bytes(b"")
    assert [code for code, _ in codes(root)] == ["bad-file-name"]


def test_a_huge_file_is_told_and_not_read_whole(tmp_path: Path) -> None:
    root = small_root(tmp_path)
    with (root / UNIT / "services.yaml").open("wb") as file:
        file.truncate(50_000_000)
    assert codes(root) == [("file-too-large", f"{UNIT}/services.yaml")]
    texts = Root(root).unit_files("small", "dongmen", Findings()).texts
    assert len(texts["services.yaml"]) < 5_000_000


def test_a_root_may_have_its_own_templates_and_static_files_over_the_repositorys(
    tmp_path: Path,
) -> None:
    root = small_root(tmp_path, **{"templates/lost.html": "own", "static/own.css": "own"})
    templates, statics = Root(root).templates(), Root(root).statics()
    assert templates["lost.html"] == "own"
    assert templates["base.html"] == (REPOSITORY / "templates/base.html").read_text("utf-8")
    assert statics["own.css"] == b"own"
    assert "sunlit.css" in statics


@pytest.mark.skipif(sys.platform != "linux", reason="needs file names that are not UTF-8")
@pytest.mark.parametrize("folder", ["static", "templates"])
def test_so_is_one_beside_the_content_also_when_it_comes_later(tmp_path: Path, folder: str) -> None:
    root = small_root(tmp_path)
    assert codes(root) == []
    (root / folder).mkdir()
    Path(os.fsdecode(os.fsencode(root / folder) + b"/\xb4\xe5.html")).write_bytes(b"")
    assert [code for code, _ in codes(root)] == ["bad-file-name"]
    built = build(Root(root), root / "_site", as_of=DAY)
    assert built.published is None
