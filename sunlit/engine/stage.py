"""The stage: a sparse folder beside the published one, for the files that are new or changed.

Owns the names of the folders and files beside an edition, and how outputs get onto the stage, also
from several processes at once. Knows nothing of the edition before.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from sunlit.digest import Digest, of_bytes
from sunlit.engine.disk import DISK, Disk
from sunlit.engine.folders import make, remove, walk
from sunlit.engine.manifest import MANIFEST


class Places(Struct, frozen=True):
    """A published folder and what stands hidden beside it."""

    live: str
    """The folder that is served."""
    next: str
    """The stage."""
    last: str
    """The standby: the edition before, whose unchanged files are links to those of `live`."""
    old: str
    """`live` for a moment, where two folders cannot be exchanged in one step."""
    pair: str
    """A file: which two editions `live` and `last` are known to hold."""
    lock: str
    """A file: its lock is held by the build at work."""

    @classmethod
    def of(cls, out: Path) -> Places:
        """The places of an output folder; `.` has no name to put others beside, so made whole."""
        live = os.path.abspath(out)
        above, name = os.path.split(live)
        beside = os.path.join(above, f".{name}.")
        return cls(live, *(f"{beside}{what}" for what in ("next", "last", "old", "pair", "lock")))


class Stage(Struct, frozen=True):
    """A folder of outputs to be published; plain data, to be handed to other processes."""

    folder: str
    disk: Disk = DISK

    def put(self, name: str, content: bytes) -> Digest:
        """Write one output, once, and say its digest."""
        refuse_outside((name,))
        path = f"{self.folder}/{name}"
        try:
            self.disk.write(path, content)
        except FileNotFoundError:
            make(self.disk, os.path.dirname(path))
            self.disk.write(path, content)
        return of_bytes(content)

    def lend(self, name: str, path: str) -> None:
        """Give an output a second name elsewhere, or a copy where that cannot be.

        One that is there by that name already stays.
        """
        with suppress(FileExistsError):
            try:
                self.disk.link(f"{self.folder}/{name}", path)
            except FileExistsError:
                raise
            except OSError:
                self.disk.copy(f"{self.folder}/{name}", path)

    def names(self) -> set[str]:
        """The outputs on the stage."""
        if self.disk.stat(self.folder) is None:
            return set()
        levels = walk(self.disk, self.folder)
        return {f"{prefix}{entry.name}" for prefix, files in levels for entry in files}

    def discard(self) -> None:
        """Remove the stage with what is still on it."""
        remove(self.disk, self.folder)


def open_stage(out: Path, disk: Disk = DISK) -> Stage:
    """An empty stage beside `out`; what a dead build left is removed."""
    stage = Stage(Places.of(out).next, disk)
    stage.discard()
    make(disk, stage.folder)
    return stage


def refuse_outside(names: Iterable[str]) -> None:
    """Raise ValueError for a name that would leave the folder, or be taken for the manifest."""
    for name in names:
        if not {"", ".", ".."}.isdisjoint(name.split("/")):
            raise ValueError(f"no output below the folder: {name}")
        if name.split("/", 1)[0] == MANIFEST:
            raise ValueError(f"the name of the manifest: {name}")
