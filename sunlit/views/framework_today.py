"""What is true of a framework today, in whole sentences, and what was not published about it.

Owns both: the sentence says what is known, the list says what is not, and neither hides the other.
"""

from __future__ import annotations

from collections.abc import Iterator

from sunlit.rules.scoring import TargetStanding
from sunlit.rules.stated import COUNT
from sunlit.views.applied import Applied
from sunlit.views.batches import StatedFigures
from sunlit.views.figures import computed_figure
from sunlit.views.scene import Scene
from sunlit.views.sentences import Sentence, compose, joined
from sunlit.views.target_paths import reach_known
from sunlit.views.targets import mentioned_group, reached_figure


def framework_today(stated: StatedFigures) -> Sentence:
    """How many units, how far the first target is, when it was last scored."""
    scene, applied = stated.scene, stated.applied
    said = [_units(scene, applied)]
    if applied.targets:
        said.append(_target(stated, applied.targets[0]))
    if applied.periods:
        newest = applied.periods[-1]
        scored = sum(one is not None for one in newest.places.total.values())
        id = f"{applied.base}/results/{newest.period.key}/totals"
        said.append(
            compose(
                scene,
                "framework.today_scored",
                n=scored,
                period=scene.when(newest.period),
                scored=computed_figure(scene, id, scored, unit=COUNT),
            )
        )
    else:
        said.append(compose(scene, "framework.today_unscored"))
    return joined(scene, *said)


def _units(scene: Scene, applied: Applied) -> Sentence:
    if not applied.units:
        return compose(scene, "framework.today_no_units")
    published = sum(one.published for one in applied.units)
    return compose(
        scene,
        "framework.today_units",
        n=len(applied.units),
        units=computed_figure(scene, f"{applied.base}/units", len(applied.units), unit=COUNT),
        published=computed_figure(scene, f"{applied.base}/published", published, unit=COUNT),
    )


def _target(stated: StatedFigures, standing: TargetStanding) -> Sentence:
    scene, applied = stated.scene, stated.applied
    target = next(one for one in applied.record.targets if one.id == standing.target)
    known = reach_known(applied, target)
    if target.count is None:
        key = "today_target_open"
    else:
        key = "today_target" if known else "today_target_unknown"
    return compose(
        scene,
        f"framework.{key}",
        name=scene.words(target.name),
        count=stated.mention(f"targets/{target.id}/count"),
        of=mentioned_group(stated, standing),
        reached=reached_figure(scene, applied, standing),
    )


def not_published(scene: Scene, applied: Applied) -> tuple[str, ...]:
    """What nobody has published, one sentence each."""
    return tuple(scene.t(f"framework.lacks_{key}") for key in dict.fromkeys(_lacking(applied)))


def _lacking(applied: Applied) -> Iterator[str]:
    record = applied.record
    if not record.dimensions:
        yield "dimensions"
    elif applied.units and not any(applied.enrolment(one) for one in applied.units):
        yield "choices"
    if record.tracks and not any(applied.tracks_of(one) for one in applied.units):
        yield "tracks"
    if not record.indicators:
        yield "indicators"
    if not applied.periods:
        yield "scores"
    if not record.batches:
        yield "batches"
    elif any(one.planned is None for one in record.batches):
        yield "batch_plans"
    if not record.targets:
        yield "targets"
    for target in record.targets:
        if target.by is None:
            yield "by"
        if not target.path:
            yield "path"
        if not reach_known(applied, target):
            yield "reached"
