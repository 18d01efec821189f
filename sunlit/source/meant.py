"""What an odd spelling must mean, where there is only one reading: for hints, never for values.

Owns the readings: full-width digits, grouped numbers, 2026/9/30, 2025年3月. Nothing that is
read here reaches a record; the author is told what to write.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date

_DAY = re.compile(
    r"([0-9]{4})\D{1,3}([0-9]{1,2})\D{1,3}([0-9]{1,2})\D{0,3}|([0-9]{4})([0-9]{2})([0-9]{2})"
)
_MONTH = re.compile(r"([0-9]{4})\s?[年./-]?\s?(?:(1[0-2]|0?[1-9])\s?月?)?")


def number_meant(value: str) -> str | None:
    """What a number that is written oddly must mean, when there is only one reading."""
    plain = _plain(value)
    if re.fullmatch(r"-?[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?", plain):
        plain = plain.replace(",", "")
    exponent = re.fullmatch(r"([0-9]{1,4})[eE]\+?([0-9])", plain)
    if exponent:
        plain = exponent[1] + "0" * int(exponent[2])
    if re.fullmatch(r"0[0-9]+(\.[0-9]+)?", plain):
        plain = plain.lstrip("0") or "0"
        plain = "0" + plain if plain.startswith(".") else plain
    if plain != value and re.fullmatch(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?", plain):
        return plain
    return None


def moment_meant(text: str) -> str | None:
    """The day, month or year that a date written oddly must mean."""
    plain = _plain(text)
    day = _day(plain)
    if day is not None and day.isoformat() != text:
        return day.isoformat()
    rough = _MONTH.fullmatch(plain)
    if rough is None or not 1949 <= int(rough[1]) <= 2100:
        return None
    meant = rough[1] + (f"-{int(rough[2]):02d}" if rough[2] else "")
    return meant if meant != text else None


def serial_day_meant(text: str) -> str | None:
    """The day that a spreadsheet's serial number stands for, 1982 to 2064; None for other texts.

    Spreadsheets count days from 1899-12-30 and show the number once a cell loses its format.
    """
    if not re.fullmatch(r"[345][0-9]{4}", text):
        return None
    return date.fromordinal(date(1899, 12, 30).toordinal() + int(text)).isoformat()


def is_no_day(text: str) -> bool:
    """Whether it has year, month and day, and the calendar has no such day."""
    plain = _plain(text)
    return _DAY.fullmatch(plain) is not None and _day(plain) is None


def id_meant(text: str) -> str:
    """The id nearest to a text; empty when nothing of it can stand in one."""
    return re.sub(r"[^a-z0-9]+", "-", _plain(text).lower()).strip("-")


def _day(plain: str) -> date | None:
    parts = _DAY.fullmatch(plain)
    if parts is None:
        return None
    year, month, day = (int(one) for one in parts.groups() if one is not None)
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip()
