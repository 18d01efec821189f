"""Small frameworks and sheets, written as content is written, for the tests of scoring."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from fractions import Fraction

from sunlit.model.framework import Framework, Target
from sunlit.model.method import ListRule, Scale
from sunlit.model.reading import record_of
from sunlit.model.scores import ScoreSheet
from sunlit.rules.scoring import (
    Marks,
    Normalised,
    Problem,
    marks_of,
    normalise,
    scale_ruler,
    score_unit,
)

Fields = dict[str, object]

ASSESSORS: list[Fields] = [
    {"id": "office", "name": "专班", "scale": {"kind": "number", "min": "0", "max": "5"}},
    {
        "id": "company",
        "name": "物业",
        "scale": {
            "kind": "grade",
            "grades": [{"id": "优秀", "points": "90"}, {"id": "良好", "points": "75"}],
        },
    },
    {"id": "members", "name": "党员", "scale": {"kind": "stars", "max": "5"}},
    {"id": "residents", "name": "居民", "scale": {"kind": "votes"}},
]


def dimension(name: str, **fields: object) -> Fields:
    return {"id": name, "name": name, "letter": name[0], "colour": "red", **fields}


def hard(name: str, of: str, *, floor: str = "0", target: str = "10", **fields: object) -> Fields:
    return {
        "id": name,
        "name": name,
        "dimension": of,
        "nature": "hard",
        "floor": floor,
        "target": target,
        **fields,
    }


def soft(name: str, of: str, *assessors: str, **fields: object) -> Fields:
    return {
        "id": name,
        "name": name,
        "dimension": of,
        "nature": "soft",
        "assessors": list(assessors),
        **fields,
    }


def framework(**fields: object) -> Framework:
    """A framework of two dimensions, a hard and a soft indicator in the first, one in the second.

    Any field may be given anew.
    """
    whole: Fields = {
        "name": "四型社区",
        "areas": ["chencang"],
        "dimensions": [dimension("safe"), dimension("happy")],
        "assessors": ASSESSORS,
        "indicators": [
            hard("cameras", "safe", unit="台"),
            soft("order", "safe", "members", "residents"),
            soft("mood", "happy", "residents"),
        ],
    }
    return record_of(Framework, whole | fields)


def sheet(*scores: str) -> ScoreSheet:
    """`sheet("cameras = 5", "order by members = 4")`."""
    records = []
    for score in scores:
        left, value = score.split(" = ")
        indicator, *assessor = left.split(" by ")
        record = {"indicator": indicator, "value": value}
        records.append(record | ({"assessor": assessor[0]} if assessor else {}))
    return record_of(ScoreSheet, {"scores": records})


def simple(**fields: object) -> Framework:
    """One dimension with one hard indicator: the measurement is the total, 0 to 100."""
    one: Fields = {
        "dimensions": [dimension("safe")],
        "assessors": [],
        "indicators": [hard("order", "safe", target="100")],
    }
    return framework(**(one | fields))


def marks(rules: Framework, *scores: str, taken: Collection[str] | None = None) -> Marks:
    """The marks of a sheet of these scores."""
    return marks_of(score_unit(rules, sheet(*scores), taken=taken))


def totals(rules: Framework, **points: str) -> dict[str, Marks]:
    """Marks of `simple` by unit; an empty text is an empty sheet."""
    return {
        slug: marks(rules, *([f"order = {value}"] if value else []))
        for slug, value in points.items()
    }


def rule(**fields: object) -> Fields:
    return {"id": "red", "name": "红榜", "kind": "red", **fields}


def list_rule(**fields: object) -> ListRule:
    return record_of(ListRule, rule(**fields))


def target(**fields: object) -> Target:
    return record_of(Target, target_fields(**fields))


def target_fields(**fields: object) -> Fields:
    """What is given as None is left out."""
    given = {"id": "all", "name": "达标", "by": "2026", **fields}
    return {name: value for name, value in given.items() if value is not None}


def on_scale(raw: str, **scale: object) -> Normalised | Problem:
    ruler = scale_ruler(record_of(Scale, scale))
    assert not isinstance(ruler, tuple), ruler
    return normalise(raw, ruler)


def points(read: Normalised | Problem) -> Fraction:
    assert isinstance(read, Normalised), read
    return read.points


def code(read: Normalised | Problem) -> str:
    assert isinstance(read, Problem), read
    return read.code


def codes(found: Sequence[Problem]) -> list[tuple[str, str]]:
    """Code and path, as `("duplicate-id", "tiers/1/id")`."""
    return [(one.code, "/".join(map(str, one.path))) for one in found]
