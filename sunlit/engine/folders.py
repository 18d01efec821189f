"""Folders as wholes: walked, made with their parents, removed, pruned.

Owns what takes several operations of a `Disk`. Knows nothing of what the folders hold.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from stat import S_ISDIR

from sunlit.engine.disk import Disk

# What file managers leave in every folder they show, and write again when it is gone.
LITTER = frozenset((".DS_Store", "Thumbs.db", "desktop.ini"))


Entry = os.DirEntry[str]


def walk(disk: Disk, folder: str) -> Iterator[tuple[str, list[Entry]]]:
    """Each folder below `folder`, itself first, and what is in it that is no folder.

    Its name is the beginning of theirs: `""`, `"a/"`, `"a/b/"`. A link is not followed.
    """
    waiting = [(folder, "")]
    while waiting:
        place, prefix = waiting.pop()
        files = []
        for entry in disk.scan(place):
            if entry.is_dir(follow_symlinks=False):
                waiting.append((entry.path, f"{prefix}{entry.name}/"))
            else:
                files.append(entry)
        yield prefix, files


def make(disk: Disk, folder: str) -> None:
    """Make a folder and those above it; others may be doing the same."""
    try:
        with suppress(FileExistsError):
            disk.mkdir(folder)
    except FileNotFoundError:
        make(disk, os.path.dirname(folder))
        make(disk, folder)


def remove(disk: Disk, folder: str) -> None:
    """Remove a folder with everything in it, or what is in its place; nothing when it is free."""
    there = disk.stat(folder)
    if there is None:
        return
    if not S_ISDIR(there.st_mode):  # what a link leads to is not ours
        disk.unlink(folder)
        return
    folders = []
    for prefix, files in walk(disk, folder):
        folders.append(prefix)
        for entry in files:
            disk.unlink(entry.path)
    for prefix in reversed(folders):
        disk.rmdir(f"{folder}/{prefix}".rstrip("/"))


def prune(disk: Disk, folder: str, *, top: str) -> None:
    """Remove `folder`, and then those above it up to `top`, while nothing but litter is in them."""
    while folder != top:
        entries = disk.scan(folder)
        if any(one.name not in LITTER or one.is_dir(follow_symlinks=False) for one in entries):
            return
        for entry in entries:
            disk.unlink(entry.path)
        disk.rmdir(folder)
        folder = os.path.dirname(folder)
