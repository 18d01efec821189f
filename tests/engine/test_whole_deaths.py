"""A whole build killed, or out of room, anywhere: state, stage and publication on one disk.

What is served is the old edition or the new one, and the next build is a clean one.
"""

from __future__ import annotations

import errno
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from sunlit.engine.publish import recover
from tests.engine.test_incremental import SETTLED, clean
from tests.engine.toy import Counting, Dying, Full, Killed, NoExchange, Quick, tree
from tests.engine.toy_site import SMALL, Toys, write

EDIT = {"a.b/one/number": b"-9", "c/two/text": b"new", "c/two/number": b"4", "c/two/picture": b"x"}


@pytest.fixture(params=["cold", "incremental"])
def places(request: pytest.FixtureRequest, folder: Path) -> Iterator[Toys]:
    """A copy of a root after an edit for each use, the edition before it published or none yet."""
    first = Toys(folder / "first", later=SETTLED)
    write(first.root, SMALL)
    if request.param == "incremental":
        first.build()
        write(first.root, {"a/one/text": b"second"})
        first.build()
        (first.root / "c/one/picture").unlink()
    write(first.root, EDIT)
    return iter(lambda: fresh(first), None)


def fresh(first: Toys) -> Toys:
    toys = replace(first, place=first.place.with_name("toys"))
    shutil.rmtree(toys.place, ignore_errors=True)
    # The links between the live folder and the standby are lost, so the note of them must be.
    shutil.copytree(first.place, toys.place, ignore=shutil.ignore_patterns(".site.pair"))
    return toys


def check_next(toys: Toys, wanted: object) -> None:
    """The build after a death, and one more after another edit."""
    assert toys.build().published is not None
    assert tree(toys.out) == wanted
    write(toys.root, {"c/two/text": b"newer"})
    toys.build()
    toys.build()
    assert tree(toys.out) == clean(toys)[1]
    assert not {path.name for path in toys.place.iterdir()} & {".site.next", ".site.old"}


@pytest.mark.parametrize("disk", [Quick(), NoExchange()], ids=["exchange", "renames"])
def test_a_death_at_any_operation_leaves_a_whole_edition(
    places: Iterator[Toys], disk: Quick
) -> None:
    toys = next(places)
    before, wanted = tree(toys.out), clean(toys)[1]
    counting = Counting(disk)
    replace(toys, disk=counting).build()
    assert {"write", "rename", "mkdir"} <= {*counting.done}
    every = len(counting.done)
    served = []
    for lives in range(every):
        toys = next(places)
        with pytest.raises(Killed):
            replace(toys, disk=Dying(disk, lives)).build()
        if isinstance(disk, NoExchange):
            recover(toys.out, Quick())
        now = tree(toys.out)
        assert now in (before, wanted), lives
        served.append(now == wanted)
        if lives % 3 == 0 or lives > every - 40:
            check_next(toys, wanted)
    assert {*served} == {False, True}
    assert served == sorted(served), "once it is published, it stays"


@pytest.mark.parametrize("once", [True, False], ids=["once", "for ever"])
def test_without_room_for_any_operation_the_old_edition_stands(
    places: Iterator[Toys], once: bool
) -> None:
    toys = next(places)
    before, wanted = tree(toys.out), clean(toys)[1]
    room, failed = 0, True
    while failed:
        toys = next(places)
        full = Full(Quick(), room, once=once)
        try:
            replace(toys, disk=full).build()
        except OSError as error:
            assert error.errno == errno.ENOSPC  # noqa: PT017
            assert tree(toys.out) == before, room
        else:
            failed = full.room < 0  # no room for what only speeds up the next build: no failure
            assert tree(toys.out) == wanted
        check_next(toys, wanted)
        room += 1
    assert room > 30
