"""A service menu as cards: what, where, when, for whom, the fee, whom to ask, the dates.

Owns how one service reads. Which page it stands on is not known here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from sunlit.model.services import Occasion, Service, ServiceMenu, ServiceSeries
from sunlit.rules.stated import of_services
from sunlit.views.citations import Citations
from sunlit.views.figures import stated_figure
from sunlit.views.parts import Figure, Source, When, Words
from sunlit.views.scene import Scene


class Contact(Struct, frozen=True):
    """Whom to ask: a post and an office telephone; `dial` is the address behind the number."""

    role: Words
    phone: str = ""
    dial: str = ""


class Date(Struct, frozen=True):
    """One date of a service; `state` is `past`, `next` or `later`."""

    day: When
    hours: str
    state: str


class Card(Struct, frozen=True):
    """One service; `anchor` is its place on the page, `filters` what it is found by."""

    anchor: str
    name: Words
    what: Words | None
    where: Words | None
    when: Words | None
    for_whom: Words | None
    fee: Figure | None
    contact: Contact | None
    dates: tuple[Date, ...]
    source: Source | None
    filters: tuple[tuple[str, str], ...]


class Series(Struct, frozen=True):
    """One series of the menu."""

    anchor: str
    name: Words
    about: Words | None
    cards: tuple[Card, ...]


class Group(Struct, frozen=True):
    """The services for one group of people, by name and place on the page."""

    anchor: str
    name: Words
    cards: tuple[Card, ...]


def series_of(
    scene: Scene, menu: ServiceMenu, *, home: str, cited: Citations
) -> tuple[Series, ...]:
    """Every series of a menu, also one whose services were not published."""
    fees = _fees(scene, menu, home=home, cited=cited)
    anchors = _group_anchors(scene, menu)
    return tuple(
        Series(
            f"series-{series.id}",
            scene.words(series.name),
            scene.maybe(series.about),
            tuple(
                _card(
                    scene,
                    series,
                    service,
                    fee=fees.get(f"{series.id}/{service.id}/fee"),
                    source=cited.mark(service.source, series.source, menu.source),
                    group=anchors.get(_whom(scene, service), ""),
                )
                for service in series.services
            ),
        )
        for series in menu.series
    )


def groups_of(series: tuple[Series, ...]) -> tuple[Group, ...]:
    """The services by whom they are for, in the order the menu first names each group."""
    found: dict[str, list[Card]] = {}
    for card in (card for one in series for card in one.cards):
        anchor = dict(card.filters).get("for", "")
        if anchor and card.for_whom:
            found.setdefault(anchor, []).append(card)
    return tuple(
        Group(anchor, cards[0].for_whom, tuple(cards))
        for anchor, cards in found.items()
        if cards[0].for_whom
    )


def each_occasion(menu: ServiceMenu) -> Iterator[tuple[ServiceSeries, Service, Occasion]]:
    """Every dated occasion of a menu, in the author's order."""
    for series in menu.series:
        for service in series.services:
            for occasion in service.dates:
                yield series, service, occasion


def _fees(scene: Scene, menu: ServiceMenu, *, home: str, cited: Citations) -> dict[str, Figure]:
    found = {}
    for stated in of_services(menu):
        fee = stated_figure(scene, stated, home=f"{home}/services", cited=cited, anchor=True)
        free = fee.value == "0"
        found[stated.path] = replace(fee, text=scene.t("services.free")) if free else fee
    return found


def _group_anchors(scene: Scene, menu: ServiceMenu) -> dict[str, str]:
    services = [service for series in menu.series for service in series.services]
    named = dict.fromkeys(_whom(scene, one) for one in services if one.for_whom)
    return {name: f"for-{number}" for number, name in enumerate(named, start=1)}


def _whom(scene: Scene, service: Service) -> str:
    return scene.words(service.for_whom).text if service.for_whom else ""


def _card(
    scene: Scene,
    series: ServiceSeries,
    service: Service,
    *,
    fee: Figure | None,
    source: Source | None,
    group: str,
) -> Card:
    contact = service.contact
    pairs = (("series", f"series-{series.id}"), ("for", group))
    return Card(
        anchor=f"{series.id}/{service.id}",
        name=scene.words(service.name),
        what=scene.maybe(service.what),
        where=scene.maybe(service.where),
        when=scene.maybe(service.when),
        for_whom=scene.maybe(service.for_whom),
        fee=fee,
        contact=_contact(scene.words(contact.role), contact.phone or "") if contact else None,
        dates=_dates(scene, service.dates),
        source=source,
        filters=tuple((name, value) for name, value in pairs if value),
    )


def _contact(role: Words, phone: str) -> Contact:
    digits = re.sub(r"[^0-9+]", "", phone)
    return Contact(role, phone, f"tel:{digits}" if digits else "")


def _dates(scene: Scene, dates: tuple[Occasion, ...]) -> tuple[Date, ...]:
    ordered = sorted(dates, key=lambda one: (one.date.sort_key, one.start or ""))
    coming = next((one.date.first for one in ordered if one.date.first >= scene.as_of), None)

    def state(day: date) -> str:
        if day < scene.as_of:
            return "past"
        return "next" if day == coming else "later"

    return tuple(
        Date(
            scene.when(one.date),
            "–".join(filter(None, (one.start, one.end))),
            state(one.date.first),
        )
        for one in ordered
    )
