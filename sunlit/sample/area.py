"""The files of an area: what it is, and the official register of its units.

Owns departments, task forces and sources that units refer to by id. Knows of its units only
their rows in the register.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sunlit.sample.method import PIECES
from sunlit.sample.places import CITY, AreaPlace, UnitPlace
from sunlit.sample.reports import report_files
from sunlit.sample.spec import SampleSpec
from sunlit.sample.writing import Fields, Value, inline, text, with_body

DEPARTMENTS = (
    ("governance", "社区治理科", "Community governance"),
    ("works", "市政工程科", "Public works"),
    ("greening", "园林环卫科", "Greening and cleaning"),
    ("care", "民政服务科", "Civil affairs"),
    ("economy", "集体经济指导站", "Collective economy"),
    ("digital", "信息服务站", "Information services"),
)


def city_file() -> bytes:
    """`area.md` of the city above several areas; it has no register of its own."""
    fields: Fields = {
        "name": text("示例市", "Sample City"),
        "level": "city",
        "code": "999900",
        "within": text("示例省（虚构）", "Sample Province (invented)"),
        "summary": "虚构示例：一座只在这里存在的城市。",
        "invented": "true",
    }
    return with_body(fields, "示例市是编造的，用来说明上级地区的页面怎样汇总下面各区的数字。")


def area_files(
    spec: SampleSpec, area: AreaPlace, units: Sequence[UnitPlace]
) -> Iterator[tuple[str, bytes]]:
    """The area's own files, sorted by path."""
    yield "area.md", with_body(_area(spec, area, units), _body(area))
    yield "register.csv", _register(units)
    yield from report_files(spec, area, units)


def _area(spec: SampleSpec, area: AreaPlace, units: Sequence[UnitPlace]) -> Fields:
    alone = spec.areas == 1
    return {
        "name": text(area.name, area.english),
        "level": "district",
        "part_of": None if alone else CITY,
        "within": text("示例市（虚构）", "Sample City (invented)") if alone else None,
        "# 代码": "99 开头的区划代码不存在，只用于示例。",
        "code": area.code,
        "summary": text(
            f"{area.name}是编造的，地名、数字和照片都不是真的。",
            f"{area.english} is invented: no name, number or photo is real.",
        ),
        "invented": "true",
        "departments": [
            inline(id=id, name=text(name, english)) for id, name, english in DEPARTMENTS
        ],
        "task_forces": _task_forces(),
        "figures": _figures(spec, area),
        "honours": _honours(),
        "places": _places(units[0]),
        "disclosure": inline(start="2025-10"),
        "sources": _sources(area),
        "source": "area-bulletin",
        "register_source": "area-register",
        "changes": [_corrected()],
    }


def _honours() -> Value:
    return [
        {
            "id": "tidy-district",
            "what": text("安静街巷示范区（虚构）", "Model district for quiet lanes (invented)"),
            "by": "示例省城乡环境协会（虚构）",
            "date": "2026-05",
            "how": "各区申报，公开投票占四成，现场评审占六成。",
            "source": "area-bulletin",
        }
    ]


def _places(unit: UnitPlace) -> Value:
    """One place that lies in a unit of the register, and one that does not."""
    return [
        {
            "id": "long-corridor",
            "name": "十里廊桥",
            "street": unit.street,
            "unit": unit.slug,
            "what": "沿河步道上的一段廊桥，雨天也能散步。",
            "source": "area-bulletin",
        },
        inline(id="old-depot", name="老车站广场", what="公交停车场改成的广场，登记册里没有。"),
    ]


def _corrected() -> Fields:
    return {
        "figure": "figures/streets-lit/done@2026-06-30",
        "was": "1180",
        "now": "1108",
        "kind": "correction",
        "on": "2026-07-22",
        "reason": "录入时两位数字颠倒，与竣工验收单核对后更正。",
        "decided_by": "市政工程科",
    }


def _task_forces() -> Value:
    leads = ("governance", "works", "greening", "care", "economy", "governance", "digital")
    return [
        {
            "id": f"force-{piece.id}",
            "name": text(f"{piece.name}专班", f"{piece.english} task force"),
            "lead": "分管副区长",
            "departments": list(dict.fromkeys((lead, "governance"))),
            "dimension": piece.id,
            "note": None if piece.tier == "base" else "每月碰头一次。",
        }
        for piece, lead in zip(PIECES, leads, strict=True)
    ]


def _figures(spec: SampleSpec, area: AreaPlace) -> Value:
    people = spec.chance(area.slug, "figures").randrange(180, 900) * 1000
    return [
        {
            "id": "residents",
            "label": text("常住人口", "Residents"),
            "unit": "人",
            "value": f"about {people}",
            "as_of": "2025-12-31",
        },
        {
            "id": "streets-lit",
            "label": text("新装路灯", "New street lamps"),
            "unit": "盏",
            "aspect": "changed",
            "dimension": "safe",
            "planned": 2400,
            "done": [
                inline(as_of="2025-12-31", value=420),
                inline(as_of="2026-06-30", value=1108),
                inline(as_of="2026-09-30", value="over 1600", note="两个街道还在验收。"),
            ],
        },
    ]


def _sources(area: AreaPlace) -> Value:
    return [
        {
            "id": "area-bulletin",
            "title": f"{area.name}社区工作简报（虚构）",
            "outlet": f"{area.name}社区治理科（虚构）",
            "date": "2026-10-20",
            "url": f"https://example.org/sample/{area.slug}/bulletin",
            "republished_by": "示例日报（虚构）",
        },
        {
            "id": "area-register",
            "title": f"{area.name}村、社区名册（虚构）",
            "outlet": f"{area.name}民政服务科（虚构）",
            "date": "before 2025-10",
            "note": "名册没有注明日期，早于2025年10月。",
        },
    ]


def _body(area: AreaPlace) -> str:
    return f"""
**{area.name}是虚构的。** 这里的地名、数字、荣誉和照片都是编造的，只用来试用和说明。

从2025年10月起，全区的村和社区分三批建设七巧社区：先做好“同心”和“平安”两块基本板，
再按各自的情况选别的。做了什么、花了多少、晚了几天，都写在各社区自己的页面上。
"""


def _register(units: Sequence[UnitPlace]) -> bytes:
    rows = ["code,name,slug,kind,street,street_slug"]
    rows += [
        f"{unit.code},{unit.official},{unit.slug},{'village' if unit.village else 'community'},"
        f"{unit.street},{unit.street_slug}"
        for unit in sorted(units, key=lambda unit: unit.code)
    ]
    return ("\n".join(rows) + "\n").encode()
