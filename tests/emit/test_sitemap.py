"""`sitemap.xml` and `robots.txt`."""

from __future__ import annotations

import xml.etree.ElementTree as ET

from sunlit.emit.sitemap import robots, sitemap
from sunlit.paths import UrlPath

SPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
PATHS = [UrlPath(one) for one in ("/xindu/", "/", "/en/xindu/")]


def addresses(content: bytes) -> list[str]:
    return [one.text or "" for one in ET.fromstring(content).iter(f"{SPACE}loc")]


def test_addresses_are_absolute_and_in_order() -> None:
    files = sitemap(PATHS, base_url="https://example.org/sunlit/")
    assert addresses(files["sitemap.xml"]) == [
        "https://example.org/sunlit/",
        "https://example.org/sunlit/en/xindu/",
        "https://example.org/sunlit/xindu/",
    ]


def test_a_site_without_an_address_has_no_sitemap() -> None:
    assert sitemap(PATHS, base_url="") == {}


def test_a_large_site_gets_an_index_of_parts() -> None:
    files = sitemap(PATHS, base_url="https://example.org/", most=2)
    assert list(files) == ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml"]
    assert addresses(files["sitemap.xml"]) == [
        "https://example.org/sitemap-1.xml",
        "https://example.org/sitemap-2.xml",
    ]
    assert sum(len(addresses(files[name])) for name in list(files)[1:]) == len(PATHS)


def test_robots_may_read_everything_and_are_told_of_the_sitemap() -> None:
    text = robots(base_url="https://example.org/", invented=False).decode()
    assert text == "User-agent: *\nDisallow:\n\nSitemap: https://example.org/sitemap.xml\n"


def test_what_is_invented_stays_out_of_search_engines() -> None:
    text = robots(base_url="https://example.org/", invented=True).decode()
    assert text == "User-agent: *\nDisallow: /\n"
