"""Checks between areas, frameworks and the catalogue.

Owns what no single folder can see: addresses that clash, codes used twice, areas that do not
exist. Knows no unit's contents.
"""

from __future__ import annotations

from collections.abc import Mapping

from sunlit.diagnostics import Findings, Span
from sunlit.locale import LOCALES
from sunlit.model.framework import Framework
from sunlit.paths import RESERVED_AREA, RESERVED_SITE, SLUG
from sunlit.rules.checks.framework import scoring_of_units
from sunlit.rules.checks.kinds import Kind, dangling
from sunlit.rules.checks.names import references_of
from sunlit.rules.checks.scope import failed_files
from sunlit.rules.checks.walk import each_in
from sunlit.rules.checks.words import bad_folder, reserved
from sunlit.source.content import AreaContent
from sunlit.source.located import Located

Areas = Mapping[str, AreaContent]
_PREFIXES = frozenset(code.lower() for code in LOCALES)


def area_addresses(areas: Areas, found: Findings) -> None:
    """No area is called like a page of the site."""
    for slug, area in areas.items():
        span = Span(area.area.path)
        if not SLUG.fullmatch(slug):
            bad_folder(slug, span, found)
        elif slug in RESERVED_SITE | _PREFIXES:
            reserved(slug, span, found)


def areas_above(areas: Areas, found: Findings) -> None:
    """Every area above exists, and none is above itself."""
    failed = failed_files(found)
    reported: set[str] = set()
    for slug, area in areas.items():
        above = area.area.record.part_of
        if above is None:
            continue
        if above not in areas:
            if _area_path(above) not in failed:
                span = area.area.span("part_of")
                dangling(Kind.AREA, above, known=set(areas) - {slug}, span=span, found=found)
            continue
        circle = _circle(slug, areas)
        if circle and not reported & set(circle):
            reported |= set(circle)
            _in_circle(area, circle, found)


def _in_circle(area: AreaContent, circle: list[str], found: Findings) -> None:
    round_ = " → ".join((*circle, circle[0]))
    found.error(
        "area-cycle",
        area.area.span("part_of"),
        message=(
            f"上级地区绕成了圈：{round_}",
            f"the areas above form a circle: {round_}",
        ),
        hint=("改正 part_of。", "Correct `part_of`."),
    )


def _circle(start: str, areas: Areas) -> list[str]:
    """The areas from `start` up to `start` again; empty when it is in no circle."""
    way = _way_up(start, areas)
    return way if areas[way[-1]].area.record.part_of == start else []


def _way_up(start: str, areas: Areas) -> list[str]:
    """An area and those above it, as far as they are there, each once."""
    way, here = [start], areas[start].area.record.part_of
    while here is not None and here in areas and here not in way:
        way.append(here)
        here = areas[here].area.record.part_of
    return way


def codes(areas: Areas, found: Findings) -> None:
    """A unit is in one register among areas of the same level."""
    first: dict[tuple[object, str], str] = {}
    for slug, area in areas.items():
        shared: dict[str, list[str]] = {}
        for row in area.register:
            owner = first.setdefault((area.area.record.level, row.code), slug)
            if owner != slug:
                shared.setdefault(owner, []).append(row.code)
        for owner, twice in shared.items():
            found.warning(
                "code-in-two-areas",
                Span(f"{area.area.path.rpartition('/')[0]}/register.csv"),
                message=(
                    f"有 {len(twice)} 个代码也在“{owner}”的登记册里，例如 {twice[0]}",
                    f"{len(twice)} codes are also in the register of {owner}, such as {twice[0]}",
                ),
                hint=("每个社区只留在一个地区。", "Keep each unit in one area."),
            )


def framework_addresses(
    areas: Areas, frameworks: tuple[Located[Framework], ...], found: Findings
) -> None:
    """A framework's page in an area has an address of its own."""
    for framework in frameworks:
        units = {slug for area in _of(framework, areas) for slug in _units(area)}
        span = Span(framework.path)
        if not SLUG.fullmatch(framework.id):
            bad_folder(framework.id, span, found)
        elif framework.id in RESERVED_AREA or framework.id in units:
            reserved(framework.id, span, found)


def framework_areas(
    areas: Areas, frameworks: tuple[Located[Framework], ...], found: Findings
) -> None:
    """Areas, sources and members that a framework names."""
    failed = failed_files(found)
    for framework in frameworks:
        lost = False
        for number, name in enumerate(framework.record.areas):
            if name not in areas:
                lost = True
                if _area_path(name) not in failed:
                    span = framework.span("areas", number)
                    dangling(Kind.AREA, name, known=areas, span=span, found=found)
        here = _of(framework, areas)
        registers = {f"{area.area.path.rpartition('/')[0]}/register.csv" for area in here}
        if not lost and not registers & failed:
            scoring_of_units(framework, {one for area in here for one in _units(area)}, found)
        if not lost:
            _names(framework, here, areas, found)


def _names(
    framework: Located[Framework], here: list[AreaContent], areas: Areas, found: Findings
) -> None:
    """Sources of the framework, of its areas and of those above; dimensions of its figures."""
    sources = {one.id for one in framework.record.sources}
    for area in here:
        way = _way_up(area.slug, areas)
        sources |= {one.id for slug in way for one in areas[slug].area.record.sources}
        above = areas[way[-1]].area.record.part_of
        if above is not None and above not in areas:
            return  # an area above could not be read: its sources cannot be told
    names = {
        Kind.SOURCE: sources,
        Kind.DIMENSION: {one.id for one in framework.record.dimensions},
    }
    for at, record in each_in(framework):
        for kind, name, steps in references_of(record):
            known = names.get(kind)
            if known is not None and name not in known:
                dangling(kind, name, known=known, span=at.span(*steps), found=found)


def _of(framework: Located[Framework], areas: Areas) -> list[AreaContent]:
    return [areas[name] for name in framework.record.areas if name in areas]


def _units(area: AreaContent) -> tuple[str, ...]:
    return (*(row.slug for row in area.register), *area.folders)


def _area_path(slug: str) -> str:
    return f"content/communities/{slug}/area.md"
