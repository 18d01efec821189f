"""Entries for photos that have none: appended to `photos.yaml`, to be filled in by a person.

Owns where they go. What stands in the file stays as it is, byte for byte; a file that nothing can
be appended to is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from msgspec import Struct

from sunlit.app.new import RefusedError, usable_unit
from sunlit.diagnostics import Findings
from sunlit.photos.container import form_of
from sunlit.photos.form import Form
from sunlit.photos.probe import probe
from sunlit.source.content import PHOTO_ENDINGS
from sunlit.source.photo_entry import entry_lines
from sunlit.source.text import BYTE_ORDER_MARK, decode_text, lines_of
from sunlit.source.tree import Mapping, Node, Scalar
from sunlit.source.tree import Sequence as Items
from sunlit.source.yaml import read_yaml


class NewEntry(Struct, frozen=True):
    """A photo without an entry, and the day its camera wrote down."""

    name: str
    taken: str | None


def new_photos(root: Path, area: str, unit: str, found: Findings) -> tuple[NewEntry, ...]:
    """Append an entry for every photo of the unit that has none; these are returned.

    A photo that cannot be used gets no entry, and a finding; so does a file with mistakes.
    """
    usable_unit(area, unit)
    base = f"content/communities/{area}/{unit}/photos"
    path = root / base / "photos.yaml"
    if path.resolve() != root.resolve() / base / "photos.yaml":
        raise RefusedError(f"{base} 是快捷方式 / {base} is a symbolic link")
    text = ""
    if path.exists():
        read = decode_text(path.read_bytes(), path=f"{base}/photos.yaml", found=found)
        if read is None:
            return ()
        text = read
    known = _declared(text, f"{base}/photos.yaml", found)
    if known is None:
        return ()
    new = tuple(_entries(root, base, known, found))
    if new:
        addition = _addition(text, new)
        _read_as(text + addition, (*known, *(one.name for one in new)))
        with path.open("ab") as file:
            file.write(addition.encode())
    return new


def _entries(root: Path, base: str, known: Sequence[str], found: Findings) -> Iterable[NewEntry]:
    folder = root / base
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        photo = path.name.lower().endswith(PHOTO_ENDINGS) and path.is_file()
        if not photo or path.is_symlink() or path.name in known:
            continue
        content = path.read_bytes()
        if probe(content, name=path.name, path=f"{base}/{path.name}", found=found):
            form = form_of(content)
            taken = form.taken if isinstance(form, Form) else None
            yield NewEntry(path.name, taken.isoformat() if taken else None)


def _declared(text: str, path: str, found: Findings) -> tuple[str, ...] | None:
    """The files that have an entry, a half-filled one too; None when that cannot be told."""
    own = Findings()
    tree = read_yaml(text, path=path, found=own)
    found.found += own.found
    return None if tree is None or own.stops else _files(tree)


def _files(tree: Node) -> tuple[str, ...]:
    list_ = tree.get("photos") if isinstance(tree, Mapping) else None
    items = list_.items if isinstance(list_, Items) else ()
    files = (item.get("file") if isinstance(item, Mapping) else None for item in items)
    return tuple(one.text if isinstance(one, Scalar) else "" for one in files)


def _addition(text: str, new: Sequence[NewEntry]) -> str:
    """What is to be appended, indented and ended as the lines before it."""
    end = "\r\n" if "\r\n" in text else "\n"
    lines = lines_of(text.removeprefix(BYTE_ORDER_MARK))
    first = next((one for one in lines if re.match(r" *- ", one)), None)
    indent = "  " if first is None else first[: len(first) - len(first.lstrip(" "))]
    begun = any(re.match(r"photos *:", one) for one in lines)
    head = () if begun else ("photos:",)
    entries = (f"{indent}{line}" for one in new for line in entry_lines(one.name, one.taken))
    gap = end if text and not text.endswith("\n") else ""
    return gap + "".join(f"{line}{end}" for line in (*head, *entries))


def _read_as(text: str, files: Sequence[str]) -> None:
    """Refuse an appended text that does not hold the entries before it and then the new ones."""
    found = Findings()
    tree = read_yaml(text, path="photos.yaml", found=found)
    if tree is None or found.stops or _files(tree) != tuple(files):
        raise RefusedError(
            "photos.yaml 的写法接不上新的内容：把每张照片写成一段，以“- ”开头，再运行一次 / "
            "nothing can be appended to photos.yaml: begin each photo with `- `, on its own line"
        )
