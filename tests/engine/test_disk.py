"""The disk: what each operation does beyond its name, on this system."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from sunlit.engine.disk import DISK


def test_a_new_file_never_replaces_one(tmp_path: Path) -> None:
    path = f"{tmp_path}/a"
    DISK.write(path, b"1")
    for attempt in (DISK.write, lambda there, _: DISK.copy(there, there)):
        with pytest.raises(FileExistsError):
            attempt(path, b"2")
    assert DISK.read(path) == b"1"


@pytest.mark.parametrize("size", [0, 1, 70_000, 17_000_000])
def test_what_was_written_is_read(tmp_path: Path, size: int) -> None:
    content = os.urandom(size)
    DISK.write(f"{tmp_path}/a", content)
    assert DISK.read(f"{tmp_path}/a") == content


def test_a_file_that_tells_no_size_is_read_to_its_end() -> None:
    if not os.path.exists("/proc/version"):
        pytest.skip("this system has no /proc")
    assert DISK.read("/proc/version") == Path("/proc/version").read_bytes() != b""


def test_a_file_is_replaced_whole_also_after_a_death(tmp_path: Path) -> None:
    path = tmp_path / "state.json"
    DISK.replace(str(path), b"1")
    (tmp_path / "state.json.new").write_bytes(b"half")
    before = os.open(path, os.O_RDONLY)
    DISK.replace(str(path), b"2")
    assert os.read(before, 9) == b"1"
    os.close(before)
    assert path.read_bytes() == b"2"
    assert [one.name for one in tmp_path.iterdir()] == ["state.json"]


def test_two_folders_change_places(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "file").write_text(name, encoding="utf-8")
    if not DISK.exchange(f"{tmp_path}/a", f"{tmp_path}/b"):
        pytest.skip("MISSING renameat2 with RENAME_EXCHANGE here")
    assert (tmp_path / "a" / "file").read_text(encoding="utf-8") == "b"
    with pytest.raises(FileNotFoundError):
        DISK.exchange(f"{tmp_path}/a", f"{tmp_path}/none")


def test_syncing_a_folder_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    DISK.sync(str(tmp_path))
    with pytest.raises(FileNotFoundError):
        DISK.sync(f"{tmp_path}/none")
