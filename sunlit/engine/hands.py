"""One step of work by its message: what a worker does, and what the build does when it is alone.

Owns the messages and how a step's texts are fetched and its outputs put on the stage. An output
whose bytes are as they were last is not put there. One of a series whose key is as it was is not
even made; the others are a job of their own, so that those of one leaf keep all workers busy.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from typing import NamedTuple, Protocol

from msgspec import Struct
from msgspec.structs import replace

from sunlit.digest import Digest, of_bytes
from sunlit.engine.finished import Finished
from sunlit.engine.memo import Output
from sunlit.engine.shards import Family, Lines, Read, Work
from sunlit.engine.state import LostError, State, from_lines
from sunlit.engine.tasks import Refused, RefusedError, Series, Steady, Task

Outputs = Sequence[tuple[str, Output]]
"""What a step made, in its order: names with their digests."""

UNMADE = Digest("")
"""Stands for the digest of an output of a series until it is made."""


class Stage(Protocol):
    """Where new outputs are put before they are published."""

    def put(self, name: str, content: bytes) -> Digest:
        """Keep an output; its digest."""
        ...

    def lend(self, name: str, path: str) -> None:
        """Let an output that was put be found at another path too, if it can be done."""
        ...


class Nowhere:
    """A stage that keeps nothing: for walks that only want to know."""

    def put(self, name: str, content: bytes) -> Digest:
        """The digest of an output."""
        return of_bytes(content)

    def lend(self, name: str, path: str) -> None:
        """There is nothing to be found."""


class Sources(NamedTuple):
    """Where the texts of a family are kept: facets by group, gatherings by group."""

    facets: Mapping[str, Mapping[str, Digest]]
    gathered: Mapping[str, Digest]


class ReadJob(Struct, frozen=True):
    """Read some leaves of a group."""

    group: str
    leaves: tuple[str, ...]


class StandJob(Struct, frozen=True):
    """Take some of the steps `gather`, `frame`, `stand` of a group."""

    group: str
    steps: frozenset[str]
    sources: Sources


class DueLeaf(NamedTuple):
    """A leaf to be made: its standing, the digest of its other inputs, what it made last."""

    name: str
    standing: bytes
    ground: str
    before: Mapping[str, Output]


class LeafJob(Struct, frozen=True):
    """Make the outputs of some leaves."""

    group: str
    frame: bytes
    leaves: tuple[DueLeaf, ...]


class PartJob(Struct, frozen=True):
    """Make the outputs of one part of a group; `ground` is the digest of its files' inputs."""

    group: str
    part: str
    frame: bytes
    sources: Sources
    ground: str
    before: Mapping[str, Output]


class TopJob(Struct, frozen=True):
    """Make the outputs of one part of the whole."""

    part: str
    sources: Sources
    before: Mapping[str, Output]


class SeriesJob(Struct, frozen=True):
    """Make some outputs of a series of a leaf."""

    group: str
    leaf: str
    series: Series
    outputs: tuple[str, ...]


class LeafDone(NamedTuple):
    """What came of a leaf, and what is left to do of its series."""

    leaf: str
    outputs: Outputs | Refused
    left: Sequence[SeriesJob] = ()


class SeriesDone(NamedTuple):
    """What came of a series; so many of its outputs had been finished by a build that died."""

    outputs: Outputs | Refused
    found: int = 0


class Lost(Struct, frozen=True):
    """The answer to a job whose texts are gone from the state, or damaged."""

    object: Digest


Message = ReadJob | StandJob | LeafJob | PartJob | TopJob | SeriesJob


class Hands(Struct):
    """What does the steps: the work, the state to fetch from, the stage to put on.

    `finished` is where outputs of series are found that a build which died has made.
    """

    work: Work
    state: State
    stage: Stage
    finished: Finished

    def __call__(self, message: object, at: Callable[[str], None]) -> object:
        """The answer to a message; `at` is told each leaf or part that is begun."""
        try:
            return self._answer(message, at)
        except LostError as error:
            return Lost(error.object)

    def _answer(self, message: object, at: Callable[[str], None]) -> object:
        match message:
            case ReadJob():
                return [(leaf, self._read(message.group, leaf, at)) for leaf in message.leaves]
            case StandJob():
                at(message.group)
                return self._stand(message)
            case LeafJob():
                return [self._leaf(message, one, at) for one in message.leaves]
            case PartJob():
                at(f"{message.group} {message.part}")
                texts = self._family(message.sources)
                family = Family(texts.facets, texts.gathered, message.ground)
                tasks = self.work.part(message.group, message.part, family, message.frame)
                return self._put(tasks, message.before)
            case TopJob():
                at(message.part)
                gathered = self._family(message.sources).gathered
                return self._put(self.work.top(message.part, gathered), message.before)
            case SeriesJob():
                at(f"{message.group}/{message.leaf}/{message.series.source}")
                return self._series(message)
        raise TypeError(message)

    def _read(self, group: str, leaf: str, at: Callable[[str], None]) -> Read:
        at(f"{group}/{leaf}")
        return self.work.read(group, leaf)

    def _stand(self, job: StandJob) -> Mapping[str, object]:
        """The texts of the steps that were asked for, by step; a frame needs its own gathering."""
        family = self._family(job.sources)
        made: dict[str, object] = {}
        if "gather" in job.steps:
            gathered = self.work.gather(job.group, family)
            made["gather"] = gathered
            family = Family(family.facets, {**family.gathered, job.group: gathered})
        if "frame" in job.steps:
            made["frame"] = self.work.frame(job.group, family)
        if "stand" in job.steps:
            made["stand"] = dict(self.work.stand(job.group, family))
        return made

    def _leaf(self, job: LeafJob, leaf: DueLeaf, at: Callable[[str], None]) -> LeafDone:
        at(f"{job.group}/{leaf.name}")
        outputs: list[tuple[str, Output]] = []
        left = []
        try:
            for one in self.work.leaf(job.group, leaf.name, leaf.standing, job.frame):
                match one:
                    case Task():
                        before = leaf.before.get(one.output)
                        outputs.append((one.output, put(one, before, self.stage)))
                    case Steady():
                        outputs += self._steady(one, leaf)
                    case Series():
                        known = [
                            (name, _known(leaf.before.get(name), key))
                            for name, key in one.keys.items()
                        ]
                        outputs += known
                        due = tuple(name for name, output in known if output.digest == UNMADE)
                        if due:
                            left.append(SeriesJob(job.group, leaf.name, one, due))
        except RefusedError as error:
            return LeafDone(leaf.name, Refused(error.log))
        return LeafDone(leaf.name, outputs, left)

    def _steady(self, steady: Steady, leaf: DueLeaf) -> Outputs:
        """Its outputs as they were made last, where they were made on the same ground."""
        kept = [(name, one) for name, one in leaf.before.items() if one.key == leaf.ground]
        if kept:
            return kept
        tasks = (replace(one, key=leaf.ground) for one in steady.tasks())
        return [(one.output, put(one, leaf.before.get(one.output), self.stage)) for one in tasks]

    def _series(self, job: SeriesJob) -> SeriesDone:
        try:
            found = dict(self._found(job))
            outputs = {**found, **dict(self._made(job, found))}
        except RefusedError as error:
            return SeriesDone(Refused(error.log))
        return SeriesDone([(name, outputs[name]) for name in job.outputs], len(found))

    def _found(self, job: SeriesJob) -> Iterator[tuple[str, Output]]:
        """The outputs that were finished before, put on the stage."""
        for name in job.outputs:
            content = self.finished.get(job.series.keys[name])
            if content is not None:
                yield name, self._staged(name, content, job.series.keys[name])

    def _made(self, job: SeriesJob, found: Mapping[str, Output]) -> Iterator[tuple[str, Output]]:
        """The others, made, put on the stage and noted as finished."""
        due = [name for name in job.outputs if name not in found]
        for name, content in job.series.make(due) if due else ():
            output = self._staged(name, content, job.series.keys[name])
            self.finished.note(self.stage, name, output)
            yield name, output

    def _staged(self, name: str, content: bytes, key: str) -> Output:
        # Where another step writes to the same place, the edition is refused for that conflict.
        with suppress(FileExistsError, NotADirectoryError, IsADirectoryError):
            self.stage.put(name, content)
        return Output(of_bytes(content), key, shared=True)

    def _put(self, tasks: Iterable[Task], before: Mapping[str, Output]) -> Outputs | Refused:
        try:
            return [(one.output, put(one, before.get(one.output), self.stage)) for one in tasks]
        except RefusedError as error:
            return Refused(error.log)

    def _family(self, sources: Sources) -> Family:
        facets = {
            group: {
                facet: Lines(id, from_lines(self.state.fetch(id))) for facet, id in named.items()
            }
            for group, named in sources.facets.items()
        }
        return Family(facets, {name: self.state.fetch(id) for name, id in sources.gathered.items()})


def put(task: Task, before: Output | None, stage: Stage) -> Output:
    """Make an output and put it on the stage, unless it is as it was or would be by its key."""
    if before is not None and task.key and before.key == task.key:
        return before
    content = task.make()
    digest = of_bytes(content)
    if before is None or before.digest != digest:
        # Where another step writes to the same place, the edition is refused for that conflict.
        with suppress(FileExistsError, NotADirectoryError, IsADirectoryError):
            stage.put(task.output, content)
    return Output(digest, task.key)


def _known(before: Output | None, key: str) -> Output:
    """An output of a series as it was, if its key is; else one that is to be made."""
    same = before is not None and before.shared and before.key == key
    return before if before is not None and same else Output(UNMADE, key, shared=True)
