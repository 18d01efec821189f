"""The document of a unit: everything stated of it, and everything computed from that.

Owns what `<area>/<unit>/data.json` holds. It is the same in every language of the site.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from sunlit.model.disclosure import DisclosureRecord
from sunlit.paths import UrlPath
from sunlit.photos.recipe import Rendition, renditions
from sunlit.rules.disclosure import ItemState
from sunlit.rules.stated import (
    Stated,
    of_facilities,
    of_figures,
    of_organisation,
    of_participation,
    of_services,
)
from sunlit.source.content import Dossier
from sunlit.source.settings import PhotoSettings
from sunlit.views.community import Community
from sunlit.views.documents.figures import change, computed, stated_figures
from sunlit.views.documents.projects import (
    newest_spent,
    planned_funds,
    project_figures,
    projects,
)
from sunlit.views.documents.scores import list_outcome, score_figures, sheet, threshold_figures
from sunlit.views.documents.shape import Document, Plain, plain
from sunlit.views.edition import Edition
from sunlit.views.pictures import published


def unit_document(edition: Edition, community: Community) -> Document:
    """Everything stated of a unit."""
    summary, content = community.summary, community.content
    body: dict[str, Plain] = {
        "format": "sunlit-unit-1",
        "id": community.id,
        "area": community.area,
        "slug": community.slug,
        "code": summary.code,
        "name": plain(summary.name),
        "official_name": summary.official,
        "kind": summary.kind.value,
        "street": summary.street,
        "street_slug": summary.street_slug,
        "published": summary.published,
        "invented": community.known.area.record.invented or edition.settings.invented,
        "as_of": edition.as_of.isoformat(),
        "profile": plain(community.profile),
        "text": content.profile.body if content.profile else "",
        "figures": [*_stated(community), *_computed(community)],
        "projects": projects(community),
        "scores": [sheet(one, community.standing.ranked) for one in community.results],
        "lists": [
            {"framework": framework, "period": period.iso, **list_outcome(outcome)}
            for framework, period, outcome in community.standing.lists
        ],
        "disclosures": _disclosures(community),
        "changes": _changes(community),
        "updates": [
            {"id": one.id, **_fields(plain(one.record)), "text": one.body}
            for one in content.updates
        ],
        "reports": [
            {"id": one.id, "title": plain(one.title), "period": one.period.iso}
            for one in community.standing.reports
        ],
        "photos": _photos(community, edition.settings.photos),
        **dossier_records(content.dossier),
        "sources": plain(list({one.id: one for one in community.sources()}.values())),
    }
    return Document(UrlPath(f"/{community.id}/data.json"), body)


def dossier_records(dossier: Dossier) -> dict[str, Plain]:
    """The files an area and a unit have alike, as written."""
    parts = {
        "services": dossier.services,
        "facilities": dossier.facilities,
        "organisation": dossier.organisation,
        "participation": dossier.participation,
    }
    return {name: plain(one.record) for name, one in parts.items() if one is not None}


def dossier_stated(dossier: Dossier) -> Iterator[tuple[str, tuple[Stated, ...]]]:
    """The figures of those files, each with the name of its record."""
    if dossier.services:
        yield "services", tuple(of_services(dossier.services.record))
    if dossier.facilities:
        yield "facilities", tuple(of_facilities(dossier.facilities.record))
    if dossier.organisation:
        yield "organisation", tuple(of_organisation(dossier.organisation.record))
    if dossier.participation:
        yield "participation", tuple(of_participation(dossier.participation.record))


def _stated(community: Community) -> list[Plain]:
    found: list[Plain] = []
    profile, source = community.profile, community.default_source
    if profile:
        own = of_figures(profile.figures, "figures")
        found += stated_figures(own, home=community.id, changes=profile.changes, source=source)
    for name, stated in dossier_stated(community.content.dossier):
        found += stated_figures(stated, home=f"{community.id}/{name}", source=source)
    return found + project_figures(community)


def _computed(community: Community) -> list[Plain]:
    summary, home = community.summary, community.id
    some = bool(summary.projects)
    known_due = any(one.lateness.known for one in summary.projects)
    records = [(one.record, f"{home}/projects/{one.id}") for one in community.content.projects]
    planned = chain.from_iterable(planned_funds(*one) for one in records)
    spent = chain.from_iterable(newest_spent(*one) for one in records)
    count = len(summary.projects) if some else None
    completed = summary.completed if some else None
    late = summary.late if known_due else None
    money = summary.money
    found: list[Plain] = [
        computed(f"{home}/projects/count", count, rule="count"),
        computed(f"{home}/projects/completed", completed, rule="count-completed"),
        computed(f"{home}/projects/late", late, rule="count-late"),
        computed(f"{home}/funds/planned", money.planned, rule="sum", unit="CNY", of=planned),
        computed(f"{home}/funds/spent", money.spent, rule="sum", unit="CNY", of=spent),
    ]
    for scored in community.results:
        framework = community.known.framework(scored.framework)
        indicators = framework.record.indicators if framework else ()
        units = {one.id: one.unit for one in indicators}
        found += score_figures(scored, unit=home, units=units)
    return found + threshold_figures(community.slug, community.standing.lists)


def _disclosures(community: Community) -> list[Plain]:
    located = community.content.disclosures
    records = located.record.records if located else ()
    own = {(one.item, one.period.key): one for one in records}
    return [
        _disclosure(one, own.get((one.item, one.period.key)))
        for one in community.summary.disclosures
    ]


def _disclosure(state: ItemState, record: DisclosureRecord | None) -> dict[str, Plain]:
    return {
        "item": state.item,
        "period": state.period.iso,
        "due": plain(state.due),
        "published": plain(state.published),
        "state": state.state.value,
        "days": str(state.days),
        "link": record.link if record else None,
        "note": plain(record.note) if record else None,
    }


def _changes(community: Community) -> list[Plain]:
    return [
        {
            **change(one.change, home="/".join(filter(None, (community.id, one.record)))),
            "record": one.record,
            "unit": one.unit,
        }
        for one in community.summary.changes
    ]


def _photos(community: Community, settings: PhotoSettings) -> list[Plain]:
    """What is said of each published photo, and its files, the largest first.

    Where it was made unrecognisable is nobody's business.
    """
    found: list[Plain] = []
    for file, record, recipe in published(community.content, settings).values():
        said = {name: one for name, one in _fields(plain(record)).items() if name != "redact"}
        found.append({**said, "files": [_rendition(one) for one in renditions(file, recipe)]})
    return found


def _rendition(one: Rendition) -> dict[str, Plain]:
    return {
        "path": one.path,
        "type": f"image/{one.kind.name.lower()}",
        "width": str(one.width),
        "height": str(one.height),
    }


def _fields(value: Plain) -> dict[str, Plain]:
    assert isinstance(value, dict)
    return value
