"""Publishing: what is done, what is left alone, and nobody else's files."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from sunlit.digest import of_bytes
from sunlit.engine.lock import locked
from sunlit.engine.manifest import MANIFEST, Manifest
from sunlit.engine.publish import (
    BusyError,
    NotOursError,
    NotStagedError,
    Published,
    commit,
    open_stage,
    publish,
    read_manifest,
)
from sunlit.engine.stage import Places
from sunlit.engine.verify import verify
from tests.engine.toy import Counting, NoExchange, NoLinks, Quick, beside, build, tree, whole

ONE = {"index.html": b"one", "xindu/index.html": b"x", "photos/a.jpg": b"\xff"}
TWO = {"index.html": b"two", "xindu/index.html": b"x", "en/index.html": b"e"}
THREE = {**TWO, "index.html": b"three"}
QUICK = Quick()


def inodes(folder: Path) -> dict[str, tuple[int, int]]:
    """What shows that a file was not touched."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {
        path.relative_to(folder).as_posix(): (path.stat().st_ino, path.stat().st_mtime_ns)
        for path in files
    }


def test_the_folder_holds_exactly_the_files_of_the_edition(tmp_path: Path) -> None:
    out = tmp_path / "_site"
    publish(out, ONE.items())
    assert tree(out) == whole(ONE)
    assert beside(out) == set()
    publish(out, TWO.items())
    assert tree(out) == whole(TWO)
    assert beside(out) == {"last", "pair"}
    assert tree(tmp_path / "._site.last") == whole(ONE)


def test_what_was_done_is_told_by_output(tmp_path: Path) -> None:
    out = tmp_path / "_site"
    assert publish(out, ONE.items()) == Published(tuple(sorted(ONE)), (), ())
    assert publish(out, TWO.items()) == Published(
        ("en/index.html", "index.html"), ("xindu/index.html",), ("photos/a.jpg",)
    )
    assert publish(out, TWO.items()) == Published((), tuple(sorted(TWO)), ())


@pytest.mark.parametrize("disk", [QUICK, NoExchange(), NoLinks()])
def test_the_same_edition_again_touches_nothing(folder: Path, disk: Quick) -> None:
    out = folder / "site"
    for edition in (ONE, TWO):
        build(out, edition, disk)
    before = written(folder)
    counting = Counting(disk)
    build(out, TWO, counting)
    publish(out, TWO.items(), disk)  # also when everything was staged
    assert written(folder) == before
    assert {*counting.done} <= {"stat", "scan", "read", "mkdir", "rmdir"}


def written(folder: Path) -> dict[Path, tuple[int, ...]]:
    """What writing would change of every file and folder below; to be read is not to be touched."""
    every = {path: path.lstat() for path in folder.rglob("*")}
    return {
        path: (one.st_mode, one.st_ino, one.st_nlink, one.st_size, one.st_mtime_ns, one.st_ctime_ns)
        for path, one in every.items()
    }


@pytest.mark.parametrize("disk", [QUICK, NoExchange()])
def test_unchanged_files_keep_their_inode_and_time_through_every_edit(
    folder: Path, disk: Quick
) -> None:
    out = folder / "site"
    build(out, ONE, disk)
    first = inodes(out)["xindu/index.html"]
    for edition in (TWO, THREE, ONE, THREE):
        build(out, edition, disk)
        assert inodes(out)["xindu/index.html"] == first


def test_where_files_cannot_be_linked_the_copies_keep_their_time(folder: Path) -> None:
    out = folder / "site"
    build(out, ONE, NoLinks())
    os.utime(out / "xindu" / "index.html", ns=(1, 1_000_000_007))
    for edition in (TWO, THREE, ONE):
        build(out, edition, NoLinks())
        assert tree(out) == whole(edition)
        assert inodes(out)["xindu/index.html"][1] == 1_000_000_007


def test_no_inode_that_is_live_is_ever_written_to(folder: Path) -> None:
    out = folder / "site"
    held: dict[str, tuple[int, bytes]] = {}
    for edition in (ONE, TWO, THREE, ONE):
        build(out, edition, QUICK)
        for name, (descriptor, content) in held.items():
            assert os.pread(descriptor, 99, 0) == content, name
            os.close(descriptor)
        held = {name: (os.open(out / name, os.O_RDONLY), edition[name]) for name in edition}
    for descriptor, _ in held.values():
        os.close(descriptor)


def test_an_edit_costs_what_it_changes_and_what_the_edit_before_did(folder: Path) -> None:
    many = {f"{n // 10}/{n}.html": b"%d" % n for n in range(400)}
    out = folder / "site"
    for version in (b"a", b"b", b"c"):
        counting = Counting(QUICK)
        build(out, {**many, "0/0.html": version, f"new-{version.decode()}": b""}, counting)
    changing = [one for one in counting.done if one not in ("scan", "stat", "read")]
    assert len(changing) < 20
    assert len(counting.done) - counting.done.count("scan") < 40


def test_a_failure_while_staging_leaves_the_last_edition_and_no_rubbish(tmp_path: Path) -> None:
    out = tmp_path / "_site"
    publish(out, ONE.items())

    def halfway() -> Iterator[tuple[str, bytes]]:
        yield "index.html", b"two"
        raise OSError("disk full")

    with pytest.raises(OSError, match="disk full"):
        publish(out, halfway())
    assert tree(out) == whole(ONE)
    assert beside(out) == set()


def test_what_a_killed_build_left_does_not_get_into_the_next(tmp_path: Path) -> None:
    out = tmp_path / "_site"
    for name in ("._site.next", "._site.last"):
        (tmp_path / name / "a").mkdir(parents=True)
        (tmp_path / name / "a" / "b").write_bytes(b"half")
    for edition in (ONE, TWO):
        publish(out, edition.items())
        assert tree(out) == whole(edition)
    assert beside(out) == {"last", "pair"}


@pytest.mark.parametrize("name", ["._site.next", "._site.last"])
@pytest.mark.parametrize("link", [True, False])
def test_what_stands_at_a_hidden_place_and_is_no_folder_of_ours_is_not_followed(
    tmp_path: Path, name: str, link: bool
) -> None:
    out, other = tmp_path / "_site", tmp_path / "other"
    other.mkdir()
    (other / "letter.txt").write_bytes(b"mine")
    if link:
        (tmp_path / name).symlink_to(other)
    else:
        (tmp_path / name).write_bytes(b"")
    for edition in (ONE, TWO):
        publish(out, edition.items())
        assert tree(out) == whole(edition)
    assert tree(other) == {"letter.txt": b"mine"}


@pytest.mark.parametrize(
    "name", ["/etc/x", "../x", "a/../../x", "a//b", "", "a/", "./a", "a/./b", ".."]
)
def test_no_output_leaves_the_folder(tmp_path: Path, name: str) -> None:
    out = tmp_path / "inner" / "_site"
    publish(out, ONE.items())
    with pytest.raises(ValueError, match="below the folder"):
        publish(out, [(name, b"x")])
    with pytest.raises(ValueError, match="below the folder"):
        commit(out, open_stage(out), Manifest({name: of_bytes(b"x")}))
    assert tree(out) == whole(ONE)


@pytest.mark.parametrize("name", [MANIFEST, f"{MANIFEST}/a"])
def test_no_output_takes_the_place_of_the_manifest(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="name of the manifest"):
        publish(tmp_path / "_site", [(name, b"x")])
    publish(tmp_path / "_site", [(f"a/{MANIFEST}", b"x")])


def test_an_output_that_is_neither_staged_nor_live_is_named(folder: Path) -> None:
    out = folder / "site"
    build(out, ONE, QUICK)
    outputs = {name: of_bytes(content) for name, content in TWO.items()}
    stage = open_stage(out, QUICK)
    stage.put("index.html", TWO["index.html"])
    with pytest.raises(NotStagedError, match=r"en/index\.html"):
        commit(out, stage, Manifest(outputs))
    stage.put("en/index.html", TWO["en/index.html"])
    stage.put("stray.html", b"")
    with pytest.raises(NotStagedError, match=r"stray\.html"):
        commit(out, stage, Manifest(outputs))
    assert tree(out) == whole(ONE)


def test_a_live_file_that_is_gone_and_not_staged_is_an_error_with_its_name(folder: Path) -> None:
    out = folder / "site"
    build(out, ONE, QUICK)
    (out / "xindu" / "index.html").unlink()
    stage = open_stage(out, QUICK)
    outputs = {**read_manifest(out).digests, "index.html": stage.put("index.html", b"two")}
    with pytest.raises(FileNotFoundError, match=r"xindu/index\.html"):
        commit(out, stage, Manifest(outputs))
    assert (out / "index.html").read_bytes() == b"one"


@pytest.mark.parametrize("editions", [(ONE,), (TWO, ONE), (ONE, TWO, ONE)])
def test_a_live_file_that_somebody_changed_is_mended_for_good(
    folder: Path, editions: tuple[dict[str, bytes], ...]
) -> None:
    out = folder / "site"
    for edition in editions:
        build(out, edition, QUICK)
    (out / "xindu" / "index.html").write_bytes(b"changed by hand, also in the standby")
    (out / "index.html").unlink()
    done = publish(out, ONE.items(), QUICK)
    assert done.produced == ("index.html", "xindu/index.html")
    for edition in (ONE, TWO, THREE, ONE):
        build(out, edition, QUICK)
        assert tree(out) == whole(edition)


def test_letter_case_may_change(folder: Path) -> None:
    out = folder / "site"
    for edition in ({"A/b.html": b"1"}, {"a/B.html": b"1"}, {"A/b.html": b"2"}, {"a": b""}):
        build(out, edition, QUICK)
        assert tree(out) == whole(edition)


@pytest.mark.parametrize("there", ["letter.txt", "a/letter.txt", ".hidden"])
def test_a_folder_of_somebody_else_is_refused_untouched(tmp_path: Path, there: str) -> None:
    out = tmp_path / "documents"
    (out / there).parent.mkdir(parents=True)
    (out / there).write_bytes(b"mine")
    with pytest.raises(NotOursError):
        publish(out, ONE.items())
    assert tree(out) == {there: b"mine"}
    assert beside(out) == set()


def test_a_link_and_a_file_in_place_of_the_folder_are_refused(tmp_path: Path) -> None:
    real = tmp_path / "real"
    publish(real, ONE.items())
    (tmp_path / "link").symlink_to(real)
    (tmp_path / "dangling").symlink_to(tmp_path / "nowhere")
    (tmp_path / "file").write_bytes(b"mine")
    for name in ("link", "dangling", "file"):
        with pytest.raises(NotOursError):
            publish(tmp_path / name, TWO.items())
    assert tree(real) == whole(ONE)
    assert (tmp_path / "file").read_bytes() == b"mine"


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    out = tmp_path / "_site"
    out.mkdir()
    (out / ".DS_Store").write_bytes(b"")
    (out / "empty").mkdir()
    for edition in (ONE, TWO):
        publish(out, edition.items())
        assert tree(out) == whole(edition)
        assert sorted(path.name for path in out.iterdir() if path.is_dir()) == sorted(
            {name.split("/")[0] for name in edition if "/" in name}
        )


def test_litter_stands_in_no_way_and_stays_with_its_folder(folder: Path) -> None:
    out = folder / "site"
    build(out, {"a/b": b"1", "c": b""}, QUICK)
    build(out, {"a/b": b"2", "c": b""}, QUICK)
    for place in (out, out / "a"):
        (place / ".DS_Store").write_bytes(b"view")
    build(out, {"a": b"3", "c": b""}, QUICK)
    assert tree(out) == whole({"a": b"3", "c": b""})
    build(out, {"a": b"4", "c": b""}, QUICK)
    assert tree(out) == {**whole({"a": b"4", "c": b""}), ".DS_Store": b"view"}
    assert verify(out).intact


def test_the_folder_one_stands_in_may_be_the_output(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    publish(Path(), ONE.items())
    assert tree(here) == whole(ONE)


def test_a_file_in_the_way_in_the_standby_costs_one_build_at_most(folder: Path) -> None:
    out = folder / "site"
    for edition in (ONE, TWO):
        build(out, edition, QUICK)
    last = Path(Places.of(out).last)
    (last / "new").write_bytes(b"in the way of a folder")
    (last / "file").mkdir()
    three = {**THREE, "new/index.html": b"n", "file": b"f"}
    try:
        build(out, three, QUICK)
    except OSError:
        assert tree(out) == whole(TWO)
        build(out, three, QUICK)
    assert tree(out) == whole(three)


def test_two_builds_at_once_the_second_is_told_and_touches_nothing(tmp_path: Path) -> None:
    out = tmp_path / "_site"
    publish(out, ONE.items())
    with locked(Places.of(out).lock), pytest.raises(BusyError):
        publish(out, TWO.items())
    assert tree(out) == whole(ONE)
    publish(out, TWO.items())


@pytest.mark.parametrize("content", [b"", b"nonsense\n", b"\xff\xfe", b"abc  a\n"])
def test_a_folder_whose_manifest_cannot_be_read_is_left_alone(
    tmp_path: Path, content: bytes
) -> None:
    out = tmp_path / "_site"
    publish(out, ONE.items())
    (out / MANIFEST).write_bytes(content)
    with pytest.raises(NotOursError):
        publish(out, ONE.items())
    assert tree(out) == {**ONE, MANIFEST: content}


def test_a_file_that_somebody_put_into_the_site_is_not_lost(tmp_path: Path) -> None:
    out = tmp_path / "_site"
    publish(out, ONE.items())
    (out / "CNAME").write_text("example.org", encoding="utf-8")
    with pytest.raises(NotOursError, match="CNAME"):
        publish(out, ONE.items())
    assert (out / "CNAME").read_text(encoding="utf-8") == "example.org"
