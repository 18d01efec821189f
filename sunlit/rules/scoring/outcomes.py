"""The records of a list: its members and their reasons, the barred, the undetermined.

Owns their shape. Who belongs where is decided in `lists.py`; words for it are chosen elsewhere.
"""

from __future__ import annotations

from enum import Enum

from msgspec import Struct

from sunlit.model.method import ListKind
from sunlit.rules.scoring.conditions import Compared, Subject


class End(Enum):
    """Which end of the ranking a list takes."""

    TOP = "top"
    BOTTOM = "bottom"


class Edge(Struct, frozen=True, array_like=True, tag=True):
    """The place that put a unit on a list of n, counted from that end among `of` candidates."""

    end: End
    n: int
    place: int
    of: int
    overall: int | None
    """The place among all units, from the top."""
    more: int
    """How many more than n the list has, because of ties at its edge."""


Reason = Compared | Edge


class Member(Struct, frozen=True, array_like=True):
    """A unit on the list, or one that was barred from it (then `barred_by` says why)."""

    slug: str
    reasons: tuple[Reason, ...]
    cleared: tuple[Compared, ...] = ()
    """The exclusions that do not apply, with their numbers."""
    barred_by: tuple[Compared, ...] = ()
    certain: bool = True
    """False while an undetermined unit, by the totals as they stand, could push it off."""


class Undetermined(Struct, frozen=True, array_like=True):
    """A unit that could be on the list, and the numbers that are absent."""

    slug: str
    missing: tuple[Subject, ...]


class ListOutcome(Struct, frozen=True, array_like=True):
    """One list of one period, each part by place in the total, then by slug."""

    list: str
    kind: ListKind
    members: tuple[Member, ...] = ()
    excluded: tuple[Member, ...] = ()
    undetermined: tuple[Undetermined, ...] = ()
