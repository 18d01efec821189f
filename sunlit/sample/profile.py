"""A unit's `index.md`: who and where, the plan, base figures, honours.

Owns the sources that the unit's other files refer to. Knows of the works only what `plans` says.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date, timedelta

from sunlit.sample.method import PIECES, Part
from sunlit.sample.places import Share, UnitPlace
from sunlit.sample.plans import Plan
from sunlit.sample.spec import SampleSpec
from sunlit.sample.writing import Fields, Inline, Value, inline, text, with_body

_SITES = ("河边的平地", "两条街的夹角", "老厂区旁边", "坡脚下的台地", "车站后面的老街", "水渠两侧")
_WISHES = {
    "heart": "有话有地方说，说了有人回",
    "safe": "晚上的路亮一些，通道不要堵",
    "green": "路平一点，多几处坐着乘凉的地方",
    "warm": "老人中午有口热饭，孩子放学有地方玩",
    "thrive": "集体有点收入，家门口能找到活",
    "near": "办事不用请假，推轮椅能出门",
    "smart": "同样的表不要填好几遍",
}


def profile_file(
    spec: SampleSpec, place: UnitPlace, part: Part, plans: Sequence[Plan], photo: str | None
) -> bytes:
    """The unit's `index.md`; `photo` is one picture of the place."""
    chance = spec.chance(place.area.slug, place.slug, "profile")
    full = place.share is Share.FULL
    moved = place.local % 29 == 3
    groups = chance.randint(5, 18)
    fields: Fields = {
        "code": place.code,
        "name": text(place.name, place.english),
        "frameworks": [
            {
                "framework": place.area.framework,
                "dimensions": part.dimensions,
                "tracks": part.tracks,
                "batch": part.batch,
                "source": "ledger-2026" if full else None,
            }
        ],
        "responsible": [
            inline(department="governance", role=f"{place.street}分管负责人"),
            inline(department=plans[0].work.department, role="派驻联络员"),
        ],
        "plan_title": text(f"{place.name}：先办三件事", "Three things first"),
        "# 数据": "每年年底和每季度末更新；改正旧数要记入 changes。",
        "figures": _figures(groups, chance) if full else _figures(groups, chance)[:1],
        "honours": _honours(place, chance) if full else None,
        "photos": [inline(photo=photo, title="完工后的样子")] if photo else None,
        "sources": _sources(place),
        "source": "ledger-2026",
        "aliases": [f"old-{place.slug}"] if moved else None,
        "former_codes": [f"{place.code[:9]}{int(place.code[9:]) + 300}"] if moved else None,
        "changes": _changes(groups) if full and place.local % 9 == 4 else None,
    }
    return with_body(fields, _body(place, part, plans, chance))


def _figures(groups: int, chance: random.Random) -> list[Value]:
    homes = chance.randint(420, 3600)
    heads = homes * chance.randint(22, 31) // 10
    return [
        _yearly("households", text("户数", "Households"), "户", homes, chance),
        _yearly("people", text("常住人口", "Residents"), "人", heads, chance),
        {
            "id": "area",
            "label": text("辖区面积", "Area"),
            "unit": "km²",
            "value": f"about {chance.randint(4, 62) / 10}",
            "as_of": "2025-12-31",
        },
        {
            "id": "groups",
            "label": text("居民小组", "Residents' groups"),
            "unit": "个",
            "done": [inline(as_of="2025-12-31", value=groups)],
        },
        *_opinions(chance),
    ]


def _opinions(chance: random.Random) -> list[Value]:
    """What residents say, and who comes to look."""
    return [
        {
            "id": "satisfied",
            "label": text("问卷满意率", "Satisfied in the survey"),
            "unit": "%",
            "aspect": "felt",
            "dimension": "heart",
            "done": [
                inline(as_of="2025-12-31", value=f"{chance.randint(700, 850) / 10}"),
                inline(as_of="2026-06-30", value=f"{chance.randint(780, 960) / 10}"),
            ],
            "note": "入户问卷，每次随机抽取一百户。",
        },
        {
            "id": "visitors",
            "label": text("来访交流", "Visits by other units"),
            "unit": "次",
            "aspect": "recognised",
            "value": inline(value=chance.randint(3, 12) * 5, qualifier="nearly"),
            "as_of": "2026-q3",
            "source": "handover-2026",
        },
    ]


def _yearly(id: str, label: Inline, unit: str, value: int, chance: random.Random) -> Fields:
    before = value - chance.randint(-30, 60)
    return {
        "id": id,
        "label": label,
        "unit": unit,
        "done": [inline(as_of="2024-12-31", value=before), inline(as_of="2025-12-31", value=value)],
    }


def _changes(groups: int) -> Value:
    return [
        {
            "figure": "figures/groups/done@2025-12-31",
            "was": groups + 1,
            "now": groups,
            "kind": "correction",
            "on": "2026-03-05",
            "reason": "两个小组年底已经合并，原来多算了一个。",
            "decided_by": "村（居）民委员会",
        }
    ]


def _honours(place: UnitPlace, chance: random.Random) -> Value:
    given = date(2026, 1, 10) + timedelta(days=chance.randrange(270))
    honours: list[Fields] = [
        {
            "id": "quiet-lane",
            "what": text("区级安静小巷（虚构）", "Quiet lane of the district (invented)"),
            "by": f"{place.area.name}社区建设工作组（虚构）",
            "date": given.isoformat(),
            "how": "居民投票占一半，现场评审占一半。",
            "source": "handover-2026",
        }
    ]
    if place.local % 3 == 1:
        honours.append(
            {
                "id": "neighbour-kitchen",
                "what": text(
                    "邻里厨房展示一等奖（虚构）", "First prize, neighbours' kitchen (invented)"
                ),
                "by": "示例市志愿服务协会（虚构）",
                "date": given.strftime("%Y-%m"),
                "how": "公开展示，现场打分。",
                "holder": "长者食堂志愿队",
                "note": "荣誉属于志愿队。",
            }
        )
    return honours


def _sources(place: UnitPlace) -> Value:
    return [
        {
            "id": "ledger-2026",
            "title": f"{place.name}2026年工程台账（虚构）",
            "outlet": f"{place.official}（虚构）",
            "date": "2026-10-31",
            "url": f"https://example.org/sample/{place.area.slug}/{place.slug}/ledger",
        },
        {
            "id": "handover-2026",
            "title": "竣工验收单和评议记录（虚构）",
            "outlet": f"{place.street}办事处（虚构）",
            "date": "2026-09",
            "republished_by": f"{place.area.name}社区工作简报（虚构）",
            "note": "只有纸质原件，没有网址。",
        },
    ]


def _body(place: UnitPlace, part: Part, plans: Sequence[Plan], chance: random.Random) -> str:
    names = {piece.id: piece.name for piece in PIECES}
    wishes = [f"{number}. {_WISHES[one]}（{names[one]}）。"
              for number, one in enumerate(chance.sample(part.dimensions, 3), start=1)]  # fmt: skip
    works = [f"| {plan.work.title} | {plan.work.role} | {_by(plan)} |" for plan in plans]
    return "\n".join(
        (
            f"{place.name}在{place.street}，{chance.choice(_SITES)}。本页是虚构示例。",
            "",
            "## 居民最想先办的三件事",
            "",
            *wishes,
            "",
            "## 打算怎么办",
            "",
            "| 事项 | 谁负责 | 什么时候 |",
            "|---|---|---|",
            *works,
            "",
            "每件事先请居民代表把现场走一遍再动工，花的钱和晚的天数都写在台账里。",
        )
    )


def _by(plan: Plan) -> str:
    if plan.status == "cancelled":
        return "已取消"
    if plan.done:
        return f"{plan.done.year}年{plan.done.month}月完成"
    return f"{plan.due.year}年{'' if plan.rough else f'{plan.due.month}月'}"
