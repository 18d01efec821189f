"""`404.html`: links that hold wherever a server shows it."""

from __future__ import annotations

from sunlit.views.chrome import Chrome
from sunlit.views.lost import LostView, from_root, lost_page
from tests.views.making import edition


def links(chrome: Chrome) -> list[str]:
    return [
        f"{chrome.root}static/sunlit.css",
        chrome.home_href,
        chrome.about_href,
        chrome.accessibility_href,
        chrome.changes_href,
        chrome.search_href,
    ]


def test_with_an_address_every_link_begins_at_the_servers_root() -> None:
    page = lost_page(edition(base_url="https://example.org/sunlit/"))
    assert isinstance(page.view, LostView)
    inner = [one.href for said in page.view.languages for one in said.links]
    assert all(one.startswith("/sunlit/") for one in [*links(page.chrome), *inner])


def test_without_an_address_links_are_relative_to_the_top_of_the_site() -> None:
    page = lost_page(edition())
    assert not any(one.startswith("/") for one in links(page.chrome))
    assert page.path == "/404.html"


def test_a_form_elsewhere_stays_where_it_is() -> None:
    assert from_root("https://github.com/o/r", "/sunlit/") == "https://github.com/o/r"


def test_it_speaks_every_language_of_the_site() -> None:
    page = lost_page(edition())
    assert isinstance(page.view, LostView)
    assert [one.lang for one in page.view.languages] == ["zh-CN", "en"]
    assert page.view.languages[1].heading == "Page not found"


def test_it_names_no_canonical_page() -> None:
    page = lost_page(edition(base_url="https://example.org/"))
    assert page.chrome.canonical == ""
