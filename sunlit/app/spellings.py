"""Names in pinyin between builds, beside Python's own compiled modules.

Owns where they are kept. They follow from the program and a name alone, so they stay with the
program, in a text that names it and its own digest; any other text is ignored. Where the folder
cannot be written, nothing is kept.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sunlit.app.root import PACKAGE
from sunlit.digest import Digest, of_bytes
from sunlit.views.keys import KNOWN

FOLDER = PACKAGE / "views" / "__pycache__"


@contextmanager
def kept_spellings(program: Digest, folder: Path = FOLDER) -> Iterator[None]:
    """Know what this program spelt before, and keep what it spells meanwhile."""
    path = folder / "spellings.json"
    if not program:
        yield
        return
    if not KNOWN:
        _learn(path, program)
    before = len(KNOWN)
    yield
    if len(KNOWN) > before:
        _learn(path, program)  # what another process has kept since
        _keep(path, program)


def _learn(path: Path, program: Digest) -> None:
    with suppress(OSError, ValueError):
        head, _, text = path.read_bytes().partition(b"\n")
        if head == _head(program, text):
            KNOWN.update((name, (word, letters)) for name, word, letters in json.loads(text))


def _keep(path: Path, program: Digest) -> None:
    text = json.dumps([[name, *one] for name, one in sorted(KNOWN.items())]).encode()
    fresh = path.with_name(f"{path.name}.{os.getpid()}")
    with suppress(OSError):
        path.parent.mkdir(exist_ok=True)
        fresh.write_bytes(_head(program, text) + b"\n" + text)
        fresh.replace(path)


def _head(program: Digest, text: bytes) -> bytes:
    return f"{program} {of_bytes(text)}".encode()
