"""The page a server shows for an address that is not there, in every language of the site.

Owns its links. A server shows `404.html` at whatever depth the wrong address has, where a link
such as `static/sunlit.css` would lead nowhere. So its links begin at the root of the server as
soon as the site knows its own address (`base_url`); without one they are relative, which is right
for an address at the top of the site and for a site that is looked at from a folder.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from msgspec import Struct
from msgspec.structs import replace

from sunlit.locale import locale_of
from sunlit.paths import UrlPath
from sunlit.views.chrome import Chrome
from sunlit.views.edition import Edition, Page
from sunlit.views.parts import Link, Words
from sunlit.views.scene import Scene

PATH = UrlPath("/404.html")


class LostIn(Struct, frozen=True):
    """What is said in one language."""

    lang: str
    heading: str
    text: str
    links: tuple[Link, ...]


class LostView(Struct, frozen=True):
    """What `lost.html` shows: the page's own language first."""

    languages: tuple[LostIn, ...]


def lost_page(edition: Edition) -> Page:
    """`404.html`; made once, with the edition of the default language."""
    settings = edition.settings
    base = urlsplit(settings.base_url).path if settings.base_url else ""
    scenes = [
        Scene(locale_of(code, default=settings.locales[0]), PATH, edition.as_of, settings.base_url)
        for code in settings.locales
    ]
    view = LostView(tuple(_said(edition, scene, base) for scene in scenes))
    page = edition.page(
        scenes[0],
        "lost.html",
        view,
        title=" · ".join(one.t("lost.heading") for one in scenes),
        kind="lost",
    )
    return replace(page, chrome=rooted(page.chrome, base))


def rooted(chrome: Chrome, base: str) -> Chrome:
    """The chrome with links from the server's root; there is no canonical page to name."""
    return replace(
        chrome,
        root=base + chrome.root,
        home_href=from_root(chrome.home_href, base),
        report_href=from_root(chrome.report_href, base),
        about_href=from_root(chrome.about_href, base),
        accessibility_href=from_root(chrome.accessibility_href, base),
        changes_href=from_root(chrome.changes_href, base),
        search_href=from_root(chrome.search_href, base),
        alternates=(),
        canonical="",
    )


def from_root(href: str, base: str) -> str:
    """A link of a page at the site's root, with the site's own folder before it."""
    return href if not href or urlsplit(href).scheme else base + href


def _said(edition: Edition, scene: Scene, base: str) -> LostIn:
    areas = [(scene.words(head.name), (head.slug,)) for head in edition.heads]
    links = [
        Link(scene.to(fragment="find"), Words(scene.t("base.find"))),
        *(Link(scene.to(*parts), label) for label, parts in areas),
        Link(scene.to("about", fragment="mistake"), Words(scene.t("about.mistake"))),
    ]
    return LostIn(
        scene.locale.code,
        scene.t("lost.heading"),
        scene.t("lost.text"),
        tuple(replace(one, href=from_root(one.href, base)) for one in links),
    )
