"""Tasks: one writer per output, also where letter case does not count; none is made twice."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sunlit.digest import of_bytes
from sunlit.engine.hands import Nowhere, put
from sunlit.engine.memo import Output
from sunlit.engine.tasks import Task, conflicts


def pairs(*outputs: str) -> list[tuple[str, str]]:
    """The outputs that clash, each written by a step of its own name."""
    found = conflicts([(output, output, "") for output in outputs])
    return [(one.first, one.second) for one in found]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("xindu/index.html", "xindu/index.html"),
        ("xindu/index.html", "Xindu/index.html"),
        ("photos/a.JPG", "photos/a.jpg"),
        ("straße.html", "strasse.html"),
        ("xindu", "xindu/index.html"),
        ("data/a.json", "data/A.json/b/c.html"),
    ],
)
def test_two_tasks_for_one_place_on_a_disk_are_a_conflict(first: str, second: str) -> None:
    assert pairs(first, second) == [(first, second)]


def test_a_folder_that_another_task_wants_as_a_file_is_a_conflict_in_either_order() -> None:
    assert pairs("a/b", "a") == [("a", "a/b")]


def test_every_later_writer_is_held_against_the_first() -> None:
    assert pairs("a", "b", "A", "a") == [("a", "A"), ("a", "a")]


def test_names_that_only_begin_alike_are_no_conflict() -> None:
    assert pairs("a", "ab", "ab.html", "b/a", "a.b/c", "index.html", "en/index.html") == []


@given(st.lists(st.text(st.sampled_from("aAb/"), min_size=1, max_size=5), max_size=6))
def test_without_a_conflict_every_output_can_be_written(outputs: list[str]) -> None:
    clean = [one for one in outputs if not {"", "."} & set(one.split("/"))]
    if pairs(*clean):
        return
    files = {one.casefold() for one in clean}
    folders = {"/".join(one.split("/")[:n]) for one in files for n in range(1, one.count("/") + 1)}
    assert len(files) == len(clean)
    assert not files & folders


def test_equal_keys_are_equal_bytes_and_may_be_written_twice() -> None:
    assert conflicts([("a", "one", "k"), ("a", "two", "k")]) == ()
    assert len(conflicts([("a", "one", "k"), ("a", "two", "l")])) == 1
    assert len(conflicts([("a", "one", "k"), ("A", "two", "k")])) == 1


def test_a_step_that_writes_one_output_twice_is_in_conflict_with_itself() -> None:
    (found,) = conflicts([("a", "one", ""), ("a", "one", "")])
    assert (found.output, found.first, found.second) == ("a", "one", "one")


def test_a_task_with_the_key_it_had_is_not_made_and_one_without_a_key_always_is() -> None:
    asked: list[str] = []

    def task(key: str) -> Task:
        def make() -> bytes:
            asked.append(key)
            return b"new"

        return Task("a", make, key=key)

    before = Output(of_bytes(b"old"), "k")
    assert put(task("k"), before, Nowhere()) == before
    assert asked == []
    assert put(task("l"), before, Nowhere()) == Output(of_bytes(b"new"), "l")
    assert put(task("k"), None, Nowhere()) == Output(of_bytes(b"new"), "k")
    assert put(task(""), Output(of_bytes(b"old")), Nowhere()) == Output(of_bytes(b"new"))
    assert asked == ["l", "k", ""]
