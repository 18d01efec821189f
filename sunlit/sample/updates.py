"""The two updates of a unit: one on a work that is done, one on a work under way.

Owns `updates/*.md`. Knows of the works only what `plans` says.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from sunlit.sample.plans import Plan
from sunlit.sample.spec import AS_OF
from sunlit.sample.writing import Fields, inline, with_body


def update_files(plans: Sequence[Plan], photo: str | None) -> Iterator[tuple[str, bytes]]:
    """One update about a finished work and one about a work under way, by date."""
    for plan in sorted(plans[:2], key=_day):
        day, work = _day(plan), plan.work
        if plan.done:
            title = f"{work.title}验收了"
            body = f"{work.how}\n\n居民代表一起看了现场，提了两条小意见，一周内改好。"
        else:
            title = f"{work.title}进展"
            body = (
                f"{work.why}现在做到一半左右。\n\n- 施工时间：早八点到晚六点\n- 有意见请打值班电话"
            )
        fields: Fields = {
            "title": title,
            "date": day.isoformat(),
            "dimensions": [work.dimension],
            "projects": [work.id],
            "photos": [inline(photo=photo)] if photo and plan.slot == 0 else None,
            "source": "handover-2026" if plan.done else "ledger-2026",
        }
        yield f"updates/{day.isoformat()}-{work.id}.md", with_body(fields, body)


def _day(plan: Plan) -> date:
    if plan.done:
        return min(AS_OF, plan.done + timedelta(days=2))
    return date(2026, 11, 2) + timedelta(days=plan.start.day % 17)
