"""An invented district as a complete root, for trying things out and for benchmarks.

Owns the order and the streaming: files come out sorted by path, one unit at a time, so that four
thousand units need no more memory than one. Writes nothing to a disk and looks at no clock.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sunlit.sample.area import area_files, city_file
from sunlit.sample.framework import framework_file
from sunlit.sample.photos import shared_out
from sunlit.sample.places import CITY, AreaPlace, UnitPlace, area_places, unit_places
from sunlit.sample.site import SITE, catalogue_file
from sunlit.sample.spec import AS_OF, SampleSpec
from sunlit.sample.unit import unit_files

__all__ = ["AS_OF", "SampleSpec", "sample_files"]


def sample_files(spec: SampleSpec) -> Iterator[tuple[str, bytes]]:
    """Every file of the sample as (path below the root, content), sorted by path."""
    areas = area_places(spec)
    folders: dict[str, AreaPlace | None] = {area.slug: area for area in areas}
    if len(areas) > 1:
        folders[CITY] = None
    pairs = shared_out(spec)
    yield "content/catalogue.yaml", catalogue_file()
    for slug in sorted(folders, key=_folder):
        area, base = folders[slug], f"content/communities/{slug}/"
        if area is None:
            yield f"{base}area.md", city_file()
            continue
        for path, content in _area(spec, area, pairs):
            yield base + path, content
    for area in sorted(areas, key=lambda area: f"{area.framework}.yaml"):
        path = f"content/frameworks/{area.framework}.yaml"
        yield path, framework_file(area, unit_places(spec, area))
    yield "site.toml", SITE.encode()


def _area(
    spec: SampleSpec, area: AreaPlace, pairs: Mapping[int, tuple[int, ...]]
) -> Iterator[tuple[str, bytes]]:
    """The area's own files, and its units' folders between them, in the order of paths."""
    units = unit_places(spec, area)
    parts: dict[str, bytes | UnitPlace] = dict(area_files(spec, area, units))
    parts |= {_folder(unit.slug): unit for unit in units}
    for name in sorted(parts):
        part = parts[name]
        if isinstance(part, bytes):
            yield name, part
            continue
        numbers = pairs.get(part.local * spec.areas + area.number, ())
        for path, content in unit_files(spec, part, numbers):
            yield name + path, content


def _folder(slug: str) -> str:
    """A folder as it sorts among paths: with its slash, which stands before every letter."""
    return f"{slug}/"
