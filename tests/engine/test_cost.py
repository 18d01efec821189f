"""What an edit costs: unchanged leaves are not read, unchanged standings not made, no date trusted.

Told by the calls that the toy work gets.
"""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from sunlit.digest import of_bytes
from sunlit.engine import sources
from sunlit.engine.manifest import MANIFEST
from sunlit.engine.memo import GroupMemo
from sunlit.engine.sources import GRANULARITY
from sunlit.engine.state import State
from tests.engine.test_incremental import SETTLED, check_step, times
from tests.engine.toy import Quick
from tests.engine.toy_site import SMALL, VERSION, Toys, write


@pytest.fixture
def toys(folder: Path) -> Toys:
    """The small root, built, all its files settled."""
    toys = Toys(folder, later=SETTLED)
    write(toys.root, SMALL)
    toys.build()
    return toys


def test_nothing_is_asked_of_the_work_when_nothing_has_changed(toys: Toys) -> None:
    before = times(toys.place)
    built = toys.build()
    assert built.calls == ()
    assert built.walked.logs == (("a.b", "two", b"debt"),)
    after = times(toys.place)
    assert {name for name in before if before[name] != after.get(name)} <= {
        "state/clock",
        *(name for name in before if name.startswith("state/groups/")),
        *(name for name in before if name.startswith("state/editions/")),
    }


def test_only_the_leaf_that_changed_is_read(toys: Toys) -> None:
    write(toys.root, {"a.b/two/text": b"new"})
    built = toys.build()
    assert built.of("read") == ["read a.b/two"]
    assert built.of("leaf") == ["leaf a.b/two"]
    assert built.of("gather", "frame", "stand", "top", "closing") == []
    assert built.of("part") == ["part a.b texts", "part a.b deep", "part a deep"]


def test_what_does_not_see_a_standing_stays_when_only_that_has_changed(toys: Toys) -> None:
    write(toys.root, {"c/more/steady": b"1", "c/more/number": b"3", "c/last/number": b"5"})
    assert toys.build().of("steady") == ["steady c/more"]
    page = toys.out / "c/more/steady.txt"
    made = page.read_bytes()
    write(toys.root, {"c/one/number": b"6", "c/last/number": b"0"})  # the sum stays, so the frame
    assert toys.build().of("leaf", "steady") == ["leaf c/last", "leaf c/one", "leaf c/more"]
    assert page.read_bytes() == made
    for edit in ({"c/more/steady": b"2"}, {"c/more/text": b"new"}, {"rule": b"new"}):
        write(toys.root, edit)
        assert toys.build().of("steady") == ["steady c/more"]
    assert page.read_bytes() != made


def test_a_leaf_made_for_its_standing_alone_still_names_the_files_it_is_made_of(
    toys: Toys,
) -> None:
    write(toys.root, {"c/one/number": b"9", "c/last/number": b"0"})
    write(toys.root, {"c/more/number": b"3", "c/more/text": b"old"})
    toys.build()
    for edit in ({"c/one/number": b"0", "c/last/number": b"9"}, {"c/more/text": b"new"}):
        write(toys.root, edit)
        verdict = toys.build().walked.shelves["c"].verdict("more")
        own = {one for one in edit if one.startswith("c/more/")}
        assert {one for one in verdict.changed if one.startswith("c/more/")} == own
        assert {"c/more/number", "c/more/text"} <= set(verdict.inputs)
    for name in ("number", "text"):
        (toys.root / "c/more" / name).unlink()
    verdict = toys.build().walked.shelves["c"].verdict("more")
    assert {"c/more/number", "c/more/text"} <= set(verdict.changed)


def test_a_leaf_whose_standing_is_as_it_was_is_not_made(toys: Toys) -> None:
    write(toys.root, {"c/more/number": b"0", "c/last/number": b"9"})
    toys.build()
    write(toys.root, {"c/more/number": b"-1"})  # the sum changes, so the frame: everything is made
    assert len(toys.build().of("leaf")) == 3
    write(toys.root, {"c/more/number": b"-2", "c/last/number": b"10"})  # the same sum and order
    built = toys.build()
    assert built.of("gather", "frame", "stand") == ["gather c", "frame c", "stand c"]
    assert sorted(built.of("leaf")) == ["leaf c/last", "leaf c/more"]
    assert built.of("part", "top") == ["part c table"]


def test_an_edit_that_changes_no_facet_ends_at_its_leaf(toys: Toys) -> None:
    write(toys.root, {"a.b/two/aside": b"of no use"})
    built = check_step(toys)
    assert built.calls == ("read a.b/two", "leaf a.b/two")
    assert built.published is not None
    assert built.published.produced == ()
    assert toys.build().calls == (), "the same once more would be the same for ever"


def test_a_group_is_given_up_and_taken_up_without_the_others(toys: Toys) -> None:
    (toys.root / "c").rename(toys.place / "aside")
    built = check_step(toys)
    assert built.of("read", "leaf", "part") == []
    (toys.place / "aside").rename(toys.root / "c")
    built = check_step(toys)
    assert [one for one in built.of("leaf", "part") if " c" not in one] == []


def test_what_no_leaf_sees_makes_no_leaf_be_read(toys: Toys) -> None:
    write(toys.root, {"a/about": b"other"})
    assert check_step(toys).of("read") == []
    write(toys.root, {"style": b"other"})
    built = check_step(toys)
    assert built.of("read", "gather", "stand", "frame") == []
    assert len(built.of("leaf")) == 4
    write(toys.root, {"a.b/law": b"other"})
    assert check_step(toys).of("read") == ["read a.b/one", "read a.b/two"]


def test_a_file_changed_at_once_with_its_size_and_time_is_noticed(folder: Path) -> None:
    toys = Toys(folder)
    write(toys.root, SMALL)
    path = toys.root / "c/one/number"
    for number in b"123456789123456789":
        time = path.stat().st_mtime_ns
        path.write_bytes(b"%c" % number)
        os.utime(path, ns=(time, time))
        built = toys.build()
        assert built.published is not None
        assert b"\n%c\n" % number in (toys.out / "c/one/index.html").read_bytes()


def test_a_signature_is_kept_only_of_files_older_than_the_clock_is_exact(folder: Path) -> None:
    write(folder, {"a/x": b"", "a/deep/y": b""})
    sight = sources.look(str(folder), "a")
    assert not sight.settled(sight.newest)
    assert not sight.settled(sight.newest + GRANULARITY)
    assert sight.settled(sight.newest + GRANULARITY + 1)
    newest = max(path.stat().st_ctime_ns for path in folder.rglob("*") if path.is_file())
    assert sight.newest == newest
    assert GRANULARITY >= 20_000_000, "the clock of a kernel may stand still so long"


def test_files_of_which_only_the_dates_are_new_are_not_read_by_the_work(toys: Toys) -> None:
    for path in toys.root.rglob("*"):
        os.utime(path, ns=(10**18, 10**18))
    assert toys.build().calls == ()
    fresh = {name: (toys.root / name).read_bytes() for name in SMALL}
    for name, content in fresh.items():  # as a new checkout has them, inodes and all
        (toys.root / name).unlink()
        write(toys.root, {name: content})
    assert check_step(toys).calls == ()


def hide_change(toys: Toys, group: str, leaf: str, name: str, content: bytes) -> None:
    """Change a file and let the state believe it saw the file as it is now, dates and all."""
    write(toys.root, {f"{group}/{leaf}/{name}": content})
    state = State(str(toys.state), VERSION, Quick())
    memo = GroupMemo.load(state, group)
    signature = sources.look(str(toys.root), f"{group}/{leaf}").signature
    memo.leaves[leaf] = memo.leaves[leaf]._replace(signature=signature)
    memo.save(state, group)


def test_without_trust_a_change_behind_the_same_dates_is_noticed(toys: Toys) -> None:
    hide_change(toys, "c", "one", "text", b"hidden")
    assert toys.build().calls == (), "the control: with trust it stays hidden"
    assert replace(toys, trust=False).build().of("read") == ["read c/one"]
    assert b"hidden" in (toys.out / "c/one/index.html").read_bytes()


def test_without_trust_an_output_that_somebody_changed_is_mended(toys: Toys) -> None:
    (toys.out / "index.html").write_bytes(b"not ours")
    assert toys.build().calls == ()
    built = replace(toys, trust=False).build()
    assert built.published is not None
    assert built.published.produced == ("index.html",)
    check_step(toys)


def test_an_output_that_is_gone_is_made_again(toys: Toys) -> None:
    (toys.out / "c/one/index.html").unlink()
    built = check_step(toys)
    assert built.published is not None
    assert built.published.produced == ("c/one/index.html",)


def test_an_edition_of_before_is_known_again(toys: Toys) -> None:
    first = of_bytes((toys.out / MANIFEST).read_bytes())
    write(toys.root, {"c/one/text": b"new"})
    toys.build()
    (toys.root / "c/one/text").write_bytes(SMALL["c/one/text"])
    check_step(toys)
    assert of_bytes((toys.out / MANIFEST).read_bytes()) == first


def test_one_state_serves_two_outputs(toys: Toys) -> None:
    """A site and its preview take turns; the second is made without reading a leaf again."""
    (toys.place / "two").mkdir()
    for name in ("root", "state"):
        (toys.place / "two" / name).symlink_to(toys.place / name)
    other = replace(toys, place=toys.place / "two")
    assert other.build().of("read") == []
    write(toys.root, {"c/one/number": b"2"})
    assert check_step(toys).of("read") == ["read c/one"]
    assert other.build().of("read") == []
    assert (other.out / MANIFEST).read_bytes() == (toys.out / MANIFEST).read_bytes()
    assert toys.build().calls == other.build().calls == ()


def test_no_more_than_two_groups_are_between_being_read_and_being_made(folder: Path) -> None:
    """Else a process would hold ever more leaves, or read them again."""
    toys = Toys(folder)
    names = [f"g{number}" for number in range(6)]
    write(toys.root, {f"{one}/leaf/number": b"1" for one in names} | {"rule": b"r", "style": b"s"})
    calls = toys.build().calls
    for number, name in enumerate(names[2:]):
        begun = calls.index(f"read {name}/leaf")
        made = [at for at, call in enumerate(calls) if call.endswith(f" {names[number]}/leaf")]
        assert max(made) < begun


def test_each_leaf_is_read_once(folder: Path) -> None:
    toys = Toys(folder)
    every = {f"g{group}/l{leaf}/number": b"1" for group in range(5) for leaf in range(20)}
    write(toys.root, every | {"rule": b"r", "style": b"s"})
    read = toys.build().of("read")
    assert len(read) == len(set(read)) == len(every)
