"""What a unit offers and where: the service menu with dates, and the fifteen-minute circle.

Owns `services.yaml` and `facilities.yaml`. Telephones are landlines that cannot exist.
"""

from __future__ import annotations

import random
from datetime import date, timedelta

from sunlit.sample.places import UnitPlace
from sunlit.sample.spec import AS_OF, SampleSpec
from sunlit.sample.writing import Fields, Inline, Value, document, inline, text

_Service = tuple[str, str, str, str, str, str, str, str]

_SERIES: tuple[tuple[str, str, str, tuple[_Service, ...]], ...] = (
    ("daily", "日常办事", "Everyday matters", (
        ("window", "便民窗口", "Service window", "证明、登记、代办，一次说清要带什么。", "一楼大厅",
         "周一至周五 9:00–20:00，周六上午", "全体居民", "便民服务岗"),
        ("repair-call", "报修登记", "Repairs", "路灯、井盖、排水、门禁，登记后两天内回电话。",
         "一楼大厅或电话", "每天 8:00–21:00", "全体居民", "值班岗"),
    )),
    ("care", "照顾与陪伴", "Care and company", (
        ("lunch", "长者午餐", "Lunch", "两荤两素一汤，可以带走。", "长者食堂",
         "每天 11:00–13:00",
         "六十岁以上居民", "民政服务岗"),
        ("after-school", "放学托管", "After school", "写作业、看书、下棋，家长签字接回。",
         "二楼活动室",
         "上学日 16:00–18:30", "小学生", "儿童服务岗"),
        ("health-day", "量血压和用药咨询", "Health day", "社区医院的医生来坐诊，不收费。",
         "二楼活动室",
         "每月一次，见日期", "全体居民", "卫生服务岗"),
    )),
    ("together", "一起来", "Together", (
        ("council-evening", "居民议事晚", "Council evening", "当面说事，能定的当场定。", "议事角",
         "每月第二个周三晚上", "全体居民", "议事会召集人"),
        ("repair-cafe", "修补小铺", "Mending table", "修伞、配钥匙、磨刀，收零件成本。", "院落门口",
         "每月第四个周六", "全体居民", "志愿服务岗"),
    )),
)  # fmt: skip

_FACILITIES = (
    ("hall", "便民服务站", "办事", 1, "周一至周五 9:00–20:00"),
    ("canteen", "长者食堂", "吃饭", 4, "每天 11:00–13:00"),
    ("clinic", "社区卫生站", "看病", 8, "每天 8:30–17:30"),
    ("market", "菜市场", "买菜", 6, "每天 6:00–19:00"),
    ("park", "口袋公园", "休息", 5, "全天"),
    ("school", "小学", "上学", 12, "上学日"),
    ("bus", "公交站", "出行", 7, "6:00–22:30"),
    ("library", "图书角", "看书", 10, "每天 9:00–20:00"),
    ("bank", "银行网点", "办事", 17, "周一至周五 9:00–17:00"),
)

_STEPS = {
    "N": (0, -10), "NE": (7, -7), "E": (10, 0), "SE": (7, 7),
    "S": (0, 10), "SW": (-7, 7), "W": (-10, 0), "NW": (-7, -7),
}  # fmt: skip
"""Tenths of the way to go for one step in each direction; north is up, as y grows downwards."""


def service_menu(spec: SampleSpec, place: UnitPlace) -> bytes:
    """`services.yaml`."""
    chance = spec.chance(place.area.slug, place.slug, "services")
    phone = f"000-555{chance.randrange(1_0000):04d}"
    series: list[Fields] = [
        {
            "id": id,
            "name": text(name, english),
            "about": f"{place.name}固定的服务，有变动提前三天贴通知。",
            "services": [_service(one, phone, chance) for one in services],
            "source": "ledger-2026" if id == "daily" else None,
        }
        for id, name, english, services in _SERIES
    ]
    return document(
        {"# 电话": "写办公座机，不写个人手机号。", "series": series, "source": "ledger-2026"}
    )


def _service(one: _Service, phone: str, chance: random.Random) -> Fields:
    id, name, english, what, where, when, for_whom, role = one
    fees = {"lunch": f"{chance.randint(8, 13)} CNY", "repair-cafe": "at-most 10 CNY"}
    return {
        "id": id,
        "name": text(name, english),
        "what": what,
        "where": where,
        "when": when,
        "for_whom": for_whom,
        "fee": fees.get(id, "0 CNY"),
        "contact": inline(role=role, phone=phone),
        "dates": _dates(id),
        "source": "handover-2026" if id == "health-day" else None,
    }


def _dates(id: str) -> list[Inline]:
    if id == "council-evening":
        days = [_nth(month, weekday=2, nth=2) for month in range(9, 13)]
        return [inline(date=day.isoformat(), start="19:00", end="20:30") for day in days]
    if id == "repair-cafe":
        days = [_nth(month, weekday=5, nth=4) for month in range(10, 13)]
        return [inline(date=day.isoformat(), start="14:00", end="16:00") for day in days]
    if id == "health-day":
        days = [AS_OF + timedelta(days=ahead) for ahead in (-23, 5, 33)]
        return [inline(date=day.isoformat(), start="08:30") for day in days]
    return []


def _nth(month: int, *, weekday: int, nth: int) -> date:
    """The nth such weekday of a month of 2026."""
    first = date(2026, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))


def facility_list(spec: SampleSpec, place: UnitPlace, photo: str | None) -> bytes:
    """`facilities.yaml`; one place lies outside the circle of fifteen minutes."""
    chance = spec.chance(place.area.slug, place.slug, "facilities")
    facilities: list[Value] = []
    for one in _FACILITIES:
        walk = max(1, one[3] + chance.randint(-1, 2))
        facilities.append(_facility(one, walk, chance.choice(tuple(_STEPS)), photo))
    return document(
        {
            "centre": f"{place.name}便民服务站",
            "minutes": 15,
            "about": "居民代表按老人的步速从服务站走过一遍；位置是示意，不是测绘。",
            "facilities": facilities,
            "source": "ledger-2026",
        }
    )


def _facility(
    one: tuple[str, str, str, int, str], walk: int, bearing: str, photo: str | None
) -> Fields:
    id, name, kind, _, hours = one
    east, south = _STEPS[bearing]
    return {
        "id": id,
        "name": name,
        "kind": kind,
        "walk_minutes": walk,
        "bearing": bearing,
        "position": [500 + 2 * walk * east, 500 + 2 * walk * south],
        "hours": hours,
        "what": "门口有坡道，轮椅可以进。" if id in ("hall", "canteen", "clinic") else None,
        "photo": photo if id == "park" else None,
        "source": "handover-2026" if id == "bank" else None,
    }
