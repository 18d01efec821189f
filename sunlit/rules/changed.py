"""The recorded changes of a unit, each with what is needed to tell it away from its record.

Owns how a change is named once it stands beside changes of other records.
"""

from __future__ import annotations

from msgspec import Struct

from sunlit.model.figures import Change
from sunlit.model.project import Project
from sunlit.model.text import LocalisedText, text_of
from sunlit.rules.stated import of_figures, of_participation, of_project
from sunlit.source.content import UnitContent
from sunlit.source.located import Located


class ChangeSummary(Struct, frozen=True, array_like=True):
    """One recorded change with the record it belongs to (`projects/village-road`, or empty).

    `labels` names the record's figures by the start of their paths; `unit` is the unit of the
    changed figure.
    """

    record: str
    label: LocalisedText
    change: Change
    labels: tuple[tuple[str, str], ...] = ()
    unit: str | None = None


def changes_of(content: UnitContent) -> tuple[ChangeSummary, ...]:
    """Every recorded change of a unit, the newest first."""
    found = []
    if content.profile and content.profile.record.changes:
        profile = content.profile.record
        name = profile.name or text_of(content.row.short_name if content.row else content.slug)
        labels = tuple((f"figures/{one.id}", str(one.label)) for one in profile.figures)
        units = {one.path: one.amount.unit for one in of_figures(profile.figures, "figures")}
        found += [
            ChangeSummary("", name, one, labels, units.get(one.figure)) for one in profile.changes
        ]
    for project in content.projects:
        found += project_changes(project)
    participation = content.dossier.participation
    if participation and participation.record.changes:
        stated = {one.path: one for one in of_participation(participation.record)}
        named = tuple((f"figures/{one.id}", str(one.label)) for one in participation.record.figures)
        found += [
            ChangeSummary(
                "participation",
                text_of("参与"),
                one,
                named,
                stated[one.figure].amount.unit if one.figure in stated else None,
            )
            for one in participation.record.changes
        ]
    for sheet in content.scores:
        found += [
            ChangeSummary(f"scores/{sheet.id}", text_of(sheet.id), one)
            for one in sheet.record.changes
        ]
    return tuple(sorted(found, key=lambda one: one.change.on.sort_key, reverse=True))


def project_changes(located: Located[Project]) -> list[ChangeSummary]:
    """The recorded changes of one ledger entry, in the author's order."""
    project = located.record
    if not project.changes:
        return []
    labels = tuple(
        [(f"quantities/{one.id}", str(one.label)) for one in project.quantities]
        + [(f"funds/{one.id}", str(one.source)) for one in project.funds]
        + [(f"milestones/{one.id}", str(one.label)) for one in project.milestones]
        + ([("total", str(project.total.label))] if project.total else [])
    )
    dates_alone = all(one.figure.startswith(("period/", "milestones/")) for one in project.changes)
    stated = () if dates_alone else of_project(project)
    units = {one.path: one.amount.unit for one in stated}
    return [
        ChangeSummary(f"projects/{located.id}", project.title, one, labels, units.get(one.figure))
        for one in project.changes
    ]
