"""What surrounds every page: title, way in, language, meta tags, footer identity.

Owns the shape handed to templates as `chrome`. It is a small value of its own, so that a
change of the footer is a change of `chrome` alone.
"""

from __future__ import annotations

from msgspec import Struct

from sunlit.views.parts import Link, When


class Meta(Struct, frozen=True):
    """A `<meta name content>` of the government-site convention (国办发〔2017〕47号)."""

    name: str
    content: str


class Alternate(Struct, frozen=True):
    """The same page in another language."""

    lang: str
    name: str
    href: str


class Identity(Struct, frozen=True):
    """Who publishes; empty fields are left out of the footer, never faked."""

    host: str
    undertaker: str = ""
    phone: str = ""
    address: str = ""
    icp: str = ""
    police: str = ""
    police_href: str = ""
    site_code: str = ""


class Chrome(Struct, frozen=True):
    """Everything around `<main>`.

    `section` names the current entry of `nav`; `kind` is the page kind, a class of `<body>`;
    `root` is the relative way to the site's root (`../../`), for assets; `image` the address of
    the photo that stands for the page where it is shared.
    """

    lang: str
    kind: str
    title: str
    site_name: str
    description: str
    root: str
    home_href: str
    crumbs: tuple[Link, ...]
    nav: tuple[Link, ...]
    alternates: tuple[Alternate, ...]
    meta: tuple[Meta, ...]
    identity: Identity
    as_of: When
    canonical: str = ""
    feed_href: str = ""
    data_href: str = ""
    report_href: str = ""
    about_href: str = ""
    accessibility_href: str = ""
    changes_href: str = ""
    search_href: str = ""
    image: str = ""
    invented: bool = False
