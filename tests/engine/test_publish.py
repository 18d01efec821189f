"""Publishing: the whole new edition or the whole old one, and nobody else's files."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sunlit.digest import of_bytes
from sunlit.engine.publish import (
    MANIFEST,
    NotOursError,
    Published,
    manifest_text,
    publish,
    read_manifest,
)

ONE = {"index.html": b"one", "xindu/index.html": b"x", "photos/a.jpg": b"\xff"}
TWO = {"index.html": b"two", "xindu/index.html": b"x", "en/index.html": b"e"}


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != MANIFEST
    }


def beside(out: Path) -> list[str]:
    return sorted(path.name for path in out.parent.iterdir())


def test_the_folder_holds_exactly_the_files_of_the_edition(tmp_path: Path) -> None:
    out = tmp_path / "_site"
    publish(out, ONE.items())
    assert tree(out) == ONE
    publish(out, TWO.items())
    assert tree(out) == TWO
    assert beside(out) == ["_site"]


def test_what_was_done_is_told_by_output(tmp_path: Path) -> None:
    out = tmp_path / "_site"
    assert publish(out, ONE.items()) == Published(tuple(sorted(ONE)), (), ())
    assert publish(out, TWO.items()) == Published(
        ("en/index.html", "index.html"), ("xindu/index.html",), ("photos/a.jpg",)
    )
    assert publish(out, TWO.items()) == Published((), tuple(sorted(TWO)), ())


def test_a_failure_while_staging_leaves_the_last_edition_and_no_rubbish(tmp_path: Path) -> None:
    out = tmp_path / "_site"
    publish(out, ONE.items())

    def halfway() -> Iterator[tuple[str, bytes]]:
        yield "index.html", b"two"
        raise OSError("disk full")

    with pytest.raises(OSError, match="disk full"):
        publish(out, halfway())
    assert tree(out) == ONE
    assert read_manifest(out) == {name: of_bytes(content) for name, content in ONE.items()}
    assert beside(out) == ["_site"]


def test_what_a_killed_build_left_is_cleared_away(tmp_path: Path) -> None:
    out = tmp_path / "_site"
    for name in ("._site.next", "._site.last"):
        (tmp_path / name / "a").mkdir(parents=True)
        (tmp_path / name / "a" / "b").write_bytes(b"half")
    publish(out, ONE.items())
    assert tree(out) == ONE
    assert beside(out) == ["_site"]


@pytest.mark.parametrize(
    "name", ["/etc/x", "../x", "a/../../x", "a//b", "", "a/", "./a", "a/./b", ".."]
)
def test_no_output_leaves_the_folder(tmp_path: Path, name: str) -> None:
    out = tmp_path / "inner" / "_site"
    publish(out, ONE.items())
    with pytest.raises(ValueError, match="below the folder"):
        publish(out, [(name, b"x")])
    assert tree(out) == ONE
    assert beside(tmp_path / "inner") == ["inner"]


@pytest.mark.parametrize("there", ["letter.txt", "a/letter.txt", ".hidden"])
def test_a_folder_of_somebody_else_is_refused_untouched(tmp_path: Path, there: str) -> None:
    out = tmp_path / "documents"
    (out / there).parent.mkdir(parents=True)
    (out / there).write_bytes(b"mine")
    with pytest.raises(NotOursError):
        publish(out, ONE.items())
    assert tree(out) == {there: b"mine"}
    assert beside(out) == ["documents"]


def test_a_link_and_a_file_in_place_of_the_folder_are_refused(tmp_path: Path) -> None:
    real = tmp_path / "real"
    publish(real, ONE.items())
    (tmp_path / "link").symlink_to(real)
    (tmp_path / "dangling").symlink_to(tmp_path / "nowhere")
    (tmp_path / "file").write_bytes(b"mine")
    for name in ("link", "dangling", "file"):
        with pytest.raises(NotOursError):
            publish(tmp_path / name, TWO.items())
    assert tree(real) == ONE
    assert (tmp_path / "file").read_bytes() == b"mine"


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    out = tmp_path / "_site"
    out.mkdir()
    publish(out, ONE.items())
    assert tree(out) == ONE


def test_the_folder_one_stands_in_may_be_the_output(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    publish(Path(), ONE.items())
    assert tree(here) == ONE
    assert beside(here) == ["here"]


def test_the_manifest_is_one_line_per_file_in_order(tmp_path: Path) -> None:
    out = tmp_path / "_site"
    publish(out, ONE.items())
    lines = (out / MANIFEST).read_text("utf-8").splitlines()
    assert [line.split("  ", 1)[1] for line in lines] == sorted(ONE)


ODD_NAMES = {
    "a b.txt": b"1", "双龙.txt": b"2", "a\\b.txt": b"3", "a\nb.txt": b"4", "a\u2028b.txt": b"5",
    "a  b.txt": b"6", "-c": b"7", "a\\nb.txt": b"8", "a\rb": b"9", "a\x0cb": b"10",
}  # fmt: skip


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="MISSING sha256sum")
@pytest.mark.parametrize("files", [ONE, ODD_NAMES], ids=["plain", "odd"])
def test_sha256sum_finds_the_edition_as_the_manifest_says(
    tmp_path: Path, files: dict[str, bytes]
) -> None:
    out = tmp_path / "_site"
    publish(out, files.items())
    check = ["sha256sum", "--check", "--strict", MANIFEST]
    done = subprocess.run(check, cwd=out, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.count(b": OK\n") == len(files)
    next(path for path in out.iterdir() if path.is_file() and path.name != MANIFEST).write_bytes(
        b""
    )
    assert subprocess.run(check, cwd=out, capture_output=True, check=False).returncode == 1


PRINTABLE = st.text(min_size=1).filter(str.isprintable)
ESCAPED = st.text(st.sampled_from("a\\\n\r \u2028n"), min_size=1)


@given(st.dictionaries(PRINTABLE | ESCAPED, st.binary()))
def test_a_manifest_is_read_back_as_it_was_written(
    tmp_path_factory: pytest.TempPathFactory, files: dict[str, bytes]
) -> None:
    digests = {name: of_bytes(content) for name, content in files.items()}
    out = tmp_path_factory.mktemp("out")
    (out / MANIFEST).write_bytes(manifest_text(digests).encode())
    assert read_manifest(out) == digests


@pytest.mark.parametrize("content", [b"", b"nonsense\n", b"\xff\xfe", b"abc  a\n"])
def test_a_folder_whose_manifest_cannot_be_read_is_left_alone(
    tmp_path: Path, content: bytes
) -> None:
    out = tmp_path / "_site"
    publish(out, ONE.items())
    (out / MANIFEST).write_bytes(content)
    with pytest.raises(NotOursError):
        publish(out, ONE.items())
    assert tree(out) == ONE


def test_a_file_that_somebody_put_into_the_site_is_not_lost(tmp_path: Path) -> None:
    out = tmp_path / "_site"
    publish(out, ONE.items())
    (out / "CNAME").write_text("example.org", encoding="utf-8")
    with pytest.raises(NotOursError, match="CNAME"):
        publish(out, ONE.items())
    assert (out / "CNAME").read_text(encoding="utf-8") == "example.org"
