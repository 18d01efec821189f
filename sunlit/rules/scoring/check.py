"""Everything wrong with a framework, as values with paths.

Owns what indicators and scales need, and the order of all checks. Each other kind of mistake
has its own module; none of them knows files or words.
"""

from __future__ import annotations

from collections.abc import Collection

from sunlit.model.framework import Framework
from sunlit.model.method import Indicator
from sunlit.rules.scoring.check_lists import list_problems
from sunlit.rules.scoring.check_names import name_problems, unit_problems
from sunlit.rules.scoring.check_targets import target_problems
from sunlit.rules.scoring.problems import Problem, digits, problem
from sunlit.rules.scoring.rulers import indicator_ruler, is_hard, off_points, scale_ruler
from sunlit.rules.scoring.weights import weight_problems

_ONLY_HARD = ("unit", "floor", "target")


def framework_problems(
    framework: Framework, *, units: Collection[str] | None = None
) -> tuple[Problem, ...]:
    """Every problem of a framework, in one fixed order.

    `units` are the slugs of all units of its areas; without them, what depends on the registers
    (unknown units, targets over all units) is not checked.
    """
    found = [*name_problems(framework), *_scale_problems(framework)]
    for at, indicator in enumerate(framework.indicators):
        found += [one.below("indicators", at) for one in _indicator_problems(indicator)]
    if off_points(framework.reached):
        found.append(problem("points-off-scale", "reached", value=digits(framework.reached or 0)))
    found += weight_problems(framework)
    found += list_problems(framework)
    found += target_problems(framework, units=None if units is None else len(set(units)))
    if units is not None:
        found += unit_problems(framework, units)
    return tuple(found)


def _scale_problems(framework: Framework) -> list[Problem]:
    """Problems of the scales that score something.

    A locality may publish who judges, and on what kind of scale, without its grades or limits;
    such a scale stands as published, and only an indicator that uses it needs all of it.
    """
    used = {id for one in framework.indicators for id in one.assessors}
    found = []
    for at, assessor in enumerate(framework.assessors):
        if assessor.id not in used:
            continue
        ruler = scale_ruler(assessor.scale)
        if isinstance(ruler, tuple):
            found += [one.below("assessors", at, "scale") for one in ruler]
    return found


def _indicator_problems(indicator: Indicator) -> list[Problem]:
    """What is measured has a floor and a target and nobody who judges; the reverse for soft."""
    found: list[Problem] = []
    if is_hard(indicator):
        ruler = indicator_ruler(indicator)
        found += ruler if isinstance(ruler, tuple) else ()
        if indicator.assessors:
            found.append(problem("hard-with-assessor", "assessors", id=indicator.id))
        return found
    if not indicator.assessors:
        found.append(problem("soft-without-assessor", "assessors", id=indicator.id))
    return found + [
        problem("soft-with-scale", field, id=indicator.id, field=field)
        for field in _ONLY_HARD
        if getattr(indicator, field) is not None
    ]
