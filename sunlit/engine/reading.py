"""Leaves of one group against what they were last: which have to be read, and their facets.

Owns what the memo of a group holds after reading and standing. A leaf is read again when its
bytes, what it is given, or what it may know of its group have changed, and never for its dates.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct, field

from sunlit.digest import Digest, of_value
from sunlit.engine import sources
from sunlit.engine.memo import GroupMemo, LeafMemo
from sunlit.engine.shards import Group, Leaf, Read
from sunlit.engine.sources import key_of
from sunlit.engine.state import EMPTY, State, from_lines, to_lines

SOURCES = "sources"
"""The name of the input that is one digest over the files of a leaf."""


class Looker(Struct, frozen=True):
    """How files are looked at: below `root`, at `now` of the file system's clock.

    Without `trust` no signature is believed: every byte is read.
    """

    root: str
    now: int
    trust: bool = True

    def look(
        self,
        leaf: Leaf,
        context: Digest,
        last: LeafMemo | None,
        files: dict[str, dict[str, Digest]],
    ) -> LeafMemo:
        """A leaf as it is today; `files` takes the digests of its files where they were read."""
        if not leaf.folder:
            return LeafMemo("", Digest(""), key_of(context, leaf.given), whole=True)
        sight = sources.look(self.root, leaf.folder)
        if self.trust and last is not None and last.signature == sight.signature != "":
            digest = last.sources
        else:
            files[leaf.name] = sources.digests(self.root, leaf.folder)
            digest = sources.of_files(files[leaf.name])
        signature = sight.signature if sight.settled(self.now) else ""
        return LeafMemo(signature, digest, key_of(context, leaf.given, digest), whole=True)


class Reading(Struct):
    """A group on its way from files to facets and standings."""

    group: Group
    memo: GroupMemo
    context: Digest
    leaves: dict[str, LeafMemo]
    due: tuple[str, ...]
    files: dict[str, dict[str, Digest]]
    read: dict[str, Read] = field(default_factory=dict)
    settled: bool = False

    @classmethod
    def begin(cls, state: State, group: Group, looker: Looker) -> Reading:
        """Look at every leaf of a group."""
        memo = GroupMemo.load(state, group.name)
        if not all(state.has(id) for id in memo.objects() if id):
            memo = GroupMemo()
        context = of_value(dict(group.context))
        files: dict[str, dict[str, Digest]] = {}
        leaves = {
            leaf.name: looker.look(leaf, context, memo.leaves.get(leaf.name), files)
            for leaf in group.leaves
        }
        due = tuple(
            name
            for name, leaf in leaves.items()
            if name not in memo.leaves or memo.leaves[name].key != leaf.key
        )
        return cls(group, memo, context, leaves, due, files)

    @property
    def waiting(self) -> bool:
        """Whether a leaf that is due has not been read yet."""
        return len(self.read) < len(self.due)

    @property
    def whole(self) -> bool:
        """Whether no leaf has errors."""
        return all(one.whole for one in self.memo.leaves.values())

    def settle(self, state: State) -> None:
        """Keep what was read: facets and logs as objects, the memo of every leaf."""
        self.settled = True
        last = self.memo.leaves
        if self.due or [*last] != [*self.leaves]:
            self._keep(state)
        self.memo.leaves = {
            name: leaf._replace(
                whole=self.read[name].whole if name in self.read else last[name].whole
            )
            for name, leaf in self.leaves.items()
        }
        self.read = {name: Read({}) for name in self.read}  # the texts are in the state now

    def _keep(self, state: State) -> None:
        new = {name: one.facets for name, one in self.read.items()}
        names = {*self.memo.facets, *(facet for one in new.values() for facet in one)}
        for facet in sorted(names):
            texts = {name: one[facet] for name, one in new.items() if facet in one}
            self.memo.facets[facet] = self._merge(state, self.memo.facets.get(facet), texts)
        logs = {name: one.log for name, one in self.read.items() if one.log}
        self.memo.log = self._merge(state, self.memo.log, logs)

    def _merge(self, state: State, last: Digest | None, new: Mapping[str, bytes]) -> Digest:
        """The object with the new texts among the last ones, in the group's order."""
        old = from_lines(state.fetch(last)) if last else {}
        texts = {**{name: text for name, text in old.items() if name not in self.read}, **new}
        return state.put(to_lines({name: texts[name] for name in self.leaves if name in texts}))

    def logs(self, state: State) -> Mapping[str, bytes]:
        """What reading had to say, by leaf."""
        return from_lines(state.fetch(self.memo.log)) if self.memo.log else {}

    def standings(self, state: State) -> Mapping[str, bytes]:
        """What the group knows of each leaf."""
        return from_lines(state.fetch(self.memo.stood["stand"][1]))

    def facets(self, names: Iterable[str]) -> dict[str, Digest]:
        """The objects of some facets."""
        return {name: self.memo.facets.get(name, EMPTY) for name in sorted(names)}

    def detail(self, leaf: Leaf) -> dict[str, Digest]:
        """The files of a leaf by path; none where they are known to be as they were."""
        files = self.files.get(leaf.name, {})
        return {f"{leaf.folder}/{name}": digest for name, digest in files.items()}

    def stands(self, step: str, inputs: Mapping[str, Digest]) -> bool:
        """Whether `gather`, `frame` or `stand` was last taken with these inputs."""
        return step in self.memo.stood and self.memo.stood[step][0] == of_value(dict(inputs))

    def stood(self, state: State, step: str, inputs: Mapping[str, Digest], text: bytes) -> None:
        """Keep the text that such a step gave."""
        self.memo.stood[step] = (of_value(dict(inputs)), state.put(text))
