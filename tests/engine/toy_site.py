"""A toy of a site for the whole engine: folders of numbers and texts, and what is made of them.

Owns a `Work` without any of the program's own, a reader of its plan, and a build in the order of
`app/build.py`. A root has `rule` (every leaf sees it), `style` (everything is made with it), and a
folder per group with `about` (no leaf sees it), `law` (those of the group do) and a folder per
leaf; group `a.b` is below `a`.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from sunlit.digest import Digest, of_bytes
from sunlit.engine.disk import Disk
from sunlit.engine.edition import assemble
from sunlit.engine.finished import Finished
from sunlit.engine.hands import Hands
from sunlit.engine.manifest import Manifest
from sunlit.engine.memo import EditionMemo
from sunlit.engine.pool import Pool
from sunlit.engine.publish import Published, commit, open_stage, read_manifest, recover
from sunlit.engine.reading import Looker
from sunlit.engine.series import make_series
from sunlit.engine.shards import Family, Group, Leaf, Part, Plan, Read, Top
from sunlit.engine.sources import of_file
from sunlit.engine.state import LostError, State
from sunlit.engine.tasks import Conflict, RefusedError, Series, Steady, Task
from sunlit.engine.verify import inspect, verify
from sunlit.engine.walk import Depth, Walk, Walked
from tests.engine.toy import Quick

VERSION = Digest("toy")
Files = Mapping[str, bytes]

SMALL: Files = {
    "rule": b"r",
    "style": b"s",
    "a/about": b"all of it",
    "a/one/number": b"5",
    "a/one/text": b"first",
    "a.b/law": b"old",
    "a.b/one/number": b"7",
    "a.b/one/text": b"below",
    "a.b/two/number": b"-2",
    "a.b/two/text": b"debt",
    "c/one/number": b"1",
    "c/one/text": b"alone",
    "c/one/picture": b"tree",
}
"""Three groups, one of them below another."""


def write(root: Path, files: Files) -> None:
    """Write the files of a root."""
    for name, content in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(content)


def folders(path: Path) -> list[str]:
    """The folders in one, sorted."""
    return sorted(one.name for one in path.iterdir() if one.is_dir()) if path.is_dir() else []


def plan_of(root: Path) -> Plan:
    """What there is to make of a root."""
    names = [one for one in folders(root) if not one.startswith(".")]
    groups = []
    for name in sorted(names, key=lambda one: (-one.count("."), one)):
        leaves = [Leaf(one, f"{name}/{one}", Digest("")) for one in folders(root / name)]
        common = {one: of_file(f"{root}/{one}") for one in ("rule", f"{name}/law")}
        own = {"about": of_file(f"{root}/{name}/about")}
        below = tuple(one for one in names if one.startswith(f"{name}."))
        groups.append(Group(name, tuple(leaves), own, common, below))
    abouts = {one: of_file(f"{root}/{one}/about") for one in names}
    tops = Top("home", {}, gathered=True), Top("abouts", abouts)
    return Plan(tuple(groups), tops, {one: of_file(f"{root}/{one}") for one in ("rule", "style")})


@dataclass
class Toy:
    """The work for one root; `calls` tells what was asked of it in this process."""

    root: Path
    calls: list[str] = field(default_factory=list)

    stands_on = frozenset(("number",))
    gathers = frozenset(("number",))
    parts = (
        Part("table", frozenset(("number",))),
        Part("texts", frozenset(("text",))),
        Part("deep", frozenset(("text",)), deep=True),
    )

    def __reduce__(self) -> tuple[object, ...]:
        return Toy, (self.root,)

    def of(self, name: str) -> bytes:
        """The bytes of a file, none where it is not there."""
        path = self.root / name
        return path.read_bytes() if path.is_file() else b""

    def page(self, *parts: object) -> bytes:
        """What is made with the style and the rule, as everything is."""
        made = (one if isinstance(one, bytes) else str(one).encode() for one in parts)
        return b"\n".join((*made, self.of("style"), self.of("rule")))

    def read(self, group: str, leaf: str) -> Read:
        """A number that is none is a mistake; one below nothing is worth a word."""
        self.calls.append(f"read {group}/{leaf}")
        number, text = (self.of(f"{group}/{leaf}/{one}") for one in ("number", "text"))
        if text == b"crash":
            raise ZeroDivisionError(leaf)
        if text == b"die":
            os.kill(os.getpid(), signal.SIGKILL)
        try:
            log = b"debt" if int(number or b"0") < 0 else b""
        except ValueError:
            return Read({"text": text}, b"no number", whole=False)
        return Read({"number": number or b"0", "text": text}, log)

    def gather(self, group: str, family: Family) -> bytes:
        """The sum of a group's numbers, and what it is about."""
        self.calls.append(f"gather {group}")
        numbers = family.facets[group]["number"].texts.values()
        return b"%d %s" % (sum(map(int, numbers)), self.of(f"{group}/about"))

    def frame(self, group: str, family: Family) -> bytes:
        """The gatherings of a group and those below."""
        self.calls.append(f"frame {group}")
        gathered = sorted(family.gathered.items())
        return b";".join(b"%s=%s" % (name.encode(), text) for name, text in gathered)

    def stand(self, group: str, family: Family) -> Mapping[str, bytes]:
        """Each leaf's rank by its number and its neighbours."""
        self.calls.append(f"stand {group}")
        numbers = family.facets[group]["number"].texts
        order = sorted(numbers, key=lambda one: (int(numbers[one]), one))
        return {
            one: f"{at} {order[at - 1] if at else ''} {''.join(order[at + 1 : at + 2])}".encode()
            for at, one in enumerate(order)
        }

    def leaf(
        self, group: str, leaf: str, standing: bytes, frame: bytes
    ) -> Iterator[Task | Steady | Series]:
        """A page; a picture under the name of its bytes; an output wherever `also` says."""
        self.calls.append(f"leaf {group}/{leaf}")
        base = f"{group}/{leaf}"
        text, picture = self.of(f"{base}/text"), self.of(f"{base}/picture")
        law = self.of(f"{group}/law")
        if text == b"crash late":
            raise ZeroDivisionError(leaf)
        if text == b"die late":
            os.kill(os.getpid(), signal.SIGKILL)
        page = self.page(text, self.of(f"{base}/number"), standing, frame, law)
        yield Task(f"{base}/index.html", lambda: page)
        if self.of(f"{base}/steady"):
            yield Steady(partial(self._steady, base))
        if picture:
            key = of_bytes(picture)  # not of the leaf: who draws the same picture shares it
            yield Series("picture", {f"pictures/{key[:8]}": key}, partial(self._drawn, base))
        for line in self.of(f"{base}/also").decode().splitlines():
            output, _, shared = line.partition(" ")
            if shared:
                yield Series("also", {output: shared}, partial(shared_outputs, shared))
            else:
                yield Task(output, shared.encode)

    def _steady(self, base: str) -> Iterator[Task]:
        self.calls.append(f"steady {base}")
        made = self.page(self.of(f"{base}/steady"))
        yield Task(f"{base}/steady.txt", lambda: made)

    def _drawn(self, base: str, outputs: Sequence[str]) -> Iterator[tuple[str, bytes]]:
        picture = self.of(f"{base}/picture")
        for output in outputs:
            self.calls.append(f"draw {base}")
            if picture == b"torn":
                raise RefusedError(b"torn")
            if picture == b"die":
                os.kill(os.getpid(), signal.SIGKILL)
            yield output, picture * 3

    def part(self, group: str, part: str, family: Family, frame: bytes) -> Iterable[Task]:
        """The texts of a facet, as a list."""
        self.calls.append(f"part {group} {part}")
        lists = [
            f"{name}/{leaf} {facet} {text.decode()}"
            for name, facets in sorted(family.facets.items())
            for facet, lines in facets.items()
            for leaf, text in lines.texts.items()
        ]
        gathered = sorted(family.gathered.items())
        made = self.page(lists, gathered, frame, self.of(f"{group}/about"), self.of(f"{group}/law"))
        return [Task(f"{group}/{part}.txt", lambda: made)]

    def top(self, part: str, gathered: Mapping[str, bytes]) -> Iterable[Task]:
        """The page of the whole; what each group is about."""
        self.calls.append(f"top {part}")
        if part == "home":
            made = self.page(sorted(gathered.items()))
            return [Task("index.html", lambda: made)]
        about = [self.of(f"{one}/about") for one in folders(self.root)]
        made = self.page(about, folders(self.root))
        return [Task("abouts.html", lambda: made)]

    def closing(self, outputs: Sequence[str]) -> Iterable[Task]:
        """The list of all outputs."""
        self.calls.append("closing")
        made = self.page(*outputs)
        return [Task("outputs.txt", lambda: made)]


def shared_outputs(content: str, outputs: Sequence[str]) -> list[tuple[str, bytes]]:
    """Outputs that all hold the same."""
    return [(output, content.encode()) for output in outputs]


@dataclass
class Built:
    """What a build found, did, asked of the work, and had to say of its state."""

    walked: Walked
    published: Published | None
    conflicts: tuple[Conflict, ...]
    calls: tuple[str, ...]
    notes: tuple[str, ...]

    @property
    def told(self) -> object:
        """Everything that is told, in its order."""
        return self.walked.logs, self.walked.whole, self.published, self.conflicts

    def of(self, *steps: str) -> list[str]:
        """What was asked of the work in some steps."""
        return [one for one in self.calls if one.startswith(steps)]


@dataclass(frozen=True)
class Toys:
    """A place with a root, its state and its output, and how builds of it run.

    `later` are nanoseconds between the last change and the build, for files to have settled.
    """

    place: Path
    disk: Disk = field(default_factory=Quick)
    workers: int = 1
    method: str = ""
    trust: bool = True
    later: int = 0

    @property
    def root(self) -> Path:
        return self.place / "root"

    @property
    def out(self) -> Path:
        return self.place / "site"

    @property
    def state(self) -> Path:
        return self.place / "state"

    def build(self) -> Built:
        """Bring the output up to date, in the order of the program's own build."""
        recover(self.out, self.disk)
        state = State(str(self.state), VERSION, self.disk)
        try:
            return self._build(state)
        except LostError:
            state.clear()
            return self._build(state)

    def _build(self, state: State) -> Built:
        looker = Looker(str(self.root), state.now() + self.later, self.trust)
        served = read_manifest(self.out, self.disk)
        there = inspect(self.out, self.disk, served)
        assert not there.foreign
        whole = not there.missing and (self.trust or verify(self.out, self.disk).intact)
        last = EditionMemo.load(state, served.digest) if whole else EditionMemo()
        stage = open_stage(self.out, self.disk)
        work = Toy(self.root)
        finished = Finished(f"{self.state}/made", self.disk)
        hands = Hands(work, state, stage, finished)
        walk = Walk(plan_of(self.root), hands, last, looker=looker, depth=Depth.MAKE)
        pool = Pool(hands, workers=self.workers, method=self.method)
        published: Published | None = None
        conflicts: tuple[Conflict, ...] = ()
        try:
            walked = walk.run(pool)
            if walked.whole:
                walked = make_series(walked, pool)
            if walked.whole:
                new = assemble(walked.shelves, last, served, hands)
                conflicts = new.conflicts
                if not conflicts:
                    _remember(state, new.memo, new.manifest, walked)
                    published = commit(self.out, stage, new.manifest, served)
                    finished.clear()
        finally:
            pool.close()
            stage.discard()
        return Built(walked, published, conflicts, tuple(work.calls), tuple(state.notes))


def _remember(state: State, memo: EditionMemo, manifest: Manifest, walked: Walked) -> None:
    memo.save(state, manifest.digest)
    memos = [EditionMemo.load(state, Digest(one)).objects() for one in state.names("editions")]
    state.sweep(walked.objects.union(*memos))
