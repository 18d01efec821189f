"""Every page of the site in one language, in a fixed order.

Cut along the shards: pages of a unit, of an area, of the site; each is made from its bundle and
nothing else. Which parts an area's pages come in is in `plan`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from sunlit.rules.known import Known
from sunlit.views.addresses import gone_pages, moved_pages
from sunlit.views.area import area_page
from sunlit.views.changes_page import site_changes_page
from sunlit.views.community import Community
from sunlit.views.district import District, Region
from sunlit.views.downloads import downloads_page
from sunlit.views.edition import Edition, Page
from sunlit.views.fixed import about_page, accessibility_page
from sunlit.views.home import home_page
from sunlit.views.lost import lost_page
from sunlit.views.method import frameworks_of, method_pages
from sunlit.views.project import project_pages
from sunlit.views.reports import report_pages
from sunlit.views.services import area_services_page, unit_services_page
from sunlit.views.unit import unit_page
from sunlit.views.update import update_pages


def unit_pages(edition: Edition, community: Community) -> Iterator[Page]:
    """The pages of one unit that say how it stands among the others of its area."""
    yield unit_page(edition, community)


def inner_pages(edition: Edition, community: Community) -> Iterator[Page]:
    """The pages of one unit that say nothing of it."""
    yield from project_pages(edition, community)
    yield from moved_pages(edition, community)
    yield from unit_services_page(edition, community)
    yield from update_pages(edition, community)


def area_pages(edition: Edition, district: District) -> Iterator[Page]:
    """The page of an area and those at addresses that were left."""
    yield area_page(edition, district)
    yield from gone_pages(edition, district)


def dossier_pages(edition: Edition, district: District) -> Iterator[Page]:
    """The pages of an area's own files."""
    yield from area_services_page(edition, district)
    yield from report_pages(edition, district)


def home_pages(edition: Edition, regions: Mapping[str, Region]) -> Iterator[Page]:
    """The pages of the site that are made of its areas."""
    yield home_page(edition, regions)
    yield site_changes_page(edition, regions)
    yield downloads_page(edition, regions)


def fixed_pages(edition: Edition, areas: Iterable[Known]) -> Iterator[Page]:
    """The pages of the site that know of no unit."""
    yield about_page(edition)
    yield accessibility_page(edition)
    if not edition.locale.prefix:
        yield lost_page(edition)
    yield from method_pages(edition, frameworks_of(areas))
