"""Tasks: an output, what it is made from, and how; series of dear ones; no two for one output.

Owns the rule that every output has one writer, also where a file system takes upper and lower
case for the same. Knows nothing of what a task produces.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from msgspec import Struct


class Task(Struct, frozen=True):
    """An output and the making of it, which is pure: made whenever the step it belongs to is.

    A `key` is the digest of everything it is made from: equal keys are equal bytes, so one that has
    the key it had is not made again. `origin` says in plain words where it comes from.
    """

    output: str
    make: Callable[[], bytes]
    origin: str = ""
    key: str = ""


class Series(Struct, frozen=True):
    """Outputs of one source that are too dear to be made again only to be compared.

    `keys` has the digest of everything an output is made from, by output: equal keys are equal
    bytes, and several steps may write one output by the same key. `make` is pure and can travel
    to another process; it gives those outputs it is asked for, in their order, each as soon as it
    is done. `source` names the file they are made from.
    """

    source: str
    keys: Mapping[str, str]
    make: Callable[[Sequence[str]], Iterable[tuple[str, bytes]]]


class Steady(Struct, frozen=True):
    """Tasks of a leaf that do not see its standing: only made when something else has changed.

    A leaf has one of these at most: its outputs are told from all others by what they were made on.
    """

    tasks: Callable[[], Iterable[Task]]


class RefusedError(Exception):
    """An output that cannot be made, for a reason that is the source's; `log` says which."""

    def __init__(self, log: bytes) -> None:
        super().__init__(log)
        self.log = log


class Refused(Struct, frozen=True):
    """In place of a step's outputs, when one of them cannot be made: what is to be said of it."""

    log: bytes


class Conflict(Struct, frozen=True):
    """An output with two writers, and the steps that would write it."""

    output: str
    first: str
    second: str


def conflicts(writers: Iterable[tuple[str, str, str]]) -> tuple[Conflict, ...]:
    """Every output that two steps would write, letter case aside, from (output, step, key).

    An output below another output (`a` and `a/b`) is a conflict too: one is a file, the other
    needs a folder of that name. Only shared outputs come with a key: equal keys are equal bytes,
    so those may be written twice.
    """
    seen: dict[str, tuple[str, str, str]] = {}
    found = []
    ordered = list(writers)
    for one in ordered:
        output, step, key = one
        first = seen.get(output.casefold())
        if first is None:
            seen[output.casefold()] = one
        elif not (key and (first[0], first[2]) == (output, key)):
            found.append(Conflict(output, first[1], step))
    for output, step, _ in ordered:
        at = output.find("/")
        while at >= 0:
            above = seen.get(output[:at].casefold())
            if above is not None:
                found.append(Conflict(output, above[1], step))
            at = output.find("/", at + 1)
    return tuple(found)
