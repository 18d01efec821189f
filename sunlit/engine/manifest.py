"""The manifest of an edition: the SHA-256 of every file, as `sha256sum --check` reads it.

Owns the format. Knows nothing of the disk.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from sunlit.digest import Digest

MANIFEST = "manifest.sha256"
"""Its name, in the folder it speaks of."""

_DIGITS = 64
_ESCAPES = {"\\": "\\\\", "\n": "\\n", "\r": "\\r"}
_MEANT = {escape: char for char, escape in _ESCAPES.items()}


def manifest_text(digests: Mapping[str, Digest]) -> str:
    """One line per file, sorted by name."""
    return "".join([_line(name, digests[name]) for name in sorted(digests)])


def manifest_digests(content: bytes) -> dict[str, Digest]:
    """The digests by name; a line that is none is passed over, a text that is none is empty."""
    try:
        lines = content.decode().split("\n")
    except UnicodeDecodeError:
        return {}
    digests = {}
    for line in lines:
        if line.startswith("\\"):
            line, name = line[1:], _bare(line[_DIGITS + 3 :])
        else:
            name = line[_DIGITS + 2 :]
        if name and line[_DIGITS : _DIGITS + 2] == "  ":
            digests[name] = Digest(line[:_DIGITS])
    return digests


def _line(name: str, digest: Digest) -> str:
    """A name with a backslash or a line end is escaped, and the line begins with a backslash."""
    if "\\" in name or "\n" in name or "\r" in name:
        return f"\\{digest}  {''.join(_ESCAPES.get(char, char) for char in name)}\n"
    return f"{digest}  {name}\n"


def _bare(escaped: str) -> str:
    return re.sub(r"\\.", lambda found: _MEANT.get(found[0], found[0]), escaped)
