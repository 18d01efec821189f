"""Red and black lists: who is on each, by which numbers, who was barred, who is not yet known.

Owns the members of a list and their reasons. First the conditions, then the top or bottom n by
total among the units that meet them; every unit that ties at the edge is in, so there may be
more than n. A unit lacking a number the rule needs is never placed: it is `undetermined`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Mapping
from fractions import Fraction

from msgspec import Struct

from sunlit.model.framework import Framework
from sunlit.model.method import ListRule
from sunlit.rules.scoring.check_lists import rule_problems
from sunlit.rules.scoring.judged import Judged, Verdict, judge
from sunlit.rules.scoring.marks import Marks
from sunlit.rules.scoring.outcomes import (
    Edge,
    End,
    ListOutcome,
    Member,
    Reason,
    Undetermined,
)
from sunlit.rules.scoring.ranking import Ranking


class _Field(Struct, frozen=True):
    """The candidates' totals towards the list's end, in order; `n` None: no end, all are in."""

    end: End
    n: int | None
    keys: tuple[Fraction, ...]

    def place(self, points: Fraction | None) -> int:
        """1 + the number of candidates strictly nearer the end; a unit may not be one itself."""
        if self.n is None or points is None:
            return 1
        return 1 + len(self.keys) - bisect_right(self.keys, self.key(points))

    def key(self, points: Fraction) -> Fraction:
        return points if self.end is End.TOP else -points

    def takes(self, points: Fraction | None) -> bool:
        return self.n is None or (points is not None and self.place(points) <= self.n)


def place_on_lists(
    framework: Framework, every: Mapping[str, Marks], *, places: Ranking
) -> tuple[ListOutcome, ...]:
    """Every list of one period, from every unit's marks.

    `places` is the ranking of the total, for order and reasons. A rule with a problem, or
    of a framework without indicators, places nobody.
    """
    order = sorted(every, key=lambda slug: (_overall(places, slug) or len(every) + 1, slug))
    outcomes = []
    for rule in framework.lists:
        usable = framework.indicators and not rule_problems(rule, framework)
        judged = [
            judge(rule, framework, slug=slug, marks=every[slug])
            for slug in (order if usable else ())
        ]
        outcomes.append(_outcome(rule, judged, places=places))
    return tuple(outcomes)


def _outcome(rule: ListRule, judged: Collection[Judged], *, places: Ranking) -> ListOutcome:
    by = {verdict: [one for one in judged if one.verdict is verdict] for verdict in Verdict}
    field = _field(rule, by[Verdict.ON])
    members = [one for one in by[Verdict.ON] if field.takes(one.points)]
    barred = [one for one in by[Verdict.BARRED] if field.takes(one.points)]
    waiting = [
        one
        for one in judged
        if one.verdict is Verdict.OPEN or (one.verdict is Verdict.ON and one.points is None)
        if one.missing(total=field.n is not None)
        if one.points is None or field.takes(one.points)
    ]
    more = max(0, len(members) - (field.n or len(members)))

    def reasons(one: Judged) -> tuple[Reason, ...]:
        return (*one.grounds, *_edge(one, field, more=more, overall=_overall(places, one.slug)))

    return ListOutcome(
        rule.id,
        rule.kind,
        tuple(
            Member(
                one.slug, reasons(one), one.exclude, certain=_certain(one, field, waiting=waiting)
            )
            for one in members
        ),
        tuple(
            Member(one.slug, reasons(one), barred_by=tuple(c for c in one.exclude if c.holds))
            for one in barred
        ),
        tuple(Undetermined(one.slug, one.missing(total=field.n is not None)) for one in waiting),
    )


def _field(rule: ListRule, candidates: Collection[Judged]) -> _Field:
    end = End.BOTTOM if rule.bottom is not None else End.TOP
    bare = _Field(end, rule.bottom if end is End.BOTTOM else rule.top, ())
    keys = sorted(bare.key(one.points) for one in candidates if one.points is not None)
    return _Field(end, bare.n, tuple(keys))


def _edge(one: Judged, field: _Field, *, more: int, overall: int | None) -> tuple[Edge, ...]:
    if field.n is None:
        return ()
    return (Edge(field.end, field.n, field.place(one.points), len(field.keys), overall, more),)


def _certain(one: Judged, field: _Field, *, waiting: Collection[Judged]) -> bool:
    """Whether it stays in even if every undetermined unit came before it."""
    if field.n is None or one.points is None:
        return True
    own = field.key(one.points)
    before = sum(two.points is None or field.key(two.points) > own for two in waiting)
    return field.place(one.points) + before <= field.n


def _overall(places: Ranking, slug: str) -> int | None:
    place = places.get(slug)
    return place.place if place else None
