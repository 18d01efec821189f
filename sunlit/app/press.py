"""The press: units are read, areas stand, pages are made.

Owns the wiring of content to views, and what a process keeps of it. Everything is read when it is
first needed, so that a build which changes nothing reads nothing.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, partial
from typing import TYPE_CHECKING

from msgspec import Struct

from sunlit.app.compiled import CompiledTemplates
from sunlit.app.darkroom import series_of
from sunlit.app.heads import bare_head, full_head, heads_wire, own_head
from sunlit.app.logs import log_of
from sunlit.app.root import Root
from sunlit.app.scenery import Scenery
from sunlit.app.stands import Stands
from sunlit.app.work import GATHERS, STANDS_ON, UNKNOWN
from sunlit.diagnostics import Diagnostic, Findings, Severity
from sunlit.digest import Digest, of_value
from sunlit.emit.pages import Templates
from sunlit.engine.shards import Family, Read
from sunlit.engine.tasks import Series, Steady, Task
from sunlit.locale import locale_of
from sunlit.plan import AREA_PARTS, AreaPart, draft_tasks, file_tasks, page_tasks, sitemap_tasks
from sunlit.rules.checks import check_unit
from sunlit.rules.checks.addresses import claims_of
from sunlit.rules.checks.reuse import photo_claims_of
from sunlit.rules.facets import (
    area_wire,
    claims_wire,
    facet_texts,
    photo_claims_wire,
    standing_wire,
)
from sunlit.rules.known import Known
from sunlit.rules.results import SheetResult, results_of
from sunlit.rules.standing import Standing, standings_of
from sunlit.rules.summary import UnitSummary, summarise
from sunlit.source.content import Files, UnitContent, read_unit
from sunlit.views.community import Community
from sunlit.views.edition import Edition, Head
from sunlit.views.files import site_files, unit_files
from sunlit.views.site import fixed_pages, home_pages, inner_pages, unit_pages

if TYPE_CHECKING:
    from sunlit.app.album import Albums

ALONE = Standing((), (), None, None)
"""The standing of a unit in no area."""

HELD = 400
"""How many units a process keeps between reading and making them."""


class _Unit(Struct, frozen=True):
    """A unit that was read, with what follows from its files alone."""

    content: UnitContent
    summary: UnitSummary
    results: tuple[SheetResult, ...]

    def within(self, standing: Standing, known: Known) -> Community:
        """The unit with what its area knows of it."""
        return Community(self.content, self.summary, standing, known, self.results)


@dataclass(eq=False)
class Press:
    """The work for one root on one day; `above` is what was found wrong above the units.

    `albums` keep what photos look like; without them, each is looked at.
    """

    root: Root
    as_of: date
    base_url: str | None = None
    above: tuple[Diagnostic, ...] = ()
    program: Digest = UNKNOWN
    albums: Albums | None = None
    _held: OrderedDict[tuple[str, str], _Unit] = field(default_factory=OrderedDict, repr=False)
    _framed: tuple[bytes, tuple[Edition, ...]] | None = field(default=None, repr=False)

    @cached_property
    def scenery(self) -> Scenery:
        """What stands above the units."""
        return Scenery(self.root, self.base_url)

    @cached_property
    def stands(self) -> Stands:
        """What areas are."""
        return Stands(self.scenery)

    @cached_property
    def templates(self) -> Templates:
        """The templates of every page."""
        return Templates(
            self.root.templates(),
            default=self.scenery.settings.locales[0],
            program=self.program,
            compiled=partial(CompiledTemplates, self.program) if self.program else None,
        )

    def prepare(self) -> None:
        """Load what every unit is read with."""
        for area in self.root.areas():
            if self.scenery.area(area) is not None:
                self.scenery.known(area)

    # Reading.

    def read(self, group: str, leaf: str) -> Read:
        """Read, check and summarise a unit."""
        found = Findings(list(self.above))
        unit = self._content(group, leaf, found)
        claims = {"claims": claims_wire().text(claims_of(unit))}
        photos = photo_claims_of(unit)
        if photos:
            claims["photos"] = photo_claims_wire().text(photos)
        new = tuple(found.found[len(self.above) :])
        log = log_of(new)
        if any(one.severity is Severity.ERROR for one in new) or self.scenery.area(group) is None:
            return Read(claims, log, whole=False)
        own = self._summed_up(group, unit)
        self._held[group, leaf] = own
        while len(self._held) > HELD:
            self._held.popitem(last=False)
        return Read({**facet_texts(own.summary), **claims}, log)

    def _content(self, group: str, leaf: str, found: Findings) -> UnitContent:
        files = self._files(group, leaf, found)
        unit = read_unit(group, leaf, self.scenery.row(group, leaf), files, found)
        if self.scenery.area(group) is not None:
            check_unit(unit, self.scenery.known(group), files.texts, found)
        return unit

    def _unit(self, group: str, leaf: str) -> _Unit:
        """A unit that was read before, by this process or by another."""
        held = self._held.pop((group, leaf), None)
        if held is not None:
            return held
        files = self._files(group, leaf, Findings())
        unit = read_unit(group, leaf, self.scenery.row(group, leaf), files, Findings())
        return self._summed_up(group, unit)

    def _summed_up(self, group: str, unit: UnitContent) -> _Unit:
        known = self.scenery.known(group)
        results = results_of(unit, known)
        return _Unit(unit, summarise(unit, known, self.as_of, results=results), results)

    def _files(self, group: str, leaf: str, found: Findings) -> Files:
        if self.albums is None:
            return self.root.unit_files(group, leaf, found)
        album = self.albums.open(group, leaf)
        files = self.root.unit_files(group, leaf, found, look=album.photo)
        album.keep()
        return files

    # Standing.

    def gather(self, group: str, family: Family) -> bytes:
        """What the areas above and the site may know of an area."""
        return area_wire().text(self.stands.summary(group, family, GATHERS))

    def frame(self, group: str, family: Family) -> bytes:
        """The heads of an area, of those above and below it and of those with its frameworks."""
        regions = self.stands.regions(family.gathered)
        named = (*regions, *self.scenery.lineage(group), *self.scenery.siblings(group))
        others = [one for one in dict.fromkeys(named) if one != group]
        bare = (bare_head(self.scenery.known(one)) for one in others)
        return heads_wire().text((own_head(regions[group]), *bare))

    def stand(self, group: str, family: Family) -> Mapping[str, bytes]:
        """What the area knows of each unit."""
        standings = standings_of(self.stands.of(group, family, STANDS_ON))
        return {slug: standing_wire().text(one) for slug, one in standings.items()}

    # Making.

    def leaf(
        self, group: str, leaf: str, standing: bytes, frame: bytes
    ) -> Iterator[Task | Steady | Series]:
        """The outputs of a unit."""
        own = self._unit(group, leaf)
        community = own.within(standing_wire().value(standing), self.scenery.known(group))
        yield from series_of(own.content, self.scenery.settings.photos, self.root)
        yield Steady(partial(self._alone, own, frame))
        for edition in self._editions(frame):
            yield from page_tasks(unit_pages(edition, community), self.templates)
            yield from file_tasks(unit_files(edition, community))

    def _alone(self, own: _Unit, frame: bytes) -> Iterator[Task]:
        """The pages of a unit that say nothing of its area's other units."""
        community = own.within(ALONE, self.scenery.known(own.content.area))
        for edition in self._editions(frame):
            yield from page_tasks(inner_pages(edition, community), self.templates)

    def part(self, group: str, part: str, family: Family, frame: bytes) -> Iterator[Task]:
        """The outputs of one part of an area."""
        made, facets = AREA_PARTS[part], frozenset(family.facets[group])
        if made.drafts is not None:
            yield from self._drafts(group, made, family, frame)
            return
        gathered = {**family.gathered}
        if group not in gathered:  # a part that is not made of it sees its own facets only
            summary = self.stands.summary(group, family, facets)
            gathered[group] = area_wire().text(summary)
        regions = self.stands.regions(gathered)
        district = self.stands.district(group, regions, family, facets)
        for edition in self._editions(frame):
            yield from page_tasks(made.pages(edition, district), self.templates, keyed=True)
            yield from file_tasks(made.files(edition, district))

    def _drafts(self, group: str, part: AreaPart, family: Family, frame: bytes) -> Iterator[Task]:
        """Pages that are made when what they show has changed."""
        assert part.drafts is not None
        regions = self.stands.bare_regions(family.facets)
        base, full = (
            self.stands.district(group, regions, family, facets)
            for facets in (part.base, frozenset(family.facets[group]))
        )
        seen = {
            name: {facet: one.id for facet, one in lines.items() if facet in part.base}
            for name, lines in family.facets.items()
        }
        ground = of_value((family.ground, seen)) if family.ground else ""
        for edition in self._editions(frame):
            drafts = part.drafts(edition, base, full)
            locale = edition.locale.code
            yield from draft_tasks(drafts, self.templates, ground=ground, locale=locale)

    def top(self, part: str, gathered: Mapping[str, bytes]) -> Iterator[Task]:
        """The outputs of one part of the site."""
        if part == "fixed":
            every = tuple(self.scenery.known(slug) for slug in self.root.areas())
            for edition in self._of_heads(tuple(full_head(one) for one in every)):
                yield from page_tasks(fixed_pages(edition, every), self.templates, keyed=True)
            return
        regions = self.stands.regions(gathered)
        for edition in self._of_heads(tuple(full_head(one.known) for one in regions.values())):
            yield from page_tasks(home_pages(edition, regions), self.templates, keyed=True)
            yield from file_tasks(site_files(edition, regions))

    def closing(self, outputs: Sequence[str]) -> Iterator[Task]:
        """Robots' rules and the sitemap."""
        settings = self.scenery.settings
        return sitemap_tasks(outputs, base_url=settings.base_url, invented=settings.invented)

    def _editions(self, frame: bytes) -> tuple[Edition, ...]:
        if self._framed is None or self._framed[0] != frame:
            self._framed = frame, self._of_heads(heads_wire().value(frame))
        return self._framed[1]

    def _of_heads(self, heads: tuple[Head, ...]) -> tuple[Edition, ...]:
        settings = self.scenery.settings
        default = settings.locales[0]
        return tuple(
            Edition(locale_of(code, default=default), settings, heads, self.as_of)
            for code in settings.locales
        )
