"""Toy editions, how a build publishes them, and disks that fail."""

from __future__ import annotations

import errno
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sunlit.digest import of_bytes
from sunlit.engine.disk import Disk
from sunlit.engine.manifest import MANIFEST, Manifest, manifest_text
from sunlit.engine.publish import Published, commit, open_stage, read_manifest, recover
from sunlit.engine.verify import inspect

Edition = Mapping[str, bytes]

OPERATIONS = (
    *("stat", "scan", "read", "write", "copy", "link", "rename"),
    *("unlink", "mkdir", "rmdir", "sync", "exchange"),
)
TAKES_ROOM = ("write", "copy", "link", "rename", "mkdir")


class Quick(Disk):
    """Syncs nothing: what a test looks at is in memory."""

    def sync(self, folder: str) -> None:
        """Flush nothing."""


class NoExchange(Quick):
    """A system that cannot exchange two folders in one step."""

    def exchange(self, one: str, other: str) -> bool:
        return False


class NoLinks(Quick):
    """A file system without hard links."""

    def link(self, source: str, target: str) -> None:
        raise OSError(errno.EPERM, "no links here", source)


class Killed(BaseException):
    """The process is gone; no `except Exception` and no tidying sees it."""


class Counting(Disk):
    """Counts the operations it passes on to another disk; the name of each is kept."""

    def __init__(self, inner: Disk) -> None:
        self.inner = inner
        self.done: list[str] = []

    def before(self, name: str, args: tuple[Any, ...]) -> None:
        """What happens first."""
        self.done.append(name)


def _passed_on(name: str) -> Any:
    def method(self: Counting, *args: Any) -> Any:
        self.before(name, args)
        return getattr(self.inner, name)(*args)

    return method


for _name in OPERATIONS:
    setattr(Counting, _name, _passed_on(_name))


class Dying(Counting):
    """Does so many operations and no more; the one that is cut off may have written half a file."""

    def __init__(self, inner: Disk, lives: int) -> None:
        super().__init__(inner)
        self.lives = lives

    def before(self, name: str, args: tuple[Any, ...]) -> None:
        self.lives -= 1
        if self.lives < 0:
            if self.lives == -1:
                _half(self.inner, name, args)
            raise Killed
        super().before(name, args)


class Full(Counting):
    """Has no room from the n-th operation on that needs some; for ever, or once."""

    def __init__(self, inner: Disk, room: int, *, once: bool) -> None:
        super().__init__(inner)
        self.room = room
        self.once = once

    def before(self, name: str, args: tuple[Any, ...]) -> None:
        if name in TAKES_ROOM:
            self.room -= 1
            if self.room == -1 or (self.room < 0 and not self.once):
                _half(self.inner, name, args)
                raise OSError(errno.ENOSPC, "no room left", args[0])
        super().before(name, args)


def _half(disk: Disk, name: str, args: tuple[Any, ...]) -> None:
    if name == "write" and disk.stat(args[0]) is None:
        try:
            disk.write(args[0], args[1][: len(args[1]) // 2])
        except FileNotFoundError:
            return


def build(out: Path, edition: Edition, disk: Disk) -> Published:
    """Publish as a build does: only what is not live already goes onto the stage."""
    recover(out, disk)
    missing = inspect(out, disk).missing
    served = read_manifest(out, disk).digests
    stage = open_stage(out, disk)
    outputs = {}
    for name, content in edition.items():
        outputs[name] = of_bytes(content)
        if served.get(name) != outputs[name] or name in missing:
            stage.put(name, content)
    return commit(out, stage, Manifest(outputs))


def whole(edition: Edition) -> dict[str, bytes]:
    """The files of a folder that holds exactly this edition."""
    digests = {name: of_bytes(content) for name, content in edition.items()}
    return {**edition, MANIFEST: manifest_text(digests).encode()}


def tree(folder: Path) -> dict[str, bytes] | None:
    """Every file of a folder; None when there is no folder."""
    if not folder.exists():
        return None
    files = {}
    for place, folders, names in os.walk(folder):
        for name in [*names, *(one for one in folders if os.path.islink(f"{place}/{one}"))]:
            path = Path(place, name)
            files[path.relative_to(folder).as_posix()] = path.read_bytes()
    return files


def beside(out: Path) -> set[str]:
    """The hidden things beside a folder, by the end of their names."""
    return {path.name.removeprefix(f".{out.name}.") for path in out.parent.iterdir()} - {out.name}
