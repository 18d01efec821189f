"""Scores and ranks ready-made, for a peer whose templates cannot sort what they have computed.

Owns the same arithmetic as Sunlit's framework: weighted means of weighted means. A peer that gets
these has less to do than the others, which `RESULTS.md` says.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import TypeAlias

from benchmarks.content import Area, Community, Framework

Scores: TypeAlias = Mapping[str, float]


def ranked(framework: Framework, area: Area) -> Mapping[str, tuple[Scores, Mapping[str, int]]]:
    """For each community of an area its scores by dimension and in total, and its ranks."""
    return _ranked(framework, area)


@lru_cache(maxsize=64)
def _ranked(framework: Framework, area: Area) -> Mapping[str, tuple[Scores, Mapping[str, int]]]:
    scores = {one.slug: _scores(framework, one) for one in area.communities}
    ranks: dict[str, dict[str, int]] = {slug: {} for slug in scores}
    for key in ("total", *(one.id for one in framework.dimensions)):
        ordered = sorted((one[key] for one in scores.values()), reverse=True)
        first = {score: place for place, score in reversed(list(enumerate(ordered, start=1)))}
        for slug, one in scores.items():
            ranks[slug][key] = first[one[key]]
    return MappingProxyType({slug: (scores[slug], ranks[slug]) for slug in scores})


def _scores(framework: Framework, one: Community) -> Scores:
    given = {
        indicator.id: score
        for indicator, score in zip(framework.indicators, one.scores, strict=True)
    }
    found: dict[str, float] = {}
    for dimension in framework.dimensions:
        parts = [each for each in framework.indicators if each.dimension == dimension.id]
        weights = sum(each.weight for each in parts)
        found[dimension.id] = sum(given[each.id] * each.weight for each in parts) / weights
    weights = sum(each.weight for each in framework.dimensions)
    found["total"] = sum(found[each.id] * each.weight for each in framework.dimensions) / weights
    return found
