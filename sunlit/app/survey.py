"""From a root to everything that can be said of it: read, check, summarise, stand.

Owns the order of the stages and what each shard is handed. Nothing is rendered here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sunlit.app.root import Root
from sunlit.diagnostics import Findings, Span
from sunlit.model.area import AreaRecord
from sunlit.model.disclosure import Catalogue
from sunlit.model.framework import Framework
from sunlit.model.record import replaced
from sunlit.rules.checks import check_addresses, check_area, check_framework, check_site, check_unit
from sunlit.rules.known import Known
from sunlit.rules.reported import report_heads
from sunlit.rules.standing import AreaStanding, stand
from sunlit.rules.summary import summarise
from sunlit.source.content import (
    AreaContent,
    UnitContent,
    read_area,
    read_catalogue,
    read_framework,
    read_unit,
)
from sunlit.source.located import Located
from sunlit.source.settings import SiteSettings, read_settings
from sunlit.source.text import decode_text


@dataclass(frozen=True, slots=True)
class Shard:
    """An area with its units: contents, summaries and standing."""

    content: AreaContent
    known: Known
    units: tuple[UnitContent, ...]
    standing: AreaStanding


@dataclass(frozen=True, slots=True)
class Survey:
    """The whole root, checked; shards by slug."""

    settings: SiteSettings
    frameworks: tuple[Located[Framework], ...]
    catalogue: Located[Catalogue] | None
    shards: Mapping[str, Shard]


def survey(
    root: Root, as_of: date, found: Findings, *, base_url: str | None = None
) -> Survey | None:
    """Read and check a whole root; None when anything in it is wrong.

    `base_url` stands in for the one of `site.toml`, for a preview at another address.
    """
    root.report_links(found)
    root.report_strays(found)
    settings = _settings(root, found)
    if settings is not None and base_url is not None:
        settings = replaced(settings, base_url=base_url)
    frameworks = _frameworks(root, found)
    catalogue = _catalogue(root, found)
    areas = _areas(root, found)
    check_site(areas, frameworks, catalogue, found)
    read = {}
    for slug, content in areas.items():
        applying = tuple(one for one in frameworks if slug in one.record.areas)
        lineage = _lineage(slug, areas)
        given = settings or SiteSettings()
        known = Known(slug, content.area, lineage, applying, catalogue, given)
        check_area(content, known, found)
        units = tuple(_units(root, content, known, found))
        check_addresses(content, units, found)
        read[slug] = (content, known, units)
    if settings is None or found.stops:
        return None
    shards = {slug: _shard(*parts, as_of=as_of) for slug, parts in read.items()}
    return Survey(settings, frameworks, catalogue, shards)


def _shard(
    content: AreaContent, known: Known, units: tuple[UnitContent, ...], *, as_of: date
) -> Shard:
    summaries = tuple(summarise(unit, known, as_of) for unit in units)
    standing = stand(known, summaries, reports=report_heads(content.reports))
    return Shard(content, known, units, standing)


def _settings(root: Root, found: Findings) -> SiteSettings | None:
    content = root.read("site.toml")
    if content is None:
        found.error(
            "no-site-file",
            Span("site.toml"),
            message=("这个文件夹里没有 site.toml", "this folder has no site.toml"),
            hint=("用 --root 指定正确的文件夹。", "Name the right folder with --root."),
        )
        return None
    text = decode_text(content, path="site.toml", found=found)
    located = read_settings(text, found) if text is not None else None
    return located.record if located else None


def _frameworks(root: Root, found: Findings) -> tuple[Located[Framework], ...]:
    read = []
    for path in root.frameworks():
        located = read_framework(path, root.read(path) or b"", found)
        if located is not None:
            check_framework(located, found)
            read.append(located)
    return tuple(read)


def _catalogue(root: Root, found: Findings) -> Located[Catalogue] | None:
    path = "content/catalogue.yaml"
    content = root.read(path)
    return None if content is None else read_catalogue(path, content, found)


def _areas(root: Root, found: Findings) -> dict[str, AreaContent]:
    read = {}
    for slug in root.areas():
        content = read_area(slug, root.units(slug), root.area_files(slug, found), found)
        if content is not None:
            read[slug] = content
        else:
            _units_of_broken(root, slug, found)
    return read


def _units_of_broken(root: Root, area: str, found: Findings) -> None:
    """Read the units of an area whose own file cannot be read: their mistakes count too."""
    for slug in root.units(area):
        read_unit(area, slug, None, root.unit_files(area, slug, found), found)


def _lineage(slug: str, areas: Mapping[str, AreaContent]) -> tuple[Located[AreaRecord], ...]:
    above: dict[str, Located[AreaRecord]] = {}
    here = areas[slug].area.record.part_of
    while here is not None and here in areas and here not in above and here != slug:
        above[here] = areas[here].area
        here = areas[here].area.record.part_of
    return tuple(above.values())


def _units(root: Root, area: AreaContent, known: Known, found: Findings) -> list[UnitContent]:
    rows = {row.slug: row for row in area.register}
    units = []
    for slug in sorted({*rows, *area.folders}):
        files = root.unit_files(area.slug, slug, found)
        unit = read_unit(area.slug, slug, rows.get(slug), files, found)
        check_unit(unit, known, files.texts, found)
        units.append(unit)
    return units
