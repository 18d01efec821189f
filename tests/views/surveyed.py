"""Areas for tests of views, read from a small root on disk as the program reads them.

Owns a city with one district below it: two streets, three units of which two have content.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from msgspec import Struct

from sunlit.app.check import check
from sunlit.app.root import REPOSITORY, Root
from sunlit.app.scenery import Scenery
from sunlit.diagnostics import Findings
from sunlit.emit.pages import Templates
from sunlit.locale import locale_of
from sunlit.rules.reported import report_heads
from sunlit.rules.standing import AreaStanding, AreaSummary, stand, summarise_area
from sunlit.rules.summary import UnitSummary, summarise
from sunlit.source.content import read_unit
from sunlit.views.district import District, Region, regions_of
from sunlit.views.edition import Edition, Head, Page

DAY = date(2026, 11, 21)

CITY = """---
name: {zh-CN: 大城, en: Big City}
level: city
---
"""
DISTRICT = """---
name: {zh-CN: 小区, en: Small District}
level: district
part_of: big
code: "510114"
register_source: list
source: paper
sources:
  - {id: paper, title: 报道, outlet: 日报, date: 2026-01-05}
  - {id: list, title: 名册, outlet: 统计局, date: 2023}
departments:
  - {id: works, name: {zh-CN: 工程科, en: Works}}
figures:
  - id: lamps
    label: 路灯
    unit: 盏
    aspect: changed
    planned: 90
    done:
      - {as_of: 2025-12-31, value: 30}
      - {as_of: 2026-06-30, value: over 60}
changes:
  - {figure: figures/lamps/planned, was: 80, now: 90, kind: revision, on: 2026-02-01,
     reason: 加了两条街}
---
这里是介绍。
"""
REGISTER = """code,name,slug,kind,street,street_slug
510114001001,东门社区居委会,dongmen,community,长街街道,changjie
510114001002,西门社区居委会,ximen,community,长街街道,changjie
510114002201,双龙村村委会,shuanglong,village,河口镇,hekou
"""
ROAD = """---
title: 修路
horizon: near
status: implementation
responsible: {department: works}
period: {start: 2026-01-10, due: 2026-10-01}
funds:
  - {id: county, source: 县级财政, planned: 120万 CNY, spent: [{as_of: 2026-09-30, value: 64万}]}
---
为了好走。
"""
WELL = """---
title: 打井
horizon: middle
status: completed
period: {start: 2025-03-01, due: 2026-12-31, done: 2026-05-01}
---
为了有水。
"""
PARTICIPATION = """source: paper
figures:
  - {id: hours, label: 志愿服务, unit: 小时, value: 40, as_of: 2026}
concerns:
  - {period: 2026-09, received: 12, answered: 10}
"""
ORGANISATION = """source: paper
charts:
  - id: net
    name: 一张网
    nodes:
      - {id: head, name: 总部, count: 1 个}
      - {id: group, name: 小组, count: 7 个, parent: head}
"""
FACILITIES = """source: paper
centre: 邻里中心
minutes: 15
facilities:
  - {id: clinic, name: 卫生站, walk_minutes: 6, bearing: N}
"""
BASE = "content/communities"
FILES = {
    "site.toml": 'title = {zh-CN = "试验站", en = "Trial"}\nbase_url = ""\n',
    f"{BASE}/big/area.md": CITY,
    f"{BASE}/small/area.md": DISTRICT,
    f"{BASE}/small/register.csv": REGISTER,
    f"{BASE}/small/participation.yaml": PARTICIPATION,
    f"{BASE}/small/organisation.yaml": ORGANISATION,
    f"{BASE}/small/facilities.yaml": FACILITIES,
    f"{BASE}/small/dongmen/projects/road.md": ROAD,
    f"{BASE}/small/shuanglong/projects/well.md": WELL,
    f"{BASE}/small/shuanglong/updates/2026-11-01-water.md": (
        "---\ntitle: 出水了\ndate: 2026-11-01\n---\n水到家。\n"
    ),
}


class Surveyed(Struct, frozen=True):
    """An edition with its areas."""

    edition: Edition
    districts: dict[str, District]

    def __getitem__(self, slug: str) -> District:
        return self.districts[slug]


def surveyed(
    folder: Path, *, code: str = "zh-CN", changed: Mapping[str, str] | None = None
) -> Surveyed:
    """The areas of a root; `changed` replaces or adds files of the district, by path below it."""
    files = FILES | {f"{BASE}/small/{name}": text for name, text in (changed or {}).items()}
    for path, text in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    root = Root(folder)
    assert [one.message.en for one in check(root, as_of=DAY)] == []
    scenery = Scenery(root)
    stood = {slug: _stood(root, scenery, slug) for slug in scenery.areas()}
    regions = regions_of((scenery.known(slug), _summed(scenery, stood[slug])) for slug in stood)
    districts = {slug: _district(scenery, one, stood) for slug, one in regions.items()}
    heads = tuple(_head(one) for one in districts.values())
    return Surveyed(Edition(locale_of(code), scenery.settings, heads, DAY), districts)


def _stood(root: Root, scenery: Scenery, slug: str) -> AreaStanding:
    units = [_unit(root, scenery, slug, unit) for unit in scenery.units(slug)]
    reports = report_heads(scenery.content(slug).reports)
    return stand(scenery.known(slug), units, reports=reports)


def _unit(root: Root, scenery: Scenery, area: str, slug: str) -> UnitSummary:
    files = root.unit_files(area, slug, Findings())
    unit = read_unit(area, slug, scenery.row(area, slug), files, Findings())
    return summarise(unit, scenery.known(area), DAY)


def _summed(scenery: Scenery, standing: AreaStanding) -> AreaSummary:
    content = scenery.content(standing.slug)
    return summarise_area(
        scenery.known(standing.slug),
        standing,
        registered=len(content.register),
        services=content.dossier.services is not None,
    )


def _district(
    scenery: Scenery, region: Region, stood: Mapping[str, AreaStanding], *, deep: bool = True
) -> District:
    """The area; with the areas below it as its wards where it is not a ward itself."""
    below = region.every_below() if deep else ()
    wards = tuple(_district(scenery, one, stood, deep=False) for one in below)
    own = region.known, region.summary, region.below
    return District(*own, scenery.content(region.slug), stood[region.slug], wards)


def _head(district: District) -> Head:
    record = district.record
    sections = ("ledger",) if district.totals.projects else ()
    return Head(district.slug, record.name, record.level.value, record.part_of, sections, ())


def rendered(page: Page) -> str:
    """The page as HTML, from the repository's own templates."""
    templates = Root(REPOSITORY).templates()
    return Templates(templates, default="zh-CN").render(page).decode()
