"""The build as a whole: same input, same bytes; on a mistake, nothing is touched."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from sunlit.app.build import build
from sunlit.app.check import check
from sunlit.app.root import REPOSITORY, Root
from sunlit.app.sample import write_sample
from sunlit.engine.publish import read_manifest
from sunlit.sample import SampleSpec
from tests.built import DAY

SMALL = SampleSpec(units=4, seed=3, photos=1, areas=1, photo_width=1600)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write_sample(tmp_path / "root", SMALL)
    return tmp_path / "root"


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def built_elsewhere(root: Path, out: Path, **environment: str) -> None:
    command = [sys.executable, "build.py", "build", "--root", str(root), "--out", str(out)]
    done = subprocess.run(
        [*command, "--as-of", DAY.isoformat()],
        cwd=REPOSITORY,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_two_builds_in_different_places_have_the_same_bytes(root: Path, tmp_path: Path) -> None:
    other = tmp_path / "另一处 elsewhere" / "root"
    shutil.copytree(root, other)
    built_elsewhere(root, tmp_path / "one", TZ="Asia/Shanghai", LC_ALL="C", PYTHONHASHSEED="0")
    built_elsewhere(
        other, tmp_path / "two", TZ="America/Los_Angeles", LC_ALL="C.UTF-8", PYTHONHASHSEED="7"
    )
    assert bytes_of(tmp_path / "one") == bytes_of(tmp_path / "two")


def test_a_mistake_publishes_nothing_and_leaves_the_last_edition(
    root: Path, tmp_path: Path
) -> None:
    out = tmp_path / "site"
    assert build(Root(root), out, as_of=DAY).published is not None
    before = bytes_of(out)
    area = next((root / "content" / "communities").glob("*/area.md"))
    area.write_text(area.read_text(encoding="utf-8").replace("level:", "levle:"), encoding="utf-8")
    built = build(Root(root), out, as_of=DAY)
    assert built.published is None
    assert {one.code for one in built.found} == {"unknown-field"}
    assert bytes_of(out) == before


def test_a_second_build_produces_nothing_new(root: Path, tmp_path: Path) -> None:
    first = build(Root(root), tmp_path / "site", as_of=DAY).published
    second = build(Root(root), tmp_path / "site", as_of=DAY).published
    assert first is not None
    assert second is not None
    assert second.produced == second.removed == ()
    assert second.kept == first.produced


def test_what_no_content_makes_any_more_is_removed(root: Path, tmp_path: Path) -> None:
    out = tmp_path / "site"
    build(Root(root), out, as_of=DAY)
    update = next((root / "content").rglob("updates/*.md"))
    update.unlink()
    published = build(Root(root), out, as_of=DAY).published
    assert published is not None
    assert any(update.stem in name for name in published.removed)
    assert not any(update.stem in name for name in bytes_of(out))


def test_a_folder_of_somebody_else_is_refused_and_left_alone(root: Path, tmp_path: Path) -> None:
    out = tmp_path / "documents"
    out.mkdir()
    (out / "letter.txt").write_text("mine", encoding="utf-8")
    built = build(Root(root), out, as_of=DAY)
    assert built.published is None
    assert [one.code for one in built.found] == ["foreign-output"]
    assert bytes_of(out) == {"letter.txt": b"mine"}


def test_the_manifest_names_every_file_but_itself(root: Path, tmp_path: Path) -> None:
    out = tmp_path / "site"
    build(Root(root), out, as_of=DAY)
    assert set(read_manifest(out).digests) == set(bytes_of(out)) - {"manifest.sha256"}


def test_a_published_photo_holds_nothing_but_pixels(root: Path, tmp_path: Path) -> None:
    out = tmp_path / "site"
    build(Root(root), out, as_of=DAY)
    photos = sorted((out / "photos").glob("*.jpg"))
    assert photos
    sources = [path.read_bytes() for path in (root / "content").rglob("*.jpg")]
    assert all(b"Exif" in content for content in sources), "the originals carry what must go"
    for path in photos:
        content = path.read_bytes()
        for word in (b"Exif", b"GPS", b"http://ns.adobe.com", b"ICC_PROFILE", b"Photoshop"):
            assert word not in content, path.name
        assert b"\xff\xfe" not in content[: content.index(b"\xff\xda")], "a comment"


def test_mistakes_of_all_files_come_in_one_run(root: Path) -> None:
    units = sorted((root / "content" / "communities").glob("*/*/index.md"))[:2]
    for path in units:
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("---\n", "---\nnonsense: 1\n", 1), encoding="utf-8")
    found = check(Root(root), as_of=DAY)
    assert [one.code for one in found].count("unknown-field") == 2
    assert len({one.span.path for one in found}) == 2


def test_the_command_ends_with_1_and_names_file_line_and_column(root: Path) -> None:
    path = sorted((root / "content" / "communities").glob("*/*/index.md"))[0]
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("---\n", "---\nnonsense: 1\n", 1), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "build.py", "check", "--root", str(root), "--format", "concise"],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert f"{path.relative_to(root).as_posix()}:2:1" in done.stdout
    assert "unknown-field" in done.stdout
