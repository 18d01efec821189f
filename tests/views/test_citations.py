"""The sources of a page: numbered as they are first cited."""

from __future__ import annotations

from sunlit.model.reading import record_of
from sunlit.model.sources import SourceRecord
from sunlit.views.citations import Citations
from tests.views.making import edition

SCENE = edition().scene("xindu")


def source(id: str, title: str = "", **fields: str) -> SourceRecord:
    return record_of(SourceRecord, {"id": id, "title": title or id, "outlet": "日报", **fields})


SOURCES = [
    source("a"),
    source("b", url="https://example.org/b", date="before 2024-07"),
    source("c"),
]


def test_sources_are_numbered_in_the_order_they_are_first_cited() -> None:
    cited = Citations(SCENE, SOURCES)
    marks = [cited.mark(id) for id in ("c", "a", "c")]
    assert [mark.number for mark in marks if mark] == [1, 2, 1]
    assert [one.id for one in cited.listed()] == ["c", "a"]


def test_a_source_that_nobody_cites_is_not_listed() -> None:
    assert Citations(SCENE, SOURCES).listed() == ()


def test_the_first_id_that_is_known_is_cited_and_else_the_default_of_the_page() -> None:
    cited = Citations(SCENE, SOURCES, default="b")
    found = [cited.mark("nowhere", None, "a"), cited.mark(None), cited.mark("nowhere")]
    assert [one and one.id for one in found] == ["a", "b", "b"]


def test_without_any_known_source_there_is_no_mark() -> None:
    assert Citations(SCENE, SOURCES).mark("nowhere", None) is None
    assert Citations(SCENE, SOURCES, default="nowhere").mark() is None


def test_of_two_sources_with_one_id_the_nearer_is_cited() -> None:
    cited = Citations(SCENE, [source("a", "区里的"), source("a", "市里的")])
    mark = cited.mark("a")
    assert mark is not None
    assert mark.title.text == "区里的"


def test_a_source_shows_its_date_as_exactly_as_it_is_known_and_its_address() -> None:
    mark = Citations(SCENE, SOURCES).mark("b")
    assert mark is not None
    assert mark.date is not None
    assert (mark.date.text, mark.date.iso) == ("2024年7月前", "")
    assert mark.url == "https://example.org/b"
