"""The same id twice in one list, and the same date twice in one series.

Owns what tells the items of a list apart. Lists of a framework that scoring knows are checked
there; a register's rows are checked where it is read.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_origin

from sunlit.diagnostics import Findings
from sunlit.model.figures import FigureRecord, Fund, Point
from sunlit.model.framework import Framework
from sunlit.model.project import PhotoUse
from sunlit.model.record import Record, fields_of, once_per_kind
from sunlit.model.services import Concerns, ServiceMenu
from sunlit.model.unit import Enrolment, PhotoRecord
from sunlit.rules.checks.walk import At

_FIRST = ("第一次在这里", "first here")


def duplicate_ids(at: At, record: Record, found: Findings) -> None:
    """Every repetition of an id within a list of the record."""
    for name, key in _lists(type(record)):
        items = getattr(record, name)
        if len(items) > 1:
            _repeated(at.below(key), items, found)
    if isinstance(record, ServiceMenu):
        _services(at, record, found)


def duplicate_points(at: At, record: Record, found: Findings) -> None:
    """Two values of a series for the same date: one would hide the other."""
    if isinstance(record, FigureRecord):
        _points(at.below("done"), record.done, found)
    elif isinstance(record, Fund):
        _points(at.below("spent"), record.spent, found)


@once_per_kind
def _lists(kind: type[Record]) -> tuple[tuple[str, str], ...]:
    """Name and key of the fields that are lists."""
    return tuple(
        (field.name, field.key)
        for field in fields_of(kind)
        if get_origin(field.type) is tuple
        and (kind is not Framework or field.name in ("sources", "areas"))
    )


def _key(item: object) -> tuple[str, str | None]:
    """The field that tells an item apart, and its value; None when the item has no such field."""
    match item:
        case str():
            return "", item
        case PhotoUse():
            return "pair", item.pair
        case PhotoRecord():
            return "file", item.file
        case Enrolment():
            return "framework", item.framework
        case Concerns():
            return "period", item.period.key
    name = getattr(item, "id", None)
    return "id", name if isinstance(name, str) else None


def _services(at: At, menu: ServiceMenu, found: Findings) -> None:
    """A service's id names its calendar entry, so it is one of a kind across the series."""
    first: dict[str, int] = {}
    places: dict[str, At] = {}
    for number, series in enumerate(menu.series):
        for position, service in enumerate(series.services):
            here = at.below("series", number, "services", position, "id")
            places.setdefault(service.id, here)
            if first.setdefault(service.id, number) != number:
                _twice(service.id, here, places[service.id], found)


def _repeated(at: At, items: Sequence[object], found: Findings) -> None:
    first: dict[str, int] = {}
    for number, item in enumerate(items):
        field, name = _key(item)
        if name is not None and first.setdefault(name, number) != number:
            below = (field,) if field else ()
            here, before = at.below(number, *below), at.below(first[name], *below)
            _twice(name, here, before, found)


def _twice(name: str, here: At, first: At, found: Findings) -> None:
    found.error(
        "duplicate-id",
        here.span(),
        message=(f"“{name}”出现了两次", f"`{name}` stands twice"),
        hint=("删掉一项，或者给它自己的编号。", "Delete one, or give it an id of its own."),
        related=[(first.span(), _FIRST)],
    )


def _points(at: At, points: Sequence[Point], found: Findings) -> None:
    if len(points) < 2:
        return
    first: dict[str, int] = {}
    for number, point in enumerate(points):
        date = point.as_of.key if point.as_of else ""
        if first.setdefault(date, number) == number:
            continue
        said = (
            (f"{date} 已经有一个数", f"there is already a value for {date}")
            if date
            else ("有两个数没有写日期", "two values have no date")
        )
        found.error(
            "duplicate-point",
            at.span(number, "as_of"),
            message=said,
            hint=(
                "同一天只留一个数；更正写进 changes。",
                "Keep one value per date, and record a correction under `changes`.",
            ),
            related=[(at.span(first[date], "as_of"), _FIRST)],
        )
