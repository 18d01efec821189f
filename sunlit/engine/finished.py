"""Dear outputs from when they are made to when they are published, for a build that dies between.

Owns how one is found again by its key. They are second names of files on the stage, so they take
no room; each has its digest for a name, so that one that is damaged is seen. What cannot be kept
is made again. The folder is always safe to delete.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from msgspec import Struct

from sunlit.digest import of_bytes
from sunlit.engine.disk import DISK, Disk
from sunlit.engine.folders import make, remove
from sunlit.engine.memo import Output

if TYPE_CHECKING:
    from sunlit.engine.hands import Stage


class Finished(Struct, frozen=True):
    """What was made and is not published yet; plain data, to be handed to other processes."""

    folder: str
    disk: Disk = DISK

    def get(self, key: str) -> bytes | None:
        """The bytes of the output with that key, None when it is not there whole."""
        try:
            for entry in self.disk.scan(self._place(key)):
                content = self.disk.read(entry.path)
                if of_bytes(content) == entry.name:
                    return content
                self.disk.unlink(entry.path)
        except OSError:
            return None
        return None

    def note(self, stage: Stage, name: str, output: Output) -> None:
        """Keep an output that was put on the stage."""
        place = self._place(output.key)
        path = f"{place}/{output.digest}"
        try:
            make(self.disk, place)
            stage.lend(name, path)
        except OSError:
            with suppress(OSError):  # half of a copy would only take room
                self.disk.unlink(path)

    def clear(self) -> None:
        """Forget everything: it is published."""
        with suppress(OSError):
            remove(self.disk, self.folder)

    def _place(self, key: str) -> str:
        return f"{self.folder}/{of_bytes(key.encode())}"
