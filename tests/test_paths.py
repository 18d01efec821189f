"""Addresses: a relative link leads from any page to any other, also from `file://`."""

from __future__ import annotations

from urllib.parse import unquote, urljoin, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sunlit.paths import (
    RESERVED_AREA,
    RESERVED_SITE,
    SLUG,
    UrlPath,
    href,
    output_path,
    page_path,
)

ODD = "甲乙 a1-_.~%#?&=+:;@!$'()*,é"
PARTS = st.lists(
    st.text(st.sampled_from(ODD), min_size=1, max_size=6).filter(lambda one: one.strip("."))
    | st.sampled_from(["xindu", "shuanglong", "en", "工程"]),
    max_size=4,
)
PAGES = PARTS.map(lambda parts: page_path(*parts))
FILES = PARTS.map(lambda parts: UrlPath("/" + "/".join([*parts, "feed.xml"])))
FRAGMENTS = st.text(st.sampled_from(ODD + "/"), max_size=12)


def lands(origin: UrlPath, link: str) -> tuple[str, str]:
    """Where a browser arrives that follows a link on a page below a folder of its own."""
    base = "file:///some/base/" + "/".join(map(_quoted, output_path(origin).split("/")))
    parts = urlsplit(urljoin(base, link))
    path = unquote(parts.path)
    assert path.startswith("/some/base/"), "a link climbed out of the site"
    return path.removeprefix("/some/base/"), unquote(parts.fragment)


def _quoted(part: str) -> str:
    return "".join(f"%{byte:02X}" for byte in part.encode())


@given(PAGES | FILES, PAGES | FILES, FRAGMENTS)
def test_a_link_leads_to_its_target_from_every_page(
    origin: UrlPath, target: UrlPath, fragment: str
) -> None:
    assert lands(origin, href(origin, target, fragment)) == (output_path(target), fragment)


def test_a_link_into_the_same_page_is_the_fragment_alone() -> None:
    assert href(UrlPath("/xindu/"), UrlPath("/xindu/"), "来源") == "#%E6%9D%A5%E6%BA%90"


def test_a_link_to_the_same_page_is_never_empty() -> None:
    assert href(UrlPath("/xindu/"), UrlPath("/xindu/")) == "../xindu/index.html"


def test_a_folder_is_linked_by_its_index_page_for_a_disk_has_none() -> None:
    assert href(UrlPath("/en/xindu/"), UrlPath("/")) == "../../index.html"


def test_the_id_of_a_figure_stays_readable_in_a_link() -> None:
    link = href(UrlPath("/a/"), UrlPath("/a/b/"), "a/b/funds/county/spent@2018-09-30")
    assert link == "../a/b/index.html#a/b/funds/county/spent@2018-09-30"


def test_a_page_stands_in_the_folders_of_its_parts_below_its_language() -> None:
    assert page_path("xindu", "shuanglong") == "/xindu/shuanglong/"
    assert page_path("xindu", prefix="en") == "/en/xindu/"
    assert page_path() == "/"
    assert page_path("xindu", "", "a") == "/xindu/a/"


@pytest.mark.parametrize("slug", ["a", "a1", "qi-jia-1", "2026-11-07-lamps", "0"])
def test_letters_digits_and_single_hyphens_make_a_slug(slug: str) -> None:
    assert SLUG.fullmatch(slug)


@pytest.mark.parametrize(
    "slug", ["", "-a", "a-", "a--b", "A", "a_b", "a.b", "..", "a/b", "甲", "ａ", "a\n", "a b", "é"]
)
def test_what_could_be_read_otherwise_on_another_disk_is_no_slug(slug: str) -> None:
    assert not SLUG.fullmatch(slug)


def test_every_reserved_name_would_otherwise_be_a_slug() -> None:
    assert all(SLUG.fullmatch(name) for name in RESERVED_SITE | RESERVED_AREA)
