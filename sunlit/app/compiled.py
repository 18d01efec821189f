"""Compiled templates between builds, beside Python's own compiled modules.

Owns where they are kept. They are code, so they stay in the program's `__pycache__`, which whoever
can write to could change the program anyway, and never in the state, which comes from caches of
other machines. Each names the program and the language it was compiled for and is compiled again
for any other. Where the folder cannot be written, nothing is kept.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from sunlit.app.root import PACKAGE
from sunlit.digest import Digest

FOLDER = PACKAGE / "emit" / "__pycache__"


class CompiledTemplates(BytecodeCache):
    """The templates of one language, as this program compiles them."""

    def __init__(self, program: Digest, language: str, folder: Path = FOLDER) -> None:
        self._head = f"{program} {language}\n".encode()
        self._language = language
        self._folder = folder

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """The file of a template; the digest of its text is checked by Jinja."""
        return f"template-{self._language}-{name}".replace("/", "-")

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take what was compiled for this program, language and text."""
        with (
            suppress(OSError, ValueError, EOFError, TypeError),
            open(self._path(bucket), "rb") as file,
        ):
            if file.readline() == self._head:
                bucket.load_bytecode(file)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep it for the next build; several may be doing so."""
        path = self._path(bucket)
        fresh = f"{path}.{os.getpid()}"
        with suppress(OSError):
            os.makedirs(self._folder, exist_ok=True)
            with open(fresh, "wb") as file:
                file.write(self._head)
                bucket.write_bytecode(file)
            os.replace(fresh, path)

    def _path(self, bucket: Bucket) -> str:
        return f"{self._folder}/{bucket.key}.bin"
