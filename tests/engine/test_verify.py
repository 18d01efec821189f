"""Looking through a published folder: whose files, which are missing, which are changed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from sunlit.engine.manifest import MANIFEST
from sunlit.engine.verify import Found, NotOursError, Verified, inspect, verify
from tests.engine.toy import Quick, build

EDITION = {"index.html": b"1", "a/b/c.html": b"2", "双龙/页 面.html": b"3", "od\\d\nname": b"4"}


@pytest.fixture
def out(folder: Path) -> Path:
    build(folder / "site", EDITION, Quick())
    return folder / "site"


def test_a_folder_as_it_was_published_is_intact(out: Path) -> None:
    assert inspect(out) == Found((), ())
    assert verify(out) == Verified((), (), ())
    assert verify(out).intact


def test_what_is_changed_missing_or_foreign_is_named(out: Path) -> None:
    (out / "index.html").write_bytes(b"x")
    (out / "od\\d\nname").unlink()
    (out / "a" / "CNAME").write_bytes(b"")
    assert inspect(out) == Found(("a/CNAME",), ("od\\d\nname",))
    assert verify(out) == Verified(("index.html",), ("od\\d\nname",), ("a/CNAME",))
    assert not verify(out).intact


def test_a_folder_in_place_of_an_output_is_a_missing_file(out: Path) -> None:
    (out / "index.html").unlink()
    (out / "index.html").mkdir()
    assert inspect(out) == Found((), ("index.html",))


@pytest.mark.parametrize("name", ["index.html", MANIFEST, "new"])
def test_a_link_is_foreign_also_at_the_name_of_an_output(out: Path, name: str) -> None:
    (out / name).unlink(missing_ok=True)
    (out / name).symlink_to(out / "a" / "b" / "c.html")
    assert name in inspect(out).foreign


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes in folders")
def test_a_pipe_is_foreign(out: Path) -> None:
    os.mkfifo(out / "pipe")
    assert inspect(out) == Found(("pipe",), ())


def test_a_linked_folder_is_not_entered(out: Path) -> None:
    (out / "linked").symlink_to(out / "a")
    assert inspect(out).foreign == ("linked",)


def test_litter_and_empty_folders_are_nobodys(out: Path) -> None:
    (out / "a" / ".DS_Store").write_bytes(b"")
    (out / "empty").mkdir()
    assert verify(out).intact


def test_without_a_manifest_everything_is_foreign(out: Path) -> None:
    (out / MANIFEST).unlink()
    assert inspect(out) == Found(tuple(sorted(EDITION)), ())
    assert verify(out).missing == (MANIFEST,)


def test_no_folder_is_nobodys_but_no_intact_edition(tmp_path: Path) -> None:
    assert inspect(tmp_path / "none") == Found((), ())
    assert not verify(tmp_path / "none").intact


def test_a_link_to_an_edition_is_no_output_folder(out: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(out)
    with pytest.raises(NotOursError):
        inspect(tmp_path / "link")


def test_a_folder_in_place_of_the_manifest_is_no_manifest(tmp_path: Path) -> None:
    (tmp_path / MANIFEST).mkdir()
    assert inspect(tmp_path) == Found((), ())
