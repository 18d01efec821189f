"""Worker processes: messages to workers that keep what they read, answers in any order.

Owns the processes, not what they do. A job goes to a worker that holds what it needs where there
is one, else to whichever is free; with one worker everything runs in this process. A worker that
dies says by `holding` what it was at.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Protocol

from msgspec import Struct

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

HELD = 400
"""Bytes that a worker has for the name of what it is at."""

SEVERAL = 8
"""From how many waiting jobs on further processes are worth starting.

An edit of one leaf leads to fewer, and each process would work out again what they share.
"""

_PR_SET_PDEATHSIG = 1

ALONE = -1
"""The worker that a job is noted under which this process did itself."""


class WorkerError(Exception):
    """A worker failed or died; the message is its traceback or says how it ended.

    `holding` names what it was at, empty when it had not begun.
    """

    def __init__(self, holding: str, message: str) -> None:
        super().__init__(f"{holding}: {message}" if holding else message)
        self.holding = holding
        self.last_line = message.strip().rsplit("\n", 1)[-1]


class Job(Struct, frozen=True):
    """A message for a worker, and the key of what a worker should hold to be handed it first."""

    message: object
    holds: str


class Stint(Struct, frozen=True):
    """A job as it was done: by which worker, from when to when in seconds of one clock."""

    message: object
    worker: int
    began: float
    ended: float


class Handler(Protocol):
    """What a worker does with a message; `at` is called with the name of each thing it begins."""

    def __call__(self, message: object, at: Callable[[str], None]) -> object:
        """The answer to one message."""
        ...


class Pool:
    """Workers by the number; `handler` travels to them by fork, or by pickling with `spawn`.

    Jobs wait in the order they were added; a free worker takes the first whose `holds` it has
    taken before, else the first that no other worker has, else the first of all. With `late`, this
    process does the jobs itself while hardly any are waiting: what it learns there, workers
    forked later have too.
    """

    def __init__(
        self, handler: Handler, *, workers: int, method: str = "", late: bool = False
    ) -> None:
        self._handler = handler
        self.stints: list[Stint] = []
        self._waiting: list[Job] = []
        self._workers: list[_Worker] = []
        self._holders: dict[str, int] = {}
        self._count = workers
        self._late = late
        self._method = method or ("fork" if hasattr(os, "fork") else "spawn")

    def add(self, message: object, *, holds: str, first: bool = False) -> None:
        """Add a job; one that others wait for goes `first`."""
        self._waiting.insert(0 if first else len(self._waiting), Job(message, holds))

    def spread(self, workers: int) -> None:
        """Take so many processes from here on: what follows is worth starting them."""
        self._count = max(workers, len(self._workers))
        self._late = False

    def answers(self) -> Iterator[tuple[object, object]]:
        """Messages with their answers as they come; jobs may be added meanwhile."""
        busy: dict[int, tuple[Job, float]] = {}
        while self._waiting or busy:
            if self._count <= 1 or self._can_wait():
                yield self._alone()
                continue
            from multiprocessing.connection import wait

            self._hand_out(busy)
            connections: dict[object, int] = {
                self._workers[number].connection: number for number in busy
            }
            for connection in wait([self._workers[number].connection for number in busy]):
                number = connections[connection]
                job, began = busy.pop(number)
                answer = self._workers[number].answer()
                self.stints.append(Stint(job.message, number, began, time.monotonic()))
                yield job.message, answer
                self._hand_out(busy)

    def close(self) -> None:
        """End every worker."""
        for worker in self._workers:
            worker.end()
        self._workers.clear()

    def _can_wait(self) -> bool:
        return self._late and not self._workers and len(self._waiting) < SEVERAL

    def _alone(self) -> tuple[object, object]:
        job = self._waiting.pop(0)
        began = time.monotonic()
        answer = self._handler(job.message, _ignore)
        self.stints.append(Stint(job.message, ALONE, began, time.monotonic()))
        return job.message, answer

    def _hand_out(self, busy: dict[int, tuple[Job, float]]) -> None:
        while self._waiting and len(busy) < self._count:
            number = next((n for n in range(len(self._workers)) if n not in busy), None)
            if number is None:
                number = len(self._workers)
                self._workers.append(_Worker(self._handler, self._method))
            job = self._waiting.pop(self._choose(number))
            self._holders[job.holds] = number
            self._workers[number].send(job.message)
            busy[number] = job, time.monotonic()

    def _choose(self, number: int) -> int:
        free = None
        for place, job in enumerate(self._waiting):
            holder = self._holders.get(job.holds)
            if holder == number:
                return place
            if holder is None and free is None:
                free = place
        return free if free is not None else 0


class _Worker:
    def __init__(self, handler: Handler, method: str) -> None:
        import multiprocessing  # a build that works alone needs none of it

        # Any: the stubs know the processes of each method, not those of a method by its name.
        context: Any = multiprocessing.get_context(method)
        self.connection, theirs = context.Pipe()
        self._held = context.RawArray("c", HELD)
        self._process = context.Process(
            target=_work, args=(handler, theirs, self._held, os.getpid()), daemon=True
        )
        self._process.start()
        theirs.close()

    def send(self, message: object) -> None:
        try:
            self.connection.send(message)
        except OSError:
            raise self._ended() from None

    def answer(self) -> object:
        try:
            done, answer = self.connection.recv()
        except (EOFError, OSError):
            raise self._ended() from None
        if done:
            return answer
        raise WorkerError(self._holding(), str(answer))

    def end(self) -> None:
        with suppress(OSError):  # said, and not only closed: another may hold a copy of this end
            self.connection.send(None)
        self.connection.close()
        self._process.join(5)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()

    def _holding(self) -> str:
        return bytes(self._held.value).decode("utf-8", "replace")

    def _ended(self) -> WorkerError:
        self._process.join(5)
        return WorkerError(self._holding(), f"worker ended with {self._process.exitcode}")


def _ignore(name: str) -> None:
    """In this process, a failure says by itself what it was at."""


def _end_with(parent: int) -> None:
    """Let the system end this process with the one that started it, however that ends.

    One at a long job would go on and write among the outputs of the next build. Where the system
    has no such thing, it ends when the job is done.
    """
    if sys.platform != "linux":
        return
    import ctypes

    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:  # it ended before that was said
        os._exit(1)


def _work(handler: Handler, connection: Connection, held: Any, parent: int) -> None:
    """The life of a worker: a message, an answer, until the other end is closed.

    `held` is shared memory, a `ctypes` array whose type exists at run time only.
    """
    _end_with(parent)
    # Values here live until the worker ends; looking for cycles would be a third of its time.
    gc.disable()

    def at(name: str) -> None:
        held.value = name.encode("utf-8", "replace")[: HELD - 1]

    while True:
        try:
            message = connection.recv()
        except (EOFError, OSError):
            return
        if message is None:
            return
        try:
            answer = (True, handler(message, at))
        except Exception:  # whatever it is, the build has to hear of it
            answer = (False, traceback.format_exc())
        connection.send(answer)
