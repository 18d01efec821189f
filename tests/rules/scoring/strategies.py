"""Hypothesis strategies: whole frameworks without problems, and sheets that fit them."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import strategies as st

from sunlit.model.framework import Framework
from sunlit.model.reading import record_of
from sunlit.model.scores import ScoreSheet
from tests.rules.scoring.examples import ASSESSORS, Fields, dimension, framework, hard, soft

NAMES = [str(one["id"]) for one in ASSESSORS]
VALUES = {
    "office": st.decimals(0, 5, places=2).map(str),
    "company": st.sampled_from(["优秀", "良好"]),
    "members": st.integers(0, 10).map(lambda halves: str(Decimal(halves) / 2)),
    "residents": st.integers(1, 60).flatmap(
        lambda cast: st.integers(0, cast).map(lambda agreed: f"{agreed}/{cast}")
    ),
}
MEASURED = st.decimals(-30, 30, places=1).map(lambda one: str(one + 0).replace("-0.0", "0"))
WEIGHT = st.integers(1, 9).map(str)


def weighted(draw: st.DrawFn, entries: list[Fields]) -> list[Fields]:
    """The entries, all with a weight or all without."""
    if not draw(st.booleans()):
        return entries
    return [one | {"weight": draw(WEIGHT)} for one in entries]


@st.composite
def indicators(draw: st.DrawFn, of: str) -> list[Fields]:
    entries = []
    for number in range(draw(st.integers(0, 3))):
        name = f"{of}-{number}"
        if draw(st.booleans()):
            floor, target = draw(st.sampled_from([("0", "10"), ("12.5", "-3"), ("-2", "0.5")]))
            way = "up" if Decimal(floor) < Decimal(target) else "down"
            entries.append(hard(name, of, floor=floor, target=target, direction=way))
        else:
            who = draw(st.lists(st.sampled_from(NAMES), min_size=1, unique=True))
            entries.append(soft(name, of, *who))
    return weighted(draw, entries)


@st.composite
def framework_fields(draw: st.DrawFn, missing: str | None = None) -> Fields:
    names = [f"d{number}" for number in range(draw(st.integers(1, 4)))]
    of_each = {name: draw(indicators(name)) for name in names}
    scored = [{"dimension": name} for name in names if of_each[name]]
    shares = weighted(draw, [{**one} for one in scored])
    return {
        "dimensions": [dimension(name) for name in names],
        "indicators": [one for name in names for one in of_each[name]],
        "assessors": weighted(draw, ASSESSORS),
        "dimension_weights": [one for one in shares if "weight" in one],
        "missing": missing or draw(st.sampled_from(["leave-out", "withhold", "floor"])),
    }


def frameworks(missing: str | None = None) -> st.SearchStrategy[Framework]:
    return framework_fields(missing).map(lambda fields: framework(**fields))


@st.composite
def sheets(draw: st.DrawFn, rules: Framework, *, full: bool = False) -> ScoreSheet:
    scores: list[Fields] = []
    for indicator in rules.indicators:
        if not indicator.assessors and (full or draw(st.booleans())):
            scores.append({"indicator": indicator.id, "value": draw(MEASURED)})
        for who in indicator.assessors:
            if full or draw(st.booleans()):
                value = draw(VALUES[who])
                scores.append({"indicator": indicator.id, "assessor": who, "value": value})
    return record_of(ScoreSheet, {"scores": scores})


@st.composite
def scored(
    draw: st.DrawFn, missing: str | None = None, *, full: bool = False
) -> tuple[Framework, ScoreSheet]:
    rules = draw(frameworks(missing))
    return rules, draw(sheets(rules, full=full))
