"""The same id twice in one list, and the same date twice in one series.

Owns what tells the items of a list apart. Lists of a framework that scoring knows are checked
there; a register's rows are checked where it is read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sunlit.diagnostics import Findings
from sunlit.model.figures import FigureRecord, Fund, Point
from sunlit.model.framework import Framework
from sunlit.model.project import PhotoUse
from sunlit.model.record import Record, fields_of
from sunlit.model.services import Concerns, ServiceMenu
from sunlit.model.unit import Enrolment, PhotoRecord
from sunlit.rules.checks.walk import At, Placed, each_in

_FIRST = ("第一次在这里", "first here")


def duplicate_ids(placed: Placed, found: Findings) -> None:
    """Every repetition of an id within a list of the record or of a record inside it."""
    for at, record in each_in(placed):
        for field, items in _lists(record):
            keyed = [_key(item) for item in items]
            places = [
                at.below(field, number, *([name] if name else []))
                for number, (name, _) in enumerate(keyed)
            ]
            _repeated(places, [key for _, key in keyed], found)
        if isinstance(record, ServiceMenu):
            _services(at, record, found)


def duplicate_points(placed: Placed, found: Findings) -> None:
    """Two values of a series for the same date: one would hide the other."""
    for at, record in each_in(placed):
        match record:
            case FigureRecord():
                _points(at.below("done"), record.done, found)
            case Fund():
                _points(at.below("spent"), record.spent, found)


def _lists(record: Record) -> Iterator[tuple[str, Sequence[object]]]:
    checked_by_scoring = isinstance(record, Framework)
    for field in fields_of(type(record)):
        if checked_by_scoring and field.name not in ("sources", "areas"):
            continue
        items = getattr(record, field.name)
        if isinstance(items, tuple) and len(items) > 1:
            yield field.key, items


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


def _repeated(places: Sequence[At], names: Sequence[str | None], found: Findings) -> None:
    first: dict[str, At] = {}
    for here, name in zip(places, names, strict=True):
        if name is not None and first.setdefault(name, here) is not here:
            _twice(name, here, first[name], found)


def _twice(name: str, here: At, first: At, found: Findings) -> None:
    found.error(
        "duplicate-id",
        here.span(),
        message=(f"“{name}”出现了两次", f"`{name}` stands twice"),
        hint=("删掉一项，或者给它自己的编号。", "Delete one, or give it an id of its own."),
        related=[(first.span(), _FIRST)],
    )


def _points(at: At, points: Sequence[Point], found: Findings) -> None:
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
