"""Recorded changes as steps: old value, new value, kind, date, reason, and where to look.

Owns how the path of a figure reads: 完成日期, 资金 · 计划.
"""

from __future__ import annotations

from collections.abc import Iterable

from sunlit.model.figures import Change, ChangeKind
from sunlit.rules.changed import ChangeSummary
from sunlit.rules.recorded import Recorded
from sunlit.views.figures import change_text
from sunlit.views.parts import Step, Words
from sunlit.views.scene import Scene


def step_of(
    scene: Scene,
    change: Change,
    *,
    label: str,
    unit: str | None = None,
    href: str = "",
    where: Words | None = None,
) -> Step:
    """One change as this language tells it."""
    withdrawn = change.kind is ChangeKind.WITHDRAWAL
    now = change_text(scene, change.figure, change.now, unit=unit)
    was = change_text(scene, change.figure, change.was, unit=unit)
    return Step(
        label=Words(label),
        kind=change.kind.value,
        kind_label=scene.t(f"figure.{change.kind.value}"),
        was=was or scene.t("figure.unknown"),
        now=scene.t("figure.removed") if withdrawn else now,
        on=scene.when(change.on),
        reason=scene.words(change.reason),
        href=href,
        where=where,
        decided=scene.maybe(change.decided_by),
    )


def path_label(scene: Scene, path: str, labels: dict[str, str]) -> str:
    """How the path of a figure or date reads."""
    stem, _, last = path.partition("@")[0].rpartition("/")
    if stem == "period":
        last = {"due": "due", "start": "start", "done": "finished"}.get(last, "due")
        return scene.t(f"figure.path_{last}")
    gone = scene.t("figure.path_unnamed", id=stem.rpartition("/")[2]) if stem else last
    label = labels.get(stem, gone)
    if stem.startswith("milestones/"):
        return scene.t("figure.path_milestone_due", label=label)
    if last in ("planned", "done", "spent"):
        return scene.t(f"figure.path_{last}", label=label)
    return scene.t("figure.path_other", label=labels.get(f"{stem}/{last}", label))


def summary_steps(
    scene: Scene,
    changes: Iterable[tuple[Words | None, tuple[str, ...], ChangeSummary]],
) -> tuple[Step, ...]:
    """Changes of several records: where (a unit's name), the unit's folders, the change."""
    return tuple(
        step_of(
            scene,
            one.change,
            label=scene.t(
                "figure.in_record",
                record=scene.words(one.label).text,
                figure=path_label(scene, one.change.figure, dict(one.labels)),
            ),
            unit=one.unit,
            href=scene.to(*folders, *record_folders(one.record)),
            where=where,
        )
        for where, folders, one in changes
    )


def own_steps(scene: Scene, changes: Iterable[ChangeSummary]) -> tuple[Step, ...]:
    """The changes of the page's own record, without saying where they are."""
    return tuple(
        step_of(
            scene,
            one.change,
            label=path_label(scene, one.change.figure, dict(one.labels)),
            unit=one.unit,
        )
        for one in sorted(changes, key=lambda one: one.change.on.sort_key, reverse=True)
    )


def record_folders(record: str) -> tuple[str, ...]:
    """The folders of the page of a unit's record: a project has its own, the rest the unit's."""
    return tuple(record.split("/")) if record.startswith(("projects/", "updates/")) else ()


def recorded_steps(scene: Scene, recorded: Iterable[Recorded]) -> tuple[Step, ...]:
    """Changes with where they happened, unless the record's own name says so already."""
    return summary_steps(
        scene,
        (
            (
                None if one.where == one.change.label else scene.words(one.where),
                one.folders,
                one.change,
            )
            for one in recorded
        ),
    )
