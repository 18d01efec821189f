"""The weekly reports of an area: short, dated, with what was seen and what comes next.

Owns `reports/*.md`. Knows of a unit only that it publishes, so that it can be talked of.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from sunlit.sample.places import AreaPlace, Share, UnitPlace
from sunlit.sample.spec import AS_OF, SampleSpec
from sunlit.sample.writing import Fields, inline, text, with_body

_WEEKS = 20
"""Weekly reports, up to the last week that ended before the sample's day."""

_WEEK_DONE = (
    "现场看了{count}处工程，当场商定{solved}件小事：一处井盖重新固定，一处路灯调了开关时间。",
    "开了{count}场议事会，收到意见{solved}条，其中停车和排水的最多。",
    "检查{count}处消防通道，{solved}处有杂物，当天清走。",
)
_WEEK_NEXT = (
    "下周继续查看雨后积水点，并核对各社区报来的完工日期。",
    "下周集中答复本月的诉求，答复情况在公示栏公布。",
    "下周请居民代表一起验收两处工程。",
)


def report_files(
    spec: SampleSpec, area: AreaPlace, units: Sequence[UnitPlace]
) -> Iterator[tuple[str, bytes]]:
    """One report for each of the last weeks, oldest first."""
    talked_of = [unit.slug for unit in units[:24] if unit.share is Share.FULL]
    monday = AS_OF - timedelta(days=AS_OF.weekday())
    for back in range(_WEEKS, 0, -1):
        start = monday - timedelta(weeks=back)
        year, week, _ = start.isocalendar()
        content = _report(spec, area, start, talked_of)
        yield f"reports/{year}-w{week:02d}.md", content


def _report(spec: SampleSpec, area: AreaPlace, monday: date, talked_of: Sequence[str]) -> bytes:
    year, week, _ = monday.isocalendar()
    chance = spec.chance(area.slug, "report", monday.isoformat())
    count, solved = chance.randint(3, 9), chance.randint(2, 14)
    few = chance.sample(talked_of, min(2, len(talked_of)))
    fields: Fields = {
        "title": f"{area.name}社区工作周报（{year}年第{week}周）",
        "period": f"{year}-w{week:02d}",
        "date": (monday + timedelta(days=7)).isoformat(),
        "units": sorted(few),
        "figures": [
            inline(id="visits", label=text("现场踏勘", "Walks on site"), unit="次", value=count),
            inline(
                id="settled", label=text("当场办结", "Settled on site"), unit="件", value=solved
            ),
        ],
        "source": "area-bulletin",
    }
    done = chance.choice(_WEEK_DONE).format(count=count, solved=solved)
    return with_body(fields, f"## 这一周\n\n{done}\n\n## 下一周\n\n{chance.choice(_WEEK_NEXT)}")
