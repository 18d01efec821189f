"""Ledger lines: a project as one row, with its tag and the values it can be filtered by.

Owns how a project's state reads in one word and which filters a ledger has.
"""

from __future__ import annotations

from fractions import Fraction

from markupsafe import Markup
from msgspec import Struct

from sunlit.charts import Amount, sparkbar
from sunlit.model.project import Status
from sunlit.model.text import LocalisedText
from sunlit.rules.stated import of_figure
from sunlit.rules.summary import ProjectSummary, UnitSummary
from sunlit.views.citations import Citations
from sunlit.views.facts import point_order
from sunlit.views.figures import computed_figure, stated_figure
from sunlit.views.parts import Figure, LedgerRow, Tag
from sunlit.views.scene import Scene

_KINDS = {
    "": "planned",
    Status.IDENTIFICATION.value: "planned",
    Status.PREPARATION.value: "planned",
    Status.IMPLEMENTATION.value: "running",
    Status.COMPLETION.value: "running",
    Status.COMPLETED.value: "done",
    Status.CANCELLED.value: "notice",
}


class Whose(Struct, frozen=True):
    """The unit of a project, as far as a row names it."""

    area: str
    slug: str
    name: LocalisedText


def tag_of(scene: Scene, project: ProjectSummary) -> Tag:
    """The one word for a project: late by so many days comes before its status."""
    if project.lateness.running:
        return Tag("late", scene.t("ledger.late_by", n=project.lateness.days))
    if project.status:
        return Tag(_KINDS[project.status], scene.t(f"ledger.status_{project.status}"))
    return Tag("planned", scene.t("ledger.status_unknown"))


def ledger_row(
    scene: Scene, project: ProjectSummary, unit: UnitSummary | Whose, *, cited: Citations
) -> LedgerRow:
    """One project as a row of a ledger."""
    home = f"{unit.area}/{unit.slug}/projects/{project.id}"
    planned, done = main_figures(scene, project, home=home, cited=cited)
    money = project.money
    return LedgerRow(
        title=scene.words(project.title),
        href=scene.to(unit.area, unit.slug, "projects", project.id),
        unit=scene.words(unit.name),
        unit_href=scene.to(unit.area, unit.slug),
        horizon=scene.t(f"ledger.horizon_{project.horizon}") if project.horizon else "",
        due=scene.maybe_when(project.due),
        first_due=scene.maybe_when(project.first_due),
        planned=planned,
        done=done,
        progress=progress_of(scene, project, id=f"spark-{unit.slug}-{project.id}"),
        funds=None
        if money.planned is None
        else computed_figure(
            scene, f"{home}/funds/planned", money.planned, unit="CNY", first=money.first
        ),
        spent=None
        if money.spent is None
        else computed_figure(scene, f"{home}/funds/spent", money.spent, unit="CNY"),
        tag=tag_of(scene, project),
        changes=project.changes,
        filters=filter_values(project),
    )


def progress_of(scene: Scene, project: ProjectSummary, *, id: str) -> Markup | None:
    """How much of the main quantity's plan is done; None without a plan or a measurement."""
    main = project.main
    done = main.latest() if main else None
    if main is None or main.planned is None or done is None or not main.planned.value:
        return None
    share = Fraction(done.value) / Fraction(main.planned.value)
    text = scene.t("ledger.progress", share=scene.locale.percent(share, places=0))
    return sparkbar(Amount(share, text), id=id, missing=scene.t("figure.missing"))


def filter_values(project: ProjectSummary) -> tuple[tuple[str, str], ...]:
    """What a project can be found by; empty values are left out."""
    pairs = (
        ("horizon", project.horizon),
        ("status", project.status or "unknown"),
        ("department", project.department),
        ("year", project.year),
        ("late", "yes" if project.lateness.running else ""),
    )
    return tuple((name, value) for name, value in pairs if value)


def main_figures(
    scene: Scene, project: ProjectSummary, *, home: str, cited: Citations
) -> tuple[Figure | None, Figure | None]:
    """The plan and the newest measurement of a project's main quantity."""
    if project.main is None:
        return None, None
    stated = list(of_figure(project.main, f"quantities/{project.main.id}", ()))
    plans = [one for one in stated if one.planned]
    points = sorted(
        (one for one in stated if not one.planned),
        key=point_order,
    )
    changes = project.main_changes
    planned = (
        stated_figure(scene, plans[0], home=home, cited=cited, changes=changes) if plans else None
    )
    done = (
        stated_figure(scene, points[-1], home=home, cited=cited, changes=changes)
        if points
        else None
    )
    return planned, done
