"""The seven scores of a unit for each quarter: good, ordinary, struggling; some missing.

Owns the values and which units end up on a list. A struggling unit is so far below the rule, and
an ordinary one so far above it, that nobody has to be compared with anybody to know. Knows the
tables of `method`, nothing of how results are computed.
"""

from __future__ import annotations

import random
from datetime import date, timedelta
from enum import Enum
from typing import assert_never

from msgspec import Struct

from sunlit.sample.method import GAUGES, Gauge, Part
from sunlit.sample.places import Share, UnitPlace
from sunlit.sample.spec import SampleSpec
from sunlit.sample.writing import Fields, document, inline

QUARTERS = ("2025-q4", "2026-q1", "2026-q2", "2026-q3")
_PUBLISHED = (date(2026, 1, 14), date(2026, 4, 13), date(2026, 7, 14), date(2026, 10, 13))
_REPLIES = (
    "榜上反映的问题属实。夜间照明和隐患整改两项由社区值班岗逐条认领，整改结果下个季度在公示栏公布。",
    "本季度两处施工同时进行，议事日少开了几次，我们接受扣分。施工结束后已恢复每周三晚上的议事日。",
    "感谢居民代表的直接意见。得分低的主要原因是答复慢，现在改为收到后先回一个电话，再约时间上门。",
)


class _Standing(Enum):
    STRUGGLING = "struggling"
    LIKE_OTHERS = "like others"
    CARELESS = "careless"
    GOOD = "good"
    ORDINARY = "ordinary"


class _Sheet(Struct, frozen=True):
    place: UnitPlace
    quarter: int
    standing: _Standing
    chance: random.Random


def score_files(spec: SampleSpec, place: UnitPlace, part: Part) -> list[tuple[str, bytes]]:
    """The score sheets of a unit, one a quarter; fewer where it publishes little."""
    files = []
    for number, quarter in enumerate(QUARTERS):
        if place.share is Share.PARTIAL or (place.local % 23 == 18 and number == 3):
            continue
        chance = spec.chance(place.area.slug, place.slug, "scores", quarter)
        sheet = _Sheet(place, number, _standing(place.local, number), chance)
        path = f"scores/{place.area.framework}/{quarter}.yaml"
        files.append((path, document(_fields(sheet, part))))
    return files


def _standing(local: int, quarter: int) -> _Standing:
    if (local + 5 * quarter) % 17 == 3:
        return _Standing.STRUGGLING
    if local % 11 == 5:
        return _Standing.LIKE_OTHERS
    if local % 26 == 19:
        return _Standing.CARELESS
    return _Standing.GOOD if local % 6 == 1 else _Standing.ORDINARY


def _fields(sheet: _Sheet, part: Part) -> Fields:
    late = sheet.chance.randrange(20) == 0
    published = _PUBLISHED[sheet.quarter] + timedelta(days=19 if late else 0)
    scores = _scores(sheet, part)
    missing = _missing(sheet)
    fields: Fields = {
        "published": published.isoformat(),
        "# 缺分": f"第 {missing + 1} 项本季度未评，按办法的缺分规则处理。"
        if missing is not None
        else None,
        "scores": [inline(**one) for number, one in enumerate(scores) if number != missing],
    }
    if sheet.place.local % 8 == 6 and sheet.quarter == 1 and missing is None:
        fields["changes"] = [_corrected(scores[0], published)]
        fields["source"] = "handover-2026"
    replied = sheet.standing is _Standing.STRUGGLING and sheet.place.local % 4 > 0
    if replied:
        fields["reply"] = sheet.chance.choice(_REPLIES)
        fields["replied"] = (published + timedelta(days=sheet.chance.randint(2, 16))).isoformat()
    return fields


def _corrected(score: Fields, published: date) -> Fields:
    """The first score is a count, and was first published too low by one."""
    now = int(str(score["value"]))
    return {
        "figure": f"scores/{score['indicator']}",
        "was": now - 1,
        "now": now,
        "kind": "correction",
        "on": (published + timedelta(days=9)).isoformat(),
        "reason": "少记了一次，与签到表核对后更正。",
        "decided_by": "社区建设工作组",
    }


def _missing(sheet: _Sheet) -> int | None:
    """Which score is missing; never one of a unit whose place on a list is promised."""
    if sheet.standing is not _Standing.ORDINARY:
        return None
    if sheet.place.local % 23 == 2 and sheet.quarter == 3:
        return 0
    return sheet.chance.randrange(7) if sheet.chance.randrange(25) == 0 else None


def _scores(sheet: _Sheet, part: Part) -> list[Fields]:
    level = _level(sheet)
    scores: list[Fields] = []
    for gauge in GAUGES:
        if gauge.dimension not in part.dimensions:
            continue
        share = _share(sheet, level, gauge)
        if gauge.unit is not None:
            note = "两处已在整改。" if gauge.id == "hazards" and share < 40 else None
            value = _measured(gauge, share)
            scores.append({"indicator": gauge.id, "value": value, "note": note})
        for assessor in gauge.assessors:
            given = _judged(sheet, assessor, share)
            scores.append({"indicator": gauge.id, "assessor": assessor, "value": given})
    return scores


def _level(sheet: _Sheet) -> int:
    match sheet.standing:
        case _Standing.STRUGGLING:
            return 30
        case _Standing.LIKE_OTHERS:
            return 80
        case _Standing.CARELESS:
            return 100
        case _Standing.GOOD:
            return 94
        case _Standing.ORDINARY:
            return 67 + sheet.place.local * 7 % 19 + sheet.quarter
    assert_never(sheet.standing)


def _share(sheet: _Sheet, level: int, gauge: Gauge) -> int:
    """How far a unit is from floor to target, in percent."""
    if sheet.standing is _Standing.LIKE_OTHERS:
        return level
    if sheet.standing is _Standing.CARELESS:
        return 80 if gauge.id == "hazards" else level
    if sheet.standing is _Standing.STRUGGLING:
        return level + sheet.chance.randint(-14, 12)
    return max(64, min(100, level + sheet.chance.randint(-7, 6)))


def _measured(gauge: Gauge, share: int) -> int:
    span = abs(gauge.target - gauge.floor)
    # Rounded towards the target, so that coarse counts do not push a unit below its share.
    steps = -(-span * share // 100)
    if gauge.unit == "CNY":
        steps = steps // 500 * 500
    return gauge.floor + steps if gauge.target > gauge.floor else gauge.floor - steps


def _judged(sheet: _Sheet, assessor: str, share: int) -> str:
    if assessor == "street":
        return "优秀" if share >= 88 else "良好" if share >= 76 else _fair(share)
    if assessor == "neighbours":
        return _stars(share)
    if assessor == "delegates":
        steady = sheet.standing is _Standing.LIKE_OTHERS
        cast = 80 if steady else sheet.chance.randint(48, 130)
        return f"{-(-cast * share // 100)}/{cast}"
    return str(share)


def _stars(share: int) -> str:
    if share <= 60:
        return "1.5"
    return "5" if share >= 93 else "4.5" if share >= 84 else "4"


def _fair(share: int) -> str:
    return "合格" if share > 60 else "不合格"
