"""The sources of a page: numbered in the order they are first cited.

Owns the numbering. One is made per page and handed to whatever builds the page's figures.
"""

from __future__ import annotations

from collections.abc import Iterable

from sunlit.model.sources import SourceRecord
from sunlit.views.parts import Source
from sunlit.views.scene import Scene


class Citations:
    """The sources a page may cite, and those it has cited so far."""

    def __init__(
        self, scene: Scene, sources: Iterable[SourceRecord], *, default: str | None = None
    ) -> None:
        self._scene = scene
        self._known = {one.id: one for one in reversed(list(sources))}
        self._default = default
        self._cited: dict[str, Source] = {}

    def mark(self, *ids: str | None) -> Source | None:
        """The numbered source of the first id given that is one, else of the page's default."""
        id = next((one for one in (*ids, self._default) if one and one in self._known), None)
        if id is None:
            return None
        if id not in self._cited:
            self._cited[id] = self._numbered(self._known[id])
        return self._cited[id]

    def listed(self) -> tuple[Source, ...]:
        """Every cited source, by number."""
        return tuple(self._cited.values())

    def _numbered(self, record: SourceRecord) -> Source:
        scene = self._scene
        return Source(
            id=record.id,
            number=len(self._cited) + 1,
            title=scene.words(record.title),
            outlet=scene.words(record.outlet),
            date=scene.maybe_when(record.date),
            url=record.url or "",
            note=scene.maybe(record.note),
        )
