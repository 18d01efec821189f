"""Source files: a cheap signature from what the file system says, a digest from the bytes.

Owns when a signature may stand for a digest. Stat data is a shortcut and never the truth: a file
that was changed within the clock's own granularity of being looked at could change again unseen
(git calls it racily clean), so such a signature is not kept and the bytes are read again.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from hashlib import sha256

from msgspec import Struct

from sunlit.digest import Digest, of_bytes, of_value
from sunlit.engine.disk import DISK

LINK = Digest("symbolic link")
"""What stands for the bytes of a link, which is never followed."""

GRANULARITY = 100_000_000
"""Nanoseconds within which two changes of a file may carry one time, with a wide margin."""


class Sight(Struct, frozen=True):
    """What the file system says of some files: a signature, and when the newest was changed.

    `links` are symbolic links; none is followed. `newest` is in nanoseconds of the file system.
    """

    signature: str
    newest: int
    links: tuple[str, ...] = ()

    def settled(self, now: int) -> bool:
        """Whether the signature may stand for the bytes, seen at `now` of the same clock."""
        return self.newest < now - GRANULARITY


def look(root: str, folder: str, *, deep: bool = True) -> Sight:
    """The sight of a folder's files, below it too when `deep`; an absent folder has none."""
    seen: list[str] = []
    links: list[str] = []
    newest = _look(f"{root}/{folder}", "", seen, links, deep)
    seen.sort()
    text = "\n".join(seen)
    signature = sha256(text.encode("utf-8", "surrogateescape")).hexdigest() if seen else ""
    return Sight(signature, newest, tuple(f"{folder}/{one}" for one in sorted(links)))


def look_at(path: str) -> Sight:
    """The sight of one file; an absent one has none."""
    try:
        return _sight_of(os.lstat(path))
    except (FileNotFoundError, NotADirectoryError):
        return Sight("", 0)


def _sight_of(stat: os.stat_result) -> Sight:
    signature = f"{stat.st_size}\0{stat.st_mtime_ns}\0{stat.st_ctime_ns}\0{stat.st_ino}"
    return Sight(signature, max(stat.st_mtime_ns, stat.st_ctime_ns))


def _look(path: str, prefix: str, seen: list[str], links: list[str], deep: bool) -> int:
    newest = 0
    try:
        entries = os.scandir(path)
    except (FileNotFoundError, NotADirectoryError):
        return 0
    with entries:
        for entry in entries:
            name = prefix + entry.name
            if entry.is_symlink():
                links.append(name)
                seen.append(name)
            elif entry.is_dir(follow_symlinks=False):
                if deep:
                    newest = max(newest, _look(entry.path, f"{name}/", seen, links, deep))
                    seen.append(f"{name}/")
            else:
                sight = _sight_of(entry.stat(follow_symlinks=False))
                newest = max(newest, sight.newest)
                seen.append(f"{name}\0{sight.signature}")
    return newest


def digests(root: str, folder: str, *, deep: bool = True) -> dict[str, Digest]:
    """The digest of every file of a folder by its name below it, in order."""
    named = sorted(_files(f"{root}/{folder}", "", deep))
    return {name: LINK if os.path.islink(path) else of_file(path) for name, path in named}


def of_file(path: str) -> Digest:
    """The digest of one file's bytes; of nothing where it is not there."""
    try:
        return of_bytes(DISK.read(path))
    except (FileNotFoundError, IsADirectoryError, NotADirectoryError):
        return Digest("")


def key_of(*parts: str) -> Digest:
    """One digest for several digests and names, none of which holds a zero byte."""
    return of_bytes("\0".join(parts).encode("utf-8", "surrogatepass"))


def of_files(files: Mapping[str, Digest]) -> Digest:
    """One digest for several files by name."""
    return of_value(dict(files))


def _files(path: str, prefix: str, deep: bool) -> Iterator[tuple[str, str]]:
    """The files and links of a folder: the name below it and the whole path."""
    try:
        entries = os.scandir(path)
    except (FileNotFoundError, NotADirectoryError):
        return
    with entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                if deep:
                    yield from _files(entry.path, f"{prefix}{entry.name}/", deep)
            else:
                yield prefix + entry.name, entry.path
