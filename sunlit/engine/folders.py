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


def is_folder(entry: os.DirEntry[str]) -> bool:
    """Whether an entry is a folder itself, not a link to one."""
    return entry.is_dir(follow_symlinks=False)


def walk(disk: Disk, folder: str) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Everything below a folder with its name from there, a folder before what it holds."""
    waiting = [(folder, "")]
    while waiting:
        place, prefix = waiting.pop()
        for entry in disk.scan(place):
            name = f"{prefix}{entry.name}"
            if is_folder(entry):
                waiting.append((entry.path, f"{name}/"))
            yield name, entry


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
    folders = [folder]
    for _, entry in walk(disk, folder):
        if is_folder(entry):
            folders.append(entry.path)
        else:
            disk.unlink(entry.path)
    for path in reversed(folders):
        disk.rmdir(path)


def prune(disk: Disk, folder: str, *, top: str) -> None:
    """Remove `folder`, and then those above it up to `top`, while nothing but litter is in them."""
    while folder != top:
        entries = disk.scan(folder)
        if any(entry.name not in LITTER or is_folder(entry) for entry in entries):
            return
        for entry in entries:
            disk.unlink(entry.path)
        disk.rmdir(folder)
        folder = os.path.dirname(folder)
