"""The build: walk, assemble, publish. Nothing is published when anything is wrong.

Owns the order of these and what is said when the output folder is in the way.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from msgspec import Struct, field

from sunlit.app.bench import BEST, Bench, Ways, astray
from sunlit.app.root import Root
from sunlit.app.stopped import told
from sunlit.diagnostics import Diagnostic, Findings, Span, in_order
from sunlit.digest import Digest
from sunlit.engine.edition import NewEdition, assemble
from sunlit.engine.hands import SeriesJob
from sunlit.engine.lock import locked
from sunlit.engine.memo import EditionMemo
from sunlit.engine.pool import Stint
from sunlit.engine.publish import (
    NotOursError,
    Published,
    commit,
    open_stage,
    read_manifest,
    recover,
)
from sunlit.engine.stage import Places
from sunlit.engine.state import LostError, State
from sunlit.engine.tasks import Conflict
from sunlit.engine.verify import inspect, verify
from sunlit.engine.walk import Depth, Walked

EDITIONS = 4
"""How many editions are remembered, so that a site and its preview do not forget each other."""


class Built(Struct, frozen=True):
    """What a build found and did; `published` is None when nothing was published.

    `read` counts the units that were read; `phases` are (began, ended) by name, in seconds of one
    clock; `stints` are the jobs of the walk; `notes` name parts of the state that were damaged and
    made again; `resumed` counts files of photos that a build which died had finished.
    """

    found: tuple[Diagnostic, ...]
    published: Published | None
    seconds: float
    read: int = 0
    phases: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    stints: tuple[Stint, ...] = ()
    notes: tuple[str, ...] = ()
    resumed: int = 0

    @property
    def developing(self) -> tuple[int, float]:
        """How many photos were developed, and the seconds from the first to the last."""
        own = [one for one in self.stints if isinstance(one.message, SeriesJob)]
        if not own:
            return 0, 0.0
        return len(own), max(one.ended for one in own) - min(one.began for one in own)


class Clock:
    """The time a build takes, by phase."""

    def __init__(self) -> None:
        self._began = self._last = time.monotonic()
        self.phases: dict[str, tuple[float, float]] = {}
        self.stints: tuple[Stint, ...] = ()

    def phase(self, name: str) -> None:
        """End a phase."""
        now = time.monotonic()
        self.phases[name] = self._last, now
        self._last = now

    @property
    def seconds(self) -> float:
        """Seconds since the beginning."""
        return time.monotonic() - self._began


def build(
    root: Root, out: Path, *, as_of: date, base_url: str | None = None, ways: Ways = BEST
) -> Built:
    """Bring `out` up to date with the root; on any error it stays as it is, byte for byte."""
    with without_collecting():
        return _guarded(root, out, as_of=as_of, base_url=base_url, ways=ways)


def _guarded(root: Root, out: Path, *, as_of: date, base_url: str | None, ways: Ways) -> Built:
    """The build, with what is said when it may not or cannot begin."""
    clock = Clock()
    found = Findings(list(astray(root)))
    if found.stops:
        return Built(in_order(found), None, clock.seconds)
    published: Published | None = None
    walked: Walked | None = None
    notes: tuple[str, ...] = ()
    try:
        lock = f"{root.path}/{ways.state}/lock"
        with told(found, out.name), locked(Places.of(out).lock), locked(lock):
            recover(out, ways.disk)
            bench = Bench.open(root, as_of, base_url, ways)
            clock.phase("look")
            try:
                published, walked = _build(bench, out, found, clock)
            except LostError:
                bench = bench.anew()
                published, walked = _build(bench, out, found, clock)
            notes = tuple(bench.state.notes)
    except NotOursError as foreign:
        _say_foreign(out, foreign, found)
    read, resumed = (walked.read, walked.found) if walked else (0, 0)
    seconds, phases, stints = clock.seconds, clock.phases, clock.stints
    return Built(in_order(found), published, seconds, read, phases, stints, notes, resumed)


@contextmanager
def without_collecting() -> Iterator[None]:
    """Spare the search for cycles: values live to the end, and it would be a third of the time.

    Nor is what is left looked through at once, which a process that ends now has no use for; one
    that goes on does so after its next build.
    """
    enabled = gc.isenabled()
    gc.disable()
    gc.unfreeze()
    try:
        yield
    finally:
        if enabled:
            gc.freeze()
            gc.enable()


def _build(
    bench: Bench, out: Path, found: Findings, clock: Clock
) -> tuple[Published | None, Walked]:
    served = read_manifest(out, bench.ways.disk)
    there = inspect(out, bench.ways.disk, served)
    if there.foreign:
        raise NotOursError(there.foreign[0])
    edition = served.digest
    whole = not there.missing and (
        bench.ways.trust or not edition or verify(out, bench.ways.disk).intact
    )
    last = EditionMemo.load(bench.state, edition) if whole else EditionMemo()
    stage = open_stage(out, bench.ways.disk)
    try:
        walked, hands, clock.stints = bench.walk(last, stage, depth=Depth.MAKE)
        found.found += bench.findings(walked).found
        bench.look_for_faces(found)
        clock.phase("make")
        if found.stops:
            return None, walked
        new = assemble(walked.shelves, last, served, hands)
        refuse_conflicts(new.conflicts, found)
        if found.stops:
            return None, walked
        if new.memo != last:
            _remember(bench.state, new, walked.objects)
            groups = bench.outline.plan.groups
            bench.albums.sweep((group.name, leaf.name) for group in groups for leaf in group.leaves)
        published = commit(out, stage, new.manifest, served)
        bench.finished.clear()
        clock.phase("publish")
        return published, walked
    finally:
        stage.discard()


def _remember(state: State, new: NewEdition, objects: frozenset[Digest]) -> None:
    """Keep what made the edition before it is published: a death after that loses nothing."""
    edition = new.manifest.digest
    if EditionMemo.load(state, edition) == new.memo:
        return
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
