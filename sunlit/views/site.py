"""Every page of the site in one language, in a fixed order.

Owns the literal list of page kinds. Cut along the shards: pages of a unit, of an area, of the
site; each is made from its bundle and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sunlit.views.addresses import gone_pages, moved_pages
from sunlit.views.area import area_page
from sunlit.views.changes_page import area_changes_page, site_changes_page
from sunlit.views.community import Community
from sunlit.views.disclosure_page import disclosure_pages
from sunlit.views.district import District
from sunlit.views.downloads import downloads_page
from sunlit.views.edition import Edition, Page
from sunlit.views.fixed import about_page, accessibility_page
from sunlit.views.framework import framework_pages
from sunlit.views.home import home_page
from sunlit.views.ledger_pages import ledger_pages
from sunlit.views.lost import lost_page
from sunlit.views.method import frameworks_of, method_pages
from sunlit.views.project import project_pages
from sunlit.views.reports import report_pages
from sunlit.views.services import area_services_page, unit_services_page
from sunlit.views.street import street_pages
from sunlit.views.unit import unit_page
from sunlit.views.update import update_pages


def unit_pages(edition: Edition, community: Community) -> Iterator[Page]:
    """The pages of one unit."""
    yield unit_page(edition, community)
    yield from project_pages(edition, community)
    yield from moved_pages(edition, community)
    yield from unit_services_page(edition, community)
    yield from update_pages(edition, community)


def area_pages(edition: Edition, district: District) -> Iterator[Page]:
    """The pages of one area."""
    yield area_page(edition, district)
    yield from gone_pages(edition, district)
    yield from street_pages(edition, district)
    yield from ledger_pages(edition, district)
    yield from area_services_page(edition, district)
    yield from report_pages(edition, district)
    yield from disclosure_pages(edition, district)
    yield area_changes_page(edition, district)
    yield from framework_pages(edition, district)


def site_pages(edition: Edition, districts: Mapping[str, District]) -> Iterator[Page]:
    """The pages of the site itself."""
    yield home_page(edition, districts)
    yield site_changes_page(edition, districts)
    yield downloads_page(edition, districts)
    yield about_page(edition)
    yield accessibility_page(edition)
    if not edition.locale.prefix:
        yield lost_page(edition)
    yield from method_pages(edition, frameworks_of(districts.values()))
