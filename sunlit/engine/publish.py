"""Publishing a folder whole: staged beside the old one, then switched in one step.

Owns the disk side of an edition. What is served is the old folder or the new one, never a
mixture: the new one is complete and synced before the switch (`renameat2` with
RENAME_EXCHANGE; two renames where the system has no such call).
"""

from __future__ import annotations

import ctypes
import errno
import os
import re
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from sunlit.digest import Digest, of_bytes

MANIFEST = "manifest.sha256"
_LINE = re.compile(r"(?P<escaped>\\?)(?P<digest>[0-9a-f]{64})  (?P<name>.+)")
_ESCAPES = {"\\": "\\\\", "\n": "\\n", "\r": "\\r"}
# What file managers leave in every folder they show.
_LITTER = frozenset((".DS_Store", "Thumbs.db", "desktop.ini"))
_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


class NotOursError(Exception):
    """The output folder holds files of somebody else; nothing was touched."""


@dataclass(frozen=True, slots=True)
class Published:
    """What a publication did, by output, each in sorted order."""

    produced: tuple[str, ...]
    kept: tuple[str, ...]
    removed: tuple[str, ...]


def publish(out: Path, files: Iterable[tuple[str, bytes]]) -> Published:
    """Make `out` hold exactly `files` and their manifest; raises NotOursError, touching nothing."""
    refuse_foreign(out)
    out = Path(os.path.abspath(out))  # `.` has no name to put another folder beside
    before = read_manifest(out)
    staging = out.with_name(f".{out.name}.next")
    shutil.rmtree(staging, ignore_errors=True)
    staging.mkdir(parents=True)
    try:
        after = _stage(staging, files)
        _switch(staging, out)
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    return Published(
        tuple(sorted(name for name, digest in after.items() if before.get(name) != digest)),
        tuple(sorted(name for name, digest in after.items() if before.get(name) == digest)),
        tuple(sorted(set(before) - set(after))),
    )


def refuse_foreign(out: Path) -> None:
    """Raise NotOursError when `out` holds a file that the manifest of the last build does not name.

    The message names the file: the whole folder is exchanged, so it would be lost.
    """
    if out.is_symlink() or (out.exists() and not out.is_dir()):
        raise NotOursError(str(out))
    if not out.is_dir():
        return
    ours = {*read_manifest(out), MANIFEST}
    for path in sorted(out.rglob("*")):
        if (path.is_dir() and not path.is_symlink()) or path.name in _LITTER:
            continue
        if path.relative_to(out).as_posix() not in ours:
            raise NotOursError(path.relative_to(out).as_posix())


def read_manifest(out: Path) -> dict[str, Digest]:
    """The digests of a published folder by path; empty when there is none."""
    try:
        text = (out / MANIFEST).read_bytes().decode()
    except (FileNotFoundError, UnicodeDecodeError):
        return {}
    lines = (_LINE.fullmatch(line) for line in text.split("\n"))
    return {_bare(line): Digest(line["digest"]) for line in lines if line}


def manifest_text(digests: dict[str, Digest]) -> str:
    """The manifest as `sha256sum --check` reads it."""
    return "".join(_line(name, digest) for name, digest in sorted(digests.items()))


def _line(name: str, digest: Digest) -> str:
    """A name with a backslash or a line end is escaped, and the line begins with a backslash."""
    escaped = "".join(_ESCAPES.get(char, char) for char in name)
    return f"{'' if escaped == name else chr(92)}{digest}  {escaped}\n"


def _bare(line: re.Match[str]) -> str:
    if not line["escaped"]:
        return line["name"]
    meant = {escape: char for char, escape in _ESCAPES.items()}
    return re.sub(r"\\.", lambda found: meant.get(found[0], found[0]), line["name"])


def _stage(staging: Path, files: Iterable[tuple[str, bytes]]) -> dict[str, Digest]:
    digests: dict[str, Digest] = {}
    for name, content in files:
        if name.startswith("/") or not {"", ".", ".."}.isdisjoint(name.split("/")):
            raise ValueError(f"no output below the folder: {name}")
        target = staging / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
        digests[name] = of_bytes(content)
    (staging / MANIFEST).write_bytes(manifest_text(digests).encode())
    _sync(staging)
    return digests


def _sync(folder: Path) -> None:
    """Flush the file system of `folder`, so that the switch never precedes the content."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        libc = ctypes.CDLL(None, use_errno=True)
        if not hasattr(libc, "syncfs") or libc.syncfs(descriptor) != 0:
            os.sync()
    finally:
        os.close(descriptor)


def _switch(staging: Path, out: Path) -> None:
    aside = out.with_name(f".{out.name}.last")
    if not out.exists():
        staging.rename(out)
    elif not _exchange(staging, out):
        shutil.rmtree(aside, ignore_errors=True)
        out.rename(aside)
        staging.rename(out)
    shutil.rmtree(aside, ignore_errors=True)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one call; False where the system or file system cannot."""
    libc = ctypes.CDLL(None, use_errno=True)
    if not hasattr(libc, "renameat2"):
        return False
    done = libc.renameat2(
        _AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE
    )
    if done == 0:
        return True
    if ctypes.get_errno() in (errno.EINVAL, errno.ENOSYS, errno.ENOTSUP):
        return False
    raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()), str(other))
