"""Every link of a built site leads somewhere, and nothing is fetched from elsewhere."""

from __future__ import annotations

import posixpath
from itertools import pairwise
from urllib.parse import unquote, urlsplit

import pytest

from tests.built import Parsed, Site

LOADED = {"script": "src", "img": "src", "link": "href", "source": "srcset", "iframe": "src"}


@pytest.fixture(params=["real_site", "sample_site"])
def site(request: pytest.FixtureRequest) -> Site:
    found = request.getfixturevalue(request.param)
    assert isinstance(found, Site)
    return found


def links(page: Parsed) -> list[str]:
    named = [one["href"] for one in page.all("a") if "href" in one]
    named += [one["href"] for one in page.all("link") if "href" in one]
    named += [one["src"] for tag in ("img", "script") for one in page.all(tag) if "src" in one]
    return named


def test_every_internal_link_and_anchor_resolves(site: Site) -> None:
    ids = {name: set(page.ids) for name, page in site.pages.items()}
    broken = []
    for name, page in site.pages.items():
        if name == "404.html":
            continue  # served at any depth; its links are tested on their own
        for link in links(page):
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            path = posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(parts.path)))
            target = name if parts.path == "" else path
            if not (site.folder / target).is_file():
                broken.append(f"{name}: {link}")
            elif parts.fragment and unquote(parts.fragment) not in ids.get(target, set()):
                broken.append(f"{name}: {link} (anchor)")
    assert broken[:20] == []


def test_no_id_stands_twice_on_a_page(site: Site) -> None:
    twice = {
        name: sorted({one for one in page.ids if page.ids.count(one) > 1})
        for name, page in site.pages.items()
        if len(set(page.ids)) != len(page.ids)
    }
    assert twice == {}


def test_nothing_is_loaded_from_elsewhere(site: Site) -> None:
    foreign = [
        f"{name}: {attributes}"
        for name, page in site.pages.items()
        for tag, attributes in page.elements
        if tag in LOADED
        and attributes.get("rel", "") not in ("canonical", "alternate")
        and urlsplit(attributes.get(LOADED[tag], "")).scheme not in ("", "data")
    ]
    assert foreign == []


def test_no_page_has_inline_script_or_style(site: Site) -> None:
    for name, page in site.pages.items():
        assert not page.all("style"), name
        assert all("src" in one for one in page.all("script")), name
        for tag, attributes in page.elements:
            inline = [key for key in attributes if key == "style" or key.startswith("on")]
            assert inline == [], f"{name}: {tag} {inline}"


def test_every_page_has_one_heading_a_title_and_its_language(site: Site) -> None:
    for name, page in site.pages.items():
        assert len(page.all("h1")) == 1, name
        assert page.all("html")[0]["lang"] == ("en" if name.startswith("en/") else "zh-CN"), name
        assert page.all("title"), name


def test_headings_go_down_one_level_at_a_time(site: Site) -> None:
    for name, page in site.pages.items():
        levels = [int(tag[1]) for tag, _ in page.elements if tag in ("h1", "h2", "h3", "h4", "h5")]
        steps = [(above, below) for above, below in pairwise(levels) if below > above + 1]
        assert steps == [], name
