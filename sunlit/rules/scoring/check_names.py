"""Mistakes in the names of a framework: ids given twice, and references that lead nowhere.

Owns every list of ids a framework has. Knows nothing of what is scored.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sunlit.model.framework import Framework
from sunlit.rules.scoring.problems import Path, Problem, problem, unknown


def name_problems(framework: Framework) -> list[Problem]:
    """Duplicate ids, then unknown tiers, dimensions and assessors."""
    found = []
    for path, field, names in _ids(framework):
        found += _duplicates(names, path=path, field=field)
    return found + _references(framework)


def unit_problems(framework: Framework, units: Collection[str]) -> list[Problem]:
    """Units that batches and targets name and the areas' registers do not have."""
    found = []
    for path, names in _unit_lists(framework):
        found += [
            unknown("unknown-unit", *path, at, name=one, known=units)
            for at, one in enumerate(names)
            if one not in units
        ]
    return found


Ids = list[tuple[Path, Path, Sequence[str]]]


def _ids(framework: Framework) -> Ids:
    """(the list, the field of an entry, the ids): each list must not repeat an id."""
    own: Path = ("id",)
    lists: Ids = [
        (("tiers",), own, [one.id for one in framework.tiers]),
        (("dimensions",), own, [one.id for one in framework.dimensions]),
        (("tracks",), own, [one.id for one in framework.tracks]),
        (("principles",), own, [one.id for one in framework.principles]),
        (("indicators",), own, [one.id for one in framework.indicators]),
        (("assessors",), own, [one.id for one in framework.assessors]),
        (("lists",), own, [one.id for one in framework.lists]),
        (("targets",), own, [one.id for one in framework.targets]),
        (("batches",), ("year",), [one.year.iso for one in framework.batches]),
        (
            ("dimension_weights",),
            ("dimension",),
            [one.dimension for one in framework.dimension_weights],
        ),
    ]
    for at, indicator in enumerate(framework.indicators):
        lists.append((("indicators", at, "assessors"), (), indicator.assessors))
    for at, assessor in enumerate(framework.assessors):
        grades = [one.id for one in assessor.scale.grades]
        lists.append((("assessors", at, "scale", "grades"), own, grades))
    return lists + [(path, (), names) for path, names in _unit_lists(framework)]


def _unit_lists(framework: Framework) -> list[tuple[Path, Sequence[str]]]:
    lists: list[tuple[Path, Sequence[str]]] = [
        (("batches", at, "members"), one.members) for at, one in enumerate(framework.batches)
    ]
    for at, target in enumerate(framework.targets):
        lists.append((("targets", at, "members"), target.members))
        lists.append((("targets", at, "reached"), target.reached))
    return lists


def _duplicates(names: Sequence[str], *, path: Path, field: Path) -> list[Problem]:
    """Every repetition; `first` is the position of the one before it all."""
    first: dict[str, int] = {}
    found = []
    for at, name in enumerate(names):
        if first.setdefault(name, at) != at:
            found.append(problem("duplicate-id", *path, at, *field, id=name, first=first[name]))
    return found


def _references(framework: Framework) -> list[Problem]:
    tiers = [one.id for one in framework.tiers]
    dimensions = [one.id for one in framework.dimensions]
    assessors = [one.id for one in framework.assessors]
    found = [
        unknown("unknown-tier", "dimensions", at, "tier", name=one.tier, known=tiers)
        for at, one in enumerate(framework.dimensions)
        if one.tier is not None and one.tier not in tiers
    ]
    named: list[tuple[Path, str]] = [
        (("indicators", at, "dimension"), one.dimension)
        for at, one in enumerate(framework.indicators)
    ]
    named += [
        (("dimension_weights", at, "dimension"), one.dimension)
        for at, one in enumerate(framework.dimension_weights)
    ]
    found += [
        unknown("unknown-dimension", *path, name=name, known=dimensions)
        for path, name in named
        if name not in dimensions
    ]
    for at, indicator in enumerate(framework.indicators):
        found += [
            unknown("unknown-assessor", "indicators", at, "assessors", i, name=who, known=assessors)
            for i, who in enumerate(indicator.assessors)
            if who not in assessors
        ]
    return found
