"""Feeds as readers take them: RFC 4287 by element, and the same entries as JSON."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from datetime import date

from msgspec.structs import replace

from sunlit.emit.feeds import atom, json_feed
from sunlit.paths import UrlPath
from sunlit.views.feeds import Entry, Feed

ATOM = "{http://www.w3.org/2005/Atom}"
HOSTILE = '<script>alert("1")</script> & 2 < 3'
ENTRIES = (
    Entry("a/b/updates/x", "路灯亮了", "x/index.html", date(2026, 11, 7), "update"),
    Entry("a/b/y/z@2026?changed=2026-05", HOSTILE, "y/", date(2026, 5, 1), "revision", HOSTILE),
)
FEED = Feed(
    path=UrlPath("/a/b/feed.xml"),
    lang="zh-CN",
    title=f"双龙村 {HOSTILE}",
    author="主办单位",
    site="",
    home="index.html",
    updated=date(2026, 11, 7),
    entries=ENTRIES,
)
AT_HOME = replace(FEED, site="https://example.org/sunlit/")


def root(feed: Feed) -> ET.Element:
    return ET.fromstring(atom(feed))


def texts(element: ET.Element, name: str) -> list[str]:
    return [one.text or "" for one in element.findall(f"{ATOM}{name}")]


def test_feed_and_entries_have_what_the_format_requires() -> None:
    feed = root(FEED)
    for element in (feed, *feed.findall(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            assert len(texts(element, name)) == 1
            assert texts(element, name)[0]
    assert texts(feed.findall(f"{ATOM}author")[0], "name") == ["主办单位"]


def test_instants_are_those_of_the_content_in_china() -> None:
    assert texts(root(FEED), "updated") == ["2026-11-07T00:00:00+08:00"]


def test_ids_are_tags_of_the_sites_host_and_unlike_each_other() -> None:
    feed = root(AT_HOME)
    ids = [*texts(feed, "id"), *(texts(one, "id")[0] for one in feed.findall(f"{ATOM}entry"))]
    assert ids[0] == "tag:example.org,2026:a/b/feed.xml"
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"tag:[a-z.]+,2026:[A-Za-z0-9/?&=@:._~%-]+", one) for one in ids)


def test_ids_stay_when_the_site_moves_into_another_folder() -> None:
    moved = replace(AT_HOME, site="https://example.org/elsewhere/")
    assert texts(root(moved), "id") == texts(root(AT_HOME), "id")


def test_without_an_address_the_host_is_one_nobody_owns_and_there_is_no_self_link() -> None:
    feed = root(FEED)
    assert texts(feed, "id") == ["tag:sunlit.invalid,2026:a/b/feed.xml"]
    assert [one.get("rel") for one in feed.findall(f"{ATOM}link")] == ["alternate"]


def test_with_an_address_the_feed_links_to_itself() -> None:
    links = {one.get("rel"): one.get("href") for one in root(AT_HOME).findall(f"{ATOM}link")}
    assert links["self"] == "https://example.org/sunlit/a/b/feed.xml"


def test_hostile_text_stays_text() -> None:
    feed = root(FEED)
    assert texts(feed, "title") == [f"双龙村 {HOSTILE}"]
    assert texts(feed.findall(f"{ATOM}entry")[1], "summary") == [HOSTILE]


def test_the_json_feed_has_the_same_entries() -> None:
    document = json.loads(json_feed(AT_HOME))
    ids = [texts(one, "id")[0] for one in root(AT_HOME).findall(f"{ATOM}entry")]
    assert document["version"] == "https://jsonfeed.org/version/1.1"
    assert document["feed_url"] == "https://example.org/sunlit/a/b/feed.json"
    assert [one["id"] for one in document["items"]] == ids
    assert all(one["content_text"] for one in document["items"])
