"""What the framework wants reached, and whom it lists: batches, targets, red and black list.

Owns members, counts and thresholds. Knows of a unit its number in the area and how much it
publishes; how it scores is `scores`' business.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from sunlit.sample.method import batch_of
from sunlit.sample.places import AreaPlace, Share, UnitPlace
from sunlit.sample.writing import Fields, Inline, Value, inline, text


def _members(units: Sequence[UnitPlace], year: int) -> list[str]:
    return [unit.slug for unit in units if batch_of(unit.local) == year]


def batches(units: Sequence[UnitPlace]) -> Value:
    """The yearly batches with their members."""
    first, second, third = (_members(units, year) for year in (2025, 2026, 2027))
    return [
        {
            "year": 2025,
            "name": text("第一批", "First batch"),
            "planned": f"{len(first)} 个",
            "done": f"{len(first)} 个",
            "members": first,
        },
        {
            "year": 2026,
            "name": text("第二批", "Second batch"),
            "planned": f"{len(second)} 个",
            "done": f"{len(second) * 3 // 4} 个",
            "members": second,
            "source": "bulletin-2026",
            "note": "完成数为2026年9月底通报的数；其余预计年底前完成。",
        },
        {
            "year": 2027,
            "name": text("第三批", "Third batch"),
            "planned": f"{len(third)} 个",
            "members": third,
        },
    ]


def revised(units: Sequence[UnitPlace]) -> Value:
    """What was changed about a batch since it was announced."""
    planned = len(_members(units, 2026))
    return [
        {
            "figure": "batches/2026/planned",
            "was": f"{planned + 2} 个",
            "now": f"{planned} 个",
            "kind": "revision",
            "on": "2026-03-20",
            "reason": "两个社区正在合并，改到下一批。",
            "decided_by": "社区建设工作组",
        }
    ]


def targets(area: AreaPlace, units: Sequence[UnitPlace]) -> Value:
    """Targets of all units, of named ones, and two reported shares: one fits, one does not."""
    named = [unit for unit in units[:40] if unit.share is not Share.NOTHING][:8]
    slugs = [unit.slug for unit in named]
    lit = slugs[: len(slugs) * 3 // 4]
    # Members of a batch that is wholly done have reached every target, named there or not.
    reached = len({*lit, *(unit.slug for unit in named if batch_of(unit.local) == 2025)})
    workgroup = f"{area.name}社区建设工作组（虚构）"
    return [
        *_of_all(units),
        {
            "id": "lit-lanes",
            "name": text("背街小巷全部亮灯", "All back lanes lit"),
            "by": "2026-12",
            "members": slugs,
            "count": len(slugs),
            "reached": lit,
            "reported": f"{Decimal(100 * reached) / len(slugs):.1f} %",
            "reported_by": workgroup,
            "source": "bulletin-2026",
        },
        {
            "id": "quiet-courts",
            "name": text("院落停车不占通道", "Courts kept clear of cars"),
            "by": "2027-06",
            "members": slugs,
            "count": len(slugs),
            "reached": slugs[: len(slugs) // 2],
            "reported": "93.7 %",
            "reported_by": workgroup,
            "source": "bulletin-2026",
            "note": "有意放一个对不上的例子：这几个社区里，取几个都得不出这个比例。",
        },
    ]


def _of_all(units: Sequence[UnitPlace]) -> list[Fields]:
    """The target of all units, with a path by year, and one without names."""
    path, count = [], 0
    for year in (2025, 2026, 2027):
        count += len(_members(units, year))
        path.append(inline(by=year, count=count))
    return [
        {
            "id": "everywhere",
            "name": text("三年全覆盖", "Every unit within three years"),
            "by": 2027,
            "all": "true",
            "count": len(units),
            "path": path,
        },
        {
            "id": "step-free",
            "name": text("主要出入口无台阶", "Step-free entrances"),
            "by": "2027-12",
            "of": len(units),
            "count": len(units) * 9 // 10,
            "note": "只公布了个数，没有公布名单。",
        },
    ]


def lists() -> Value:
    """The rules of the red and the black list."""
    below: list[Inline] = [
        inline(indicator="feel-safe", below=50),
        inline(dimension="heart", below=50),
    ]
    return [
        {
            "id": "red",
            "name": text("红榜", "Red list"),
            "kind": "red",
            "require": [inline(total="true", at_least=80)],
            "exclude": [inline(indicator="hazards", above=1)],
            "top": 10,
            "about": "总分 80 分以上取前 10 名，并列的都算；季末未整改隐患超过 1 件的不上红榜。",
        },
        {
            "id": "black",
            "name": text("黑榜", "Black list"),
            "kind": "black",
            "require": [inline(total="true", below=60)],
            "any_of": below,
            "exclude": [inline(dimension="heart", at_least=70)],
            "bottom": 10,
            "about": "总分不到 60 分，且放心度或同心不到 50 分；社区的回应同时公布。",
        },
    ]
