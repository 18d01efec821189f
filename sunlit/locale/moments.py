"""Dates as sources give them: a day, a month, a quarter, a week, a year, or only a limit.

Owns parsing, order and wording of such dates. `before 2024-07` is a date of its own kind: a
source without a date that is known to be older than a month.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from enum import Enum

from msgspec import Struct

_FORM = re.compile(
    r"(?:(?P<limit>before) )?(?P<year>[0-9]{4})"
    r"(?:-(?:q(?P<quarter>[1-4])|w(?P<week>[0-9]{2})|(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?))?"
)
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


class Precision(Enum):
    """How exactly a moment is known."""

    YEAR = "year"
    QUARTER = "quarter"
    MONTH = "month"
    WEEK = "week"
    DAY = "day"


class Moment(Struct, frozen=True, array_like=True):
    """A stretch of days, `first` to `last`, as precise as its source; `before` marks a limit."""

    first: date
    last: date
    precision: Precision
    before: bool = False

    @property
    def iso(self) -> str:
        """The form content uses: `2026`, `2026-q3`, `2026-11`, `2026-w46`, `2026-11-21`."""
        # A day is asked for first, since nearly every one is.
        body = self.first.isoformat() if self.precision is Precision.DAY else self._coarse()
        return f"before {body}" if self.before else body

    def _coarse(self) -> str:
        match self.precision:
            case Precision.YEAR:
                return f"{self.first.year:04d}"
            case Precision.QUARTER:
                return f"{self.first.year:04d}-q{(self.first.month + 2) // 3}"
            case Precision.MONTH:
                return f"{self.first.year:04d}-{self.first.month:02d}"
            case Precision.WEEK:
                iso = self.first.isocalendar()
                return f"{iso.year:04d}-w{iso.week:02d}"
        raise ValueError(self.precision)

    @property
    def key(self) -> str:
        """The form used in ids of figures, without a space."""
        return self.iso.replace(" ", "-")

    @property
    def html(self) -> str:
        """The value of `<time datetime>`, empty where HTML has no form for it."""
        if self.before or self.precision is Precision.QUARTER:
            return ""
        return self.iso.replace("-w", "-W")

    def __lt__(self, other: Moment) -> bool:
        return self.sort_key < other.sort_key

    @property
    def sort_key(self) -> tuple[date, date, bool]:
        """By last day, then first: `2026` after `2026-03`, `before 2026` before `2026-01-01`."""
        if self.before:
            limit = self.first if self.first == date.min else self.first - timedelta(days=1)
            return (limit, date.min, False)
        return (self.last, self.first, True)


def moment_of_day(day: date) -> Moment:
    """A moment known to the day."""
    return Moment(day, day, Precision.DAY)


def parse_moment(text: str) -> Moment | None:
    """The moment a text names, or None when it is no date of the calendar."""
    found = _FORM.fullmatch(text)
    if found is None:
        return None
    try:
        first, last, precision = _bounds(found)
    except (ValueError, OverflowError):  # the second from December 9999 on
        return None
    return Moment(first, last, precision, before=found["limit"] is not None)


def _bounds(found: re.Match[str]) -> tuple[date, date, Precision]:
    year = int(found["year"])
    if found["day"]:
        day = date(year, int(found["month"]), int(found["day"]))
        return day, day, Precision.DAY
    if found["month"]:
        first = date(year, int(found["month"]), 1)
        return first, _month_end(first), Precision.MONTH
    if found["quarter"]:
        first = date(year, 3 * int(found["quarter"]) - 2, 1)
        return first, _month_end(first.replace(month=first.month + 2)), Precision.QUARTER
    if found["week"]:
        first = date.fromisocalendar(year, int(found["week"]), 1)
        return first, first + timedelta(days=6), Precision.WEEK
    return date(year, 1, 1), date(year, 12, 31), Precision.YEAR


def _month_end(first: date) -> date:
    return (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def moment_text(moment: Moment, code: str) -> str:
    """The moment as the language writes it, as precise as it is known."""
    return _english(moment) if code.startswith("en") else _chinese(moment)


def _chinese(moment: Moment) -> str:
    first = moment.first
    match moment.precision:
        case Precision.DAY:
            text = f"{first.year}年{first.month}月{first.day}日"
        case Precision.YEAR:
            text = f"{first.year}年"
        case Precision.QUARTER:
            text = f"{first.year}年第{'一二三四'[(first.month - 1) // 3]}季度"
        case Precision.MONTH:
            text = f"{first.year}年{first.month}月"
        case Precision.WEEK:
            iso = first.isocalendar()
            text = f"{iso.year}年第{iso.week}周"
    return f"{text}前" if moment.before else text


def _english(moment: Moment) -> str:
    first = moment.first
    match moment.precision:
        case Precision.DAY:
            text = f"{first.day} {_MONTHS[first.month - 1]} {first.year}"
        case Precision.YEAR:
            text = str(first.year)
        case Precision.QUARTER:
            text = f"Q{(first.month + 2) // 3} {first.year}"
        case Precision.MONTH:
            text = f"{_MONTHS[first.month - 1]} {first.year}"
        case Precision.WEEK:
            iso = first.isocalendar()
            text = f"week {iso.week} of {iso.year}"
    return f"before {text}" if moment.before else text
