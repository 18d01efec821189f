"""Files onto the disk: all of them, or those that an edit has changed.

Owns the only place where the benchmark writes content. Knows nothing of what stands in it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import TypeAlias

FileBytes: TypeAlias = tuple[str, bytes]
"""A path below the generator's folder, and what stands there."""


def write(files: Iterable[FileBytes], folder: Path) -> int:
    """Write files to a folder; how many."""
    count = 0
    for name, content in files:
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
        count += 1
    return count


def json_file(fields: object) -> bytes:
    """A JSON file that people can read."""
    return json.dumps(fields, ensure_ascii=False, indent=1).encode()
