"""The file of the invented framework: its method in words, scales and weights.

Owns how `content/frameworks/*.yaml` is put together. The tables are in `method`, what is to be
reached and who is listed in `aims`; how a unit scores is not known here.
"""

from __future__ import annotations

from collections.abc import Sequence

from sunlit.sample.aims import batches, lists, revised, targets
from sunlit.sample.method import GAUGES, PIECES, TRACKS, Gauge
from sunlit.sample.places import AreaPlace, UnitPlace
from sunlit.sample.writing import Fields, Value, document, inline, text

_MISSING = ("withhold", "leave-out", "floor")
_GRADES = (("优秀", 95), ("良好", 82), ("合格", 68), ("不合格", 35))


def framework_file(area: AreaPlace, units: Sequence[UnitPlace]) -> bytes:
    """The framework of one area."""
    return document(
        {
            "# 虚构示例": "七巧社区是编造的考核体系，只用来试用和说明。",
            "name": text("七巧社区建设", "Tangram communities"),
            "short_name": text("七巧社区", "Tangram"),
            "areas": [area.slug],
            "summary": text(
                "七块板，一张图：每个社区先做好两块基本板，再按自己的情况拼出其余几块。",
                "Seven pieces, one picture: two are required, the others each unit picks.",
            ),
            "scope": text(
                f"{area.name}登记在册的全部村和社区，分年推进。",
                f"All registered units of {area.english}, in yearly batches.",
            ),
            "intended": text(
                "环境有变化，居民有感受，大家都认可。",
                "The place has changed, residents feel it, others recognise it.",
            ),
            "sources": _sources(area),
            "source": "method-2025",
            **_what(),
            **_how(area),
            "# 批次": "名单公布以后只增不减；计划数改动要记入 changes。",
            "batches": batches(units),
            "targets": targets(area, units),
            "lists": lists(),
            "changes": revised(units),
        }
    )


def _sources(area: AreaPlace) -> Value:
    return [
        {
            "id": "method-2025",
            "title": "七巧社区建设办法（虚构）",
            "outlet": f"{area.name}社区建设工作组（虚构）",
            "date": "2025-09-15",
            "url": "https://example.org/sample/tangram-method",
            "note": "本文件为虚构示例，没有原文。",
        },
        {
            "id": "bulletin-2026",
            "title": "2026年七巧社区推进情况通报（虚构）",
            "outlet": f"{area.name}社区建设工作组（虚构）",
            "date": "2026-10-12",
        },
    ]


def _what() -> Fields:
    """Tiers, dimensions, tracks and principles."""
    return {
        "tiers": [
            inline(id="base", name=text("基本板", "Base pieces"), required="true"),
            inline(id="feature", name=text("特色板", "Feature pieces")),
            inline(id="goal", name=text("提升板", "Goal pieces")),
        ],
        "dimensions": [
            {
                "id": piece.id,
                "name": text(piece.name, piece.english),
                "letter": text(piece.letter, piece.english[0]),
                "colour": piece.colour,
                "tier": piece.tier,
                "aim": piece.aim,
            }
            for piece in PIECES
        ],
        "tracks_name": text("四个优先处", "The four priorities"),
        "tracks": [
            inline(id=id, name=text(name, english), about=f"力量先往{name}放。")
            for id, name, english in TRACKS
        ],
        "principles": _principles(),
    }


def _principles() -> Value:
    walks: Fields = {
        "id": "walks",
        "label": text("现场踏勘", "Walks on site"),
        "unit": "次",
        "value": "over 40",
        "as_of": "2026-09-30",
    }
    return [
        {
            "id": "walk-first",
            "name": text("先走一遍", "Walk it first"),
            "about": "每个项目立项之前，居民代表和工作人员一起把现场走一遍。",
            "figures": [walks],
        },
        {
            "id": "say-it-back",
            "name": text("件件有回音", "Say it back"),
            "about": "收到的意见，办得成的说什么时候办，办不成的说为什么。",
        },
    ]


def _how(area: AreaPlace) -> Fields:
    """Assessors, indicators, weights and what a missing score does."""
    return {
        "# 评价主体": "四种量表各有一个；折算成 0–100 分的办法写在量表里。",
        "assessors": _assessors(),
        "indicators": [_indicator(gauge) for gauge in GAUGES],
        "dimension_weights": [inline(dimension=one.id, weight=one.weight) for one in PIECES],
        "# 缺分": "withhold 不出总分；leave-out 其余按权重折算；floor 记 0 分。",
        "missing": _MISSING[area.number % 3],
        "reached": 75,
    }


def _assessors() -> Value:
    return [
        {
            "id": "survey",
            "name": text("居民入户问卷", "Household survey"),
            "scale": inline(kind="number", min=0, max=100),
            "weight": 50,
            "about": "每季度随机抽取住户填写，不记名。",
        },
        {
            "id": "street",
            "name": text("街道现场检查", "Inspection by the street office"),
            "scale": {
                "kind": "grade",
                "grades": [inline(id=grade, points=points) for grade, points in _GRADES],
            },
            "weight": 60,
        },
        {
            "id": "neighbours",
            "name": text("邻近社区互评", "Neighbouring units"),
            "scale": inline(kind="stars", max=5),
            "weight": 40,
        },
        {
            "id": "delegates",
            "name": text("居民代表投票", "Vote of residents' representatives"),
            "scale": inline(kind="votes"),
            "weight": 50,
        },
    ]


def _indicator(gauge: Gauge) -> Fields:
    hard = gauge.unit is not None
    return {
        "id": gauge.id,
        "name": text(gauge.name, gauge.english),
        "dimension": gauge.dimension,
        "nature": "hard" if hard else "soft",
        "unit": gauge.unit,
        "direction": "down" if gauge.floor > gauge.target else "up" if hard else None,
        "floor": gauge.floor if hard else None,
        "target": gauge.target if hard else None,
        "weight": gauge.weight,
        "assessors": gauge.assessors,
        "about": gauge.about,
    }
