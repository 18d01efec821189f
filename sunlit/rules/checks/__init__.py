"""Checks across fields and files, each a function from content to findings.

Owns the literal list of checks and the order they run in. A check adds findings and changes
nothing; none depends on another having run. A reference to a file that has mistakes of its own
is not reported as dangling, so reading comes before checking.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from sunlit.diagnostics import Findings
from sunlit.model.disclosure import Catalogue
from sunlit.model.framework import Framework
from sunlit.model.record import Record
from sunlit.rules.checks import area as of_area
from sunlit.rules.checks import framework as of_framework
from sunlit.rules.checks import site as of_site
from sunlit.rules.checks.addresses import Claims, alias_taken, code_of_another
from sunlit.rules.checks.bodies import bodies
from sunlit.rules.checks.changes import changes
from sunlit.rules.checks.dates import project_dates
from sunlit.rules.checks.disclosures import disclosures
from sunlit.rules.checks.dossier import dossier
from sunlit.rules.checks.duplicates import duplicate_ids, duplicate_points
from sunlit.rules.checks.figures import figures
from sunlit.rules.checks.file_names import project_aliases, update_dates
from sunlit.rules.checks.funds import money
from sunlit.rules.checks.names import unknown_names
from sunlit.rules.checks.pairs import pairs
from sunlit.rules.checks.personal import personal_data, personal_in_records
from sunlit.rules.checks.photos import photos
from sunlit.rules.checks.profile import enrolments, identity, not_enrolled
from sunlit.rules.checks.scope import Scope, area_scope, unit_scope
from sunlit.rules.checks.scores import scores
from sunlit.rules.checks.walk import At, Placed, dossier_of, each_in, placed_in
from sunlit.rules.known import Known
from sunlit.source.content import AreaContent, UnitContent
from sunlit.source.located import Located

RECORD_CHECKS: tuple[Callable[[At, Record, Findings], None], ...] = (
    duplicate_ids,
    duplicate_points,
    figures,
    money,
    dossier,
)
"""What a record of any file, and each record inside it, can get wrong by itself."""

UNIT_CHECKS: tuple[Callable[[UnitContent, Scope, Findings], None], ...] = (
    identity,
    enrolments,
    not_enrolled,
    scores,
    disclosures,
    photos,
    pairs,
    update_dates,
    project_aliases,
)

AREA_CHECKS: tuple[Callable[[AreaContent, Scope, Findings], None], ...] = (
    of_area.register,
    of_area.reports,
)

FRAMEWORK_CHECKS: tuple[Callable[[Located[Framework], Findings], None], ...] = (
    of_framework.scoring,
    of_framework.looks,
    of_framework.applies,
)


def check_unit(
    unit: UnitContent, known: Known, texts: Mapping[str, bytes], found: Findings
) -> None:
    """Every check of one unit; `texts` are its files as written, for personal data."""
    scope = unit_scope(unit, known, texts, found)
    records = tuple(placed_in(unit))
    for check in UNIT_CHECKS:
        check(unit, scope, found)
    for placed in records:
        _inside(placed, scope, found)
    for project in unit.projects:
        project_dates(project, found)
    pages = frozenset(f"{unit.base}/{name}" for name in texts if name.endswith(".md"))
    bodies(records, pages, scope, found)
    personal_data(unit.base, texts, scope, found)


def _inside(placed: Placed, scope: Scope, found: Findings) -> None:
    """Every check of what stands in one file."""
    for at, record in each_in(placed):
        unknown_names(at, record, scope, found)
        for check in RECORD_CHECKS:
            check(at, record, found)
    changes(placed, found)


def check_area(area: AreaContent, known: Known, found: Findings) -> None:
    """Every check of an area's own files."""
    scope = area_scope(area, known, found)
    records: tuple[Placed, ...] = (area.area, *area.reports, *dossier_of(area.dossier))
    for check in AREA_CHECKS:
        check(area, scope, found)
    for placed in records:
        _inside(placed, scope, found)
    units = (*(row.slug for row in area.register), *area.folders)
    pages = {one.path for one in records if one.path.endswith(".md")}
    pages |= {f"{scope.base}/{slug}/index.md" for slug in units}
    bodies(records, frozenset(pages), scope, found)
    # The same finding from several areas is kept once, when findings are put in order.
    shared = (*known.frameworks, *([known.catalogue] if known.catalogue else []))
    personal_in_records((*records, *shared), scope, found)


def check_addresses(area: AreaContent, units: Sequence[Claims], found: Findings) -> None:
    """Checks between the units of an area: no address and no code is somebody else's."""
    alias_taken(area, units, found)
    code_of_another(area, units, found)


def check_framework(framework: Located[Framework], found: Findings) -> None:
    """Every check of a framework by itself."""
    for check in FRAMEWORK_CHECKS:
        check(framework, found)
    for at, record in each_in(framework):
        duplicate_ids(at, record, found)
        figures(at, record, found)
    changes(framework, found)


def check_site(
    areas: Mapping[str, AreaContent],
    frameworks: tuple[Located[Framework], ...],
    catalogue: Located[Catalogue] | None,
    found: Findings,
) -> None:
    """Checks between areas, frameworks and the catalogue."""
    of_site.area_addresses(areas, found)
    of_site.areas_above(areas, found)
    of_site.codes(areas, found)
    of_site.framework_addresses(areas, frameworks, found)
    of_site.framework_areas(areas, frameworks, found)
    if catalogue is not None:
        for at, record in each_in(catalogue):
            duplicate_ids(at, record, found)
