"""A unit's projects in `data.json`, with the field names of OC4IDS where they fit.

OC4IDS is the Open Contracting for Infrastructure Data Standard: `status`, `period`, `completion`,
`budget`. Its dates are instants; ours stay as precise as they were published.
"""

from __future__ import annotations

from sunlit.model.project import Project
from sunlit.rules.stated import of_project
from sunlit.rules.summary import ProjectSummary
from sunlit.source.located import Located
from sunlit.views.community import Community
from sunlit.views.documents.figures import computed, stated_figures
from sunlit.views.documents.shape import Plain, plain


def projects(community: Community) -> list[Plain]:
    """Every project: OC4IDS fields, lateness as computed, and the record as written."""
    summaries = {one.id: one for one in community.summary.projects}
    return [
        _project(community, one, summaries[one.id])
        for one in community.content.projects
        if one.id in summaries
    ]


def project_figures(community: Community) -> list[Plain]:
    """Every figure that the projects state, and the sums of each one's money."""
    found: list[Plain] = []
    summaries = {one.id: one for one in community.summary.projects}
    for located in community.content.projects:
        record, home = located.record, f"{community.id}/projects/{located.id}"
        source = record.source or community.default_source
        stated = tuple(of_project(record))
        found += stated_figures(stated, home=home, changes=record.changes, source=source)
        summary = summaries.get(located.id)
        if summary is not None:
            found += _money(summary, record, home)
    return found


def newest_spent(record: Project, home: str) -> list[str]:
    """The ids of the newest spending of each fund: what a sum of spending is made of."""
    found = []
    for fund in record.funds:
        points = fund.spent_points()
        if points:
            moment = points[-1].as_of
            found.append(f"{home}/funds/{fund.id}/spent" + (f"@{moment.key}" if moment else ""))
    return found


def planned_funds(record: Project, home: str) -> list[str]:
    """The ids of the plans of each fund."""
    return [f"{home}/funds/{one.id}/planned" for one in record.funds if one.planned]


def _money(summary: ProjectSummary, record: Project, home: str) -> list[Plain]:
    money = summary.money
    planned, spent = planned_funds(record, home), newest_spent(record, home)
    found: list[Plain] = [
        computed(f"{home}/funds/planned", money.planned, rule="sum", unit="CNY", of=planned),
        computed(f"{home}/funds/spent", money.spent, rule="sum", unit="CNY", of=spent),
    ]
    return found


def _project(
    community: Community, located: Located[Project], summary: ProjectSummary
) -> dict[str, Plain]:
    record, late = located.record, summary.lateness
    period = {"startDate": plain(record.period.start), "endDate": plain(record.period.due)}
    found: dict[str, Plain] = {
        "id": f"{community.id}/projects/{located.id}",
        "title": plain(record.title),
        "status": record.status.value if record.status else None,
        "period": {name: value for name, value in period.items() if value},
        "lateness": {
            "known": late.known,
            "running": late.running,
            "days": plain(late.days),
            "days_first": plain(late.days_first),
        },
        "first_due": plain(summary.first_due),
        "record": plain(record),
    }
    if record.period.done:
        found["completion"] = {"endDate": plain(record.period.done)}
    if summary.money.planned is not None:
        sum_planned = plain(summary.money.planned)
        found["budget"] = {"amount": {"amount": sum_planned, "currency": "CNY"}}
    if located.body.strip():
        found["text"] = located.body
    return found
