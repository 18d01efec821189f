"""Tasks: one output each, what it is made from, and how; no two for one output.

Owns the rule that every output has one writer, also where a file system takes upper and lower
case for the same. Knows nothing of what a task produces.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from sunlit.digest import Digest, of_value


@dataclass(frozen=True, slots=True)
class Task:
    """An output, the named digests of everything it is made from, and the making of it.

    `make` is pure: equal inputs give equal bytes. `origin` says in plain words where the task
    comes from, for whoever has to be told.
    """

    output: str
    inputs: tuple[tuple[str, Digest], ...]
    make: Callable[[], bytes]
    origin: str = ""

    @property
    def key(self) -> Digest:
        """One digest over all inputs."""
        return of_value(self.inputs)


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two tasks that would write one output."""

    first: Task
    second: Task


def conflicts(tasks: Iterable[Task]) -> tuple[Conflict, ...]:
    """Every pair of tasks with the same output, letter case aside, in the tasks' order.

    An output below another output (`a` and `a/b`) is a conflict too: one is a file, the other
    needs a folder of that name.
    """
    seen: dict[str, Task] = {}
    found = []
    ordered = list(tasks)
    for task in ordered:
        first = seen.setdefault(task.output.casefold(), task)
        if first is not task:
            found.append(Conflict(first, task))
    for task in ordered:
        parts = task.output.casefold().split("/")
        for depth in range(1, len(parts)):
            above = seen.get("/".join(parts[:depth]))
            if above is not None:
                found.append(Conflict(above, task))
    return tuple(found)
