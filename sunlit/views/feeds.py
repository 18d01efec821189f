"""What is new in a unit, an area or the site, as entries of a feed: updates, reports, changes.

Owns which entries a feed has and the names they keep for good. Dates are those of the content;
no clock is looked at. Where a date is known to a month only, its first day is taken.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from msgspec import Struct

from sunlit.model.sources import SourceRecord
from sunlit.model.text import LocalisedText
from sunlit.paths import UrlPath, page_path
from sunlit.rules.recorded import Recorded
from sunlit.rules.reported import ReportHead
from sunlit.rules.summary import UpdateSummary
from sunlit.views.changes_page import every_change, newest_changes
from sunlit.views.community import Community
from sunlit.views.district import District, Region
from sunlit.views.edition import Edition
from sunlit.views.scene import Scene
from sunlit.views.steps import record_folders, recorded_steps

MOST = 60
"""How many entries a feed holds."""

LONG_AGO = date(1970, 1, 1)
"""When a feed was last changed of which nothing was ever published."""


class Entry(Struct, frozen=True):
    """One entry; `key` names it for good, `href` is where it stands, `kind` what it is."""

    key: str
    title: str
    href: str
    updated: date
    kind: str
    summary: str = ""


class Feed(Struct, frozen=True):
    """A feed; `site` is the address of the site or empty, and then links are relative."""

    path: UrlPath
    lang: str
    title: str
    author: str
    site: str
    home: str
    updated: date
    entries: tuple[Entry, ...]
    json: bool = False


def unit_feed(edition: Edition, community: Community) -> Feed:
    """A unit's updates, its changes, and the reports that speak of it."""
    folders = (community.area, community.slug)
    scene = _scene(edition, *folders)
    summary = community.summary
    changes = tuple(Recorded(summary.name, folders, one) for one in summary.changes)
    entries = [
        *_updates(scene, ((folders, summary.name, one) for one in summary.updates), named=False),
        *_reports(scene, ((community.area, one) for one in community.standing.reports)),
        *_changes(scene, changes),
    ]
    name = scene.words(summary.name).text
    return _feed(
        edition, scene, folders, name=name, entries=entries, sources=community.sources(), json=True
    )


def area_feed(edition: Edition, district: District) -> Feed:
    """What is new in an area and everything below it."""
    folders = (district.slug,)
    scene = _scene(edition, *folders)
    every = tuple(_with_below(district))
    name = scene.words(district.record.name).text
    return _feed(
        edition,
        scene,
        folders,
        name=name,
        entries=_of_districts(scene, every),
        sources=district.sources(),
    )


def site_feed(edition: Edition, districts: Mapping[str, Region]) -> Feed:
    """What is new anywhere."""
    scene = _scene(edition)
    every = tuple(districts[slug] for slug in sorted(districts))
    return _feed(edition, scene, (), name="", entries=_of_districts(scene, every))


def area_changes_feed(edition: Edition, district: District) -> Feed:
    """Every change of an area's figures, as far as a feed holds them."""
    folders = (district.slug, "changes")
    scene = _scene(edition, *folders)
    entries = _changes(scene, every_change(district))
    name = scene.t("changes.title", name=scene.words(district.record.name).text)
    return _feed(edition, scene, folders, name=name, entries=entries, sources=district.sources())


def site_changes_feed(edition: Edition, districts: Mapping[str, Region]) -> Feed:
    """The newest changes of figures anywhere."""
    scene = _scene(edition, "changes")
    entries = _changes(scene, newest_changes(districts))
    return _feed(edition, scene, ("changes",), name=scene.t("changes.heading"), entries=entries)


def _scene(edition: Edition, *folders: str) -> Scene:
    path = UrlPath(page_path(*folders, prefix=edition.locale.prefix) + "feed.xml")
    return Scene(edition.locale, path, edition.as_of, edition.settings.base_url)


def _feed(
    edition: Edition,
    scene: Scene,
    folders: tuple[str, ...],
    *,
    name: str,
    entries: Iterable[Entry],
    sources: Iterable[SourceRecord] = (),
    json: bool = False,
) -> Feed:
    settings = edition.settings
    site = settings.title.shown_in(edition.locale.code)[0]
    newest = sorted(entries, key=lambda one: (-one.updated.toordinal(), one.key))[:MOST]
    dated = [one.updated for one in newest[:1]]
    dated = dated or [one.date.first for one in sources if one.date]
    return Feed(
        path=scene.path,
        lang=edition.locale.code,
        title=" · ".join(filter(None, (name, site))),
        author=settings.identity.host or site,
        site=settings.base_url,
        home=_address(scene, folders),
        updated=max(dated, default=LONG_AGO),
        entries=tuple(newest),
        json=json,
    )


def _of_districts(scene: Scene, districts: tuple[Region, ...]) -> Iterator[Entry]:
    updates = (
        ((one.slug, head.slug), head.name, update)
        for one in districts
        for head, update in one.summary.updates
    )
    yield from _updates(scene, updates, named=True)
    yield from _reports(
        scene, ((one.slug, report) for one in districts for report in one.summary.reports)
    )
    yield from _changes(scene, newest_changes({one.slug: one for one in districts}))


def _with_below(district: Region) -> Iterator[Region]:
    yield district
    for one in district.below:
        yield from _with_below(one)


def _updates(
    scene: Scene,
    updates: Iterable[tuple[tuple[str, ...], LocalisedText, UpdateSummary]],
    *,
    named: bool,
) -> Iterator[Entry]:
    for folders, name, one in updates:
        parts = (*folders, "updates", one.id)
        title = scene.words(one.title).text
        if named:
            title = scene.t("feeds.of_unit", unit=scene.words(name).text, title=title)
        yield Entry(_key(scene, parts), title, _address(scene, parts), one.date.first, "update")


def _reports(scene: Scene, reports: Iterable[tuple[str, ReportHead]]) -> Iterator[Entry]:
    for area, one in reports:
        parts = (area, "reports", one.id)
        title = scene.words(one.title).text
        yield Entry(_key(scene, parts), title, _address(scene, parts), one.date.first, "report")


def _changes(scene: Scene, recorded: tuple[Recorded, ...]) -> Iterator[Entry]:
    """Each change under the name of its figure and the day; a second one of a day is numbered."""
    seen: dict[str, int] = {}
    for one, step in zip(
        reversed(recorded), reversed(recorded_steps(scene, recorded)), strict=True
    ):
        change = one.change.change
        figure = tuple(filter(None, (*one.folders, one.change.record, change.figure)))
        key = f"{_key(scene, figure)}?changed={change.on.key}"
        seen[key] = seen.get(key, 0) + 1
        title = scene.t(
            "feeds.change",
            where=scene.words(one.where).text,
            label=step.label.text,
            was=step.was,
            now=step.now,
            kind=step.kind_label,
        )
        yield Entry(
            key if seen[key] == 1 else f"{key}&n={seen[key]}",
            title,
            _address(scene, (*one.folders, *record_folders(one.change.record))),
            change.on.first,
            change.kind.value,
            step.reason.text,
        )


def _key(scene: Scene, parts: tuple[str, ...]) -> str:
    return "/".join(filter(None, (scene.locale.prefix, *parts)))


def _address(scene: Scene, parts: tuple[str, ...]) -> str:
    """Absolute when the site knows its own address, else relative to the feed."""
    if scene.base_url:
        return scene.base_url.rstrip("/") + page_path(*parts, prefix=scene.locale.prefix)
    return scene.to(*parts)
