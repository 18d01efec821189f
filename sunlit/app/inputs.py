"""The files of a build by folder and digest, with the file system's word for it where it will do.

Owns which folders the program looks at besides those of units: its own code, templates, static
files, and the files that stand above any unit.
"""

from __future__ import annotations

import os
import sys
from functools import lru_cache
from typing import Any

from sunlit.app.root import PACKAGE, REPOSITORY, Root
from sunlit.digest import Digest, of_value
from sunlit.engine import sources
from sunlit.engine.reading import Looker
from sunlit.engine.state import State

LIBRARIES = frozenset(("jinja2", "markdown-it-py", "pyyaml", "pillow", "markupsafe", "pi-heif"))
"""What has a part in the bytes of an output, besides Python itself."""


DECODERS = frozenset(("pillow", "pi_heif"))
"""Those of them that look at photos, by the names of their folders."""


class Inputs:
    """Digests of folders, remembered from build to build by their signatures."""

    def __init__(self, state: State, looker: Looker) -> None:
        self._state = state
        self._looker = looker
        self._last: dict[str, Any] = state.load("folders") or {}
        self._now: dict[str, tuple[str, dict[str, Digest]]] = {}
        self.links: list[str] = []

    def folder(self, top: str, folder: str, *, deep: bool = True) -> dict[str, Digest]:
        """The digest of every file of a folder, by its name below `top`."""
        sight = sources.look(top, folder, deep=deep)
        last = self._last.get(_name(self._looker.root, top, folder))
        self.links += sight.links
        if self._looker.trust and last is not None and last[0] == sight.signature != "":
            files = last[1]
        else:
            files = {
                f"{folder}/{name}": digest
                for name, digest in sources.digests(top, folder, deep=deep).items()
            }
        signature = sight.signature if sight.settled(self._looker.now) else ""
        self._now[_name(self._looker.root, top, folder)] = (signature, files)
        return dict(files)

    def file(self, top: str, name: str) -> Digest:
        """The digest of one file, always from its bytes; empty where it is not there."""
        if os.path.islink(f"{top}/{name}"):
            return sources.LINK
        return sources.of_file(f"{top}/{name}")

    def save(self) -> None:
        """Remember them for the next build."""
        if self._now != self._last:
            self._state.save("folders", {name: list(one) for name, one in self._now.items()})


def _name(root: str, top: str, folder: str) -> str:
    """A name for a folder that does not say where on this machine it stands."""
    return folder if top == root else f"program:{folder}"


def program(inputs: Inputs) -> Digest:
    """The digest of this program: its code and phrases, Python, the libraries it renders with."""
    code = inputs.folder(str(PACKAGE.parent), PACKAGE.name)
    code = {name: one for name, one in code.items() if name.endswith((".py", ".toml"))}
    return of_value({**code, "python": sys.version, **_libraries()})


def seeing(inputs: Inputs) -> Digest:
    """The digest of what looks at photos: its code, and the libraries it decodes with."""
    code = inputs.folder(str(PACKAGE.parent), f"{PACKAGE.name}/photos")
    code = {name: one for name, one in code.items() if name.endswith(".py")}
    libraries = _libraries()
    decoders = {name: one for name, one in libraries.items() if name in DECODERS}
    return of_value({**code, **decoders})


@lru_cache(maxsize=1)
def _libraries() -> dict[str, str]:
    """The versions by the names of their folders: to ask for them takes longer than a build."""
    found: dict[str, str] = {}
    for place in sys.path:
        try:
            names = os.listdir(place or ".")
        except OSError:
            continue
        for name in names:
            library, _, rest = name.partition("-")
            if rest.endswith(".dist-info") and library.lower().replace("_", "-") in LIBRARIES:
                found.setdefault(library.lower(), rest)
    return found


def layered(inputs: Inputs, root: Root, folder: str) -> dict[str, Digest]:
    """The files of `templates` or `static`: the repository's, with the root's own over them."""
    found: dict[str, Digest] = {}
    for top in dict.fromkeys((str(REPOSITORY), os.path.abspath(root.path))):
        found |= inputs.folder(top, folder)
    return found
