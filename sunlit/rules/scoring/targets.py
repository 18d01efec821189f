"""Where a target stands: its group, who has reached it, the share, the planned path.

Owns who counts as having reached a target: the units named in `reached`, and the members of a
batch that ends no later than the target (any batch, where the target has no date) and is *wholly*
done, that is: `done` is published as a number that is no upper limit and is at least `planned`
and at least the number of members named. Of a batch that is done in part, nobody can say which
members are, so none of them counts.

Only units of the group count, so there are never more than the group. A group published as a
number (`of`) has no names; there every named unit counts, up to that number.
"""

from __future__ import annotations

from collections.abc import Collection
from decimal import Decimal
from fractions import Fraction

from msgspec import Struct

from sunlit.locale.moments import Moment
from sunlit.model.amounts import Qualifier
from sunlit.model.framework import Batch, Framework, Target
from sunlit.rules.scoring.shares import ShareCheck, check_share, decimals_of

_AT_LEAST_THAT = (Qualifier.EXACT, Qualifier.OVER, Qualifier.AT_LEAST)


class PathPoint(Struct, frozen=True):
    """How many are planned by when; the share is None for a group of nobody."""

    by: Moment
    count: int
    share: Fraction | None


class TargetStanding(Struct, frozen=True):
    """A target of one area as it stands."""

    target: str
    by: Moment | None
    """By when; None where that was not published."""
    group_size: int
    count: int | None
    """How many are to reach it, when that was published."""
    planned_share: Fraction | None
    """`count` of the group; 1 = all."""
    reached: tuple[str, ...]
    """Who has, by slug."""
    reached_share: Fraction | None
    """`reached` of the group; None for a group of nobody."""
    path: tuple[PathPoint, ...]
    reported: ShareCheck | None
    """The published percentage against whole counts of the group, when there is one."""


def stand_of_target(
    target: Target, framework: Framework, *, units: Collection[str]
) -> TargetStanding:
    """The target in the area whose units have these slugs; one without a group is of nobody."""
    group_size = group_of(target, len(set(units))) or 0
    reached = _reached(target, framework, units=units)[:group_size]
    path = tuple(PathPoint(one.by, one.count, _share(one.count, group_size)) for one in target.path)
    return TargetStanding(
        target.id,
        target.by,
        group_size,
        target.count,
        None if target.count is None else _share(target.count, group_size),
        reached,
        _share(len(reached), group_size),
        path,
        _reported(target, group_size),
    )


def group_of(target: Target, units: int | None) -> int | None:
    """The size of the target's group; None when it has none, or all of an unknown number."""
    if target.all:
        return units
    return len(set(target.members)) if target.members else target.of


def named_as_reached(target: Target, framework: Framework) -> frozenset[str]:
    """Whom the target and the batches name, inside its group or not."""
    return done_members(framework, by=target.by) | set(target.reached)


def done_members(framework: Framework, *, by: Moment | None) -> frozenset[str]:
    """The members of every batch that is wholly done and, given `by`, ends no later."""
    batches = (one for one in framework.batches if by is None or one.year.last <= by.last)
    return frozenset(slug for one in batches if _is_done(one) for slug in one.members)


def _reached(target: Target, framework: Framework, *, units: Collection[str]) -> tuple[str, ...]:
    named = named_as_reached(target, framework)
    if target.all:
        named &= set(units)
    elif target.members:
        named &= set(target.members)
    return tuple(sorted(named))


def _is_done(batch: Batch) -> bool:
    done = batch.done
    if done is None or done.unit == "%" or done.qualifier not in _AT_LEAST_THAT:
        return False
    planned = batch.planned.value if batch.planned else Decimal(0)
    return bool(batch.members) and done.value >= max(planned, Decimal(len(set(batch.members))))


def _share(count: int, group_size: int) -> Fraction | None:
    return Fraction(count, group_size) if group_size else None


def _reported(target: Target, group_size: int) -> ShareCheck | None:
    """A hedged share ("over 90 %") states no number to check."""
    reported = target.reported
    if reported is None or reported.qualifier is not Qualifier.EXACT or reported.unit != "%":
        return None
    places = decimals_of(reported.value)
    return check_share(reported.value, places=places, of=group_size)
