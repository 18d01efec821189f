"""The standby: the edition before, kept hidden beside the live one and brought up to the next.

Owns what is done to it, file by file. A file that both editions have is one file with two names,
so a name here is replaced and never written through. It is not served while it changes.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Collection, Iterable, Mapping, Set
from contextlib import suppress
from stat import S_ISDIR

from msgspec import Struct

from sunlit.digest import Digest, of_bytes
from sunlit.engine.disk import Disk
from sunlit.engine.folders import make, prune, remove, walk
from sunlit.engine.manifest import MANIFEST, Manifest, manifest_digests
from sunlit.engine.stage import Places, Stage, refuse_outside
from sunlit.engine.verify import manifest_bytes

_NO_LINKS = (errno.EPERM, errno.EXDEV, errno.EMLINK, errno.ENOTSUP, errno.ENOSYS)


class _Held(Struct, frozen=True):
    """What the standby holds besides an edition, what it lacks of it, and its folders."""

    besides: Set[str]
    lacks: Set[str]
    folders: Set[str] = frozenset()


def bring(
    places: Places,
    stage: Stage,
    *,
    edition: Manifest,
    produced: Collection[str],
    live: Manifest,
) -> None:
    """Make the standby hold `edition`: `produced` moved from the stage, the rest linked from live.

    `live` is the edition of the live folder. From the first change on nothing says any more what
    the standby holds, so that after a death it is compared with the live folder, file by file.
    """
    disk = stage.disk
    held = _told(places, edition, live, disk) or _seen(places, edition, disk)
    forget_pair(places, disk)
    make(disk, places.last)
    _drop(places.last, held, edition.digests, disk)
    for name in sorted(produced):
        _place(disk.rename, f"{stage.folder}/{name}", f"{places.last}/{name}", disk)
    for name in sorted(held.lacks - set(produced)):
        target = f"{places.last}/{name}"
        if name in held.besides:
            disk.unlink(target)
        _place(_link(disk), f"{places.live}/{name}", target, disk)


def note_pair(places: Places, live: Digest, last: Digest, disk: Disk) -> None:
    """Note that live and standby hold these two editions, told by what names them.

    Where these name one digest for one name, the files are the same.
    """
    disk.write(places.pair, _pair(live, last))


def forget_pair(places: Places, disk: Disk) -> None:
    """Trust the standby no more."""
    with suppress(FileNotFoundError):
        disk.unlink(places.pair)


def _pair(live: Digest, last: Digest) -> bytes:
    return f"{live} {last}\n".encode()


def _told(places: Places, edition: Manifest, live: Manifest, disk: Disk) -> _Held | None:
    """What the manifests tell, when they are those that were noted; costs no look at any file.

    They are compared by their lines, since two editions have nearly all of them alike.
    """
    if not live.digest or not _is_folder(places.last, disk) or disk.stat(places.pair) is None:
        return None
    last = manifest_bytes(places.last, disk)
    if last is None or disk.read(places.pair) != _pair(live.digest, of_bytes(last)):
        return None
    there, wanted = (set(text.split(b"\n")) for text in (last, edition.content or b""))
    return _Held(_named(there - wanted) | {MANIFEST}, _named(wanted - there))


def _named(lines: Iterable[bytes]) -> Set[str]:
    """The names in some lines of a manifest."""
    return manifest_digests(b"\n".join(lines)).keys()


def _seen(places: Places, edition: Manifest, disk: Disk) -> _Held:
    """What a look at both folders shows: two names of one file cannot differ."""
    wanted = edition.digests.keys()
    if not _is_folder(places.last, disk):
        remove(disk, places.last)
        return _Held(frozenset(), wanted)
    names, same, folders = set(), set(), set()
    for prefix, files in walk(disk, places.last):
        folders.add(prefix.rstrip("/"))
        for entry in files:
            name = f"{prefix}{entry.name}"
            names.add(name)
            live = disk.stat(f"{places.live}/{name}")
            if live is not None and os.path.samestat(live, entry.stat(follow_symlinks=False)):
                same.add(name)
    return _Held(names - (same & wanted), wanted - same, folders)


def _is_folder(path: str, disk: Disk) -> bool:
    there = disk.stat(path)
    return there is not None and S_ISDIR(there.st_mode)


def _drop(last: str, held: _Held, edition: Mapping[str, Digest], disk: Disk) -> None:
    """Remove what is no part of the edition, with the folders that become empty."""
    gone = sorted(held.besides - edition.keys())
    refuse_outside(name for name in gone if name != MANIFEST)
    for name in gone:
        with suppress(FileNotFoundError):
            disk.unlink(f"{last}/{name}")
    needed = {""}
    for name in edition if held.folders else ():
        while (name := name.rpartition("/")[0]) not in needed:
            needed.add(name)
    empty = {name.rpartition("/")[0] for name in gone} | (held.folders - needed)
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
