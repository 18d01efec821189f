"""An output has one writer, unless a key says that two would write the same; some are refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.engine.test_incremental import SETTLED, check_step, times
from tests.engine.toy import tree
from tests.engine.toy_site import SMALL, Toys, write


@pytest.fixture
def toys(folder: Path) -> Toys:
    toys = Toys(folder, later=SETTLED)
    write(toys.root, SMALL)
    toys.build()
    return toys


@pytest.mark.parametrize(
    ("also", "told"),
    [
        (b"a.b/one/index.html", [("a.b/one/index.html", "a.b/one", "c/one")]),
        (b"A.b/ONE/index.html", [("A.b/ONE/index.html", "a.b/one", "c/one")]),
        (b"a/table.txt/x", [("a/table.txt/x", "a/table", "c/one")]),
        (b"index.html/deep/x", [("index.html/deep/x", "home", "c/one")]),
        (b"a.b", None),
        (b"x\nx", [("x", "c/one", "c/one")]),
        (b"c/one/index.html", [("c/one/index.html", "c/one", "c/one")]),
        (b"outputs.txt", [("outputs.txt", "c/one", "closing")]),
        (b"Outputs.TXT/x", [("Outputs.TXT/x", "closing", "c/one")]),
        (b"x k\nx k", []),
        (b"x k\nx m", [("x", "c/one", "c/one")]),
    ],
)
def test_two_writers_of_an_output_are_told_and_nothing_is_published(
    toys: Toys, also: bytes, told: list[tuple[str, str, str]] | None
) -> None:
    before, touched = tree(toys.out), times(toys.out)
    write(toys.root, {"c/one/also": also})
    built = check_step(toys)
    if told == []:
        assert built.published is not None
        return
    found = [(one.output, one.first, one.second) for one in built.conflicts]
    assert len(found) > 1 if told is None else found == told
    assert built.published is None
    assert (tree(toys.out), times(toys.out)) == (before, touched)
    (toys.root / "c/one/also").unlink()
    assert check_step(toys).calls[0] == "read c/one"


def test_two_leaves_may_share_a_keyed_output_and_part_again(toys: Toys) -> None:
    write(toys.root, {"a.b/one/picture": b"tree"})
    built = check_step(toys)
    assert built.published is not None
    assert not [one for one in built.published.produced if one.startswith("pictures/")]
    for leaf in ("c/one", "a.b/one"):  # the first of two goes, then the other
        (toys.root / leaf / "picture").unlink()
        check_step(toys)
    assert not [name for name in tree(toys.out) or {} if name.startswith("pictures/")]


def test_two_leaves_that_share_an_output_and_disagree_are_told(toys: Toys) -> None:
    write(toys.root, {"c/one/also": b"x k", "a/one/also": b"x k"})
    assert check_step(toys).published is not None
    write(toys.root, {"c/one/also": b"x m"})
    built = check_step(toys)
    assert [(one.output, one.first, one.second) for one in built.conflicts] == [
        ("x", "a/one", "c/one")
    ]
    write(toys.root, {"a/one/also": b"x m"})
    assert check_step(toys).published is not None


def test_what_has_the_key_it_had_is_not_made_again(toys: Toys) -> None:
    write(toys.root, {"c/one/text": b"new"})
    assert check_step(toys).of("leaf", "draw") == ["leaf c/one"]
    write(toys.root, {"rule": b"new"})
    assert check_step(toys).of("draw") == []
    write(toys.root, {"c/one/picture": b"bush"})
    assert check_step(toys).of("draw") == ["draw c/one"]
    write(toys.root, {"c/one/picture": b"tree"})
    assert check_step(toys).of("draw") == ["draw c/one"]


def test_an_output_goes_from_one_writer_to_another(toys: Toys) -> None:
    write(toys.root, {"c/one/also": b"x\ny", "a/one/also": b"z"})
    check_step(toys)
    write(toys.root, {"c/one/also": b"z\ny", "a/one/also": b"x"})
    built = check_step(toys)
    assert built.published is not None
    assert not {"x", "y", "z"} & {*built.published.produced}
    write(toys.root, {"c/one/also": b"x/below\nY", "a/one/also": b"z"})
    built = check_step(toys)
    assert built.published is not None
    assert built.published.removed == ("x", "y")


def test_a_refused_output_is_a_word_for_its_leaf_and_publishes_nothing(toys: Toys) -> None:
    before, touched = tree(toys.out), times(toys.out)
    write(toys.root, {"c/one/picture": b"torn", "a.b/two/picture": b"torn"})
    for _ in range(2):  # said again by every build until it is mended
        built = check_step(toys)
        assert built.published is None
        assert built.walked.logs == (
            ("a.b", "two", b"debt"), ("a.b", "two", b"torn"), ("c", "one", b"torn"),
        )  # fmt: skip
    assert (tree(toys.out), times(toys.out)) == (before, touched)
    write(toys.root, {"c/one/picture": b"", "a.b/two/picture": b""})
    assert check_step(toys).published is not None


def test_a_leaf_with_errors_is_told_and_its_group_does_not_stand(toys: Toys) -> None:
    before, touched = tree(toys.out), times(toys.out)
    write(toys.root, {"c/one/number": b"none", "a.b/one/number": b"none"})
    assert check_step(toys).of("read", "leaf") == ["read a.b/one", "read c/one"]
    built = check_step(toys)
    assert built.calls == ()
    assert built.walked.logs == (
        ("a.b", "one", b"no number"), ("a.b", "two", b"debt"), ("c", "one", b"no number"),
    )  # fmt: skip
    assert (tree(toys.out), times(toys.out)) == (before, touched)
    write(toys.root, {"c/one/number": b"1", "a.b/one/number": b"7"})
    assert check_step(toys).published is not None
