"""Files whose names say a date or an address, against what stands in them.

Owns what a file name promises: an update's date, a report's period, a project's address.
"""

from __future__ import annotations

import re

from sunlit.diagnostics import Findings
from sunlit.model.area import Report
from sunlit.model.unit import Update
from sunlit.rules.checks.scope import Scope
from sunlit.rules.checks.words import reserved
from sunlit.source.content import UnitContent
from sunlit.source.located import Located


def update_dates(unit: UnitContent, scope: Scope, found: Findings) -> None:
    """`updates/2026-11-07-lamps.md` has the date 2026-11-07."""
    for update in unit.updates:
        _update(update, found)


def _update(update: Located[Update], found: Findings) -> None:
    day = update.record.date.iso
    if not re.match(r"[0-9]{4}", update.id) or update.id == day or update.id.startswith(f"{day}-"):
        return
    name = re.sub(r"^[0-9-]+", "", update.id)
    found.error(
        "update-date",
        update.span("date"),
        message=(
            f"date 是 {day}，文件名却是 {update.id}.md",
            f"the date is {day}, while the file is named {update.id}.md",
        ),
        hint=(
            f"改正日期，或者把文件改名为 {day}-{name or '名称'}.md。",
            f"Correct the date, or name the file {day}-{name or 'name'}.md.",
        ),
    )


def report_period(report: Located[Report], found: Findings) -> None:
    """`reports/2026-w46.md` is the report of 2026-w46."""
    period = report.record.period.key
    if report.id == period or report.id.startswith(f"{period}-"):
        return
    found.error(
        "report-period",
        report.span("period"),
        message=(
            f"period 是 {period}，文件名却是 {report.id}.md",
            f"the period is {period}, while the file is named {report.id}.md",
        ),
        hint=(
            f"改正期间，或者把文件改名为 {period}.md。",
            f"Correct the period, or name the file {period}.md.",
        ),
    )


def project_aliases(unit: UnitContent, scope: Scope, found: Findings) -> None:
    """A former id of a project is no other project's id."""
    taken = {one.id for one in unit.projects}
    for project in unit.projects:
        for number, alias in enumerate(project.record.aliases):
            if alias in taken:
                reserved(alias, project.span("aliases", number), found)
            taken.add(alias)
