"""`new photo`: entries for photos without one, after what stands there, to be filled in."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from PIL import ExifTags, Image

from build import main
from sunlit.app.check import check
from sunlit.app.root import Root
from tests.app.roots import DAY, UNIT, small_root, tree

LIST = f"{UNIT}/photos/photos.yaml"
BLOCK = "photos:\n  # 东门\n  - file: gate.jpg\n    caption: 东门\n    people: none\n"


def jpeg(taken: str = "") -> bytes:
    """A photo of a telephone; `taken` as EXIF has it."""
    written, exif = io.BytesIO(), Image.Exif()
    if taken:
        exif.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.DateTimeOriginal] = taken
    Image.radial_gradient("L").convert("RGB").save(written, "JPEG", exif=exif)
    return written.getvalue()


def root_with(tmp_path: Path, photos: str | None, **files: bytes) -> Path:
    root = small_root(tmp_path, **({LIST: photos} if photos is not None else {}))
    if photos is None:
        (root / LIST).unlink()
    for name, content in files.items():
        (root / UNIT / "photos" / name).write_bytes(content)
    return root


def run(root: Path, unit: str = "dongmen") -> Result:
    return CliRunner().invoke(main, ["new", "photo", "small", unit, "--root", str(root)])


def codes(root: Path) -> list[str]:
    return [one.code for one in check(Root(root), as_of=DAY)]


def test_every_photo_without_an_entry_gets_one_with_the_cameras_day(tmp_path: Path) -> None:
    root = root_with(tmp_path, BLOCK, **{"b.jpg": jpeg(), "桥 a.JPG": jpeg("2026:03:05 10:11:12")})
    done = run(root)
    assert done.exit_code == 0, done.output
    assert (root / LIST).read_text("utf-8") == BLOCK + (
        "  - file: b.jpg\n"
        "    caption:    # 一句话：画面里是什么\n"
        "    people:    # none 没有人、back 只有背影、blurred 要打码、consented 本人同意\n"
        '  - file: "桥 a.JPG"\n'
        "    caption:    # 一句话：画面里是什么\n"
        "    date: 2026-03-05    # 相机记下的日期，请核对\n"
        "    people:    # none 没有人、back 只有背影、blurred 要打码、consented 本人同意\n"
    )
    assert "2 张" in done.output
    assert "桥 a.JPG (2026-03-05)" in done.output


def test_the_check_complains_until_the_gaps_are_filled(tmp_path: Path) -> None:
    root = root_with(tmp_path, BLOCK, **{"b.jpg": jpeg("2026:03:05 10:11:12")})
    run(root)
    assert codes(root) == ["empty-value", "empty-value"]
    text = (root / LIST).read_text("utf-8")
    filled = text.replace("caption:    #", "caption: 桥  #").replace(
        "people:    #", "people: none #"
    )
    (root / LIST).write_text(filled, "utf-8")
    assert codes(root) == []


@pytest.mark.parametrize(
    ("before", "head"),
    [
        (None, "photos:\n  - file: b.jpg\n"),
        ("", "photos:\n  - file: b.jpg\n"),
        ("# 照片\n", "# 照片\nphotos:\n  - file: b.jpg\n"),
        ("photos:\n", "photos:\n  - file: b.jpg\n"),
        ("photos:\n- {file: x.jpg, caption: 路, people: none}", "people: none}\n- file: b.jpg\n"),
        ("photos:\r\n  - {file: x.jpg}\r\n", "x.jpg}\r\n  - file: b.jpg\r\n"),
        ("\ufeffphotos:\n    - {file: x.jpg}\n# 完\n", "# 完\n    - file: b.jpg\n"),
    ],
)
def test_what_stands_there_stays_and_its_manner_is_kept(
    tmp_path: Path, before: str | None, head: str
) -> None:
    root = root_with(tmp_path, None, **{"b.jpg": jpeg()})
    (root / UNIT / "photos/gate.jpg").unlink()
    old = (before or "").encode()
    if before is not None:
        (root / LIST).write_bytes(old)
    assert run(root).exit_code == 0
    new = (root / LIST).read_bytes()
    assert new.startswith(old)
    assert head in new.decode()
    assert ("\r\n" in new.decode()) is (new.count(b"\n") == new.count(b"\r\n"))


def test_a_second_time_there_is_nothing_to_do(tmp_path: Path) -> None:
    root = root_with(tmp_path, BLOCK, **{"b.jpg": jpeg()})
    run(root)
    before = tree(root)
    done = run(root)
    assert (done.exit_code, done.output) == (0, "每张照片都有说明。\n")
    assert tree(root) == before


@pytest.mark.parametrize(
    "text",
    [
        "photos: [{file: x.jpg, caption: 路, people: none}]\n",
        "photos: []\n",
        BLOCK + "...\n",
        "photos: {file: x.jpg}\n",
        "photos: [\n",
        "- file: x.jpg\n",
    ],
)
def test_a_list_that_cannot_be_continued_is_left_alone(tmp_path: Path, text: str) -> None:
    root = root_with(tmp_path, text, **{"b.jpg": jpeg()})
    before = tree(root)
    done = run(root)
    assert done.exit_code == 1
    assert "photos.yaml" in done.output
    assert tree(root) == before


def test_a_file_that_is_no_photo_gets_no_entry_and_is_told(tmp_path: Path) -> None:
    root = root_with(tmp_path, BLOCK, **{"b.jpg": b"no photo", "c.jpg": jpeg(), "notes.txt": b"x"})
    done = run(root)
    assert done.exit_code == 1
    assert "b.jpg" in done.output
    assert (root / LIST).read_text("utf-8").count("- file") == 2


@pytest.mark.parametrize("unit", ["nowhere", "..", "../small/dongmen"])
def test_a_unit_that_is_not_there_is_not_begun(tmp_path: Path, unit: str) -> None:
    root = root_with(tmp_path, BLOCK, **{"b.jpg": jpeg()})
    before = tree(root)
    assert run(root, unit).exit_code == 1
    assert tree(root) == before


def test_nothing_is_written_through_a_link(tmp_path: Path) -> None:
    root = root_with(tmp_path / "root", None, **{"b.jpg": jpeg()})
    other = tmp_path / "other.yaml"
    other.write_text(BLOCK, "utf-8")
    (root / LIST).symlink_to(other)
    assert run(root).exit_code == 1
    assert other.read_text("utf-8") == BLOCK
