"""Any edits in any order: an incremental build gives the tree of a clean one and tells the truth.

What is brute force here stays simple: a clean build into another folder, and a comparison of bytes.
"""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from itertools import count
from pathlib import Path

import pytest

from sunlit.engine.manifest import MANIFEST
from tests.engine.toy import tree
from tests.engine.toy_site import SMALL, Built, Toys, folders, write

SEQUENCES = int(os.environ.get("SUNLIT_SEQUENCES", "500"))
STEPS = 5
SETTLED = 10**12
NUMBERS = [b"0", b"1", b"2", b"7", b"-3"]
TEXTS = [b"", b"x", b"y", b"longer"]
GROUPS = ["a", "a.b", "a.b.d", "c"]
LEAVES = ["one", "two", "three"]
SLIPS = [b"none", b"torn"]
Times = dict[str, tuple[int, int]]


@dataclass
class Editor:
    """Somebody at work on a root: every file gets a time of its own, as if edits took a while."""

    root: Path
    chance: random.Random
    clock: count[int] = field(default_factory=lambda: count(10**18, 10**9))

    def step(self) -> str:
        """One edit; what was done."""
        edit = self.chance.choice(EDITS)
        done = f"{edit.__name__} {edit(self)}"
        for path in self.root.rglob("*"):
            if path.is_file() and path.stat().st_mtime_ns % 10**9:
                time = next(self.clock)
                os.utime(path, ns=(time, time))
        return done

    def group(self) -> str:
        return self.chance.choice(GROUPS)

    def leaf(self) -> Path:
        """The folder of a leaf, there or not."""
        return self.root / self.group() / self.chance.choice(LEAVES)

    def there(self) -> Path:
        """The folder of a leaf that is there, where any is."""
        every = [self.root / one / leaf for one in GROUPS for leaf in folders(self.root / one)]
        return self.chance.choice(every) if every else self.leaf()

    def put(self, path: Path, content: bytes) -> str:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        return f"{path.relative_to(self.root)} = {content!r}"

    def number(self) -> str:
        return self.put(self.there() / "number", self.chance.choice(NUMBERS))

    def text(self) -> str:
        return self.put(self.there() / "text", self.chance.choice(TEXTS))

    def picture(self) -> str:
        return self.put(self.there() / "picture", self.chance.choice(TEXTS))

    def aside(self) -> str:
        """A file that nothing is made of."""
        return self.put(self.there() / "aside", self.chance.choice(TEXTS))

    def add(self) -> str:
        path = self.leaf()
        self.put(path / "text", self.chance.choice(TEXTS))
        return self.put(path / "number", self.chance.choice(NUMBERS))

    def remove(self) -> str:
        path = self.there()
        shutil.rmtree(path, ignore_errors=True)
        return str(path.relative_to(self.root))

    def remove_file(self) -> str:
        path = self.there() / self.chance.choice(["text", "number", "picture", "also"])
        path.unlink(missing_ok=True)
        return str(path.relative_to(self.root))

    def move(self) -> str:
        """To another name or group, its dates as they were."""
        here, there = self.there(), self.leaf()
        if not here.is_dir() or there.exists():
            return "nothing"
        there.parent.mkdir(exist_ok=True)
        here.rename(there)
        return f"{here.relative_to(self.root)} to {there.relative_to(self.root)}"

    def swap(self) -> str:
        """Two leaves exchange their folders."""
        here, there, aside = self.there(), self.there(), self.root / "aside"
        if here == there or not here.is_dir():
            return "nothing"
        for one, other in ((here, aside), (there, here), (aside, there)):
            one.rename(other)
        return f"{here.relative_to(self.root)} and {there.relative_to(self.root)}"

    def around(self) -> str:
        """What is given from above: to all outputs, to all leaves, to a group, to no leaf."""
        names = ["style", "rule", f"{self.group()}/law", f"{self.group()}/about"]
        return self.put(self.root / self.chance.choice(names), self.chance.choice(TEXTS))

    def drop_group(self) -> str:
        group = self.group()
        shutil.rmtree(self.root / group, ignore_errors=True)
        return group

    def slip(self) -> str:
        """A mistake: no number, or a picture that turns out to be torn."""
        name = self.chance.choice(["number", "picture"])
        return self.put(self.there() / name, b"none" if name == "number" else b"torn")

    def mend(self) -> str:
        """Every mistake of before."""
        for path in self.root.rglob("*"):
            if path.is_file() and path.read_bytes() in SLIPS:
                path.write_bytes(b"4")
        return ""

    def also(self) -> str:
        """An output of any name, alone, shared by its key, or in somebody's way."""
        names = ["x/1", "x/2", "X/1", "x", "a/one/index.html", "x/1 k", "x/1 m", "x/2 k", ""]
        return self.put(self.there() / "also", self.chance.choice(names).encode())

    def clear_way(self) -> str:
        """Every output of such a name goes."""
        for path in self.root.rglob("also"):
            path.unlink()
        return ""

    def nothing(self) -> str:
        return ""


EDITS: tuple[Callable[[Editor], str], ...] = (
    *(Editor.number, Editor.number, Editor.text, Editor.text, Editor.picture, Editor.aside),
    *(Editor.add, Editor.add, Editor.remove, Editor.remove_file, Editor.move, Editor.move),
    *(Editor.swap, Editor.around, Editor.around, Editor.drop_group, Editor.slip, Editor.mend),
    *(Editor.mend, Editor.also, Editor.clear_way, Editor.nothing),
)


def times(folder: Path) -> Times:
    """What shows that a file was not touched."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {
        path.relative_to(folder).as_posix(): (path.stat().st_ino, path.stat().st_mtime_ns)
        for path in files
    }


def bare(files: dict[str, bytes] | None) -> dict[str, bytes]:
    """The outputs of an edition, without its manifest."""
    return {name: one for name, one in (files or {}).items() if name != MANIFEST}


def clean(toys: Toys) -> tuple[Built, dict[str, bytes] | None]:
    """The same root built from nothing elsewhere."""
    elsewhere = toys.place / "clean"
    elsewhere.mkdir()
    (elsewhere / "root").symlink_to(toys.root)
    fresh = replace(toys, place=elsewhere)
    built = fresh.build()
    files = tree(fresh.out)
    shutil.rmtree(elsewhere)
    return built, files


def check_step(toys: Toys) -> Built:
    """Build, and compare with a clean build and with what was there before."""
    before, touched = bare(tree(toys.out)), times(toys.out)
    built = toys.build()
    now = tree(toys.out)
    fresh, wanted = clean(toys)
    assert built.walked.logs == fresh.walked.logs
    assert built.conflicts == fresh.conflicts
    if fresh.published is None:
        assert built.published is None
        assert (bare(now), times(toys.out)) == (before, touched)
        return built
    assert built.published is not None
    assert now == wanted
    after = bare(now)
    produced = sorted(name for name in after if before.get(name) != after[name])
    assert [*built.published.produced] == produced
    assert [*built.published.removed] == sorted(before.keys() - after.keys())
    assert [*built.published.kept] == sorted(after.keys() - set(produced))
    for name, time in times(toys.out).items():
        assert (touched.get(name) == time) is (name not in produced and name != MANIFEST) or (
            name == MANIFEST and not produced
        ), name
    return built


@pytest.mark.parametrize("later", [0, SETTLED], ids=["at once", "later"])
def test_every_step_of_any_sequence_ends_as_a_clean_build_does(folder: Path, later: int) -> None:
    published = refused = kept = 0
    for seed in range(0 if later else 1, SEQUENCES, 2):
        chance = random.Random(seed)
        toys = Toys(folder / str(seed), later=later)
        write(toys.root, SMALL)
        editor = Editor(toys.root, chance)
        done = []
        for _ in range(STEPS):
            done.append(editor.step())
            try:
                built = check_step(toys)
            except Exception as error:
                error.add_note(f"seed {seed}: {done}")
                raise
            published += built.published is not None
            refused += built.published is None
            kept += bool(built.published and built.published.kept)
        shutil.rmtree(toys.place)
    assert min(published, refused, kept) > SEQUENCES / 9
