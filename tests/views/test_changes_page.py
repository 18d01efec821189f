"""Every recorded change has its place, newest first, with why and by whom."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET

from tests.built import Site

ATOM = "{http://www.w3.org/2005/Atom}"


def recorded(site: Site) -> list[dict[str, object]]:
    data = json.loads((site.folder / "qingchuan/data.json").read_text(encoding="utf-8"))
    found: list[dict[str, object]] = data["changes"]
    return found


def test_every_change_of_an_area_stands_on_its_page(sample_site: Site) -> None:
    page = sample_site.page("qingchuan/changes/")
    assert page.source.count('<p class="step">') == len(recorded(sample_site)) > 0


def test_counts_by_kind_are_those_of_the_list(sample_site: Site) -> None:
    page = sample_site.page("qingchuan/changes/")
    kinds = [one["kind"] for one in recorded(sample_site)]
    for kind in ("correction", "revision", "withdrawal"):
        value, _ = page.figures[f"qingchuan/changes/{kind}"]
        assert int(value) == kinds.count(kind)


def test_the_sites_counts_are_the_sums_of_the_areas(sample_site: Site) -> None:
    site, area = sample_site.page("changes/"), sample_site.page("qingchuan/changes/")
    for kind in ("correction", "revision", "withdrawal"):
        assert site.figures[f"changes/{kind}"] == area.figures[f"qingchuan/changes/{kind}"]


def test_the_newest_change_comes_first(sample_site: Site) -> None:
    source = sample_site.page("qingchuan/changes/").source
    days = re.findall(r'<p class="why">.*?<time datetime="([^"]+)"', source)
    assert days == sorted(days, reverse=True)


def test_who_decided_is_said(sample_site: Site) -> None:
    assert "决定：" in sample_site.page("qingchuan/changes/").text


def test_an_area_without_changes_says_so(real_site: Site) -> None:
    assert "公布以来没有改过数字和日期" in real_site.page("xindu/changes/").text


def test_feeds_of_changes_and_of_everything_can_be_read(sample_site: Site) -> None:
    for name in (
        "feed.xml",
        "changes/feed.xml",
        "qingchuan/feed.xml",
        "qingchuan/changes/feed.xml",
    ):
        for folder in ("", "en/"):
            feed = ET.parse(sample_site.folder / folder / name).getroot()
            ids = [one.text for one in feed.iter(f"{ATOM}id")]
            updated = [one.text or "" for one in feed.iter(f"{ATOM}updated")]
            assert len(ids) == len(set(ids)) > 1
            assert updated[0] == max(updated[1:])
            assert updated[1:] == sorted(updated[1:], reverse=True)
