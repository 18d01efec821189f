"""A calendar as an iCalendar file (RFC 5545): CRLF, lines of at most 75 octets, texts escaped.

Owns the format. Times are those of China (UTC+8, without summer time since 1992), written with
their time zone, so that a phone elsewhere shows them right.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from sunlit.views.agenda import Calendar, Event

_ZONE = (
    "BEGIN:VTIMEZONE",
    "TZID:Asia/Shanghai",
    "BEGIN:STANDARD",
    "DTSTART:19920101T000000",
    "TZOFFSETFROM:+0800",
    "TZOFFSETTO:+0800",
    "TZNAME:CST",
    "END:STANDARD",
    "END:VTIMEZONE",
)
_LONGEST = 75


def ics(calendar: Calendar) -> bytes:
    """The file."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Sunlit//services//ZH",
        "CALSCALE:GREGORIAN",
        f"X-WR-CALNAME:{escaped(calendar.name)}",
        "X-WR-TIMEZONE:Asia/Shanghai",
        *_ZONE,
        *(line for event in calendar.events for line in _event(event, calendar.lang)),
        "END:VCALENDAR",
    ]
    return b"".join(folded(line) for line in lines)


def _event(event: Event, lang: str) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{event.uid}@sunlit"
    yield f"DTSTAMP:{_day(event.stamp)}T000000Z"
    if event.start is None:
        yield f"DTSTART;VALUE=DATE:{_day(event.day)}"
        yield f"DTEND;VALUE=DATE:{_day(event.day + timedelta(days=1))}"
    else:
        yield f"DTSTART;TZID=Asia/Shanghai:{_day(event.day)}T{event.start:%H%M}00"
        if event.end is not None:
            yield f"DTEND;TZID=Asia/Shanghai:{_day(event.day)}T{event.end:%H%M}00"
    yield f"SUMMARY;LANGUAGE={lang}:{escaped(event.title)}"
    yield f"LOCATION;LANGUAGE={lang}:{escaped(event.place)}"
    if event.about:
        yield f"DESCRIPTION;LANGUAGE={lang}:{escaped(event.about)}"
    if event.url:
        yield f"URL:{event.url}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def escaped(text: str) -> str:
    """A text value (RFC 5545, 3.3.11)."""
    for char in ("\\", ";", ","):
        text = text.replace(char, f"\\{char}")
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\\n")


def folded(line: str) -> bytes:
    """A content line with its end, cut so that no character is torn (RFC 5545, 3.1)."""
    octets = line.encode()
    pieces = []
    start, room = 0, _LONGEST
    while len(octets) - start > room:
        end = start + room
        while octets[end] & 0b1100_0000 == 0b1000_0000:  # the inside of a character in UTF-8
            end -= 1
        pieces.append(octets[start:end])
        start, room = end, _LONGEST - 1  # a continuation begins with a space
    pieces.append(octets[start:])
    return b"\r\n ".join(pieces) + b"\r\n"


def _day(day: date) -> str:
    return day.isoformat().replace("-", "")
