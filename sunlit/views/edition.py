"""What all pages of one build and one language share, and how a page is put together from it.

Owns the chrome: crumbs, navigation, the government-site meta tags, the footer's identity.
Meta tags follow 政府网站发展指引 (国办发〔2017〕47号): three on every page, four more on lists,
three more on articles.
"""

from __future__ import annotations

from datetime import date
from functools import cached_property
from urllib.parse import quote, urljoin, urlsplit

from msgspec import Struct

from sunlit.locale import ENDONYMS, Locale, locale_of
from sunlit.locale.moments import Moment, Precision
from sunlit.model.text import LocalisedText
from sunlit.paths import UrlPath, href, page_path, to_root
from sunlit.source.settings import SiteSettings
from sunlit.views.chrome import Alternate, Chrome, Identity, Meta
from sunlit.views.feedback import report_url
from sunlit.views.parts import Cite, Link, Words
from sunlit.views.scene import Scene


class Head(Struct, frozen=True, array_like=True):
    """An area as every page knows it: for crumbs and navigation.

    `sections` names the pages the area has of `ledger`, `reports`, `disclosure`, `changes`,
    `services`; `frameworks` are (id, name) pairs.
    """

    slug: str
    name: LocalisedText
    level: str
    part_of: str | None
    sections: tuple[str, ...]
    frameworks: tuple[tuple[str, LocalisedText], ...]
    invented: bool = False
    within: LocalisedText | None = None


class Article(Struct, frozen=True):
    """What makes a page an article for the meta tags: its date and the body that publishes it."""

    date: Moment | None
    source: str
    keywords: tuple[str, ...] = ()


class Column(Struct, frozen=True):
    """What makes a page a list (栏目): a name, keywords and a category of the guideline."""

    name: str
    keywords: tuple[str, ...] = ()
    category: str = "信息公开"


class Page(Struct, frozen=True):
    """A page ready to be rendered: where it goes, which template, its view and its chrome."""

    path: UrlPath
    locale: str
    template: str
    view: object
    chrome: Chrome


class Edition(Struct, frozen=True, dict=True):
    """One build in one language: settings, areas, the day it speaks of.

    With a `__dict__`, so that what all pages share is worked out at the first of them.
    """

    locale: Locale
    settings: SiteSettings
    heads: tuple[Head, ...]
    as_of: date

    def scene(self, *parts: str) -> Scene:
        """The scene of the page in the given folders."""
        path = page_path(*parts, prefix=self.locale.prefix)
        return Scene(self.locale, path, self.as_of, self.settings.base_url)

    def head(self, slug: str) -> Head:
        """The area of that slug."""
        return self._known[slug]

    def lineage(self, slug: str) -> tuple[Head, ...]:
        """The areas above one and itself, the highest first."""
        above: list[Head] = []
        here: str | None = slug
        known = self._known
        while here in known and known[here] not in above:
            above.append(known[here])
            here = known[here].part_of
        return tuple(reversed(above))

    def area_crumbs(self, scene: Scene, slug: str, *further: Link) -> tuple[Link, ...]:
        """Home, the areas down to `slug`, then `further`; the last one is the page itself."""
        crumbs = [scene.link(scene.t("base.home"))]
        lineage = self.lineage(slug)
        if lineage and lineage[0].within:
            crumbs.append(Link("", scene.words(lineage[0].within)))
        crumbs += [scene.link(one.name, one.slug) for one in lineage]
        crumbs += further
        last = crumbs[-1]
        return (*crumbs[:-1], Link(last.href, last.label, current=True))

    def page(
        self,
        scene: Scene,
        template: str,
        view: object,
        *,
        title: str,
        kind: str,
        description: str = "",
        area: str = "",
        section: str = "",
        crumbs: tuple[Link, ...] = (),
        article: Article | None = None,
        column: Column | None = None,
        feed: str = "",
        data: str = "",
        image: str = "",
    ) -> Page:
        """The page with its chrome; `section` names the current entry of the area's navigation.

        `image` is the photo that stands for the page, if the site knows its own address.
        """
        settings = self.settings
        code = self.locale.code
        invented = bool(settings.invented or (area and self.head(area).invented))
        chrome = Chrome(
            lang=code,
            kind=kind,
            title=title,
            site_name=self._name,
            description=description or settings.description.shown_in(code)[0],
            root=to_root(scene.path),
            home_href=scene.to(),
            crumbs=crumbs,
            nav=self._nav(scene, area, section) if area else (),
            alternates=self._alternates(scene),
            meta=self._meta(title, description, article, column),
            identity=self._identity,
            as_of=scene.day(self.as_of),
            canonical=scene.permalink if settings.base_url else "",
            feed_href=scene.to_file(feed) if feed else "",
            data_href=scene.to_file(data) if data else "",
            report_href=self.report_href(scene),
            about_href=scene.to("about"),
            accessibility_href=scene.to("accessibility"),
            changes_href=scene.to("changes"),
            search_href=scene.to() + "#find",
            image=urljoin(scene.permalink, image) if image and settings.base_url else "",
            invented=invented,
        )
        return Page(scene.path, code, template, view, chrome)

    def report_href(self, scene: Scene) -> str:
        """The link for reporting a mistake: the site's form, or the page that says how."""
        url = report_url(self.settings.feedback.url, scene.permalink)
        return url or scene.to("about", fragment="mistake")

    def cite(self, scene: Scene, title: str, *, data: str = "", feed: str = "") -> Cite:
        """How to cite a page: title, site, date, address."""
        site = self._name
        day = scene.day(self.as_of).text
        return Cite(
            text=scene.t("base.citation", title=title, site=site, date=day, path=scene.permalink),
            permalink=scene.permalink if self.settings.base_url else "",
            data_href=scene.to_file(data) if data else "",
            feed_href=scene.to_file(feed) if feed else "",
            report_href=self.report_href(scene),
        )

    @cached_property
    def _known(self) -> dict[str, Head]:
        return {one.slug: one for one in self.heads}

    @cached_property
    def _name(self) -> str:
        return self.settings.title.shown_in(self.locale.code)[0]

    @cached_property
    def _identity(self) -> Identity:
        return _identity(self.settings)

    @cached_property
    def _site_meta(self) -> tuple[Meta, ...]:
        """What the meta tags of every page begin with."""
        settings = self.settings
        meta = [Meta("SiteName", self._name)]
        if settings.base_url:
            meta.append(Meta("SiteDomain", urlsplit(settings.base_url).netloc))
        if settings.identity.site_code:
            meta.append(Meta("SiteIDCode", settings.identity.site_code))
        return tuple(meta)

    @cached_property
    def _navs(self) -> dict[tuple[str, str, str], tuple[Link, ...]]:
        """The navigation of an area's pages by depth and current entry, as they come up."""
        return {}

    def _nav(self, scene: Scene, area: str, section: str) -> tuple[Link, ...]:
        key = (area, section, to_root(scene.path))
        if key not in self._navs:
            self._navs[key] = self._links(scene, area, section)
        return self._navs[key]

    def _links(self, scene: Scene, area: str, section: str) -> tuple[Link, ...]:
        head = self.head(area)
        entries: list[tuple[str, tuple[str, ...], str]] = [
            (area_label(scene, head), (area,), "area")
        ]
        entries += [(scene.words(name).text, (area, id), id) for id, name in head.frameworks]
        entries += [(scene.t(f"base.section_{name}"), (area, name), name) for name in head.sections]
        return tuple(
            scene.link(label, *parts, current=name == section) for label, parts, name in entries
        )

    def _alternates(self, scene: Scene) -> tuple[Alternate, ...]:
        default = self.settings.locales[0]
        bare = scene.path
        if self.locale.prefix:
            bare = UrlPath(bare.removeprefix(f"/{self.locale.prefix}"))
        found = []
        for code in self.settings.locales:
            if code == self.locale.code:
                continue
            other = locale_of(code, default=default)
            path = UrlPath(f"/{other.prefix}{bare}" if other.prefix else bare)
            found.append(Alternate(code, ENDONYMS[code], href(scene.path, path)))
        return tuple(found)

    def _meta(
        self, title: str, description: str, article: Article | None, column: Column | None
    ) -> tuple[Meta, ...]:
        meta = list(self._site_meta)
        if column:
            said = description or self.settings.description.shown_in(self.locale.code)[0]
            meta += [
                Meta("ColumnName", column.name),
                Meta("ColumnDescription", said),
                Meta("ColumnKeywords", ",".join((column.name, *column.keywords))),
                Meta("ColumnType", column.category),
            ]
        if article:
            meta.append(Meta("ArticleTitle", title))
            day = article.date
            if day and day.precision is Precision.DAY and not day.before:
                meta.append(Meta("PubDate", f"{day.first.isoformat()} 00:00"))
            if article.source:
                meta.append(Meta("ContentSource", article.source))
            if article.keywords:
                meta.append(Meta("Keywords", ",".join(article.keywords)))
        return tuple(meta)


def area_label(scene: Scene, head: Head) -> str:
    """The area's name as the first entry of its own navigation."""
    return scene.words(head.name).text


def _identity(settings: SiteSettings) -> Identity:
    own = settings.identity
    digits = "".join(char for char in own.police if char.isdigit())
    police = f"https://beian.mps.gov.cn/#/query/webSearch?code={quote(digits)}" if digits else ""
    return Identity(
        own.host, own.undertaker, own.phone, own.address, own.icp, own.police, police, own.site_code
    )


def plain(words: Words | None) -> str:
    """The bare text of words that may be absent."""
    return words.text if words else ""
