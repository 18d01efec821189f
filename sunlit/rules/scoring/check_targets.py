"""Mistakes in targets: no group, more than the group, a path that goes down or back in time.

Owns what a target needs to be counted. The number of all units of the area is handed in where
it is known.
"""

from __future__ import annotations

from sunlit.model.framework import Framework, Target
from sunlit.rules.scoring.problems import Path, Problem, problem
from sunlit.rules.scoring.targets import group_of, named_as_reached


def target_problems(framework: Framework, *, units: int | None = None) -> list[Problem]:
    """The problems of all targets."""
    return [
        each.below("targets", at)
        for at, target in enumerate(framework.targets)
        for each in (*_group(target, framework, units=units), *_path(target), *_reported(target))
    ]


def _group(target: Target, framework: Framework, *, units: int | None) -> list[Problem]:
    """Exactly one group of somebody, and nothing outside it."""
    given = {"all": target.all, "members": bool(target.members), "of": target.of is not None}
    named = [name for name, is_given in given.items() if is_given]
    group = group_of(target, units)
    if len(named) != 1 or group == 0:
        return [problem("target-group", id=target.id, given="、".join(named))]
    outside = target.reached if target.members else ()
    return [
        problem("target-over-group", *path, id=target.id, count=count, group=group)
        for path, count in _counts(target, framework)
        if group is not None and count > group
    ] + [
        problem("target-reached-outside", "reached", at, id=target.id, unit=one)
        for at, one in enumerate(outside)
        if one not in target.members
    ]


def _counts(target: Target, framework: Framework) -> list[tuple[Path, int]]:
    """Every number that may not be larger than the group, with its field."""
    counts: list[tuple[Path, int]] = []
    if target.count is not None:
        counts.append((("count",), target.count))
    counts += [(("path", at, "count"), step.count) for at, step in enumerate(target.path)]
    if target.of is not None:
        counts.append((("reached",), len(named_as_reached(target, framework))))
    return counts


def _reported(target: Target) -> list[Problem]:
    """A share is published in percent."""
    if target.reported is None or target.reported.unit == "%":
        return []
    unit = target.reported.unit or ""
    return [problem("target-reported-unit", "reported", id=target.id, unit=unit)]


def _path(target: Target) -> list[Problem]:
    """Each step later than the one before and not lower, none past the target itself."""
    found = []
    for at, step in enumerate(target.path):
        before = target.path[at - 1] if at else None
        values = {"id": target.id, "by": step.by.iso, "count": step.count}
        if before is not None and not before.by < step.by:
            found.append(problem("target-path", "path", at, "by", why="order", **values))
        if before is not None and step.count < before.count:
            found.append(problem("target-path", "path", at, "count", why="down", **values))
        if target.by is not None and target.by < step.by:
            found.append(problem("target-path", "path", at, "by", why="after", **values))
        if target.count is not None and step.count > target.count:
            found.append(problem("target-path", "path", at, "count", why="above", **values))
    return found
