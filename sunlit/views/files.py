"""Every file of the site that is no page, in one language: feeds, calendars, documents.

Owns the list, cut along the shards like the list of pages. A document is the same in every
language and is made once, with the edition of the default one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sunlit.views.agenda import Calendar, area_calendar, unit_calendar
from sunlit.views.community import Community
from sunlit.views.district import District, Region
from sunlit.views.documents.area import area_document
from sunlit.views.documents.shape import Document
from sunlit.views.documents.unit import unit_document
from sunlit.views.edition import Edition
from sunlit.views.feeds import (
    Feed,
    area_changes_feed,
    area_feed,
    site_changes_feed,
    site_feed,
    unit_feed,
)

FileView = Feed | Calendar | Document


def unit_files(edition: Edition, community: Community) -> Iterator[FileView]:
    """The files of one unit."""
    yield unit_feed(edition, community)
    calendar = unit_calendar(edition, community)
    if calendar is not None:
        yield calendar
    if not edition.locale.prefix:
        yield unit_document(edition, community)


def area_files(edition: Edition, district: District) -> Iterator[FileView]:
    """The files of one area."""
    yield area_feed(edition, district)
    yield area_changes_feed(edition, district)
    calendar = area_calendar(edition, district)
    if calendar is not None:
        yield calendar
    if not edition.locale.prefix:
        yield area_document(edition, district)


def site_files(edition: Edition, districts: Mapping[str, Region]) -> Iterator[FileView]:
    """The files of the site itself."""
    yield site_feed(edition, districts)
    yield site_changes_feed(edition, districts)
