"""The targets of a framework: the planned path, where it stands, and what others reported.

Owns the one sentence that says whether a published share adds up, and when nobody can know how
many have reached a target: a count of none is shown only where somebody could have been named.
"""

from __future__ import annotations

from fractions import Fraction

from msgspec import Struct
from msgspec.structs import replace

from sunlit.charts import Chart
from sunlit.locale.numbers import Exact
from sunlit.model.framework import Target
from sunlit.rules.scoring import TargetStanding
from sunlit.rules.stated import COUNT
from sunlit.views.applied import Applied
from sunlit.views.batches import StatedFigures
from sunlit.views.figures import computed_figure, missing_figure
from sunlit.views.parts import Figure, Link, When, Words
from sunlit.views.scene import Scene
from sunlit.views.sentences import Sentence, compose
from sunlit.views.target_paths import path_chart, reach_known, reports_reached


class TargetView(Struct, frozen=True):
    """One target: its figures, its path, the check of what was reported, who has reached it."""

    anchor: str
    name: Words
    by: When | None
    count: Figure
    group: Figure
    group_of: str
    planned_share: Figure | None
    reached: Figure
    reached_share: Figure | None
    reported: Figure | None
    reported_by: Words | None
    check: Sentence | None
    path: Chart | None
    members: tuple[Link, ...]
    note: Words | None


def target_views(stated: StatedFigures) -> tuple[TargetView, ...]:
    """Every target of the framework, in its order."""
    targets = {one.id: one for one in stated.applied.record.targets}
    return tuple(
        _target(stated, targets[standing.target], standing) for standing in stated.applied.targets
    )


def reached_figure(scene: Scene, applied: Applied, standing: TargetStanding) -> Figure:
    """How many are known to have reached a target, or that nobody knows."""
    target = next(one for one in applied.record.targets if one.id == standing.target)
    id = f"{applied.base}/targets/{target.id}/reached"
    if not reach_known(applied, target):
        return missing_figure(scene, id)
    return computed_figure(scene, id, len(standing.reached), unit=COUNT)


def group_figure(
    stated: StatedFigures, standing: TargetStanding, *, anchor: bool = False
) -> Figure:
    """The size of a target's group: as published, or counted."""
    base = f"targets/{standing.target}"
    if f"{base}/of" in stated.known:
        return stated.shown(f"{base}/of")
    return computed_figure(
        stated.scene,
        f"{stated.applied.base}/{base}/of",
        standing.group_size,
        unit=COUNT,
        anchor=anchor,
    )


def mentioned_group(stated: StatedFigures, standing: TargetStanding) -> Figure:
    """The same figure where it is only spoken of."""
    return replace(group_figure(stated, standing), anchor=False, source=None)


def _target(stated: StatedFigures, target: Target, standing: TargetStanding) -> TargetView:
    scene, applied = stated.scene, stated.applied
    base = f"targets/{target.id}"
    known = reach_known(applied, target)
    units = {str(one.slug): one for one in applied.units}
    here = [units[one] for one in standing.reached if one in units]
    group = "all" if target.all else "members" if target.members else "of"
    return TargetView(
        anchor=f"targets.{target.id}",
        name=scene.words(target.name),
        by=scene.maybe_when(target.by),
        count=stated.shown(f"{base}/count"),
        group=group_figure(stated, standing, anchor=True),
        group_of=scene.t(f"framework.group_{group}"),
        planned_share=_share(scene, applied, target, "planned-share", standing.planned_share),
        reached=reached_figure(scene, applied, standing),
        reached_share=_share(
            scene, applied, target, "reached-share", standing.reached_share if known else None
        ),
        reported=stated.shown(f"{base}/reported") if target.reported else None,
        reported_by=scene.maybe(target.reported_by),
        check=check_sentence(stated, target, standing),
        path=path_chart(scene, applied, target, standing),
        members=tuple(applied.unit_link(scene, one) for one in here),
        note=scene.maybe(target.note),
    )


def _share(
    scene: Scene, applied: Applied, target: Target, name: str, share: Fraction | None
) -> Figure | None:
    if share is None:
        return None
    id = f"{applied.base}/targets/{target.id}/{name}"
    return computed_figure(scene, id, share * 100, unit="%", places=2)


def check_sentence(
    stated: StatedFigures, target: Target, standing: TargetStanding
) -> Sentence | None:
    """One sentence: does the published share add up? None where no share was published."""
    scene, check = stated.scene, standing.reported
    if target.reported is None:
        return None
    if check is None:
        return compose(scene, "framework.check_hedged")
    if not check.nearest:
        return compose(scene, "framework.check_no_group")
    count = check.nearest[0].count
    if target.count is not None and target.count in check.possible:
        count = target.count
    elif reports_reached(target, standing):
        count = len(standing.reached)
    share = Fraction(count, check.of)
    slots = {
        "reported": stated.mention(f"targets/{target.id}/reported"),
        "of": mentioned_group(stated, standing),
        "count": _counted(stated, standing, "checked-count", count),
        "exact": _percent(stated, standing, "exact-share", share * 100, check.places + 2),
        "rounded": _percent(
            stated, standing, "rounded-share", check.nearest[0].rounded, check.places
        ),
    }
    return compose(scene, _check_key(target, standing, share * 100), **slots)


def _check_key(target: Target, standing: TargetStanding, percent: Fraction) -> str:
    check = standing.reported
    assert check is not None
    if not check.adds_up:
        nearest = check.nearest[0]
        if nearest.count in check.by_truncation:
            return "framework.check_cut"
        exact = nearest.rounded == percent
        return "framework.check_off_exact" if exact else "framework.check_off"
    stated = target.count is None or target.count in check.possible
    if not stated and not reports_reached(target, standing):
        return "framework.check_other_count"
    exact = percent == Fraction(check.reported)
    return "framework.check_exact" if exact else "framework.check_rounded"


def _percent(
    stated: StatedFigures, standing: TargetStanding, name: str, value: Exact, places: int
) -> Figure:
    id = f"{stated.applied.base}/targets/{standing.target}/{name}"
    return computed_figure(stated.scene, id, value, unit="%", places=places)


def _counted(stated: StatedFigures, standing: TargetStanding, name: str, count: int) -> Figure:
    id = f"{stated.applied.base}/targets/{standing.target}/{name}"
    return computed_figure(stated.scene, id, count, unit=COUNT)
