"""The dated services of a menu as events of a calendar.

Owns the names of events, which stay the same from build to build, and what an event says. A time
that is not written as hours and minutes leaves the event a whole day, with the time in words.
"""

from __future__ import annotations

import re
from datetime import date, time

from msgspec import Struct

from sunlit.model.services import Occasion, Service, ServiceSeries
from sunlit.model.sources import SourceRecord
from sunlit.paths import UrlPath, page_path
from sunlit.views.community import Community
from sunlit.views.district import District
from sunlit.views.edition import Edition
from sunlit.views.menu import each_occasion
from sunlit.views.scene import Scene
from sunlit.views.services import Offer, area_offer, unit_offer


class Event(Struct, frozen=True):
    """One event; without `start` it takes the whole day, without `end` its end is not known.

    `stamp` is the day of the publication it rests on: the content's date, not the clock's.
    """

    uid: str
    day: date
    start: time | None
    end: time | None
    stamp: date
    title: str
    place: str
    about: str
    url: str


class Calendar(Struct, frozen=True):
    """A calendar file: its path, name, language, and events in order."""

    path: UrlPath
    name: str
    lang: str
    events: tuple[Event, ...]


def unit_calendar(edition: Edition, community: Community) -> Calendar | None:
    """The dated services of a unit; None when there are none."""
    return _calendar(edition, unit_offer(community))


def area_calendar(edition: Edition, district: District) -> Calendar | None:
    """The dated services of an area; None when there are none."""
    return _calendar(edition, area_offer(district))


def clock(text: str | None) -> time | None:
    """The time a text such as `19:00` names; None for anything else."""
    found = re.fullmatch(r"([01]?[0-9]|2[0-3])[:：]([0-5][0-9])", text or "")
    return time(int(found[1]), int(found[2])) if found else None


def _calendar(edition: Edition, offer: Offer | None) -> Calendar | None:
    if offer is None:
        return None
    folders = (*offer.folders, "services")
    path = UrlPath(page_path(*folders, prefix=edition.locale.prefix) + "services.ics")
    scene = Scene(edition.locale, path, edition.as_of, edition.settings.base_url)
    events = [
        _event(scene, offer, series, service, occasion=occasion)
        for series, service, occasion in each_occasion(offer.menu)
    ]
    if not events:
        return None
    name = scene.t("services.title", name=scene.words(offer.name).text)
    return Calendar(path, name, edition.locale.code, tuple(_numbered(events)))


def _event(
    scene: Scene, offer: Offer, series: ServiceSeries, service: Service, *, occasion: Occasion
) -> Event:
    day = occasion.date.first
    start, end = clock(occasion.start), clock(occasion.end)
    anchor = f"{series.id}/{service.id}"
    source = service.source or series.source or offer.menu.source or offer.default_source
    hours = "–".join(filter(None, (occasion.start, occasion.end))) if start is None else ""
    said = [scene.maybe(service.what), scene.maybe(service.for_whom)]
    return Event(
        uid=f"{'/'.join(offer.folders)}/services/{anchor}/{day.isoformat()}{occasion.start or ''}",
        day=day,
        start=start,
        end=end if start and end and end > start else None,
        stamp=_stamp(source, offer.sources) or day,
        title=scene.words(service.name).text,
        place=_place(scene, offer, service),
        about="\n".join(filter(None, (hours, *(one.text for one in said if one)))),
        url=_url(scene, offer, anchor),
    )


def _place(scene: Scene, offer: Offer, service: Service) -> str:
    where = scene.maybe(service.where)
    name = scene.words(offer.name).text
    return scene.t("services.place", unit=name, where=where.text) if where else name


def _url(scene: Scene, offer: Offer, anchor: str) -> str:
    """Empty without an address of the site: a calendar cannot follow a relative link."""
    if not scene.base_url:
        return ""
    page = page_path(*offer.folders, "services", prefix=scene.locale.prefix)
    return f"{scene.base_url.rstrip('/')}{page}#{anchor}"


def _stamp(source: str | None, sources: tuple[SourceRecord, ...]) -> date | None:
    return next((one.date.first for one in sources if one.id == source and one.date), None)


def _numbered(events: list[Event]) -> list[Event]:
    """In order of time; one that is there twice stands once."""
    ordered = sorted(events, key=lambda one: (one.day, one.start or time(), one.uid))
    return list({one.uid: one for one in ordered}.values())
