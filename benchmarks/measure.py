"""One run of a program: how long, how much CPU, how much memory all its processes held at once.

Owns the clock and the reading of `/proc` (Linux only). Wall time is the monotonic clock's from
start to exit. CPU is what the kernel charged to the process and to the children it waited for.
Memory is sampled every 20 ms over the whole tree: resident pages of a single process; for several
the sum of their proportional set sizes, so that a page that two of them share counts once.
"""

from __future__ import annotations

import os
import subprocess
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

SAMPLE_SECONDS = 0.02
_PAGE = os.sysconf("SC_PAGE_SIZE")


@dataclass(frozen=True, slots=True)
class Run:
    """Seconds of wall and CPU time, peak memory in bytes, and how it ended."""

    wall: float
    cpu: float
    peak: int
    code: int
    said: str


def measured(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> Run:
    """Run a command in a folder to its end."""
    started = time.monotonic()
    child = subprocess.Popen(
        command,
        cwd=folder,
        env=dict(environment),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    memory = _Memory(child.pid)
    assert child.stdout is not None
    said = child.stdout.read()  # to the end of the output, so that a full pipe stops nobody
    _, status, used = os.wait4(child.pid, 0)
    wall = time.monotonic() - started
    child.returncode = os.waitstatus_to_exitcode(status)
    child.stdout.close()
    peak = memory.stop()  # not `ru_maxrss`: it counts what the parent held when it forked
    text = said.decode(errors="replace")
    return Run(wall, used.ru_utime + used.ru_stime, peak, child.returncode, text[-2000:])


class _Memory:
    """A thread that keeps the largest sum it has seen."""

    def __init__(self, pid: int) -> None:
        self._pid = pid
        self._peak = 0
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()

    def stop(self) -> int:
        self._over.set()
        self._thread.join()
        return self._peak

    def _watch(self) -> None:
        over = False
        while not over:
            self._peak = max(self._peak, held(tree(self._pid)))
            over = self._over.wait(SAMPLE_SECONDS)


def tree(pid: int) -> tuple[int, ...]:
    """A process and everything below it that is alive."""
    found, todo = [], [pid]
    while todo:
        one = todo.pop()
        found.append(one)
        try:
            for thread in os.listdir(f"/proc/{one}/task"):
                children = Path(f"/proc/{one}/task/{thread}/children").read_text(encoding="ascii")
                todo += map(int, children.split())
        except (FileNotFoundError, ProcessLookupError):
            continue  # it ended while it was looked at
    return tuple(found)


def held(pids: Sequence[int]) -> int:
    """Bytes of memory that these processes hold together."""
    return _resident(pids[0]) if len(pids) == 1 else sum(map(_proportional, pids))


def _resident(pid: int) -> int:
    try:
        return int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1]) * _PAGE
    except (FileNotFoundError, ProcessLookupError):
        return 0


def _proportional(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
    except (FileNotFoundError, ProcessLookupError, PermissionError):
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:")), 0)
