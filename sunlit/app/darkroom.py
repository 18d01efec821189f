"""The photos of a unit as series for the engine.

Owns what is told of a photo that turns out to be broken while it is decoded.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from msgspec.structs import replace

from sunlit.app.logs import log_of
from sunlit.app.root import Root
from sunlit.diagnostics import Findings
from sunlit.engine.tasks import RefusedError, Series
from sunlit.photos.recipe import BrokenPhotoError
from sunlit.plan import photo_series
from sunlit.source.content import UnitContent
from sunlit.source.settings import PhotoSettings


def series_of(unit: UnitContent, settings: PhotoSettings, root: Root) -> Iterator[Series]:
    """A series per published photo; a broken one is a mistake of the content."""
    for series in photo_series(unit, settings, root.read):
        path = f"{unit.base}/{series.source}"
        yield replace(series, make=partial(_told, series, path))


def _told(series: Series, path: str, wanted: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    try:
        yield from series.make(wanted)
    except BrokenPhotoError as error:
        from sunlit.photos.probe import unreadable

        found = Findings()
        unreadable(path, found)
        raise RefusedError(log_of(found)) from error
