"""References by id that lead nowhere, in every record of a unit or an area.

Owns which fields name something. What may be named is the scope's business, and how a dangling
name reads is that of `kinds`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from sunlit.diagnostics import Findings
from sunlit.model.area import Report
from sunlit.model.figures import FigureRecord
from sunlit.model.project import PhotoUse, Project
from sunlit.model.record import Id, Record, fields_of, once_per_kind
from sunlit.model.services import Facility
from sunlit.model.sources import Place, Role, TaskForce
from sunlit.model.unit import Update
from sunlit.rules.checks.kinds import Kind, dangling
from sunlit.rules.checks.scope import Scope
from sunlit.rules.checks.walk import At, Steps


class Reference(NamedTuple):
    """A name that stands for something else, and where it is written."""

    kind: Kind
    name: str
    steps: Steps


def unknown_names(at: At, record: Record, scope: Scope, found: Findings) -> None:
    """Sources, departments, dimensions, tracks, projects, photos and units that do not exist."""
    for kind, name, steps in references_of(record):
        names = scope.names.get(kind)
        if names is not None and name not in names:
            dangling(kind, name, known=names, span=at.span(*steps), found=found)


def references_of(record: Record) -> Iterator[Reference]:
    """Every reference of a record itself; its steps begin at the record."""
    for field, kind in _naming(type(record)):
        named: str | tuple[str, ...] | None = getattr(record, field)
        if isinstance(named, str):
            yield Reference(kind, named, (field,))
        elif named:
            for number, name in enumerate(named):
                yield Reference(kind, name, (field, number))


@once_per_kind
def _naming(kind: type[Record]) -> tuple[tuple[str, Kind], ...]:
    """The fields that name something; of the sources, those that are an id and no text."""
    sources = (
        (field.name, Kind.SOURCE)
        for field in fields_of(kind)
        if field.name in ("source", "register_source") and field.type in (Id, Id | None)
    )
    return (*sources, *_NAMING.get(kind, ()))


_NAMING: Mapping[type[Record], tuple[tuple[str, Kind], ...]] = {
    Role: (("department", Kind.DEPARTMENT),),
    TaskForce: (("departments", Kind.DEPARTMENT), ("dimension", Kind.DIMENSION)),
    FigureRecord: (("dimension", Kind.DIMENSION),),
    Project: (("dimensions", Kind.DIMENSION), ("tracks", Kind.TRACK)),
    Update: (("dimensions", Kind.DIMENSION), ("projects", Kind.PROJECT)),
    PhotoUse: (("photo", Kind.PHOTO), ("before", Kind.PHOTO), ("after", Kind.PHOTO)),
    Facility: (("photo", Kind.PHOTO),),
    Place: (("unit", Kind.UNIT),),
    Report: (("units", Kind.UNIT),),
}
