"""The recorded changes of a framework: which of its figures and dates were changed, and why."""

from __future__ import annotations

from sunlit.model.framework import Framework
from sunlit.rules.stated import of_framework
from sunlit.source.located import Located
from sunlit.views.parts import Step
from sunlit.views.scene import Scene
from sunlit.views.steps import path_label, step_of


def framework_steps(scene: Scene, framework: Located[Framework]) -> tuple[Step, ...]:
    """Every recorded change, the newest first."""
    record = framework.record
    units = {one.path: one.amount.unit for one in of_framework(record)}
    labels = _labels(scene, record)
    return tuple(
        step_of(
            scene,
            one,
            label=path_label(scene, one.figure, labels),
            unit=units.get(one.figure),
        )
        for one in sorted(record.changes, key=lambda one: one.on.sort_key, reverse=True)
    )


def _labels(scene: Scene, record: Framework) -> dict[str, str]:
    """The names of figures by the start of their paths."""
    labels = {}
    for principle in record.principles:
        for figure in principle.figures:
            stem = f"principles/{principle.id}/figures"
            label = scene.words(figure.label).text
            labels[f"{stem}/{figure.id}"] = labels[stem] = label
    for batch in record.batches:
        name = scene.words(batch.name).text if batch.name else scene.when(batch.year).text
        labels[f"batches/{batch.year.key}"] = name
    for target in record.targets:
        name = scene.words(target.name).text
        labels[f"targets/{target.id}"] = name
        for field in ("due", "count", "of", "reported"):
            labels[f"targets/{target.id}/{field}"] = scene.t(
                f"framework.path_{field}_of", name=name
            )
    return labels
