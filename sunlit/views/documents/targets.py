"""Targets in `data.json`: the group, the path, who has reached them, and the shares.

Owns their form. Whether anybody can know who has reached a target is decided in `target_paths`.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from sunlit.model.framework import Target
from sunlit.rules.scoring import TargetStanding
from sunlit.views.applied import Applied
from sunlit.views.district import District
from sunlit.views.documents.figures import computed
from sunlit.views.documents.shape import Plain, number, plain
from sunlit.views.target_paths import reach_known

COUNT = "个"


def targets(district: District) -> list[Plain]:
    """Every target of the area's frameworks as it stands."""
    return [target(framework, one) for framework, _, one in district.standing.targets]


def target_figures(district: District) -> Iterator[Plain]:
    """What was computed of each target; what was published of it is stated elsewhere."""
    for framework in district.known.frameworks:
        applied = Applied(district, framework)
        records = {one.id: one for one in framework.record.targets}
        for standing in applied.targets:
            yield from _figures(applied, records[standing.target], standing)


def target(framework: str, standing: TargetStanding) -> dict[str, Plain]:
    """A target as it stands: its group, its path, who has reached it."""
    return {
        "framework": framework,
        "target": standing.target,
        "by": plain(standing.by),
        "group_size": str(standing.group_size),
        "count": plain(standing.count),
        "planned_share": number(standing.planned_share),
        "reached": plain(list(standing.reached)),
        "reached_share": number(standing.reached_share),
        "path": [
            {"by": point.by.iso, "count": str(point.count), "share": number(point.share)}
            for point in standing.path
        ],
    }


def _figures(applied: Applied, record: Target, standing: TargetStanding) -> Iterator[Plain]:
    home = f"{applied.base}/targets/{record.id}"
    known = reach_known(applied, record)

    def share(name: str, value: Fraction | None) -> Plain:
        percent = None if value is None else value * 100
        return computed(f"{home}/{name}", percent, rule="share", unit="%")

    if record.of is None:
        yield computed(f"{home}/of", standing.group_size, rule="count", unit=COUNT)
    reached = len(standing.reached) if known else None
    yield computed(f"{home}/reached", reached, rule="count", unit=COUNT)
    yield share("planned-share", standing.planned_share)
    yield share("reached-share", standing.reached_share if known else None)
