"""The build: walk, assemble, publish. Nothing is published when anything is wrong.

Owns the order of these and what is said when the output folder is in the way.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from sunlit.app.bench import BEST, Bench, Ways
from sunlit.app.root import Root
from sunlit.diagnostics import Diagnostic, Findings, Span, in_order
from sunlit.digest import Digest, of_bytes
from sunlit.engine.edition import NewEdition, assemble
from sunlit.engine.lock import locked
from sunlit.engine.memo import EditionMemo
from sunlit.engine.pool import WorkerError
from sunlit.engine.publish import (
    MANIFEST,
    BusyError,
    NotOursError,
    Published,
    commit,
    manifest_text,
    open_stage,
    read_manifest,
    recover,
)
from sunlit.engine.sources import of_file
from sunlit.engine.stage import Places
from sunlit.engine.state import LostError, State
from sunlit.engine.tasks import Conflict
from sunlit.engine.verify import inspect, verify
from sunlit.engine.walk import Depth

EDITIONS = 4
"""How many editions are remembered, so that a site and its preview do not forget each other."""


@dataclass(frozen=True, slots=True)
class Built:
    """What a build found and did; `published` is None when nothing was published.

    `read` counts the units that were read; `phases` are seconds by name, in order; `notes` name
    parts of the state that were damaged and made again.
    """

    found: tuple[Diagnostic, ...]
    published: Published | None
    seconds: float
    read: int = 0
    phases: Mapping[str, float] = field(default_factory=dict)
    notes: tuple[str, ...] = ()


class Clock:
    """The time a build takes, by phase."""

    def __init__(self) -> None:
        self._began = self._last = time.monotonic()
        self.phases: dict[str, float] = {}

    def phase(self, name: str) -> None:
        """End a phase."""
        now = time.monotonic()
        self.phases[name] = self.phases.get(name, 0.0) + now - self._last
        self._last = now

    @property
    def seconds(self) -> float:
        """Seconds since the beginning."""
        return time.monotonic() - self._began


def build(
    root: Root, out: Path, *, as_of: date, base_url: str | None = None, ways: Ways = BEST
) -> Built:
    """Bring `out` up to date with the root; on any error it stays as it is, byte for byte."""
    clock = Clock()
    found = Findings()
    published, read = None, 0
    notes: tuple[str, ...] = ()
    try:
        with locked(Places.of(out).lock), locked(f"{root.path}/{ways.state}/lock"):
            recover(out, ways.disk)
            bench = Bench.open(root, as_of, base_url, ways)
            clock.phase("look")
            try:
                published, read = _build(bench, out, found, clock)
            except LostError:
                bench = bench.anew()
                published, read = _build(bench, out, found, clock)
            notes = tuple(bench.state.notes)
    except BusyError:
        _say_busy(out, found)
    except NotOursError as foreign:
        _say_foreign(out, foreign, found)
    except WorkerError as error:
        _say_died(error, found)
    return Built(in_order(found), published, clock.seconds, read, clock.phases, notes)


def _build(bench: Bench, out: Path, found: Findings, clock: Clock) -> tuple[Published | None, int]:
    there = inspect(out, bench.ways.disk)
    if there.foreign:
        raise NotOursError(there.foreign[0])
    edition = of_file(f"{out}/{MANIFEST}")
    whole = not there.missing and (
        bench.ways.trust or not edition or verify(out, bench.ways.disk).intact
    )
    last = EditionMemo.load(bench.state, edition) if whole else EditionMemo()
    stage = open_stage(out, bench.ways.disk)
    try:
        walked, hands = bench.walk(last, stage, depth=Depth.MAKE)
        found.found += bench.findings(walked).found
        clock.phase("make")
        if found.stops:
            return None, walked.read
        new = assemble(walked.shelves, last, read_manifest(out), hands)
        refuse_conflicts(new.conflicts, found)
        if found.stops:
            return None, walked.read
        if new.memo != last:
            _remember(bench.state, new, walked.objects)
        published = commit(out, stage, new.outputs)
        clock.phase("publish")
        return published, walked.read
    finally:
        stage.discard()


def _remember(state: State, new: NewEdition, objects: frozenset[Digest]) -> None:
    """Keep what made the edition before it is published: a death after that loses nothing."""
    edition = of_bytes(manifest_text(new.outputs).encode())
    recent = (state.load("recent") or {}).get("editions", [])
    kept = [edition, *(one for one in recent if one != edition)][:EDITIONS]
    new.memo.save(state, edition)
    for one in state.names("editions"):
        if one not in kept:
            state.forget(f"editions/{one}")
    state.save("recent", {"editions": kept})
    memos = [EditionMemo.load(state, Digest(one)).objects() for one in kept]
    state.sweep(objects.union(*memos))


def refuse_conflicts(conflicts: tuple[Conflict, ...], found: Findings) -> None:
    """Two writers of one output are an error: nobody could say which one is published."""
    for one in conflicts:
        found.error(
            "two-writers",
            Span("content"),
            message=(
                f"“{one.first}”和“{one.second}”都要写 {one.output}",
                f"“{one.first}” and “{one.second}” both write {one.output}",
            ),
            hint=("给其中一个换一个编号。", "Give one of them another id."),
        )


def _say_foreign(out: Path, foreign: NotOursError, found: Findings) -> None:
    found.error(
        "foreign-output",
        Span(out.name),
        message=(
            f"文件夹 {out.name} 里有本程序没有生成的文件：{foreign}",
            f"{out.name} holds a file that no build has made: {foreign}",
        ),
        hint=(
            "把它移走，或者用 --out 换一个空文件夹。",
            "Move it away, or choose an empty folder with --out.",
        ),
    )


def _say_busy(out: Path, found: Findings) -> None:
    found.error(
        "build-running",
        Span(out.name),
        message=("另一次生成正在进行", "another build is at work on this site"),
        hint=("等它结束，再运行一次。", "Wait for it to end, then run this again."),
    )


def _say_died(error: WorkerError, found: Findings) -> None:
    found.error(
        "worker-died",
        Span(f"content/communities/{error.holding}" if error.holding else "content"),
        message=(
            f"处理到这里时程序意外中止：{error.last_line}",
            f"the program ended unexpectedly while at this: {error.last_line}",
        ),
        hint=(
            "再运行一次；如果又停在这里，请把这段话发给维护人员。",
            "Run it again; if it ends here again, send this to the maintainers.",
        ),
    )
