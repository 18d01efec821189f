"""The calendar file, read back the way RFC 5545 says it is read."""

from __future__ import annotations

from datetime import date, time

from hypothesis import given
from hypothesis import strategies as st

from sunlit.emit.calendar import escaped, folded, ics
from sunlit.paths import UrlPath
from sunlit.views.agenda import Calendar, Event, clock

EVENING = Event(
    uid="xindu/shuanglong/services/together/council/2026-12-0919:00",
    day=date(2026, 12, 9),
    start=time(19, 0),
    end=time(20, 30),
    stamp=date(2026, 10, 31),
    title="居民议事晚；当面说事, 能定的当场定",
    place="双龙村议事角",
    about="第一行\n第二行",
    url="https://example.org/xindu/shuanglong/services/#together/council",
)
WHOLE_DAY = Event("a/b", date(2026, 12, 31), None, None, date(2026, 10, 31), "集市", "村口", "", "")


def calendar(*events: Event) -> bytes:
    return ics(Calendar(UrlPath("/services.ics"), "双龙村：服务菜单", "zh-CN", events))


def unfolded(content: bytes) -> list[str]:
    return content.replace(b"\r\n ", b"").decode().removesuffix("\r\n").split("\r\n")


def fields(content: bytes) -> dict[str, str]:
    lines = unfolded(content)
    inner = lines[lines.index("BEGIN:VEVENT") + 1 : lines.index("END:VEVENT")]
    return {one.partition(":")[0].partition(";")[0]: one.partition(":")[2] for one in inner}


def test_every_line_ends_with_carriage_return_and_line_feed() -> None:
    content = calendar(EVENING, WHOLE_DAY)
    assert content.endswith(b"\r\n")
    assert content.count(b"\n") == content.count(b"\r\n")


def test_no_line_is_longer_than_75_octets() -> None:
    assert max(len(line) for line in calendar(EVENING).split(b"\r\n")) <= 75


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=300))
def test_folding_tears_no_character_and_loses_none(text: str) -> None:
    content = folded(text)
    for line in content.split(b"\r\n"):
        assert len(line) <= 75
        line.decode()
    assert content.replace(b"\r\n ", b"").decode() == f"{text}\r\n"


def test_a_text_keeps_its_commas_semicolons_and_lines() -> None:
    assert escaped("一,二;三\\四\r\n五") == "一\\,二\\;三\\\\四\\n五"


def test_times_are_those_of_china_with_the_zone_defined() -> None:
    lines = unfolded(calendar(EVENING))
    assert "DTSTART;TZID=Asia/Shanghai:20261209T190000" in lines
    assert "DTEND;TZID=Asia/Shanghai:20261209T203000" in lines
    zone = lines[lines.index("BEGIN:VTIMEZONE") : lines.index("END:VTIMEZONE")]
    assert "TZID:Asia/Shanghai" in zone
    assert "TZOFFSETTO:+0800" in zone


def test_an_event_without_a_time_takes_the_whole_day() -> None:
    lines = unfolded(calendar(WHOLE_DAY))
    assert "DTSTART;VALUE=DATE:20261231" in lines
    assert "DTEND;VALUE=DATE:20270101" in lines


def test_an_event_is_stamped_with_the_day_of_its_source() -> None:
    assert fields(calendar(EVENING))["DTSTAMP"] == "20261031T000000Z"


def test_only_hours_and_minutes_are_a_time() -> None:
    assert clock("08:30") == time(8, 30)
    assert clock("19：00") == time(19, 0)
    assert [clock(one) for one in ("24:00", "下午两点", "9:60", "", None)] == [None] * 5
