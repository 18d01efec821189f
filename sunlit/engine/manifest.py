"""The manifest of an edition: the SHA-256 of every file, as `sha256sum --check` reads it.

Owns the format. Knows nothing of the disk.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property
from typing import cast

from msgspec import Struct

from sunlit.digest import Digest, of_bytes

MANIFEST = "manifest.sha256"
"""Its name, in the folder it speaks of."""

_ESCAPES = {"\\": "\\\\", "\n": "\\n", "\r": "\\r"}
_MEANT = {escape: char for char, escape in _ESCAPES.items()}


class Manifest(Struct, frozen=True, dict=True):
    """An edition by its digests; as text only where that is asked for, since it may be long."""

    digests: Mapping[str, Digest]

    @classmethod
    def of(cls, content: bytes | None) -> Manifest:
        """The manifest that a folder holds; that of nothing when it holds none."""
        found = cls(manifest_digests(content or b""))
        found.__dict__["content"] = content
        return found

    @cached_property
    def content(self) -> bytes | None:
        """The file as it is published; None where no manifest was found."""
        return manifest_text(self.digests).encode()

    @cached_property
    def digest(self) -> Digest:
        """What names the edition; empty where no manifest was found."""
        return Digest("") if self.content is None else of_bytes(self.content)


def manifest_text(digests: Mapping[str, Digest]) -> str:
    """One line per file, sorted by name."""
    return "".join([_line(name, digests[name]) for name in sorted(digests)])


def manifest_digests(content: bytes) -> dict[str, Digest]:
    """The digests by name; a line that is none is passed over, a text that is none is empty."""
    try:
        lines = content.decode().split("\n")
    except UnicodeDecodeError:
        return {}
    digests = {line[66:]: line[:64] for line in lines if line[64:66] == "  "}
    if b"\\" in content:
        escaped = [line[1:] for line in lines if line.startswith("\\") and line[65:67] == "  "]
        digests |= {_bare(line[66:]): line[:64] for line in escaped}
    digests.pop("", None)
    return cast("dict[str, Digest]", digests)  # what `Digest(…)` says of each, 45,000 times


def _line(name: str, digest: Digest) -> str:
    """A name with a backslash or a line end is escaped, and the line begins with a backslash."""
    if "\\" in name or "\n" in name or "\r" in name:
        return f"\\{digest}  {''.join(_ESCAPES.get(char, char) for char in name)}\n"
    return f"{digest}  {name}\n"


def _bare(escaped: str) -> str:
    return re.sub(r"\\.", lambda found: _MEANT.get(found[0], found[0]), escaped)
