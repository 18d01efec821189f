"""Every record inside a record, with the steps that lead to it in the file's tree.

Owns the one walk that the checks share, and what they need of a located record. Knows nothing
of what is checked.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol, get_args

from msgspec import Struct

from sunlit.diagnostics import Span
from sunlit.model.record import Record, fields_of, once_per_kind
from sunlit.source.content import Dossier, UnitContent
from sunlit.source.located import Step

Steps = tuple[Step, ...]


class Placed(Protocol):
    """A record of any kind with its file and the places of its fields; `Located` is one."""

    @property
    def id(self) -> str: ...

    @property
    def record(self) -> Record: ...

    @property
    def path(self) -> str: ...

    @property
    def body(self) -> str: ...

    @property
    def body_line(self) -> int: ...

    def span(self, *steps: Step, key: bool = False) -> Span: ...


class At(Struct, frozen=True):
    """A place within the file of a record."""

    placed: Placed
    steps: Steps = ()

    def below(self, *steps: Step) -> At:
        """A place further down."""
        return At(self.placed, (*self.steps, *steps))

    def span(self, *steps: Step, key: bool = False) -> Span:
        """The place of the value at `steps` from here, or of its key."""
        return self.placed.span(*self.steps, *steps, key=key)


def each_in(placed: Placed) -> Iterator[tuple[At, Record]]:
    """The record of a file and those inside it, each with its place."""
    for steps, record in records_in(placed.record):
        yield At(placed, steps), record


def records_in(record: Record) -> list[tuple[Steps, Record]]:
    """The record itself, then those inside it, in the order of their fields."""
    found: list[tuple[Steps, Record]] = []
    _gather(record, (), found)
    return found


def _gather(record: Record, steps: Steps, found: list[tuple[Steps, Record]]) -> None:
    found.append((steps, record))
    for name, key in _holding(type(record)):
        inner = getattr(record, name)
        if isinstance(inner, Record):
            _gather(inner, (*steps, key), found)
        elif inner:
            for number, item in enumerate(inner):
                _gather(item, (*steps, key, number), found)


@once_per_kind
def _holding(kind: type[Record]) -> tuple[tuple[str, str], ...]:
    """Name and key of the fields that can hold records; most hold only texts and numbers."""
    return tuple((field.name, field.key) for field in fields_of(kind) if _is_record(field.type))


def _is_record(annotation: object) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return True
    return any(_is_record(part) for part in get_args(annotation))


def placed_in(unit: UnitContent) -> Iterator[Placed]:
    """Every record of a unit that could be read."""
    if unit.profile is not None:
        yield unit.profile
    yield from unit.projects
    yield from unit.updates
    yield from unit.scores
    if unit.disclosures is not None:
        yield unit.disclosures
    if unit.photos is not None:
        yield unit.photos
    yield from dossier_of(unit.dossier)


def dossier_of(dossier: Dossier) -> Iterator[Placed]:
    """The files an area and a unit have alike, those that could be read."""
    files: tuple[Placed | None, ...] = (
        dossier.organisation,
        dossier.services,
        dossier.facilities,
        dossier.participation,
    )
    yield from (one for one in files if one is not None)
