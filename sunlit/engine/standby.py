"""The standby: the edition before, kept hidden beside the live one and brought up to the next.

Owns what is done to it, file by file. A file that both editions have is one file with two names,
so a name here is replaced and never written through. It is not served while it changes.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass
from stat import S_ISDIR

from sunlit.digest import Digest, of_bytes
from sunlit.engine.disk import Disk
from sunlit.engine.folders import is_folder, make, prune, remove, walk
from sunlit.engine.manifest import MANIFEST, manifest_digests
from sunlit.engine.stage import Places, Stage, refuse_outside
from sunlit.engine.verify import manifest_bytes

_NO_LINKS = (errno.EPERM, errno.EXDEV, errno.EMLINK, errno.ENOTSUP, errno.ENOSYS)


@dataclass(frozen=True, slots=True)
class _Held:
    """What the standby holds: its files, those that are as in the live folder, its folders."""

    names: Collection[str]
    same: Collection[str]
    folders: Collection[str] = ()


def bring(
    places: Places, stage: Stage, edition: Mapping[str, Digest], staged: Collection[str]
) -> None:
    """Make the standby hold `edition`: `staged` moved from the stage, the rest linked from live.

    From the first change on nothing says any more what the standby holds, so that after a death
    it is compared with the live folder, file by file.
    """
    disk = stage.disk
    held = _told(places, disk) or _seen(places, disk)
    forget_pair(places, disk)
    make(disk, places.last)
    _drop(places.last, held, edition, disk)
    for name in sorted(staged):
        _place(disk.rename, f"{stage.folder}/{name}", f"{places.last}/{name}", disk)
    names = frozenset(held.names)
    for name in sorted(edition.keys() - frozenset(held.same) - frozenset(staged)):
        target = f"{places.last}/{name}"
        if name in names:
            disk.unlink(target)
        _place(_link(disk), f"{places.live}/{name}", target, disk)


def note_pair(places: Places, live: bytes, last: bytes, disk: Disk) -> None:
    """Note that live and standby hold these two editions, told by their manifests.

    Where these name one digest for one name, the files are the same.
    """
    disk.write(places.pair, _pair(live, last))


def forget_pair(places: Places, disk: Disk) -> None:
    """Trust the standby no more."""
    with suppress(FileNotFoundError):
        disk.unlink(places.pair)


def _pair(live: bytes, last: bytes) -> bytes:
    return f"{of_bytes(live)} {of_bytes(last)}\n".encode()


def _told(places: Places, disk: Disk) -> _Held | None:
    """What the manifests tell, when they are those that were noted; costs no look at any file."""
    live, last = manifest_bytes(places.live, disk), manifest_bytes(places.last, disk)
    if live is None or last is None or disk.stat(places.pair) is None:
        return None
    if not _is_folder(places.last, disk):
        return None
    if disk.read(places.pair) != _pair(live, last):
        return None
    served, names = manifest_digests(live), manifest_digests(last)
    same = {name for name, digest in names.items() if served.get(name) == digest}
    return _Held({*names, MANIFEST}, same)


def _seen(places: Places, disk: Disk) -> _Held:
    """What a look at both folders shows: two names of one file cannot differ."""
    if not _is_folder(places.last, disk):
        remove(disk, places.last)
        return _Held((), ())
    names, same, folders = [], [], []
    for name, entry in walk(disk, places.last):
        if is_folder(entry):
            folders.append(name)
            continue
        names.append(name)
        live = disk.stat(f"{places.live}/{name}")
        if live is not None and os.path.samestat(live, entry.stat(follow_symlinks=False)):
            same.append(name)
    return _Held(names, same, folders)


def _is_folder(path: str, disk: Disk) -> bool:
    there = disk.stat(path)
    return there is not None and S_ISDIR(there.st_mode)


def _drop(last: str, held: _Held, edition: Mapping[str, Digest], disk: Disk) -> None:
    """Remove what is no part of the edition, with the folders that become empty."""
    gone = sorted({*held.names} - edition.keys())
    refuse_outside(name for name in gone if name != MANIFEST)
    for name in gone:
        with suppress(FileNotFoundError):
            disk.unlink(f"{last}/{name}")
    needed = {""}
    for name in edition if held.folders else ():
        while (name := name.rpartition("/")[0]) not in needed:
            needed.add(name)
    empty = {name.rpartition("/")[0] for name in gone} | {*held.folders} - needed
    for folder in sorted(empty - {""}, key=len, reverse=True):
        with suppress(FileNotFoundError):
            prune(disk, f"{last}/{folder}", top=last)


def _place(put: Callable[[str, str], None], source: str, target: str, disk: Disk) -> None:
    """Put a file where its folder may still have to be made."""
    try:
        put(source, target)
    except FileNotFoundError:
        make(disk, os.path.dirname(target))
        put(source, target)


def _link(disk: Disk) -> Callable[[str, str], None]:
    """Link, or copy where the file system or its owner allows no link."""

    def put(source: str, target: str) -> None:
        try:
            disk.link(source, target)
        except OSError as error:
            if error.errno not in _NO_LINKS:
                raise
            disk.copy(source, target)

    return put
