"""What a build remembers for the next one: objects by their digest, and named records.

Owns the form of the state folder. An object is a text kept under its own SHA-256, so that a
damaged one is seen; a record is JSON under a name, with the version that wrote it. State that is
damaged, of another version or not ours at all is ignored, and `notes` says so: the build makes
everything again. Nothing here is ever unpickled. The folder is always safe to delete.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from contextlib import suppress
from typing import Any

from sunlit.digest import Digest, of_bytes
from sunlit.engine.disk import DISK, Disk
from sunlit.engine.folders import make, remove

EMPTY = of_bytes(b"")
"""The object of no text at all, which is always there."""


class LostError(Exception):
    """An object that was kept is gone or damaged: the state has to be begun anew."""

    def __init__(self, object: Digest) -> None:
        super().__init__(object)
        self.object = object


class State:
    """The state folder; `version` is the digest of everything that could read it otherwise."""

    def __init__(self, folder: str, version: Digest, disk: Disk = DISK) -> None:
        self.folder = folder
        self.version = version
        self.notes: list[str] = []
        self._disk = disk

    def now(self) -> int:
        """The time by the clock of the file system the state is on, in nanoseconds."""
        path = f"{self.folder}/clock"
        self._write(path, b"")
        there = self._disk.stat(path)
        return there.st_mtime_ns if there else 0

    def clear(self) -> None:
        """Forget everything."""
        for name in ("objects", "groups", "editions"):
            remove(self._disk, f"{self.folder}/{name}")
        for name in self.names("."):
            self.forget(name)

    def put(self, content: bytes) -> Digest:
        """Keep an object."""
        digest = of_bytes(content)
        if not self.has(digest):
            self._write(self._object(digest), content)
        return digest

    def get(self, digest: Digest) -> bytes | None:
        """An object, or None when it is gone or damaged."""
        try:
            content = self._disk.read(self._object(digest))
        except OSError:
            return None
        if of_bytes(content) != digest:
            self._damaged(f"objects/{digest}")
            return None
        return content

    def has(self, digest: Digest) -> bool:
        """Whether an object is there; whether it is whole is seen when it is fetched."""
        return digest == EMPTY or self._disk.stat(self._object(digest)) is not None

    def fetch(self, digest: Digest) -> bytes:
        """An object that has to be there; LostError when it is gone or damaged."""
        content = b"" if digest == EMPTY else self.get(digest)
        if content is None:
            raise LostError(digest)
        return content

    def put_object(self, value: object) -> Digest:
        """Keep a value of mappings, lists and texts as an object."""
        return self.put(_json(value))

    def load_object(self, digest: Digest) -> Any:
        """The value of such an object; LostError when it is gone or damaged."""
        return json.loads(self.fetch(digest))

    def save(self, name: str, record: dict[str, Any]) -> None:
        """Keep a record under a name (`groups/xindu`); the last one of that name is replaced."""
        body = _json(record)
        head = f"{self.version} {of_bytes(body)}\n".encode()
        self._write(self._record(name), head + body)

    def load(self, name: str) -> dict[str, Any] | None:
        """The record of that name; None when it is not there, damaged, or of another version."""
        try:
            content = self._disk.read(self._record(name))
        except OSError:
            return None
        head, _, body = content.partition(b"\n")
        version, _, digest = head.decode("ascii", "replace").partition(" ")
        if digest != of_bytes(body):
            self._damaged(name)
            return None
        if version != self.version:
            self._damaged(name)
            return None
        record = json.loads(body)
        return record if isinstance(record, dict) else None

    def names(self, folder: str) -> tuple[str, ...]:
        """The names of the records in a folder of the state, sorted."""
        found = (one.name for one in self._entries(folder))
        return tuple(sorted(one.removesuffix(".json") for one in found if one.endswith(".json")))

    def forget(self, name: str) -> None:
        """Remove a record."""
        with suppress(FileNotFoundError):
            self._disk.unlink(self._record(name))

    def sweep(self, kept: Iterable[Digest]) -> None:
        """Remove every object but these, and what a killed build has left among them."""
        wanted = frozenset(kept)
        for entry in self._entries("objects"):
            if entry.name not in wanted:
                self._disk.unlink(entry.path)

    def _damaged(self, name: str) -> None:
        if name not in self.notes:
            self.notes.append(name)

    def _entries(self, folder: str) -> list[os.DirEntry[str]]:
        try:
            return self._disk.scan(f"{self.folder}/{folder}")
        except OSError:
            return []

    def _object(self, digest: Digest) -> str:
        return f"{self.folder}/objects/{digest}"

    def _record(self, name: str) -> str:
        return f"{self.folder}/{name}.json"

    def _write(self, path: str, content: bytes) -> None:
        """Write a file whole: under another name first, so that no reader sees a part of it."""
        try:
            self._disk.replace(path, content)
        except FileNotFoundError:
            make(self._disk, os.path.dirname(path))
            self._disk.replace(path, content)


def _json(value: object) -> bytes:
    """A value as JSON that `json.loads` takes, names of files that are not UTF-8 among it."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", "surrogatepass")


def to_lines(texts: dict[str, bytes]) -> bytes:
    """Texts by name as one object, a line each; no text may hold a line end, any name may."""
    lines = ((name.encode("unicode_escape"), text) for name, text in texts.items())
    return b"".join(b"%s\t%s\n" % line for line in lines)


def from_lines(content: bytes) -> dict[str, bytes]:
    """The texts by name that an object holds."""
    found = {}
    for line in content.split(b"\n")[:-1]:
        name, _, text = line.partition(b"\t")
        found[name.decode("unicode_escape") if b"\\" in name else name.decode()] = text
    return found
