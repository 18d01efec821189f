"""What stands above the units: settings, frameworks, catalogue, the areas' own files.

Owns reading and checking it, and what a unit's reading is handed of it. Everything is read when
it is first asked for: the build of one unit reads its own area and those above, no other.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from sunlit.app.root import Root
from sunlit.diagnostics import Diagnostic, Findings, Span
from sunlit.model.area import AreaRecord
from sunlit.model.disclosure import Catalogue
from sunlit.model.framework import Framework
from sunlit.model.record import replaced
from sunlit.model.unit import RegisterRow
from sunlit.rules.checks import check_area, check_framework, check_site
from sunlit.rules.known import Known
from sunlit.source.content import AreaContent, read_area, read_catalogue, read_framework
from sunlit.source.located import Located
from sunlit.source.settings import SiteSettings, read_settings
from sunlit.source.text import decode_text

CATALOGUE = "content/catalogue.yaml"


class Scenery:
    """The root above its units; `base_url` stands in for the one of `site.toml`."""

    def __init__(self, root: Root, base_url: str | None = None) -> None:
        self._root = root
        self._base_url = base_url
        self._areas: dict[str, tuple[AreaContent | None, Findings]] = {}
        self._records: dict[str, Located[AreaRecord] | None] = {}
        self._rows: dict[str, Mapping[str, RegisterRow]] = {}
        self._known: dict[str, Known] = {}

    @cached_property
    def _settings(self) -> tuple[SiteSettings | None, Findings]:
        found = Findings()
        content = self._root.read("site.toml")
        if content is None:
            found.error(
                "no-site-file",
                Span("site.toml"),
                message=("这个文件夹里没有 site.toml", "this folder has no site.toml"),
                hint=("用 --root 指定正确的文件夹。", "Name the right folder with --root."),
            )
            return None, found
        text = decode_text(content, path="site.toml", found=found)
        located = read_settings(text, found) if text is not None else None
        return (located.record if located else None), found

    @property
    def settings(self) -> SiteSettings:
        """The settings; where they cannot be read, those of an empty file."""
        settings = self._settings[0] or SiteSettings()
        if self._base_url is None:
            return settings
        return replaced(settings, base_url=self._base_url)

    @cached_property
    def _frameworks(self) -> tuple[tuple[Located[Framework], ...], Findings]:
        found, read = Findings(), []
        for path in self._root.frameworks():
            located = read_framework(path, self._root.read(path) or b"", found)
            if located is not None:
                check_framework(located, found)
                read.append(located)
        return tuple(read), found

    @property
    def frameworks(self) -> tuple[Located[Framework], ...]:
        """Every framework that can be read."""
        return self._frameworks[0]

    @cached_property
    def _catalogue(self) -> tuple[Located[Catalogue] | None, Findings]:
        found = Findings()
        content = self._root.read(CATALOGUE)
        return (None if content is None else read_catalogue(CATALOGUE, content, found)), found

    def _read_area(self, slug: str) -> tuple[AreaContent | None, Findings]:
        if slug not in self._areas:
            found = Findings()
            files = self._root.area_files(slug, found)
            self._areas[slug] = read_area(slug, self._root.units(slug), files, found), found
        return self._areas[slug]

    def area(self, slug: str) -> AreaContent | None:
        """An area's own content; None when its `area.md` cannot be read."""
        return self._read_area(slug)[0]

    def record(self, slug: str) -> Located[AreaRecord] | None:
        """What an area's `area.md` says; its register is not read for that."""
        if slug in self._areas:
            content = self._areas[slug][0]
            return content.area if content else None
        if slug not in self._records:
            content = read_area(slug, (), self._root.area_file(slug), Findings())
            self._records[slug] = content.area if content else None
        return self._records[slug]

    def content(self, slug: str) -> AreaContent:
        """The same of an area that can be read."""
        content = self.area(slug)
        if content is None:
            raise LookupError(slug)
        return content

    def row(self, area: str, unit: str) -> RegisterRow | None:
        """The register's row of a unit."""
        if area not in self._rows:
            content = self.area(area)
            self._rows[area] = {one.slug: one for one in content.register} if content else {}
        return self._rows[area].get(unit)

    def units(self, area: str) -> tuple[str, ...]:
        """The slugs of an area's units: of its register and of its folders."""
        content = self.area(area)
        rows = (one.slug for one in content.register) if content else ()
        return tuple(sorted({*rows, *self._root.units(area)}))

    def known(self, slug: str) -> Known:
        """What the units of an area may know before any of them is read."""
        if slug not in self._known:
            self._known[slug] = Known(
                slug,
                self._named(slug),
                tuple(map(self._named, self.lineage(slug))),
                tuple(one for one in self.frameworks if slug in one.record.areas),
                self._catalogue[0],
                self.settings,
            )
        return self._known[slug]

    def _named(self, slug: str) -> Located[AreaRecord]:
        record = self.record(slug)
        if record is None:
            raise LookupError(slug)
        return record

    def lineage(self, slug: str) -> tuple[str, ...]:
        """The areas above one that can be read, the nearest first."""
        above: dict[str, None] = {}
        here = self._named(slug).record.part_of
        every = self._root.areas()
        while here is not None and here in every and here not in above and here != slug:
            area = self.record(here)
            if area is None:
                break
            above[here] = None
            here = area.record.part_of
        return tuple(above)

    def siblings(self, slug: str) -> tuple[str, ...]:
        """The other areas that a framework of an area applies to, in the frameworks' order."""
        named = (area for one in self.known(slug).frameworks for area in one.record.areas)
        return tuple(
            one for one in dict.fromkeys(named) if one != slug and self.record(one) is not None
        )

    def areas(self) -> dict[str, AreaContent]:
        """Every area that can be read."""
        read = ((slug, self.area(slug)) for slug in self._root.areas())
        return {slug: content for slug, content in read if content is not None}

    def check(self) -> tuple[Diagnostic, ...]:
        """Every mistake in what stands above the units."""
        found = Findings()
        self._root.report_links(found)
        self._root.report_strays(found)
        areas = self.areas()
        read = (self._settings, self._frameworks, self._catalogue)
        for findings in (*(one for _, one in read), *(one for _, one in self._areas.values())):
            found.found += findings.found
        check_site(areas, self.frameworks, self._catalogue[0], found)
        for slug, content in areas.items():
            check_area(content, self.known(slug), found)
        return tuple(found.found)
