"""What the engine is told: leaves in groups, and the work that is done for them.

Owns the shape of a job. A leaf is read into *facets*, the little that others may know of it; a
group stands over the facets of its leaves and tells each leaf its *standing*; then leaves, the
parts of a group and the parts of the whole are made into outputs. Texts travel as bytes, so that
any process can do any step. Knows nothing of what they mean.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from msgspec import Struct

from sunlit.digest import Digest
from sunlit.engine.tasks import Series, Steady, Task

Facets = Mapping[str, bytes]
"""What others may know of a leaf, by facet; equal facets are equal bytes, without line ends."""

Inputs = Mapping[str, Digest]
"""The named digests of everything a step is made from."""


class Leaf(Struct, frozen=True):
    """One leaf of a group: the folder of its files (empty: none), and what else it is given."""

    name: str
    folder: str
    given: Digest


class Group(Struct, frozen=True):
    """Leaves that stand together; `context` is what they may know before any of them is read.

    `own` are the group's own files, which no leaf sees; `below` names every group below it.
    """

    name: str
    leaves: tuple[Leaf, ...]
    own: Inputs
    context: Inputs
    below: tuple[str, ...] = ()


class Part(Struct, frozen=True):
    """A part of a group's outputs and the facets it is made of.

    `deep`: of the leaves of the groups below too. `gathered`: also of the group's own gathering;
    those of the groups below it is always handed.
    """

    name: str
    facets: frozenset[str] = frozenset()
    deep: bool = False
    gathered: bool = False


class Top(Struct, frozen=True):
    """A part of the whole: what it is made from, and whether of every group's gathering too."""

    name: str
    inputs: Inputs
    gathered: bool = False


class Plan(Struct, frozen=True):
    """Everything there is to make; a group stands after the groups below it.

    `rendering` is what every output is made with besides its own inputs.
    """

    groups: tuple[Group, ...]
    tops: tuple[Top, ...]
    rendering: Inputs


class Read(Struct, frozen=True):
    """A leaf that was read: its facets, what is to be said of it, and whether it has no errors.

    One with errors may lack facets; then its group does not stand.
    """

    facets: Facets
    log: bytes = b""
    whole: bool = True


class Lines(Struct, frozen=True):
    """One facet of a group's leaves: a text by leaf in the group's order; `id` is their digest."""

    id: Digest
    texts: Mapping[str, bytes]


class Family(Struct, frozen=True):
    """What a step over groups is handed: facets by group and name, gatherings by group.

    `ground` is the digest of all else that a part is made from, but for gatherings; so that an
    output of it may be known by that and by the texts it shows. Empty where nobody knows.
    """

    facets: Mapping[str, Mapping[str, Lines]]
    gathered: Mapping[str, bytes]
    ground: str = ""


class Work(Protocol):
    """What is done for leaves and groups; every method is a pure function of what it is given.

    It must be able to travel to another process (by pickling, where processes are not forked).
    What `read` has read may be kept for `leaf`, in bounded memory.
    """

    @property
    def stands_on(self) -> frozenset[str]:
        """The facets that standings are made of."""
        ...

    @property
    def gathers(self) -> frozenset[str]:
        """The facets that a gathering is made of."""
        ...

    @property
    def parts(self) -> Sequence[Part]:
        """The parts of every group."""
        ...

    def read(self, group: str, leaf: str) -> Read:
        """Read one leaf."""
        ...

    def gather(self, group: str, family: Family) -> bytes:
        """What the groups above and the whole may know of a group."""
        ...

    def frame(self, group: str, family: Family) -> bytes:
        """What all outputs of a group share, from its gathering and those of groups below it."""
        ...

    def stand(self, group: str, family: Family) -> Mapping[str, bytes]:
        """What the group knows of each leaf."""
        ...

    def leaf(
        self, group: str, leaf: str, standing: bytes, frame: bytes
    ) -> Iterable[Task | Steady | Series]:
        """The outputs of a leaf."""
        ...

    def part(self, group: str, part: str, family: Family, frame: bytes) -> Iterable[Task]:
        """The outputs of one part of a group."""
        ...

    def top(self, part: str, gathered: Mapping[str, bytes]) -> Iterable[Task]:
        """The outputs of one part of the whole."""
        ...

    def closing(self, outputs: Sequence[str]) -> Iterable[Task]:
        """The outputs that list all the others."""
        ...
