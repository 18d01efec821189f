"""The disk side of a root: which files there are, and their bytes.

Owns walking a root's folders. Links out of the root, hidden files and odd names are findings,
not surprises; what a file means is decided in `source/`.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from sunlit.diagnostics import Findings, Span

if TYPE_CHECKING:
    from sunlit.model.unit import PhotoFile
    from sunlit.source.content import Files

Look = Callable[[str, Findings], "PhotoFile | None"]
"""Tells what the photo at a path is; None with a finding where it cannot be used."""

PACKAGE = Path(__file__).resolve().parents[1]
"""The folder of this package."""

REPOSITORY = PACKAGE.parent
"""The checkout this package stands in: where templates and static files come from by default."""

_IGNORED = frozenset((".DS_Store", "Thumbs.db", "desktop.ini", ".gitkeep"))
_LARGEST_TEXT = 4_000_000


class Root(Struct, frozen=True):
    """A folder with `site.toml` and `content/`; it may have its own `templates/` and `static/`."""

    path: Path

    def read(self, name: str) -> bytes | None:
        """The bytes of a file, or None when it is not there."""
        if _linked(self.path, name):
            return None
        try:
            return (self.path / name).read_bytes()
        except (FileNotFoundError, IsADirectoryError, NotADirectoryError):
            return None

    def areas(self) -> tuple[str, ...]:
        """The names of the area folders, sorted."""
        return _folders(self.path, "content/communities")

    def units(self, area: str) -> tuple[str, ...]:
        """The names of the unit folders of an area, sorted."""
        folders = _folders(self.path, f"content/communities/{area}")
        return tuple(one for one in folders if one != "reports")

    def frameworks(self) -> tuple[str, ...]:
        """The paths of the framework files below the root, sorted."""
        names = _names(self.path, "content/frameworks")
        return tuple(name for name in names if name.endswith(".yaml"))

    def report_strays(self, found: Findings) -> None:
        """Report files beside the content that no reader takes: a misspelt name is not silence."""
        known = {"content/catalogue.yaml", *self.frameworks()}
        for folder in ("content", "content/frameworks", "content/communities"):
            for name in _names(self.path, folder):
                if name not in known:
                    _stray(name, found)
        for folder in ("templates", "static"):
            for name in _below(self.path, folder):
                _usable(self.path, name, found)

    def report_links(self, found: Findings) -> None:
        """Report every symbolic link above the units' own folders; none is ever followed."""
        for name in ("site.toml", "content", "templates", "static"):
            _report_links(self.path, name, found, levels=3 if name == "content" else -1)

    def area_files(self, area: str, found: Findings) -> Files:
        """An area's own files: those of its folder and of `reports/`."""
        base = f"content/communities/{area}"
        names = [*_names(self.path, base), *_names(self.path, f"{base}/reports")]
        return self._files(base, names, found, self.photo)

    def area_file(self, area: str) -> Files:
        """An area's `area.md` alone."""
        base = f"content/communities/{area}"
        names = [one for one in _names(self.path, base) if one == f"{base}/area.md"]
        return self._files(base, names, Findings(), self.photo)

    def unit_files(self, area: str, unit: str, found: Findings, look: Look | None = None) -> Files:
        """Everything below a unit's folder; `look` tells what the photo at a path is."""
        base = f"content/communities/{area}/{unit}"
        _report_links(self.path, base, found)
        return self._files(base, list(_below(self.path, base)), found, look or self.photo)

    def photo(self, name: str, found: Findings) -> PhotoFile | None:
        """What a photo is and looks like; None with a finding where it cannot be used."""
        from sunlit.app.album import looked_at  # few builds meet a photo

        file = name.rsplit("/", 1)[-1]
        return looked_at((self.path / name).read_bytes(), name=file, path=name, found=found)

    def _files(self, base: str, names: list[str], found: Findings, look: Look) -> Files:
        from sunlit.source.content import Files, is_photo_file

        texts, photos = {}, []
        for name in sorted(names):
            short = name.removeprefix(f"{base}/")
            if not _usable(self.path, name, found):
                continue
            if is_photo_file(short):
                if not short.startswith("photos/") or short.count("/") > 1:
                    _misplaced(name, found)
                    continue
                photo = look(name, found)
                photos += [photo] if photo else []
            else:
                with open(f"{self.path}/{name}", "rb", buffering=0) as file:
                    texts[short] = file.read()[: _LARGEST_TEXT + 1]
        return Files(base, texts, tuple(photos))

    def templates(self) -> dict[str, str]:
        """Templates by name: the repository's, then the root's own over them."""
        return {
            name: content.decode()
            for name, content in self._layered("templates").items()
            if name.endswith((".html", ".xml", ".txt"))
        }

    def statics(self) -> dict[str, bytes]:
        """Static files by name, the root's own over the repository's."""
        return self._layered("static")

    def _layered(self, folder: str) -> dict[str, bytes]:
        layered: dict[str, bytes] = {}
        for top in dict.fromkeys((REPOSITORY, self.path.resolve())):
            for name in _below(top, folder):
                layered[name.removeprefix(f"{folder}/")] = (top / name).read_bytes()
        return dict(sorted(layered.items()))


def _folders(top: Path, base: str) -> tuple[str, ...]:
    folder = top / base
    if _linked(top, base) or not folder.is_dir():
        return ()
    with os.scandir(folder) as entries:
        names = [
            one.name
            for one in entries
            if one.is_dir(follow_symlinks=False) and not one.name.startswith(".")
        ]
    return tuple(sorted(names))


def _names(top: Path, base: str) -> Iterator[str]:
    """The files of a folder, as paths below `top`, in order."""
    folder = top / base
    if folder.is_dir() and not _linked(top, base):
        with os.scandir(folder) as entries:
            for one in sorted(entries, key=lambda entry: entry.name):
                if one.is_file(follow_symlinks=False) and one.name not in _IGNORED:
                    yield f"{base}/{one.name}"


def _below(top: Path, base: str) -> Iterator[str]:
    """Every file below a folder, as paths below `top`; links are passed over."""
    if _linked(top, base):
        return
    start = f"{top}/{base}"
    for here, folders, names in os.walk(start):
        folders.sort()
        relative = base + here[len(start) :].replace(os.sep, "/")
        for name in sorted(names):
            if name not in _IGNORED and not os.path.islink(os.path.join(here, name)):
                yield f"{relative}/{name}"


def _linked(top: Path, base: str) -> bool:
    """Whether a path below `top` leads over a symbolic link."""
    path = str(top)
    for part in base.split("/"):
        path = f"{path}/{part}"
        if os.path.islink(path):
            return True
    return False


def _report_links(top: Path, base: str, found: Findings, *, levels: int = -1) -> None:
    for link in _links(top, base, levels):
        found.error(
            "symbolic-link",
            Span(link),
            message=("这是一个快捷方式（符号链接）", "this is a symbolic link"),
            hint=("放文件本身，不放链接。", "Put the file itself here."),
        )


def _links(top: Path, base: str, levels: int) -> Iterator[str]:
    """The links at a path and below it, down to that many levels; all of them below zero."""
    folder = f"{top}/{base}"  # no `Path`: this is asked of every folder of every unit
    if os.path.islink(folder):
        yield base
    elif levels != 0 and os.path.isdir(folder):
        with os.scandir(folder) as entries:
            names = sorted(one.name for one in entries if one.is_symlink() or one.is_dir())
        for name in names:
            yield from _links(top, f"{base}/{name}", levels - 1)


def _usable(top: Path, name: str, found: Findings) -> bool:
    if not os.path.isfile(f"{top}/{name}"):
        return False
    try:
        name.encode()
    except UnicodeEncodeError:
        found.error(
            "bad-file-name",
            Span(name.encode("utf-8", "replace").decode()),
            message=("文件名不是 UTF-8", "the file's name is not UTF-8"),
            hint=("改用字母和数字命名。", "Rename it with letters and digits."),
        )
        return False
    return True


def _stray(name: str, found: Findings) -> None:
    short = name.removeprefix("content/")
    yaml = short.removesuffix(".yml") + ".yaml"
    found.error(
        "unknown-file",
        Span(name),
        message=(f"不认识文件“{short}”", f"{short} is no file of the content format"),
        hint=(f"改名为 {yaml}。", f"Rename it to {yaml}.")
        if short.endswith(".yml") and (short.startswith("frameworks/") or "/" not in short)
        else ("移到正确的文件夹，或者删掉。", "Move it to its folder, or delete it."),
    )


def _misplaced(name: str, found: Findings) -> None:
    found.error(
        "photo-misplaced",
        Span(name),
        message=("照片不在 photos 文件夹里", "the photo is not in a photos folder"),
        hint=("移到这个社区的 photos/ 里。", "Move it to the unit's photos/."),
    )
