"""Everything a walk over a root needs, opened once: its state, its outline, the work.

Owns how build, check and explain come to the same walk, so that they cannot disagree.
"""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

from msgspec import Struct

from sunlit.app.album import Albums
from sunlit.app.inputs import Inputs, seeing
from sunlit.app.logs import diagnostics_of, log_of
from sunlit.app.outline import Outline, outline_of
from sunlit.app.root import Root
from sunlit.app.work import SiteWork
from sunlit.diagnostics import Diagnostic, Findings, Severity, in_order
from sunlit.digest import Digest, of_value
from sunlit.engine.disk import DISK, Disk
from sunlit.engine.finished import Finished
from sunlit.engine.hands import Hands, Stage
from sunlit.engine.memo import EditionMemo
from sunlit.engine.pool import Pool, Stint
from sunlit.engine.reading import Looker
from sunlit.engine.series import Telling, make_series, silent
from sunlit.engine.state import EMPTY, State, from_lines
from sunlit.engine.walk import Depth, Walk, Walked

FORMAT = Digest("1")
"""The form of the state; another one is as good as none."""

STATE = ".sunlit"
"""The folder of the state below a root."""


ALONE = 8
"""Up to how many units are read before it is worth to prepare workers, or to spawn any."""


class Ways(Struct, frozen=True):
    """How a build runs; none of it has a part in what is built.

    `jobs` is the number of processes, 0 for one per core; `method` how they start (`fork`,
    `spawn`; empty for the better one); without `trust` every file is read, whatever its dates.
    `state` is the folder of the state below the root, `disk` what the state and the output are
    kept on. `tell` is told how many photos are developed, and of how many; `faces` is a model to
    look for faces with, which only warns.
    """

    jobs: int = 0
    method: str = ""
    trust: bool = True
    state: str = STATE
    disk: Disk = DISK
    tell: Telling = silent
    faces: Path | None = None


BEST = Ways()
"""As the machine allows, trusting what the file system says."""


class Bench(Struct, frozen=True):
    """A root on a day, ready to be walked over."""

    root: Root
    as_of: date
    base_url: str | None
    ways: Ways
    state: State
    looker: Looker
    outline: Outline
    albums: Albums

    @classmethod
    def open(cls, root: Root, as_of: date, base_url: str | None, ways: Ways) -> Bench:
        """Open the state and look at what stands above the units."""
        top = os.path.abspath(root.path)
        state = State(f"{top}/{ways.state}", FORMAT, ways.disk)
        looker = Looker(top, state.now(), ways.trust)
        inputs = Inputs(state, looker)
        outline = outline_of(root, as_of, base_url, state=state, inputs=inputs)
        album = State(f"{top}/{ways.state}/photos", seeing(inputs), ways.disk)
        inputs.save()
        albums = Albums(album, looker)
        return cls(root, as_of, base_url, ways, state, looker, outline, albums)

    def anew(self) -> Bench:
        """The same with an empty state: something of it was damaged."""
        notes = self.state.notes
        self.state.clear()
        fresh = Bench.open(self.root, self.as_of, self.base_url, self.ways)
        fresh.state.notes[:0] = notes
        return fresh

    @property
    def finished(self) -> Finished:
        """Where photos are found that a build which died has developed."""
        return Finished(f"{self.state.folder}/made", self.ways.disk)

    def log(self) -> tuple[Diagnostic, ...]:
        """What is to be said of what stands above the units."""
        return diagnostics_of(self.outline.log)

    def walk(
        self,
        last: EditionMemo,
        stage: Stage,
        *,
        depth: Depth,
        wanted: tuple[str, str] | None = None,
    ) -> tuple[Walked, Hands, tuple[Stint, ...]]:
        """Walk over the root; no further than reading when something above the units is wrong.

        With `wanted`, a shelf and a step, no other step is made. The stints are the jobs done.
        """
        above = tuple(one for one in self.log() if one.severity is Severity.ERROR)
        program = self.outline.plan.rendering["program"]
        work = SiteWork(self.root, self.as_of, self.base_url, above, program, self.albums)
        hands = Hands(work, self.state, stage, self.finished)
        deep = Depth.READ if above else depth
        walk = Walk(self.outline.plan, hands, last, looker=self.looker, depth=deep, wanted=wanted)
        workers = self._workers(walk.unread)
        late = walk.unread <= ALONE
        if workers > 1 and not late:
            work.prepare()
        pool = Pool(hands, workers=workers, method=self.ways.method, late=late)
        try:
            walked = walk.run(pool)
            # Photos are developed when everything else is known to be right.
            if walked.left and not self.findings(walked).stops:
                pool.spread(min(self.cores, len(walked.left)))
                walked = make_series(walked, pool, self.ways.tell)
            return walked, hands, tuple(pool.stints)
        finally:
            pool.close()

    def _workers(self, unread: int) -> int:
        spawned = self.ways.method == "spawn" or not hasattr(os, "fork")
        if spawned and unread <= ALONE:  # a process that begins from nothing costs more than that
            return 1
        return self.cores

    @property
    def cores(self) -> int:
        """How many processes may be at work."""
        return self.ways.jobs or os.cpu_count() or 1

    def findings(self, walked: Walked) -> Findings:
        """Everything that is to be said of the root, the checks between units included."""
        found = Findings(list(self.log()))
        for _, _, log in walked.logs:
            found.found += diagnostics_of(log)
        last = self.state.load("claims") or {}
        held = {}
        for group in self.outline.plan.groups:
            claims = walked.facets[group.name].get("claims", EMPTY)
            key = of_value((claims, dict(group.own), dict(group.context)))
            if last.get(group.name) == key or self._claims_hold(group.name, claims, found):
                held[group.name] = key
        if held != last:
            self.state.save("claims", held)
        found.found += self._reused(walked)
        return found

    def look_for_faces(self, found: Findings) -> None:
        """Warn of faces nobody has declared, where a model is there to look for them."""
        if self.ways.faces is not None:
            from sunlit.app.faces import faces_found  # few have such a model

            faces_found(self, self.ways.faces, found)

    def _claims_hold(self, group: str, claims: Digest, found: Findings) -> bool:
        """Whether the units of an area do not claim what is another's, as far as can be told."""
        from sunlit.app.scenery import Scenery
        from sunlit.rules.checks import check_addresses
        from sunlit.rules.facets import claims_wire

        content = Scenery(self.root, self.base_url).area(group)
        if content is None:
            return False
        own = Findings()
        texts = from_lines(self.state.fetch(claims)).values()
        check_addresses(content, [claims_wire().value(one) for one in texts], own)
        found.found += own.found
        return not own.found

    def _reused(self, walked: Walked) -> tuple[Diagnostic, ...]:
        """What is to be said of photos across all areas; kept for as long as no claim changes."""
        claims = {
            name: facets["photos"] for name, facets in walked.facets.items() if "photos" in facets
        }
        if not claims:
            return ()
        key = of_value((self.outline.plan.rendering["program"], claims))
        last = self.state.load("reuse")
        if last is not None and last.get("key") == key:
            return diagnostics_of(last["log"].encode())
        from sunlit.rules.checks.reuse import photo_reused
        from sunlit.rules.facets import photo_claims_wire

        own, wire = Findings(), photo_claims_wire()
        texts = (
            text for id in claims.values() for text in from_lines(self.state.fetch(id)).values()
        )
        photo_reused((claim for text in texts for claim in wire.value(text)), own)
        self.state.save("reuse", {"key": key, "log": log_of(own).decode()})
        return tuple(own)


def astray(root: Root) -> tuple[Diagnostic, ...]:
    """What is said of a folder with nothing of a site in it; nothing is written there."""
    if any((root.path / name).exists() for name in ("site.toml", "content")):
        return ()
    from sunlit.app.scenery import Scenery

    return in_order(Scenery(root).check())
