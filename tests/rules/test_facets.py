"""Facets: every field in one, every part of an area made of those that it names and no other."""

from __future__ import annotations

from collections import Counter

import pytest
from msgspec.structs import fields, replace

from sunlit.app.work import EVERY_FACET, GATHERS, PARTS, STANDS_ON
from sunlit.digest import of_bytes
from sunlit.engine.shards import Family, Lines, Part
from sunlit.engine.state import to_lines
from sunlit.plan import AREA_PARTS
from sunlit.rules.facets import FACETS, facet_texts, facet_values, summary_with
from sunlit.rules.summary import ProjectSummary, UnitSummary
from tests.gathered import Gathered


def test_every_field_of_a_summary_is_in_exactly_one_facet() -> None:
    named = Counter(name for names in FACETS.values() for name in names)
    assert named == Counter(one.name for one in fields(UnitSummary))


def test_the_work_knows_every_facet_and_every_part() -> None:
    assert set(FACETS) == EVERY_FACET
    assert [one.name for one in PARTS] == list(AREA_PARTS)
    assert all(one.facets <= EVERY_FACET for one in PARTS)
    assert all(AREA_PARTS[one.name].base <= one.facets for one in PARTS)


def test_a_summary_is_the_sum_of_its_facets(sample_gathered: Gathered) -> None:
    for summary in sample_gathered.summaries():
        values = [facet_values(*each) for each in facet_texts(summary).items()]
        assert summary_with({name: one for each in values for name, one in each.items()}) == summary


def test_the_sample_has_something_in_every_field(sample_gathered: Gathered) -> None:
    """Else what follows would show nothing of the field that is always empty."""
    every = sample_gathered.summaries()
    unlike = {name for name in FACETS if len({facet_texts(one)[name] for one in every}) > 1}
    assert unlike == set(FACETS)
    empty = [
        one.name for one in fields(UnitSummary) if not any(getattr(s, one.name) for s in every)
    ]
    assert empty == []


@pytest.mark.parametrize("part", PARTS, ids=lambda one: one.name)
def test_a_part_made_of_its_facets_alone_is_the_part_made_of_all(
    part: Part, sample_gathered: Gathered
) -> None:
    made = 0
    for area in sample_gathered.units:
        own = sample_gathered.part(area, part.name, part.facets, deep=part.deep)
        assert own == sample_gathered.part(area, part.name, EVERY_FACET, deep=True)
        made += len(own)
    assert made


DRAFTED = [one for one in PARTS if AREA_PARTS[one.name].drafts is not None]
COUNTED = frozenset(("horizon", "status", "year", "department", "lateness"))
"""What the filters of a ledger count, on each of its pages."""
LIKE_ANOTHER = [*ProjectSummary.__struct_fields__, "nothing"]


@pytest.mark.parametrize("field", LIKE_ANOTHER)
@pytest.mark.parametrize("part", DRAFTED, ids=lambda one: one.name)
def test_equal_keys_of_drafts_are_equal_pages(
    part: Part, field: str, sample_gathered: Gathered
) -> None:
    """Whatever a project has like another one, pages whose keys stay come out as they did."""
    (area, units), *_ = ((one, units) for one, units in sample_gathered.units.items() if units)
    summaries = {summary.slug: summary for _, summary in units}
    one, other, *_ = (each for each in summaries.values() if len(each.projects) > 1)
    family = replace(
        sample_gathered.family(area, part.facets, deep=part.deep), ground="what else there is"
    )
    if field != "nothing":
        first, *rest = one.projects
        like = replace(first, **{field: getattr(_unlike(first, other, field), field)})
        summaries[one.slug] = replace(one, projects=(like, *rest))
    text: dict[str, bytes] = {slug: facet_texts(each)["ledger"] for slug, each in summaries.items()}
    edited = {**family.facets[area], "ledger": Lines(of_bytes(to_lines(text)), text)}
    after = replace(family, facets={**family.facets, area: edited})
    made, again = (_made(sample_gathered, area, part, each) for each in (family, after))
    kept = [output for output in made if output in again and made[output][0] == again[output][0]]
    assert all(made[output][1] == again[output][1] for output in kept)
    assert kept or field in COUNTED
    assert (len(kept) == len(made)) is (field == "nothing" or edited == family.facets[area])


def _unlike(first: ProjectSummary, other: UnitSummary, field: str) -> ProjectSummary:
    unlike = (one for one in other.projects if getattr(one, field) != getattr(first, field))
    return next(unlike, first)


def _made(sample: Gathered, area: str, part: Part, family: Family) -> dict[str, tuple[str, bytes]]:
    frame = sample.press.frame(area, sample.family(area, EVERY_FACET, deep=False))
    tasks = sample.press.part(area, part.name, family, frame)
    return {task.output: (task.key, task.make()) for task in tasks}


@pytest.mark.parametrize(
    ("part", "facet"),
    [("streets", "ledger"), ("ledger", "ledger"), ("disclosure", "disclosures"),
     ("changes", "news"), ("frameworks", "scores"), ("files", "states")],
)  # fmt: skip
def test_a_part_without_a_facet_that_it_needs_would_be_another(
    part: str, facet: str, sample_gathered: Gathered
) -> None:
    """The comparison above does tell a facet that is missing."""
    (area, *_) = (one for one, units in sample_gathered.units.items() if units)
    facets = next(one for one in PARTS if one.name == part).facets
    full = sample_gathered.part(area, part, facets, deep=True)
    assert sample_gathered.part(area, part, facets - {facet}, deep=True) != full


def test_areas_are_gathered_and_stand_on_the_facets_that_are_named(
    sample_gathered: Gathered,
) -> None:
    press = sample_gathered.press
    for area, text in sample_gathered.gathered.items():
        some = Family({area: _some(sample_gathered, area, GATHERS)}, {})
        assert press.gather(area, some) == text
        every = sample_gathered.family(area, EVERY_FACET, deep=False)
        few = Family({area: _some(sample_gathered, area, STANDS_ON)}, {})
        assert press.stand(area, few) == press.stand(area, every)


def _some(one: Gathered, area: str, facets: frozenset[str]) -> dict[str, Lines]:
    return {name: one.lines[area][name] for name in facets}
