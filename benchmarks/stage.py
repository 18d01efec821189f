"""A tool's own folder: written, edited, cloned; and what stands in its finished site.

Owns the disk between two runs. It measures nothing.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks.content import Content
from benchmarks.heads import Padding
from benchmarks.pages import community_pages, shared_pages
from benchmarks.tools import Tool
from benchmarks.writing import FileBytes, write


@dataclass(frozen=True, slots=True)
class Size:
    """How many files of a kind there are, and their bytes."""

    files: int
    bytes: int


@dataclass(frozen=True, slots=True)
class Stage:
    """A tool in its folder."""

    tool: Tool
    root: Path

    @property
    def site(self) -> Path:
        """Its finished site."""
        return self.root / self.tool.output

    def fill(self, content: Content, padding: Padding) -> None:
        """Everything anew, in an empty folder."""
        shutil.rmtree(self.root, ignore_errors=True)
        write(self.tool.files(content, padding), self.root)

    def pad(self, content: Content, padding: Padding) -> None:
        """Other padding for the same content."""
        write(_other(self.tool.shared(content, padding), self.root), self.root)

    def edit(self, before: Content, after: Content, padding: Padding) -> int:
        """Write what an edit changes and nothing else; the number of files."""
        changed = _other(self.tool.shared(after, padding), self.root)
        everywhere = before.framework != after.framework
        for old, new in zip(before.areas, after.areas, strict=True):
            # Of the whole area: where ranks stand ready in the files, one score changes many.
            for community in new.communities if everywhere or old is not new else ():
                changed += _other(self.tool.of_community(after, community), self.root)
        return write(changed, self.root)

    def forget(self) -> None:
        """No site and no state: the next run is a first one."""
        for name in {*self.tool.state, self.tool.output}:
            for path in self.root.glob(name):
                shutil.rmtree(path) if path.is_dir() else path.unlink()

    def clone(self) -> None:
        """The folder as after a fresh clone: every file is new, site and state are restored."""
        fresh = self.root.with_name(f"{self.root.name}.fresh")
        shutil.rmtree(fresh, ignore_errors=True)
        kept = {path.name for name in self.tool.state for path in self.root.glob(name)}
        fresh.mkdir()
        for path in sorted(self.root.iterdir()):
            if path.name in kept:
                subprocess.run(["cp", "-a", str(path), str(fresh)], check=True)
            elif path.name != self.tool.output:
                subprocess.run(["cp", "-r", str(path), str(fresh)], check=True)
        shutil.rmtree(self.root)
        fresh.rename(self.root)


def _other(files: Iterator[FileBytes], root: Path) -> list[FileBytes]:
    """The files that stand on the disk otherwise, or not at all."""
    return [(name, new) for name, new in files if _read(root / name) != new]


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def kinds_of(content: Content) -> Mapping[str, str]:
    """The kind of each page by its path below the site, and of each JSON file of data."""
    found = {"404.html": "lost"}
    pages = list(shared_pages(content))
    for area in content.areas:
        found[f"{area.slug}/data.json"] = "area-data"
        for community in area.communities:
            found[f"{area.slug}/{community.slug}/data.json"] = "unit-data"
            pages += community_pages(content, community)
    return found | {f"{page.path}/index.html".lstrip("/"): page.kind for page in pages}


def sizes(site: Path, kinds: Mapping[str, str]) -> Mapping[str, Size]:
    """What stands in a site, by kind; a page that should not be there is of kind `unknown`."""
    files: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for folder, _, names in os.walk(site):
        for name in names:
            path = os.path.join(folder, name)
            short = os.path.relpath(path, site)
            kind = kinds.get(short) or ("unknown" if name.endswith(".html") else "other")
            files[kind] += 1
            total[kind] += os.path.getsize(path)
    return {kind: Size(files[kind], total[kind]) for kind in sorted(files)}


NEAR = 0.05
"""What a page may lack, as a share of Sunlit's, and is not padded: links of another form do it."""


def padding_for(ours: Mapping[str, Size], bare: Mapping[str, Size]) -> Padding:
    """How much a page of each kind lacks, on average, to be as large as Sunlit's."""
    found = {}
    for kind, size in ours.items():
        if kind in bare and kind != "other":
            whole = size.bytes / size.files
            lacking = whole - bare[kind].bytes / bare[kind].files
            found[kind] = round(lacking) if lacking > NEAR * whole else 0
    return found
