"""A build of a small root: what stops it, what it says, what it leaves alone."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from sunlit.app.bench import STATE, Ways
from sunlit.app.build import build
from sunlit.app.check import check
from sunlit.app.explain import explain
from sunlit.app.root import Look, Root
from sunlit.diagnostics import Findings
from sunlit.source.content import Files
from tests.app.roots import DAY, REGISTER, SITE, UNIT, change, photo, small_root, tree


def test_a_photo_cut_short_stops_the_build_with_its_place(built_root: Path, tmp_path: Path) -> None:
    shutil.copytree(built_root, tmp_path / "root")
    root = tmp_path / "root"
    before = tree(root / "_site")
    content = photo()
    (root / UNIT / "photos/gate.jpg").write_bytes(content[: len(content) // 2])
    built = build(Root(root), root / "_site", as_of=DAY)
    assert built.published is None
    assert [(one.code, one.span.path) for one in built.found] == [
        ("photo-truncated", f"{UNIT}/photos/gate.jpg")
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
    assert check(Root(tmp_path), as_of=DAY) == built.found
    assert list(tmp_path.iterdir()) == []


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
    shutil.rmtree(root / ".sunlit")  # what reading found, which the next check need not read
    assert tree(root) == before


def test_a_command_beside_a_running_build_says_so_and_touches_nothing(
    built_root: Path, tmp_path: Path
) -> None:
    shutil.copytree(built_root, tmp_path / "root")
    root = tmp_path / "root"
    before = tree(root)
    with held(root / STATE / "lock"):
        built = build(Root(root), root / "_site", as_of=DAY)
        assert built.published is None
        assert [one.code for one in built.found] == ["build-running"]
        assert [one.code for one in check(Root(root), as_of=DAY)] == ["build-running"]
        told = explain(Root(root), root / "_site", "/", as_of=DAY)
        assert (told.verdict, [one.code for one in told.found]) == ("broken", ["build-running"])
    assert tree(root) == before
    assert build(Root(root), root / "_site", as_of=DAY).published is not None


@contextmanager
def held(lock: Path) -> Iterator[None]:
    """The lock as another process holds it."""
    lock.parent.mkdir(exist_ok=True)
    code = "import fcntl, sys; f = open(sys.argv[1], 'w'); fcntl.lockf(f, 2); print(); input()"
    with subprocess.Popen(
        [sys.executable, "-c", code, str(lock)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout is not None
        other.stdout.readline()
        try:
            yield
        finally:
            other.kill()
    lock.unlink()


def test_a_worker_that_dies_is_told_with_what_it_was_at_and_nothing_is_published(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As the system ends a process for want of memory, while it reads one unit of many."""
    root = small_root(tmp_path, **{"content/communities/small/register.csv": MANY})
    before = tree(root / "content")
    real = Root.unit_files

    def deadly(
        self: Root, area: str, unit: str, found: Findings, look: Look | None = None
    ) -> Files:
        if unit == "unit-7":
            os.kill(os.getpid(), signal.SIGKILL)
        return real(self, area, unit, found, look)

    monkeypatch.setattr(Root, "unit_files", deadly)
    built = build(Root(root), root / "_site", as_of=DAY, ways=Ways(jobs=2))
    assert built.published is None
    assert [(one.code, one.span.path) for one in built.found] == [
        ("worker-died", "content/communities/small/unit-7")
    ]
    assert "-9" in built.found[0].message.en
    assert [one.code for one in check(Root(root), as_of=DAY, ways=Ways(jobs=2))] == ["worker-died"]
    assert not (root / "_site").exists()
    assert tree(root / "content") == before
    monkeypatch.undo()
    assert build(Root(root), root / "_site", as_of=DAY).published is not None


MANY = REGISTER + "".join(
    f"510114001{n:03d},第{n}社区居委会,unit-{n},community,长街街道,changjie\n" for n in range(3, 15)
)


def test_units_against_each_other_are_checked_again_when_only_the_register_changed(
    tmp_path: Path,
) -> None:
    """A unit outside the register claims a code, and the register then gives it to another."""
    other = "content/communities/small/beimen/index.md"
    root = small_root(tmp_path, **{other: '---\nname: 北门\ncode: "510114001009"\n---\n北。\n'})
    assert check(Root(root), as_of=DAY) == ()
    change(root / "content/communities/small/register.csv", "510114001002", "510114001009")
    found = check(Root(root), as_of=DAY)
    assert [(one.code, one.span.path) for one in found] == [("code-of-another", other)]
    assert check(Root(root), as_of=DAY) == found
    change(root / "content/communities/small/register.csv", "510114001009", "510114001002")
    assert check(Root(root), as_of=DAY) == ()


def test_units_of_every_area_are_checked_against_each_other_in_one_run(tmp_path: Path) -> None:
    files = {}
    for area in ("small", "tiny"):
        files[f"content/communities/{area}/area.md"] = "---\nname: 区\nlevel: district\n---\n"
        for unit in ("one", "two"):
            text = f"---\nname: {unit}\naliases: [old]\n---\n"
            files[f"content/communities/{area}/{unit}/index.md"] = text
    files = {**files, "site.toml": SITE}
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    found = check(Root(tmp_path), as_of=DAY)
    taken = [one.span.path.split("/")[2] for one in found if one.code == "alias-taken"]
    assert taken == ["small", "tiny"]
    assert check(Root(tmp_path), as_of=DAY) == found


@pytest.mark.parametrize("damage", [b"", b"damaged"])
def test_damaged_objects_are_made_again_whatever_the_command(
    built_root: Path, tmp_path: Path, damage: bytes
) -> None:
    shutil.copytree(built_root, tmp_path / "root")
    root = tmp_path / "root"
    before = tree(root / "_site")
    for command in ("check", "explain", "build", "build after a change"):
        for path in (root / STATE / "objects").iterdir():
            path.write_bytes(damage)
        match command:
            case "check":
                assert check(Root(root), as_of=DAY) == ()
            case "explain":
                told = explain(Root(root), root / "_site", "small/dongmen/", as_of=DAY)
                assert told.verdict in ("kept", "changed")
                assert told.same_bytes
            case "build":
                assert build(Root(root), root / "_site", as_of=DAY).published is not None
                assert tree(root / "_site") == before
            case _:
                change(root / UNIT / "projects/road.md", "4.5", "4.7")
                done = build(Root(root), root / "_site", as_of=DAY).published
                assert done is not None
                assert "small/dongmen/projects/road/index.html" in done.produced
