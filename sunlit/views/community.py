"""A unit as its pages need it: its content, its summary, what its area knows of it.

Owns the bundle and the names of the unit's records. Every page of a unit is made from one.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from sunlit.model.sources import SourceRecord
from sunlit.model.unit import Profile
from sunlit.rules.known import Known
from sunlit.rules.results import SheetResult
from sunlit.rules.standing import Standing
from sunlit.rules.summary import UnitSummary
from sunlit.source.content import UnitContent


class Community(Struct, frozen=True):
    """One unit with everything a page of it may say."""

    content: UnitContent
    summary: UnitSummary
    standing: Standing
    known: Known
    results: tuple[SheetResult, ...]

    @property
    def area(self) -> str:
        """The slug of its area."""
        return self.content.area

    @property
    def slug(self) -> str:
        """Its own slug."""
        return self.content.slug

    @property
    def id(self) -> str:
        """The start of the ids of its figures."""
        return f"{self.area}/{self.slug}"

    @property
    def profile(self) -> Profile | None:
        """Its profile, when it has one."""
        return self.content.profile.record if self.content.profile else None

    def sources(self) -> Iterator[SourceRecord]:
        """Every source its records may name."""
        if self.profile:
            yield from self.profile.sources
        yield from self.known.sources()

    @property
    def default_source(self) -> str | None:
        """The source of a record that names none."""
        own = self.profile.source if self.profile else None
        return own or self.known.area.record.source
