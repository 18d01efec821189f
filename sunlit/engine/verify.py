"""A published folder against its manifest: whose files there are, and whether they are intact.

Owns both comparisons. Changes nothing.
"""

from __future__ import annotations

from pathlib import Path
from stat import S_ISDIR

from msgspec import Struct

from sunlit.digest import of_bytes
from sunlit.engine.disk import DISK, Disk
from sunlit.engine.folders import LITTER, walk
from sunlit.engine.manifest import MANIFEST, Manifest


class NotOursError(Exception):
    """The output folder holds files of somebody else; nothing was touched."""


class Found(Struct, frozen=True):
    """What a folder holds besides its edition, and what it lacks of it; sorted."""

    foreign: tuple[str, ...]
    missing: tuple[str, ...]


class Verified(Struct, frozen=True):
    """How a folder differs from its manifest; sorted."""

    changed: tuple[str, ...]
    missing: tuple[str, ...]
    foreign: tuple[str, ...]

    @property
    def intact(self) -> bool:
        """Whether every file is there as it was published, and no other."""
        return not (self.changed or self.missing or self.foreign)


def inspect(out: Path, disk: Disk = DISK, manifest: Manifest | None = None) -> Found:
    """Look through a folder by names alone, in one pass; its manifest may have been read before.

    A link is foreign, also at the name of an output: what it leads to is not ours. A file manager's
    litter is nobody's. A folder that is not there lacks nothing. Raises NotOursError when `out` is
    no folder.
    """
    there = disk.stat(str(out))
    if there is None:
        return Found((), ())
    if not S_ISDIR(there.st_mode):
        raise NotOursError(str(out))
    manifest = manifest or read_manifest(out, disk)
    wanted = {*manifest.digests, *((MANIFEST,) if manifest.content is not None else ())}
    foreign = []
    for prefix, files in walk(disk, str(out)):
        for entry in files:
            name = f"{prefix}{entry.name}"
            if name in wanted and entry.is_file(follow_symlinks=False):
                wanted.discard(name)
            elif entry.name not in LITTER:
                foreign.append(name)
    return Found(tuple(sorted(foreign)), tuple(sorted(wanted)))


def refuse_foreign(out: Path, disk: Disk = DISK) -> None:
    """Raise NotOursError, naming a file, when `out` holds one that its manifest does not name."""
    foreign = inspect(out, disk).foreign
    if foreign:
        raise NotOursError(foreign[0])


def verify(folder: Path, disk: Disk = DISK) -> Verified:
    """Compute the digest of every file again; a folder without a manifest lacks that."""
    manifest = read_manifest(folder, disk)
    found = inspect(folder, disk, manifest)
    missing = found.missing if manifest.content is not None else (MANIFEST,)
    lacking = frozenset(missing)
    changed = [
        name
        for name, digest in manifest.digests.items()
        if name not in lacking and of_bytes(disk.read(f"{folder}/{name}")) != digest
    ]
    return Verified(tuple(sorted(changed)), missing, found.foreign)


def read_manifest(folder: Path, disk: Disk = DISK) -> Manifest:
    """The manifest of a published folder; that of nothing when there is none."""
    return Manifest.of(manifest_bytes(str(folder), disk))


def manifest_bytes(folder: str, disk: Disk) -> bytes | None:
    """The manifest of a folder; None when it has none."""
    try:
        return disk.read(f"{folder}/{MANIFEST}")
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return None
