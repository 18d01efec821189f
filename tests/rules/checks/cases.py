"""A case: a folder of files laid over a small valid root, and what is found in the two together.

Owns how a case becomes a root. `removed.txt` names files of the base that the case lacks, and
`links.txt` symbolic links, as `path -> target`.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from sunlit.app.check import check
from sunlit.app.root import Root
from sunlit.diagnostics import Diagnostic
from sunlit.report import Lang, concise

CASES = Path(__file__).parents[2] / "cases"
BASE = CASES / "_base"
AS_OF = date(2026, 11, 21)
_OF_THE_CASE = ("expected.txt", "removed.txt", "links.txt")


def root_of(case: Path, folder: Path) -> Path:
    """The case's files over the base, in `folder`."""
    shutil.copytree(BASE, folder, dirs_exist_ok=True)
    if case != BASE:
        shutil.copytree(
            case, folder, dirs_exist_ok=True, ignore=lambda _, names: set(names) & set(_OF_THE_CASE)
        )
    for name in _lines(case / "removed.txt"):
        (folder / name).unlink()
    for line in _lines(case / "links.txt"):
        name, _, target = line.partition(" -> ")
        (folder / name).symlink_to(target)
    return folder


def found_in(folder: Path) -> tuple[Diagnostic, ...]:
    """Everything that is wrong with a root."""
    return check(Root(folder), as_of=AS_OF)


def told(found: Iterable[Diagnostic]) -> str:
    """Each diagnostic as a Chinese line and an English one, with what to write instead."""
    return "".join(_line(one, lang) for one in found for lang in Lang)


def _line(one: Diagnostic, lang: Lang) -> str:
    hint = one.hint.zh if lang is Lang.ZH else one.hint.en
    return f"{concise.render((one,), lang=lang).rstrip()} → {hint}\n"


def _lines(path: Path) -> list[str]:
    return path.read_text("utf-8").splitlines() if path.exists() else []
