"""State damaged in any way is made again; what is published is right, and nothing crashes."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from sunlit.digest import Digest, of_bytes
from sunlit.engine.memo import EditionMemo, GroupMemo
from sunlit.engine.state import EMPTY, State
from tests.engine.test_incremental import SETTLED, check_step
from tests.engine.toy import tree
from tests.engine.toy_site import SMALL, VERSION, Toys, write

SHAPES: tuple[object, ...] = (
    {},
    {"leaves": []},
    {"leaves": {"one": 5}, "shelves": {"a": 3}},
    {"shelves": []},
)


def sealed(record: object, version: str = VERSION) -> bytes:
    """A record as the state writes it."""
    body = json.dumps(record).encode()
    return f"{version} {of_bytes(body)}\n".encode() + body


DAMAGES: dict[str, Callable[[bytes], bytes | None]] = {
    "deleted": lambda content: None,
    "empty": lambda content: b"",
    "cut short": lambda content: content[: len(content) // 2],
    "longer": lambda content: content + b"\n",
    "first byte": lambda content: bytes([(content or b"\0")[0] ^ 1]) + content[1:],
    "last byte": lambda content: content[:-1] + bytes([(content or b"\0")[-1] ^ 1]),
    "other JSON": lambda content: b'{"leaves": []}',
    "a list": lambda content: b"[]",
    "no text": lambda content: b"\xff\xfe\n\xff",
    "other version": lambda content: content.replace(VERSION.encode(), b"old", 1),
    **{
        f"record of shape {at}": lambda content, one=shape: sealed(one)  # type: ignore[misc]
        for at, shape in enumerate(SHAPES)
    },
    "record of another version": lambda content: sealed({}, Digest("older")),
}


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A root with its edition, the one before, and their state."""
    toys = Toys(tmp_path_factory.mktemp("place") / "toys", later=SETTLED)
    write(toys.root, SMALL)
    toys.build()
    write(toys.root, {"c/one/text": b"new"})
    toys.build()
    return toys.place


def copied(place: Path, folder: Path) -> Toys:
    """A copy to be damaged; without the standby, whose links a copy does not keep."""
    toys = Toys(folder / "toys", later=SETTLED)
    shutil.copytree(place, toys.place, ignore=shutil.ignore_patterns(".site.*"))
    return toys


EDITS: tuple[dict[str, bytes], ...] = (
    {},
    {"a.b/one/number": b"8"},
    {"rule": b"new", "style": b"new"},
)
"""None, one of a leaf, one of everything."""


@pytest.mark.parametrize("number", range(len(DAMAGES)), ids=DAMAGES.keys())
def test_the_build_over_any_damaged_file_is_right(place: Path, folder: Path, number: int) -> None:
    damage = [*DAMAGES.values()][number]
    names = sorted(tree(place / "state") or {})
    kinds = {name.split("/")[0] for name in names}
    assert kinds == {"clock", "editions", "groups", "objects"}
    for at, name in enumerate(names):
        edit = EDITS[(at + number) % len(EDITS)]
        toys = copied(place, folder)
        path = toys.state / name
        content = path.read_bytes()
        damaged = damage(content)
        if damaged is None:
            path.unlink()
        else:
            path.write_bytes(damaged)
        write(toys.root, edit)
        try:
            built = check_step(toys)
            if damaged not in (None, content) and "/" in name and built.of("read"):
                kind, _, rest = name.partition("/")
                said = name.removesuffix(".json") if kind != "objects" else name
                known = said in built.notes or f"{kind}/{rest[:12]}" in built.notes
                assert known or edit or kind == "editions", (name, built.notes)
            assert toys.build().calls == (), "what was damaged is good again"
        except Exception as error:
            error.add_note(name)
            raise
        shutil.rmtree(toys.place)


@pytest.mark.parametrize("workers", [1, 2])
def test_damage_that_a_worker_meets_is_no_death_of_it(
    place: Path, folder: Path, workers: int
) -> None:
    for path in sorted((place / "state/objects").iterdir()):
        toys = copied(place, folder)
        (toys.state / "objects" / path.name).write_bytes(b"damaged")
        write(toys.root, {"c/one/number": b"2", "a.b/one/number": b"3"})
        check_step(replace(toys, workers=workers))
        shutil.rmtree(toys.place)


def test_everything_of_the_state_may_be_damaged_at_once(place: Path, folder: Path) -> None:
    for damage in DAMAGES.values():
        toys = copied(place, folder)
        for path in [one for one in toys.state.rglob("*") if one.is_file()]:
            content = damage(path.read_bytes())
            path.unlink()
            if content is not None:
                path.write_bytes(content)
        check_step(toys)
        shutil.rmtree(toys.place)


def test_a_state_of_another_version_is_said_to_be_so(place: Path, folder: Path) -> None:
    toys = copied(place, folder)
    for path in (toys.state / "groups").iterdir():
        path.write_bytes(sealed({}, "older"))
    built = check_step(toys)
    assert built.notes == ("groups/a.b", "groups/a", "groups/c")


def test_the_state_keeps_no_object_that_nothing_names(place: Path, folder: Path) -> None:
    toys = copied(place, folder)
    for number in range(6):
        write(toys.root, {"c/one/number": b"%d" % number})
        for path in (toys.state / "editions").iterdir():
            path.unlink()
        toys.build()
        state = State(str(toys.state), VERSION)
        memos = [GroupMemo.load(state, one).objects() for one in state.names("groups")]
        memos += [EditionMemo.load(state, Digest(one)).objects() for one in state.names("editions")]
        named = {*frozenset().union(*memos)} - {EMPTY}
        assert {one.name for one in (toys.state / "objects").iterdir()} == named
