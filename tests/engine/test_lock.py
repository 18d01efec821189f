"""The lock: one builder at a time, none left by the dead."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from sunlit.engine.lock import BusyError, locked

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such lock")

ROOT = Path(__file__).resolve().parents[2]
HOLDER = """
import os, sys
sys.path.insert(0, sys.argv[2])
from sunlit.engine.lock import locked
with locked(sys.argv[1]):
    if len(sys.argv) > 3 and os.fork() == 0:
        sys.stdin.read()  # a worker that outlives its builder
    print("held", flush=True)
    sys.stdin.read()
"""


@contextmanager
def holder(path: Path, *more: str) -> Iterator[subprocess.Popen[bytes]]:
    command = [sys.executable, "-c", HOLDER, str(path), str(ROOT), *more]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"held\n"
        yield process


def test_the_second_of_two_builders_is_told_at_once(tmp_path: Path) -> None:
    path = tmp_path / "state" / "lock"
    with holder(path):
        for _ in range(2):
            with pytest.raises(BusyError), locked(str(path)):
                pass
    with locked(str(path)):
        pass
    assert list(path.parent.iterdir()) == []


def test_the_second_of_two_builds_in_one_process_is_told_and_the_first_keeps_its_lock(
    tmp_path: Path,
) -> None:
    path = str(tmp_path / "lock")
    with locked(path):
        with pytest.raises(BusyError), locked(path):
            pass
        command = [sys.executable, "-c", HOLDER, path, str(ROOT)]
        done = subprocess.run(command, input=b"", capture_output=True, check=False)
        assert b"BusyError" in done.stderr
    with locked(path):
        pass


@pytest.mark.parametrize("more", [(), ("with a worker",)], ids=["alone", "with a worker"])
def test_a_dead_builder_leaves_no_lock(tmp_path: Path, more: tuple[str, ...]) -> None:
    path = tmp_path / "lock"
    with holder(path, *more) as process:
        process.kill()
        process.wait()
        assert path.exists()
        with locked(str(path)):
            pass
    assert not path.exists()


def test_a_lock_file_that_was_just_taken_away_counts_no_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "lock"
    opened = []
    real = os.open

    def open_and_lose(*args: int | str) -> int:
        descriptor = real(*args)  # type: ignore[arg-type]  # handed on as it came
        opened.append(descriptor)
        if len(opened) == 1:
            path.unlink()  # as its last holder does
        return descriptor

    monkeypatch.setattr(os, "open", open_and_lose)
    with locked(str(path)):
        assert path.exists()
    assert len(opened) == 2
