"""How a unit is organised and how its residents take part.

Owns `organisation.yaml` and `participation.yaml`; bodies and counts only, never a person.
"""

from __future__ import annotations

import random

from sunlit.sample.places import UnitPlace
from sunlit.sample.scores import QUARTERS
from sunlit.sample.spec import SampleSpec
from sunlit.sample.writing import Fields, Inline, Value, document, inline, text

_QUARTER_ENDS = ("2025-12-31", "2026-03-31", "2026-06-30", "2026-09-30")


def organisation_file(spec: SampleSpec, place: UnitPlace) -> bytes:
    """`organisation.yaml`: the net of groups, and the council with its working groups."""
    chance = spec.chance(place.area.slug, place.slug, "organisation")
    groups = chance.randint(5, 18)
    body = "村民委员会" if place.village else "居民委员会"
    nets: Value = [
        inline(id="committee", name=text(body, "Committee"), count="1 个"),
        inline(id="groups", name=text("居民小组", "Groups"), count=f"{groups} 个",
               parent="committee"),
        inline(id="courts", name=text("院落联络点", "Courtyard contacts"),
               count=f"{groups * chance.randint(3, 6)} 个", parent="groups"),
        inline(id="helpers", name=text("邻里帮手", "Helpers"),
               count=f"over {groups * 10} 人", parent="courts", note="登记过的志愿者。"),
    ]  # fmt: skip
    council: Value = [
        inline(id="council", name=text("居民议事会", "Council"), count="1 个"),
        inline(id="delegates", name=text("居民代表", "Representatives"),
               count=f"{chance.randint(25, 60)} 人", parent="council"),
        inline(id="money-watch", name=text("账目监督组", "Accounts"), count="1 组",
               parent="council"),
        inline(id="works-watch", name=text("工程踏勘组", "Works"), count="2 组", parent="council"),
        inline(id="care-watch", name=text("照顾看望组", "Care"), count="2 组", parent="council"),
    ]  # fmt: skip
    charts: list[Fields] = [
        {
            "id": "net",
            "name": text("从委员会到院落", "From committee to courtyard"),
            "about": "每个院落至少有一个联络点，电话贴在楼道口。",
            "nodes": nets,
            "source": "ledger-2026",
        },
        {"id": "council", "name": text("议事会和工作组", "Council and groups"), "nodes": council},
    ]
    return document({"charts": charts, "source": "ledger-2026"})


def participation_file(spec: SampleSpec, place: UnitPlace) -> bytes:
    """`participation.yaml`: figures by quarter, and concerns received, answered, resolved."""
    chance = spec.chance(place.area.slug, place.slug, "participation")
    figures = _figures(chance)
    # Some have answered the last quarter's concerns and know no more of them yet.
    behind = QUARTERS[-1] if place.local % 10 == 6 else None
    concerns = [_concerns(quarter, chance, known=quarter != behind) for quarter in QUARTERS]
    return document({"figures": figures, "concerns": concerns, "source": "ledger-2026"})


def _figures(chance: random.Random) -> Value:
    rising = sorted(chance.randint(20, 900) for _ in _QUARTER_ENDS)
    hours: list[Inline] = [
        inline(as_of=day, value=value) for day, value in zip(_QUARTER_ENDS, rising, strict=True)
    ]
    return [
        {
            "id": "helper-hours",
            "label": text("志愿服务累计时间", "Hours of voluntary work"),
            "unit": "小时",
            "aspect": "felt",
            "done": hours,
        },
        {
            "id": "council-attendance",
            "label": text("参加议事", "Attendance at council days"),
            "unit": "人次",
            "aspect": "felt",
            "dimension": "heart",
            "planned": "at-least 400",
            "value": f"over {chance.randint(9, 60) * 10}",
            "as_of": "2026-09-30",
            "note": "按签到表统计。",
        },
        {
            "id": "talks",
            "label": text("院落小会", "Courtyard meetings"),
            "unit": "场",
            "aspect": "felt",
            "value": chance.randint(6, 44),
            "as_of": "2026-q3",
        },
    ]


def _concerns(quarter: str, chance: random.Random, *, known: bool) -> Fields:
    received = chance.randint(18, 160)
    answered = received - chance.randint(0, received // 6)
    return {
        "period": quarter,
        "received": received,
        "answered": answered,
        "resolved": answered - chance.randint(0, answered // 4) if known else None,
        "days": f"about {chance.randint(12, 95) / 10} 天" if known else None,
        "source": "ledger-2026" if quarter == QUARTERS[-1] else None,
    }
