"""Promise 6, a page needs no script and no third party, from `file://` and under any path."""

from __future__ import annotations

import json
import posixpath
import re
from urllib.parse import unquote, urlsplit

import pytest

from tests.built import Parsed, Site
from tests.promises.reading import pages_of

# What a browser fetches by itself, and from which attribute.
FETCHED = {
    "img": ("src", "srcset"), "script": ("src",), "source": ("src", "srcset"), "iframe": ("src",),
    "video": ("src", "poster"), "audio": ("src",), "embed": ("src",), "object": ("data",),
    "track": ("src",), "input": ("src",), "use": ("href", "xlink:href"), "image": ("href",),
}  # fmt: skip
LINKED = ("stylesheet", "icon", "preload", "modulepreload", "prefetch", "manifest", "preconnect",
          "dns-prefetch")  # fmt: skip


@pytest.fixture(params=["real_site", "sample_site"])
def site(request: pytest.FixtureRequest) -> Site:
    found = request.getfixturevalue(request.param)
    assert isinstance(found, Site)
    return found


def fetched(page: Parsed) -> list[str]:
    found = []
    for tag, attributes in page.elements:
        for name in FETCHED.get(tag, ()):
            found += [one.split()[0] for one in attributes.get(name, "").split(",") if one.strip()]
        if tag == "link" and set(attributes.get("rel", "").split()) & set(LINKED):
            found.append(attributes["href"])
    return found


def test_nothing_is_fetched_but_files_of_the_site_by_a_relative_way(site: Site) -> None:
    wrong = []
    for name, page in site.pages.items():
        if name == "404.html":
            continue  # served at any depth, so by the address of the site
        for link in fetched(page):
            parts = urlsplit(link)
            path = posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(parts.path)))
            if parts.scheme or parts.netloc or link.startswith("/"):
                wrong.append(f"{name}: {link}")
            elif not (site.folder / path).is_file():
                wrong.append(f"{name}: {link} is not there")
    assert wrong[:10] == []


def test_no_link_within_the_site_begins_at_the_root_of_a_server(site: Site) -> None:
    for name, page in site.pages.items():
        if name != "404.html":
            rooted = [one["href"] for one in page.all("a") if one.get("href", "").startswith("/")]
            assert rooted == [], name


def test_every_link_names_a_file_for_a_disk_has_no_index_pages(site: Site) -> None:
    for name, page in site.pages.items():
        folders = [
            one["href"]
            for one in page.all("a")
            if urlsplit(one.get("href", "")).path.endswith("/") and not urlsplit(one["href"]).scheme
        ]
        assert folders == [] or name == "404.html", name


def test_style_sheets_fetch_nothing_from_elsewhere(site: Site) -> None:
    for path in sorted((site.folder / "static").rglob("*.css")):
        text = path.read_text("utf-8")
        assert "@import" not in text
        for link in re.findall(r"url\(\s*['\"]?([^'\")]+)", text):
            assert not urlsplit(link).netloc, link
            assert link.startswith(("data:", "#")) or (path.parent / link).is_file(), link


def test_no_page_hides_its_words_behind_a_script(site: Site) -> None:
    """There is one script, of the site's own; words stand in the HTML."""
    for name, page in site.pages.items():
        scripts = [one for one in page.all("script") if "json" not in one.get("type", "")]
        assert [one["src"].rsplit("/", 1)[-1] for one in scripts] in ([], ["sunlit.js"]), name
        assert len(page.text) > 200, name
        assert not page.all("noscript"), "nothing to say to those without scripts"


def test_a_form_asks_nobody_elsewhere(site: Site) -> None:
    for name, page in site.pages.items():
        for form in page.all("form"):
            assert not urlsplit(form.get("action", "")).netloc, name


def test_nothing_a_page_offers_for_download_points_at_a_path_of_this_machine(site: Site) -> None:
    for path in sorted(site.folder.rglob("*.json"))[:200]:
        text = path.read_text("utf-8")
        json.loads(text)
        assert str(site.folder.parent) not in text
    for name, source in pages_of(site.folder):
        assert str(site.folder.parent) not in source, name
