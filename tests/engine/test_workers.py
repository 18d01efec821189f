"""Workers: equal results for any number of them, and a death that names what it was at."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

import pytest

from sunlit.engine.pool import WorkerError
from tests.engine.test_incremental import times
from tests.engine.toy import beside, tree
from tests.engine.toy_site import SMALL, Built, Toys, write

QUICKLY = 20.0
"""Seconds, on a machine with other things to do; a worker that is waited for takes longer."""

MANY = {
    **SMALL,
    **{
        f"{group}/leaf{at}/{name}": text
        for group in ("a", "a.b", "c", "d", "e")
        for at in range(40)
        for name, text in (("number", b"%d" % (at * 7 % 11 - 1)), ("text", b"t%d" % at))
    },
}
WAYS = [(1, ""), (2, "fork"), (5, "fork"), (2, "spawn"), (5, "spawn")]


def history(place: Path, workers: int, method: str) -> tuple[list[Built], list[object]]:
    """Builds of some edits, with the tree after each."""
    toys = Toys(place, workers=workers, method=method)
    write(toys.root, MANY)
    built: list[Built] = []
    trees: list[object] = []
    for edit in (
        {},
        {"c/leaf3/number": b"99", "d/leaf4/text": b"new", "e/about": b"new"},
        {f"{one}/picture": b"torn" for one in ("a/leaf1", "c/leaf2", "c/leaf20", "e/leaf39")},
        {"a/leaf1/picture": b"1", "c/leaf2/picture": b"1", "c/leaf20/picture": b"1"},
        {"e/leaf39/picture": b"2", "d/leaf1/also": b"x\nx\ny", "e/leaf1/also": b"y\nz\nz"},
        {"d/leaf1/also": b"x", "e/leaf1/also": b"z", "style": b"new"},
        {"a/leaf1/number": b"none", "e/leaf1/number": b"none"},
    ):
        write(toys.root, edit)
        built.append(toys.build())
        trees.append(tree(toys.out))
    return built, trees


def test_any_number_of_workers_started_in_any_way_tells_and_makes_the_same(folder: Path) -> None:
    (alone, trees), *others = [history(folder / "".join(map(str, way)), *way) for way in WAYS]
    assert [one.published is not None for one in alone] == [1, 1, 0, 0, 0, 1, 0]
    assert [(group, step) for group, step, log in alone[2].walked.logs if log == b"torn"] == [
        *(("a", "leaf1"), ("c", "leaf2"), ("c", "leaf20"), ("e", "leaf39"))
    ]
    assert len(alone[4].conflicts) == 3
    for built, made in others:
        assert [one.told for one in built] == [one.told for one in alone]
        assert made == trees


@pytest.mark.parametrize("method", ["fork", "spawn"])
@pytest.mark.parametrize("word", ["crash", "die", "crash late", "die late"])
def test_a_worker_that_ends_names_its_leaf_and_nothing_is_published(
    folder: Path, word: str, method: str
) -> None:
    toys = Toys(folder, workers=3, method=method)
    write(toys.root, MANY)
    replace(toys, workers=1).build()
    before, touched = tree(toys.out), times(toys.out)
    write(toys.root, {"c/leaf7/text": word.encode(), "d/leaf4/text": b"new", "rule": b"new"})
    began = time.monotonic()
    with pytest.raises(WorkerError) as caught:
        toys.build()
    assert time.monotonic() - began < QUICKLY
    assert caught.value.holding == "c/leaf7"
    if "crash" in word:
        assert caught.value.last_line == "ZeroDivisionError: leaf7"
    else:
        assert caught.value.last_line == "worker ended with -9"
    assert (tree(toys.out), times(toys.out)) == (before, touched)
    assert beside(toys.out) & {".site.next"} == set()
    write(toys.root, {"c/leaf7/text": b"mended"})
    built = toys.build()
    assert built.published is not None
    other = replace(toys, place=folder / "clean", workers=1)
    write(other.root, {name: (toys.root / name).read_bytes() for name in MANY})
    other.build()
    assert tree(toys.out) == tree(other.out)


def test_a_worker_that_fails_at_once_is_heard_of(folder: Path) -> None:
    toys = Toys(folder, workers=2)
    write(toys.root, {"a/one/text": b"die", "b/one/text": b"crash"})
    with pytest.raises(WorkerError) as caught:
        toys.build()
    assert caught.value.holding in ("a/one", "b/one")
    assert tree(toys.out) is None
