"""Series: made last and by all workers; what was made when a build died is not made again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from sunlit.engine.disk import Disk
from sunlit.engine.pool import WorkerError
from tests.engine.test_incremental import SETTLED, clean
from tests.engine.toy import Dying, Killed, NoLinks, Quick, tree
from tests.engine.toy_site import SMALL, Toys, write

PICTURES = {f"c/leaf{at}/picture": b"%d" % at for at in range(5)}


@pytest.fixture
def toys(folder: Path) -> Toys:
    toys = Toys(folder, later=SETTLED)
    write(toys.root, {**SMALL, **PICTURES})
    return toys


def died(toys: Toys, disk: Disk) -> int:
    """How many pictures were noted by builds that died later and later, when half are made."""
    lives = 0
    while len(noted(toys)) < 3:
        lives += 5
        with pytest.raises(Killed):
            replace(toys, disk=Dying(disk, lives)).build()
    return len(noted(toys))


def noted(toys: Toys) -> list[Path]:
    return [path for path in (toys.state / "made").rglob("*") if path.is_file()]


@pytest.mark.parametrize("disk", [Quick(), NoLinks()], ids=["links", "copies"])
def test_what_was_made_when_a_build_died_is_not_made_again(toys: Toys, disk: Quick) -> None:
    done = died(toys, disk)
    built = replace(toys, disk=disk).build()
    assert built.walked.found == done
    assert len(built.of("draw")) == 6 - done
    assert tree(toys.out) == clean(toys)[1]
    assert not (toys.state / "made").exists()


def test_what_was_left_damaged_is_made_again(toys: Toys) -> None:
    done = died(toys, Quick())
    one, other, *_ = noted(toys)
    one.write_bytes(b"half")
    other.unlink()
    built = toys.build()
    assert built.walked.found == done - 2
    assert tree(toys.out) == clean(toys)[1]


def test_a_series_is_not_made_while_something_is_refused_or_broken(toys: Toys) -> None:
    write(toys.root, {"a/one/number": b"none"})
    assert toys.build().of("draw") == []
    write(toys.root, {"a/one/number": b"5"})
    assert len(toys.build().of("draw")) == 6


def test_a_worker_that_dies_names_the_source_of_a_series(toys: Toys) -> None:
    write(toys.root, {"c/leaf3/picture": b"die"})
    with pytest.raises(WorkerError) as caught:
        replace(toys, workers=2).build()
    assert caught.value.holding == "c/leaf3/picture"
    write(toys.root, {"c/leaf3/picture": b"mended"})
    assert replace(toys, workers=2).build().published is not None
    assert tree(toys.out) == clean(toys)[1]
