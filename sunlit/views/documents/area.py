"""The document of an area: its own figures, its units in short, and what follows from them.

Owns what `<area>/data.json` holds: totals, places with points, lists and targets, with the parts
they follow from. What a unit states in full stands in the unit's own document.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from sunlit.paths import UrlPath
from sunlit.rules.stated import of_figures, of_framework
from sunlit.rules.summary import Money, UnitSummary
from sunlit.rules.totals import Totals
from sunlit.views.applied import home_of
from sunlit.views.changes_page import every_change
from sunlit.views.district import District, Region
from sunlit.views.documents.figures import change, computed, stated_figures
from sunlit.views.documents.scores import period
from sunlit.views.documents.shape import Document, Plain, plain
from sunlit.views.documents.targets import target_figures, targets
from sunlit.views.documents.unit import dossier_records, dossier_stated
from sunlit.views.edition import Edition


def area_document(edition: Edition, district: District) -> Document:
    """Everything stated of an area, and what was computed of it."""
    standing, record = district.standing, district.record
    catalogue = district.known.catalogue
    body: dict[str, Plain] = {
        "format": "sunlit-area-1",
        "id": district.slug,
        "name": plain(record.name),
        "level": record.level.value,
        "part_of": record.part_of,
        "below": plain([one.slug for one in district.below]),
        "invented": record.invented or edition.settings.invented,
        "as_of": edition.as_of.isoformat(),
        "area": plain(record),
        "text": district.content.area.body,
        "figures": [*_stated(district), *_computed(district)],
        "totals": totals(district.totals),
        "units": [_unit(one) for one in standing.units],
        "streets": [
            {
                "slug": one.slug,
                "name": one.name,
                "units": plain(list(one.units)),
                "totals": totals(one.totals),
            }
            for one in standing.streets
        ],
        "frameworks": [
            {"id": one.id, "name": plain(one.record.name)} for one in district.known.frameworks
        ],
        "periods": [period(one) for one in standing.periods],
        "targets": targets(district),
        "reports": [
            {"id": one.id, "record": plain(one.record), "text": one.body}
            for one in district.content.reports
        ],
        "changes": [
            {
                **change(
                    one.change.change,
                    home=_home(*one.folders, one.change.record),
                ),
                "where": plain(one.where),
                "unit": one.change.unit,
            }
            for one in every_change(district)
        ],
        "catalogue": plain(catalogue.record) if catalogue else None,
        **dossier_records(district.content.dossier),
        "sources": plain(list({one.id: one for one in district.sources()}.values())),
    }
    return Document(UrlPath(f"/{district.slug}/data.json"), body)


def totals(one: Totals) -> dict[str, Plain]:
    """Counts and sums, every one the sum of its parts."""
    return {
        "units": str(one.units),
        "published": str(one.published),
        "projects": str(one.projects),
        "completed": str(one.completed),
        "late": str(one.late),
        "with_due": str(one.with_due),
        "changes": str(one.changes),
        "funds": _money(one.money),
        "disclosure": {
            "due": str(one.due_items),
            "published": str(one.published_items),
            "late": str(one.late_items),
            "missing": str(one.missing_items),
        },
    }


def _money(money: Money) -> dict[str, Plain]:
    return {
        "planned": plain(money.planned),
        "spent": plain(money.spent),
        "first_planned": plain(money.first),
        "unit": "CNY",
    }


def _unit(one: UnitSummary) -> dict[str, Plain]:
    return {
        "slug": one.slug,
        "code": one.code,
        "name": plain(one.name),
        "street_slug": one.street_slug,
        "published": one.published,
        "projects": str(len(one.projects)),
        "completed": str(one.completed),
        "late": str(one.late),
        "funds": _money(one.money),
        "states": {id: plain(list(states)) for id, states in one.blocks},
        "data": f"{one.slug}/data.json",
    }


def _stated(district: District) -> list[Plain]:
    record, source = district.record, district.record.source
    own = of_figures(record.figures, "figures")
    found = stated_figures(own, home=district.slug, changes=record.changes, source=source)
    for name, stated in dossier_stated(district.content.dossier):
        found += stated_figures(stated, home=f"{district.slug}/{name}", source=source)
    for report in district.content.reports:
        home = f"{district.slug}/reports/{report.id}"
        figures = of_figures(report.record.figures, "figures")
        found += stated_figures(figures, home=home, source=report.record.source or source)
    for framework in district.known.frameworks:
        found += stated_figures(
            of_framework(framework.record),
            home=home_of(framework),
            changes=framework.record.changes,
            source=framework.record.source,
        )
    return found


def _computed(district: District) -> list[Plain]:
    register = len(district.content.register)
    found: list[Plain] = [
        computed(f"{district.slug}/register/units", register or None, rule="count")
    ]
    for one in _with_below(district):
        found += _totals_figures(one.slug, one.totals)
    own = district.standing.totals
    on_time = own.published_items - own.late_items
    if district.standing.units:
        base = f"{district.slug}/disclosure"
        found += [
            computed(f"{base}/coverage", _share(own.published_items, own), rule="share", unit="%"),
            computed(f"{base}/timeliness", _share(on_time, own), rule="share", unit="%"),
        ]
    found += target_figures(district)
    for street in district.standing.streets:
        found += _totals_figures(f"{district.slug}/streets/{street.slug}", street.totals)
    return found


def _with_below(district: Region) -> Iterator[Region]:
    yield district
    for one in district.below:
        yield from _with_below(one)


def _totals_figures(home: str, one: Totals) -> list[Plain]:
    some = one.projects > 0
    counts = {
        "units/count": one.units,
        "coverage/published": one.published,
        "projects/count": one.projects if some else None,
        "projects/completed": one.completed if some else None,
        "projects/late": one.late if one.with_due else None,
        "disclosure/due": one.due_items,
        "disclosure/published": one.published_items,
        "disclosure/late": one.late_items,
        "disclosure/missing": one.missing_items,
    }
    found: list[Plain] = [
        computed(f"{home}/{name}", count, rule="sum-of-units") for name, count in counts.items()
    ]
    share = Fraction(100 * one.published, one.units) if one.units else None
    found.append(computed(f"{home}/coverage/share", share, rule="share", unit="%"))
    for name, value in (("planned", one.money.planned), ("spent", one.money.spent)):
        found.append(computed(f"{home}/funds/{name}", value, rule="sum-of-units", unit="CNY"))
    return found


def _share(count: int, totals: Totals) -> Fraction | None:
    return Fraction(100 * count, totals.due_items) if totals.due_items else None


def _home(*parts: str) -> str:
    """The start of a figure's id: folders and record, where the record has a name."""
    return "/".join(part for part in parts if part)
