"""The drawing of a target's path: the years as planned, where it stands, what was reported.

Owns which years are drawn and what was known of them. Names without a date count today, and for
no year before.
"""

from __future__ import annotations

from fractions import Fraction

from sunlit.charts import Amount, Chart, Frame, PathWords, Step, target_path
from sunlit.locale.moments import Moment
from sunlit.model.framework import Target
from sunlit.rules.scoring import TargetStanding
from sunlit.rules.scoring.targets import done_members
from sunlit.views.applied import Applied
from sunlit.views.scene import Scene


def reach_known(applied: Applied, target: Target) -> bool:
    """Whether anything was published about who has reached the target."""
    done = any(one.done is not None and one.members for one in applied.record.batches)
    return bool(target.reached) or done


def reports_reached(target: Target, standing: TargetStanding) -> bool:
    """Whether the published share is of those who have reached it, not of those who are to."""
    check = standing.reported
    if check is None or target.count in check.possible:
        return False
    return len(standing.reached) in check.possible


def path_chart(
    scene: Scene, applied: Applied, target: Target, standing: TargetStanding
) -> Chart | None:
    """The path as a chart with its table; None where there is but the target itself to draw."""
    if not (standing.path or target.reported or reach_known(applied, target)):
        return None
    name = scene.words(target.name).text
    words = PathWords(
        period=scene.t("framework.path_period"),
        planned=scene.t("framework.path_planned"),
        reached=scene.t("framework.path_reached"),
        of=scene.t("framework.path_of"),
        reported=scene.t("framework.path_reported"),
        target=scene.t("framework.path_target"),
        missing=scene.t("figure.missing"),
        ahead=scene.t("framework.path_ahead"),
    )
    goal = _amount(scene, standing.planned_share) or _none(scene)
    frame = Frame(f"path-{target.id}", scene.t("framework.path_title", name=name))
    steps = _steps(scene, applied, target, standing)
    return target_path(steps, frame, target=goal, words=words)


def _steps(
    scene: Scene, applied: Applied, target: Target, standing: TargetStanding
) -> tuple[Step, ...]:
    """The planned years, or today and the target where no years were planned."""
    size = standing.group_size
    known = reach_known(applied, target)
    now = _amount(scene, standing.reached_share if known else None)
    of = f"{len(standing.reached)}/{size}" if now else ""
    reported = _reported(scene, target)
    if standing.path:
        return _years(scene, applied, target, standing)
    end = scene.when(target.by).text if target.by else scene.t("framework.no_date")
    passed = target.by is not None and target.by.last < scene.as_of
    goal = _amount(scene, standing.planned_share)
    if passed:
        return (Step(end, goal, now, of, reported),)
    if reports_reached(target, standing):
        return (
            Step(scene.t("framework.path_today"), None, now, of, reported),
            Step(end, goal, None, ahead=True),
        )
    today = Step(scene.t("framework.path_today"), None, now, of)
    return (today, Step(end, goal, None, "", reported, ahead=True))


def _years(
    scene: Scene, applied: Applied, target: Target, standing: TargetStanding
) -> tuple[Step, ...]:
    """The planned years; what was reached stands at years past, and today at the year that runs."""
    size = standing.group_size
    ahead = [one.by for one in standing.path if one.by.last >= scene.as_of]
    current = ahead[0] if ahead else standing.path[-1].by
    steps = []
    for point in standing.path:
        count = None
        if point.by == current and reach_known(applied, target):
            count = len(standing.reached)
        elif point.by not in ahead:
            count = _reached_by(applied, target, standing, by=point.by)
        share = Fraction(count, size) if size and count is not None else None
        steps.append(
            Step(
                scene.when(point.by).text,
                _amount(scene, point.share),
                _amount(scene, share),
                "" if share is None else f"{count}/{size}",
                _reported(scene, target) if point is standing.path[-1] else None,
                ahead=point.by in ahead,
            )
        )
    return tuple(steps)


def _reached_by(
    applied: Applied, target: Target, standing: TargetStanding, *, by: Moment
) -> int | None:
    """How many had reached it by a year past; names without a date cannot tell."""
    if target.reached or not reach_known(applied, target):
        return None
    group = set(target.members) or {one.slug for one in applied.units}
    return min(len(done_members(applied.record, by=by) & group), standing.group_size)


def _reported(scene: Scene, target: Target) -> Amount | None:
    reported = target.reported
    if reported is None or reported.unit != "%":
        return None
    return Amount(reported.value, f"{scene.locale.number(reported.value)}%")


def _amount(scene: Scene, share: Fraction | None) -> Amount | None:
    return None if share is None else Amount(share * 100, scene.locale.percent(share, places=2))


def _none(scene: Scene) -> Amount:
    return Amount(100, scene.t("figure.missing"))
