"""What a unit may know before any other unit is read: its area, the frameworks, the settings.

Owns this one small value. It is part of what every unit of the area depends on, so it holds
the area's and the site's own files only, never another unit.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from sunlit.model.area import AreaRecord
from sunlit.model.disclosure import Catalogue
from sunlit.model.framework import Framework
from sunlit.model.sources import SourceRecord
from sunlit.source.located import Located
from sunlit.source.settings import SiteSettings


class Known(Struct, frozen=True):
    """An area as its units see it; `lineage` holds the areas above, the nearest first."""

    slug: str
    area: Located[AreaRecord]
    lineage: tuple[Located[AreaRecord], ...]
    frameworks: tuple[Located[Framework], ...]
    catalogue: Located[Catalogue] | None
    settings: SiteSettings

    def framework(self, id: str) -> Located[Framework] | None:
        """The framework of that id, when it applies to this area."""
        return next((one for one in self.frameworks if one.id == id), None)

    def sources(self) -> Iterator[SourceRecord]:
        """Every source a record of this area may name, its own before those above."""
        yield from self.area.record.sources
        for above in self.lineage:
            yield from above.record.sources
        for framework in self.frameworks:
            yield from framework.record.sources


def source_named(id: str | None, sources: Iterator[SourceRecord]) -> SourceRecord | None:
    """The source of that id, or None."""
    return next((one for one in sources if one.id == id), None) if id else None
