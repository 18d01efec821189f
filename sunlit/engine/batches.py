"""Leaves in batches: which travel in one message, and to the worker that holds what of them.

Owns how the leaves of a group are cut into jobs. Those that are made are cut as they were read,
so that a worker makes what it has read; those that were not read come in batches of their own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from sunlit.digest import Digest
from sunlit.engine.hands import DueLeaf, LeafJob, ReadJob
from sunlit.engine.memo import Output
from sunlit.engine.reading import Reading
from sunlit.engine.sources import key_of
from sunlit.engine.state import State

BATCH = 8
"""How many leaves travel in one message."""


def read_jobs(reading: Reading) -> Iterator[tuple[ReadJob, str]]:
    """The reading of every leaf that is due, each job with the name of what it will hold."""
    for at in range(0, len(reading.due), BATCH):
        batch = tuple(reading.due[at : at + BATCH])
        yield ReadJob(reading.group.name, batch), _held(reading, at)


def leaf_jobs(
    reading: Reading,
    due: Sequence[str],
    state: State,
    *,
    frame: bytes,
    shared: Digest,
    before: Callable[[str], Mapping[str, Output]],
) -> Iterator[tuple[LeafJob, str]]:
    """The making of these leaves, each job with the name of what should be held for it.

    `shared` is the digest of what all leaves are made from; `before` gives the last outputs of one.
    """
    if not due:
        return
    group, memo, standings = reading.group, reading.memo, reading.standings(state)
    given = {one.name: one.given for one in group.leaves}
    read = {name: at - at % BATCH for at, name in enumerate(reading.due)}
    batches: dict[int, list[str]] = {}
    for at, name in enumerate(due):
        batches.setdefault(read.get(name, -1 - at // BATCH), []).append(name)
    for at, names in batches.items():
        grounds = (key_of(shared, memo.leaves[one].sources, given[one]) for one in names)
        leaves = tuple(
            DueLeaf(one, standings[one], ground, before(one))
            for one, ground in zip(names, grounds, strict=True)
        )
        yield LeafJob(group.name, frame, leaves), _held(reading, at)


def _held(reading: Reading, at: int) -> str:
    """What a worker holds that has read the batch from `at` on."""
    return f"{reading.group.name}/{at}"
