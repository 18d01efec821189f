"""References by id that lead nowhere, in every record of a unit or an area.

Owns which fields name something. What may be named is the scope's business, and how a dangling
name reads is that of `kinds`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sunlit.diagnostics import Findings
from sunlit.model.area import Report
from sunlit.model.figures import FigureRecord
from sunlit.model.project import PhotoUse, Project
from sunlit.model.record import Record
from sunlit.model.services import Facility
from sunlit.model.sources import Place, Role, TaskForce
from sunlit.model.unit import Update
from sunlit.rules.checks.kinds import Kind, dangling
from sunlit.rules.checks.scope import Scope
from sunlit.rules.checks.walk import Placed, Steps, records_in


class Reference(NamedTuple):
    """A name that stands for something else, and where it is written."""

    kind: Kind
    name: str
    steps: Steps


def unknown_names(placed: Placed, scope: Scope, found: Findings) -> None:
    """Sources, departments, dimensions, tracks, projects, photos and units that do not exist."""
    for reference in references_in(placed.record):
        names = scope.names.get(reference.kind)
        if names is not None and reference.name not in names:
            span = placed.span(*reference.steps)
            dangling(reference.kind, reference.name, known=names, span=span, found=found)


def references_in(record: Record) -> Iterator[Reference]:
    """Every reference of a record and of the records inside it."""
    for steps, inner in records_in(record):
        yield from _sources(inner, steps)
        yield from _of(inner, steps)


def _sources(record: Record, steps: Steps) -> Iterator[Reference]:
    for field in ("source", "register_source"):
        name = getattr(record, field, None)
        if isinstance(name, str):  # a fund's `source` is a text, not an id
            yield Reference(Kind.SOURCE, name, (*steps, field))


def _of(record: Record, steps: Steps) -> Iterator[Reference]:
    match record:
        case Role():
            yield from _one(Kind.DEPARTMENT, record.department, (*steps, "department"))
        case TaskForce():
            yield from _each(Kind.DEPARTMENT, record.departments, (*steps, "departments"))
            yield from _one(Kind.DIMENSION, record.dimension, (*steps, "dimension"))
        case FigureRecord():
            yield from _one(Kind.DIMENSION, record.dimension, (*steps, "dimension"))
        case Project():
            yield from _each(Kind.DIMENSION, record.dimensions, (*steps, "dimensions"))
            yield from _each(Kind.TRACK, record.tracks, (*steps, "tracks"))
        case Update():
            yield from _each(Kind.DIMENSION, record.dimensions, (*steps, "dimensions"))
            yield from _each(Kind.PROJECT, record.projects, (*steps, "projects"))
        case PhotoUse():
            for field in ("photo", "before", "after"):
                yield from _one(Kind.PHOTO, getattr(record, field), (*steps, field))
        case Facility():
            yield from _one(Kind.PHOTO, record.photo, (*steps, "photo"))
        case Place():
            yield from _one(Kind.UNIT, record.unit, (*steps, "unit"))
        case Report():
            yield from _each(Kind.UNIT, record.units, (*steps, "units"))


def _one(kind: Kind, name: str | None, steps: Steps) -> Iterator[Reference]:
    if name is not None:
        yield Reference(kind, name, steps)


def _each(kind: Kind, names: tuple[str, ...], steps: Steps) -> Iterator[Reference]:
    for number, name in enumerate(names):
        yield Reference(kind, name, (*steps, number))
