"""The walk over groups: what is read, stood, and made again, and what stays as it was.

Owns the order of steps. Leaves are read two groups at a time, so that what workers hold stays
small; groups stand one after another, each after those below it; whatever is due is made as soon
as its group has stood. Cost follows the change: a leaf whose files and surroundings are as before
is not read, one whose standing is as before too is not rendered, and a text that came out as before
stops there.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum
from functools import partial
from typing import Any

from msgspec import Struct, field

from sunlit.digest import Digest, of_bytes, of_value
from sunlit.engine.batches import leaf_jobs, read_jobs
from sunlit.engine.hands import (
    Hands,
    LeafJob,
    Lost,
    PartJob,
    ReadJob,
    SeriesJob,
    Sources,
    StandJob,
    TopJob,
)
from sunlit.engine.memo import EditionMemo
from sunlit.engine.pool import Pool
from sunlit.engine.reading import SOURCES, Looker, Reading
from sunlit.engine.shards import Part, Plan
from sunlit.engine.shelving import Shelving
from sunlit.engine.state import LostError, to_lines
from sunlit.engine.ties import Ties

WHOLE = ""
"""The name of the shelf that holds the parts of the whole."""


class Depth(IntEnum):
    """How far a walk goes: to what has to be said of the leaves, to verdicts, to outputs."""

    READ = 0
    STAND = 1
    MAKE = 2


class Walked(Struct, frozen=True):
    """What a walk found.

    `logs` hold what reading had to say, by group and leaf; `whole` is false when a leaf has
    errors or an output was refused. `facets` names the objects of every group's facets, `objects`
    all that the groups need. `shelves` are those of the new edition, by group; `left` are the
    series that `engine.series` has to make before they hold one, `found` how many of their
    outputs a build that died had finished.
    """

    logs: tuple[tuple[str, str, bytes], ...]
    whole: bool
    read: int
    facets: Mapping[str, Mapping[str, Digest]]
    objects: frozenset[Digest]
    shelves: Mapping[str, Shelving] = field(default_factory=dict)
    left: tuple[SeriesJob, ...] = ()
    found: int = 0


class Walk:
    """One walk over a plan; with `wanted`, a shelf and a step, no other step is made."""

    def __init__(
        self,
        plan: Plan,
        hands: Hands,
        last: EditionMemo,
        *,
        looker: Looker,
        depth: Depth,
        wanted: tuple[str, str] | None = None,
    ) -> None:
        self._plan = plan
        self._hands = hands
        self._state = hands.state
        self._last = last
        self._depth = depth
        self._wanted = wanted
        self._readings = [Reading.begin(hands.state, one, looker) for one in plan.groups]
        self._by_name = {one.group.name: one for one in self._readings}
        self._ties = Ties(self._by_name, hands.work)
        self._shelves: dict[str, Shelving] = {}
        self._fed = 0
        self._stood = 0
        self._standing = False
        self._making: dict[str, int] = {}
        self._left: list[SeriesJob] = []
        self._broken = False

    @property
    def unread(self) -> int:
        """How many leaves have to be read."""
        return sum(len(one.due) for one in self._readings)

    def run(self, pool: Pool) -> Walked:
        """Take every step that is due, but for the series of leaves."""
        self._pool = pool
        self._on()
        for message, answer in pool.answers():
            self._take(message, answer)
            self._on()
        said = ((one.group.name, one.logs(self._state)) for one in self._readings)
        logs = tuple((name, leaf, text) for name, one in said for leaf, text in one.items())
        facets = {one.group.name: one.memo.facets for one in self._readings}
        objects = frozenset(id for one in self._readings for id in one.memo.objects())
        # Sorted: they came as the workers were done.
        refused = sorted((one.name, *why) for one in self._shelves.values() for why in one.refused)
        logs, whole = (*logs, *refused), not (self._broken or refused)
        left = tuple(sorted(self._left, key=lambda one: (one.group, one.leaf)))
        return Walked(logs, whole, self.unread, facets, objects, self._shelves, left)

    def _on(self) -> None:
        self._feed()
        while self._advance():
            self._feed()

    def _feed(self) -> None:
        """Hand out the reading of further groups, while few are between reading and made."""
        while self._fed < len(self._readings) and self._open() < 2:
            reading = self._readings[self._fed]
            self._fed += 1
            for job, holds in read_jobs(reading):
                self._pool.add(job, holds=holds)

    def _open(self) -> int:
        """How many groups are between being read and being made."""
        making = (self._making.get(one.group.name, 0) for one in self._readings[: self._stood])
        return self._fed - self._stood + sum(count > 0 for count in making)

    def _advance(self) -> bool:
        """Let the next group stand when it can; whether another may follow at once."""
        if self._stood == len(self._readings) or self._standing or self._stood >= self._fed:
            return False
        reading = self._readings[self._stood]
        if reading.waiting:
            return False
        if not reading.settled:
            reading.settle(self._state)
            self._broken |= not reading.whole
        if not self._broken and self._depth > Depth.READ:
            steps = self._steps(reading)
            if steps:
                self._standing = True
                stand = self._stand(reading, steps)
                self._pool.add(stand, holds=reading.group.name, first=True)
                return False
        reading.memo.save(self._state, reading.group.name)
        self._stood += 1
        if not self._broken and self._depth > Depth.READ:
            self._decide(reading)
            if self._stood == len(self._readings):
                self._decide_tops()
        return True

    # Standing.

    def _steps(self, reading: Reading) -> frozenset[str]:
        due = {
            step
            for step in ("gather", "stand")
            if not reading.stands(step, self._ties.of_standing(reading, step))
        }
        if "gather" in due or not reading.stands("frame", self._ties.of_standing(reading, "frame")):
            due.add("frame")
        return frozenset(due)

    def _stand(self, reading: Reading, steps: frozenset[str]) -> StandJob:
        group, work = reading.group, self._hands.work
        facets = reading.facets(work.gathers | work.stands_on)
        gathered = self._ties.gathered((group.name, *group.below))
        if "gather" in steps:
            gathered.pop(group.name, None)
        return StandJob(group.name, steps, Sources({group.name: facets}, gathered))

    # Making.

    def _decide(self, reading: Reading) -> None:
        """Find what is due of a group that has stood, and hand it out."""
        group, memo = reading.group, reading.memo
        frame = memo.stood["frame"][1]
        shared = {**group.context, **self._plan.rendering, "frame": frame}
        shelf = Shelving(self._state, group.name, shared, self._last.shelves.get(group.name))
        self._shelves[group.name] = shelf
        due = [
            leaf.name
            for leaf in group.leaves
            if shelf.due(
                leaf.name,
                {
                    SOURCES: memo.leaves[leaf.name].sources,
                    "given": leaf.given,
                    "standing": memo.standings[leaf.name],
                },
                partial(reading.detail, leaf),
            )
        ]
        parts = [
            one
            for one in self._hands.work.parts
            if shelf.due(_step(one.name), self._ties.of_part(reading, one))
        ]
        due = [name for name in due if self._makes(group.name, name)]
        parts = [one for one in parts if self._makes(group.name, _step(one.name))]
        if not (due or parts):
            return
        text, ground = self._state.fetch(frame), of_value(shared)
        leaves = leaf_jobs(
            reading, due, self._state, frame=text, shared=ground, before=shelf.before
        )
        for job, holds in leaves:
            self._make(group.name, job, holds=holds)
        for part in parts:
            self._make(group.name, self._part_job(reading, part, shared, text), holds=group.name)

    def _part_job(
        self, reading: Reading, part: Part, shared: Mapping[str, str], frame: bytes
    ) -> PartJob:
        group = reading.group
        family = (group.name, *(group.below if part.deep else ()))
        facets = {name: self._by_name[name].facets(part.facets) for name in family}
        own = (group.name,) if part.gathered else ()
        sources = Sources(facets, self._ties.gathered((*own, *group.below)))
        ground = of_value({**shared, **self._ties.of_files(group, deep=part.deep)})
        before = self._shelves[group.name].before(_step(part.name))
        return PartJob(group.name, part.name, frame, sources, ground, before)

    def _decide_tops(self) -> None:
        shelf = Shelving(self._state, WHOLE, self._plan.rendering, self._last.shelves.get(WHOLE))
        self._shelves[WHOLE] = shelf
        gathered = self._ties.gathered(self._by_name)
        for top in self._plan.tops:
            known = gathered if top.gathered else {}
            inputs = {**top.inputs, **{f"{name}: gathered": id for name, id in known.items()}}
            if shelf.due(top.name, inputs) and self._makes(WHOLE, top.name):
                job = TopJob(top.name, Sources({}, known), shelf.before(top.name))
                self._make(WHOLE, job, holds=WHOLE)

    def _makes(self, shelf: str, step: str) -> bool:
        """Whether a step that is due is taken by this walk."""
        wanted = self._wanted is None or (shelf, step) == self._wanted
        return wanted and self._depth is Depth.MAKE

    def _make(self, group: str, job: object, *, holds: str) -> None:
        self._making[group] = self._making.get(group, 0) + 1
        self._pool.add(job, holds=holds)

    # Answers.

    def _take(self, message: object, answer: Any) -> None:
        """Answers may come from another process: their shape is that of `Hands`."""
        if isinstance(answer, Lost):
            raise LostError(answer.object)
        match message:
            case ReadJob():
                self._by_name[message.group].read.update(answer)
            case StandJob():
                self._standing = False
                self._note(self._by_name[message.group], answer)
            case LeafJob():
                for leaf, outputs, left in answer:
                    self._shelves[message.group].done(leaf, outputs)
                    self._left += left
                self._making[message.group] -= 1
            case PartJob():
                self._shelves[message.group].done(_step(message.part), answer)
                self._making[message.group] -= 1
            case TopJob():
                self._shelves[WHOLE].done(message.part, answer)
                self._making[WHOLE] -= 1

    def _note(self, reading: Reading, made: Mapping[str, Any]) -> None:
        """Keep the texts of the standing steps: gathering first, since the frame is made of it."""
        for step in ("gather", "frame", "stand"):
            if step not in made:
                continue
            text = made[step]
            if step == "stand":
                reading.memo.standings = {name: of_bytes(one) for name, one in text.items()}
                text = to_lines(text)
            reading.stood(self._state, step, self._ties.of_standing(reading, step), text)


def _step(part: str) -> str:
    """The step of a group's part, unlike the name of any leaf."""
    return f"/{part}"
