"""No room on the disk: an OSError, the old edition as it was, and the next build is clean."""

from __future__ import annotations

import errno
import shutil
from pathlib import Path

import pytest

from sunlit.engine.disk import Disk
from sunlit.engine.verify import verify
from tests.engine.test_deaths import FOUR, ONE, SITES, THREE, TWO, Situation
from tests.engine.toy import (
    TAKES_ROOM,
    Counting,
    Edition,
    Full,
    NoExchange,
    NoLinks,
    Quick,
    build,
    tree,
    whole,
)


def failure(out: Path, edition: Edition, disk: Disk) -> OSError | None:
    try:
        build(out, edition, disk)
    except OSError as error:
        return error
    return None


@SITES
@pytest.mark.parametrize("once", [True, False], ids=["once", "for ever"])
@pytest.mark.parametrize("disk", [Quick(), NoExchange(), NoLinks()])
def test_without_room_for_any_operation_the_old_edition_stands(
    folder: Path, situation: Situation, once: bool, disk: Disk
) -> None:
    prepare, before, after = situation
    old, new = (whole(one) if one is not None else None for one in (before, after))
    room, failed = 0, True
    while failed:
        out = folder / str(room) / "parent" / "site"
        out.parent.mkdir(parents=True)
        prepare(out)
        full = Full(disk, room, once=once)
        error = failure(out, after, full)
        if error is not None:
            assert error.errno == errno.ENOSPC
            gone_until_the_next_command = isinstance(disk, NoExchange) and not once
            assert tree(out) == old or (tree(out) is None and gone_until_the_next_command)
        else:
            failed = full.room < 0  # no room for what only speeds up the next build: no failure
            assert tree(out) == new
        for edition in (after, FOUR):
            build(out, edition, Quick())
            assert tree(out) == whole(edition)
            assert verify(out, Quick()).intact
        shutil.rmtree(folder / str(room))
        room += 1
    assert room > 3


def test_every_operation_that_takes_room_is_tried(folder: Path) -> None:
    used = set()
    for disk in (NoExchange(), NoLinks()):
        counting = Counting(disk)
        for edition in (ONE, TWO, THREE):
            build(folder / "site", edition, counting)
        used |= {*counting.done}
        shutil.rmtree(folder)
        folder.mkdir()
    assert used >= {*TAKES_ROOM}
