"""What the last build knew, as values: readings of a group, steps of an edition.

Owns the records' shape and their way into the state and back. A record that does not have the
shape is as good as none.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from msgspec import Struct, field

from sunlit.digest import Digest
from sunlit.engine.shards import Inputs
from sunlit.engine.state import EMPTY, State


class LeafMemo(NamedTuple):
    """A leaf as it was read: its signature (empty: not settled), sources, key, and no errors?"""

    signature: str
    sources: Digest
    key: Digest
    whole: bool


class GroupMemo(Struct):
    """A group as it was read: its leaves, the objects of its facets, what stood on them.

    `stood` holds the key and the object of `gather`, `frame` and `stand`; `standings` the digest
    of each leaf's standing.
    """

    leaves: dict[str, LeafMemo] = field(default_factory=dict)
    facets: dict[str, Digest] = field(default_factory=dict)
    log: Digest = EMPTY
    stood: dict[str, tuple[Digest, Digest]] = field(default_factory=dict)
    standings: dict[str, Digest] = field(default_factory=dict)

    @classmethod
    def load(cls, state: State, name: str) -> GroupMemo:
        """The memo of a group; empty when there is none."""
        record = state.load(f"groups/{name}")
        try:
            return cls() if record is None else cls._of(record)
        except (AttributeError, KeyError, TypeError, ValueError):
            state.notes.append(f"groups/{name}")
            return cls()

    @classmethod
    def _of(cls, record: Mapping[str, Any]) -> GroupMemo:
        return cls(
            {name: LeafMemo(*one) for name, one in record["leaves"].items()},
            dict(record["facets"]),
            Digest(record["log"]),
            {name: (key, id) for name, (key, id) in record["stood"].items()},
            dict(record["standings"]),
        )

    def save(self, state: State, name: str) -> None:
        """Keep it for the next build."""
        state.save(
            f"groups/{name}",
            {
                "leaves": self.leaves,
                "facets": self.facets,
                "log": self.log,
                "stood": self.stood,
                "standings": self.standings,
            },
        )

    def objects(self) -> set[Digest]:
        """The objects it names."""
        return {*self.facets.values(), self.log, *(id for _, id in self.stood.values())}


class Output(NamedTuple):
    """An output: the digest of its bytes, the key of its making if any, whether it is shared."""

    digest: Digest
    key: str = ""
    shared: bool = False


class Made(Struct):
    """A step as it was taken: its own inputs by name, and its outputs."""

    inputs: dict[str, Digest]
    outputs: dict[str, Output]


class Shelf(Struct):
    """The steps of one group (or of the whole) in an edition.

    `shared` are inputs that every step of it has; `keys` one digest over all inputs of each step;
    `object` holds what the steps made, which is only loaded when something has to be made again.
    """

    shared: dict[str, Digest]
    keys: dict[str, Digest]
    object: Digest


class EditionMemo(Struct):
    """The steps that made one published edition, by group; empty for an edition not ours."""

    shelves: dict[str, Shelf] = field(default_factory=dict)

    @classmethod
    def load(cls, state: State, edition: Digest) -> EditionMemo:
        """The memo of the edition with that manifest."""
        record = state.load(f"editions/{edition}") if edition else None
        try:
            shelves = record["shelves"].items() if record else ()
            return cls({name: Shelf(*one) for name, one in shelves})
        except (AttributeError, KeyError, TypeError, ValueError):
            state.notes.append(f"editions/{edition[:12]}")
            return cls()

    def save(self, state: State, edition: Digest) -> None:
        """Keep it for the build after this edition."""
        shelves = {name: (one.shared, one.keys, one.object) for name, one in self.shelves.items()}
        state.save(f"editions/{edition}", {"shelves": shelves})

    def objects(self) -> set[Digest]:
        """The objects it names."""
        return {one.object for one in self.shelves.values()}


def load_made(state: State, shelf: Shelf) -> dict[str, Made]:
    """What the steps of a shelf made; LostError when the object is gone or damaged."""
    record = state.load_object(shelf.object)
    return {
        step: Made(inputs, {name: Output(*one) for name, one in outputs.items()})
        for step, (inputs, outputs) in record.items()
    }


def keep_made(
    state: State, made: Mapping[str, Made], shared: Inputs, keys: Mapping[str, Digest]
) -> Shelf:
    """Keep what the steps of a shelf made."""
    record = {step: (one.inputs, one.outputs) for step, one in made.items()}
    return Shelf(dict(shared), dict(keys), state.put_object(record))
