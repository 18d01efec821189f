"""What the records of a unit or an area may name, and which files could not be read.

Owns the sets of names. A set is None where it cannot be told, since a file that would say so
has mistakes of its own: those are reported once, and not again at every reference.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from sunlit.diagnostics import Findings, Severity
from sunlit.rules.checks.kinds import Kind
from sunlit.rules.known import Known
from sunlit.source.content import AreaContent, UnitContent

Names = frozenset[str] | None


class Scope(Struct, frozen=True):
    """The names by kind; `base` is the folder, `failed` are the files with an error so far."""

    known: Known
    base: str
    failed: frozenset[str]
    names: Mapping[Kind, Names]

    def lost(self, *kinds: Kind) -> bool:
        """Whether names of one of these kinds cannot be told."""
        return any(self.names.get(kind) is None for kind in kinds)


def unit_scope(
    unit: UnitContent, known: Known, texts: Mapping[str, bytes], found: Findings
) -> Scope:
    """What the records of a unit may name."""
    failed = failed_files(found)
    own = unit.profile.record.sources if unit.profile else ()
    profile_lost = unit.profile is None and "index.md" in texts
    names: dict[Kind, Names] = {
        **_area_names(known, failed),
        Kind.PROJECT: frozenset(one.id for one in unit.projects) | _broken(unit, "projects/"),
        Kind.PHOTO: _photos(unit, failed),
    }
    sources = names[Kind.SOURCE]
    if profile_lost or sources is None:
        names[Kind.SOURCE] = None
    else:
        names[Kind.SOURCE] = sources | {one.id for one in own}
    return Scope(known, unit.base, failed, names)


def area_scope(area: AreaContent, known: Known, found: Findings) -> Scope:
    """What the records of an area may name."""
    failed = failed_files(found)
    base = area.area.path.rpartition("/")[0]
    units = frozenset((*(row.slug for row in area.register), *area.folders))
    names: dict[Kind, Names] = {
        **_area_names(known, failed),
        Kind.UNIT: None if f"{base}/register.csv" in failed else units,
        Kind.PHOTO: frozenset(),
    }
    return Scope(known, base, failed, names)


def failed_files(found: Findings) -> frozenset[str]:
    """The files that an error was found in."""
    return frozenset(one.span.path for one in found if one.severity is Severity.ERROR)


def framework_path(id: str) -> str:
    """The file of a framework."""
    return f"content/frameworks/{id}.yaml"


def _area_names(known: Known, failed: frozenset[str]) -> dict[Kind, Names]:
    areas = (known.area, *known.lineage)
    frameworks = frozenset(one.id for one in known.frameworks)
    unread = {
        path for path in failed
        if path.startswith("content/frameworks/")
        and path.rpartition("/")[2].removesuffix(".yaml") not in frameworks
    }  # fmt: skip
    sources = frozenset(one.id for one in known.sources())
    departments = frozenset(one.id for area in areas for one in area.record.departments)
    dimensions = {one.id for each in known.frameworks for one in each.record.dimensions}
    tracks = {one.id for each in known.frameworks for one in each.record.tracks}
    cut = _cut(known)
    return {
        Kind.SOURCE: None if unread or cut else sources,
        Kind.DEPARTMENT: None if cut else departments,
        Kind.DIMENSION: None if unread else frozenset(dimensions),
        Kind.TRACK: None if unread else frozenset(tracks),
        Kind.FRAMEWORK: frameworks,
    }


def _cut(known: Known) -> bool:
    """Whether an area above is named and could not be found or read."""
    areas = (known.area, *known.lineage)
    above = areas[-1].record.part_of
    return above is not None and above not in {one.path.split("/")[-2] for one in areas}


def _broken(unit: UnitContent, folder: str) -> frozenset[str]:
    return frozenset(one.removeprefix(folder) for one in unit.broken if one.startswith(folder))


def _photos(unit: UnitContent, failed: frozenset[str]) -> frozenset[str]:
    """Declared photos and photos on disk: one that is only either is reported elsewhere."""
    folder = f"{unit.base}/photos/"
    declared = unit.photos.record.photos if unit.photos else ()
    return frozenset(
        (
            *(one.file for one in declared),
            *(one.name for one in unit.photo_files),
            *(one.removeprefix(folder) for one in failed if one.startswith(folder)),
        )
    )
