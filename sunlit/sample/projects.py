"""A ledger entry as a file: quantities, milestones, notice, changes and the text below them.

Owns which fields an entry has at which stage. Dates come from `plans`, money from `money`.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from msgspec import Struct

from sunlit.sample.method import Part
from sunlit.sample.money import Decision, change, money_of
from sunlit.sample.places import UnitPlace
from sunlit.sample.plans import Plan
from sunlit.sample.spec import AS_OF, SampleSpec
from sunlit.sample.works import Count
from sunlit.sample.writing import Fields, Inline, Value, inline, text, with_body


class _Measure(Struct, frozen=True):
    """A quantity with its plan of today and before, all in the smallest step."""

    count: Count
    planned: int
    promises: tuple[int, ...]

    def written(self, value: int) -> str:
        """A value with its decimals and no zeros at the end."""
        places = self.count.places
        if not places:
            return str(value)
        return f"{value // 10**places}.{value % 10**places:0{places}d}".rstrip("0").rstrip(".")


def project_files(
    spec: SampleSpec, place: UnitPlace, part: Part, plans: Sequence[Plan], pairs: Value
) -> Iterator[tuple[str, bytes]]:
    """The unit's ledger entries; `pairs` are the photos of the first."""
    for plan in plans:
        chance = spec.chance(place.area.slug, place.slug, "project", plan.work.id)
        photos = pairs if plan.slot == 0 else None
        fields = _entry(place, part, plan, photos, chance)
        yield f"projects/{plan.work.id}.md", with_body(fields, _body(plan))


def _entry(
    place: UnitPlace, part: Part, plan: Plan, photos: Value, chance: random.Random
) -> Fields:
    work, local = plan.work, place.local
    money = money_of(plan, local, chance)
    measures = _measures(plan, local, chance)
    changes = [*money.changes, *_changes(plan, measures)]
    changes.sort(key=lambda one: str(one["on"]))
    shown = measures[:1] if plan.status == "cancelled" else measures
    return {
        "title": text(work.title, work.english),
        "dimensions": [work.dimension],
        "tracks": part.tracks[:1],
        "horizon": plan.horizon,
        "status": plan.status,
        "responsible": inline(department=work.department, role=work.role),
        "period": _period(plan),
        "# planned": "改动要记入 changes；spent 是到那一天为止的累计支出。"
        if plan.slot == 0
        else None,
        "funds": money.funds,
        "total": money.total,
        "quantities": [_quantity(plan, one, local, chance) for one in shown],
        "milestones": _milestones(plan),
        "photos": photos,
        "public_notice": _notice(plan),
        "changes": changes,
        "aliases": [f"{work.id}-2025"] if plan.slot == 0 and local % 8 == 1 else None,
        "source": "ledger-2026" if plan.slot else "handover-2026",
    }


def _period(plan: Plan) -> Inline:
    if plan.rough:
        return inline(start="2027-q2", due=plan.due.year)
    done = plan.done.isoformat() if plan.done else None
    return inline(start=plan.start.isoformat(), due=plan.due.isoformat(), done=done)


def _measures(plan: Plan, local: int, chance: random.Random) -> tuple[_Measure, ...]:
    measures = []
    for number, count in enumerate(plan.work.counts):
        planned = chance.randrange(count.low, count.high + 1, count.step)
        promises: tuple[int, ...] = ()
        if plan.slot == 0 and number == 0 and local % 2 == 0:
            more = max(count.step, planned // 12 // count.step * count.step)
            promises = (planned - 2 * more, planned - more) if local % 5 == 0 else (planned - more,)
        measures.append(_Measure(count, planned, promises))
    return tuple(measures)


def _quantity(plan: Plan, measure: _Measure, local: int, chance: random.Random) -> Fields:
    count = measure.count
    hedge = "at-least " if plan.rough else "about " if plan.status == "preparation" else ""
    return {
        "id": count.id,
        "label": text(count.label, count.english),
        "unit": count.unit,
        "aspect": "changed",
        "dimension": plan.work.dimension,
        "planned": hedge + measure.written(measure.planned),
        "done": _series(plan, measure, local, chance),
        "note": "踏勘时的估数，设计完成后再定。" if plan.rough else None,
    }


def _series(plan: Plan, measure: _Measure, local: int, chance: random.Random) -> list[Inline]:
    if plan.status == "cancelled" or not plan.measured:
        return []
    share = chance.randrange(97, 106) if plan.done else chance.randrange(30, 85)
    days = plan.measured
    estimated = days[-1] if plan.done is None and local % 2 else None
    points = []
    for number, day in enumerate(days, start=1):
        value = measure.planned * share * number // len(days) // 100
        points.append(_point(measure, value, day, estimated=day == estimated))
    return points


def _point(measure: _Measure, value: int, day: date, *, estimated: bool) -> Inline:
    as_of, written = day.isoformat(), measure.written(value)
    if measure.count.hedged:
        base = measure.count.step * 2
        return inline(as_of=as_of, value=f"over {max(value // base * base, base)}")
    if estimated:
        return inline(as_of=as_of, value=written, qualifier="about", note="验收前的估数。")
    return inline(as_of=as_of, value=written)


def _milestones(plan: Plan) -> Value:
    if plan.rough or plan.status == "cancelled":
        return None
    half = plan.start + (plan.first_due - plan.start) // 2
    finished = plan.done is not None
    met_half = half + timedelta(days=6 if plan.slot else -3)
    return [
        _milestone("begun", text("开工", "Begun"), plan.start,
                   plan.start if plan.start <= AS_OF else None),
        _milestone("half", text("完成过半", "Half done"), half,
                   met_half if finished or met_half < date(2026, 8, 1) else None),
        _milestone("handover", text("竣工验收", "Handed over"), plan.due, plan.done),
    ]  # fmt: skip


def _milestone(id: str, label: Inline, due: date, met: date | None) -> Inline:
    return inline(id=id, label=label, due=due.isoformat(), met=met.isoformat() if met else None)


def _notice(plan: Plan) -> Value:
    basis = "项目公开规定第五条（虚构）"
    if plan.status == "preparation":
        begins = AS_OF - timedelta(days=plan.start.day % 9)  # some notices are open on that day
        return inline(**{"from": begins.isoformat()}, days=7, basis=basis, objections="街道办公室")
    if plan.slot not in (0, 3):
        return None
    begins = plan.start - timedelta(days=18)
    end = (begins + timedelta(days=6)).isoformat()
    days = 7 if plan.slot == 0 else None
    return {
        "from": begins.isoformat(),
        "days": days,
        "to": None if days else end,
        "basis": basis,
        "objections": "居务监督委员会，000-5550119",
    }


def _changes(plan: Plan, measures: Sequence[_Measure]) -> list[Fields]:
    found = _put_off(plan)
    for measure in measures:
        figure = f"quantities/{measure.count.id}/planned"
        steps = [measure.written(value) for value in (*measure.promises, measure.planned)]
        for number, (was, now) in enumerate(pairwise(steps)):
            decision = Decision(plan.decided + timedelta(days=12 * number), _ADDED[number])
            found.append(change(figure, was, now, "revision", decision))
    if plan.status == "cancelled":
        gone = measures[1]
        decision = Decision(plan.decided, "选址与在建工程冲突，这一项不再列入计划。", "街道办公会")
        figure = f"quantities/{gone.count.id}/planned"
        found.append(change(figure, gone.written(gone.planned), None, "withdrawal", decision))
    return found


def _put_off(plan: Plan) -> list[Fields]:
    if plan.due == plan.first_due:
        return []
    was, now = plan.first_due.isoformat(), plan.due.isoformat()
    decision = Decision(plan.decided, "连续降雨，室外作业停了一段时间。", "街道办公会")
    figures = ("period/due", "milestones/handover/due")
    return [change(figure, was, now, "revision", decision) for figure in figures]


_ADDED = ("居民代表会议提出增加，踏勘后同意。", "再次踏勘，补上漏掉的一处。")
_STAGE = {
    "identification": "目前只完成了现场踏勘，规模和资金都是估数，立项以后再公布准确的数。",
    "preparation": "设计已经完成，正在公示和办手续，公示期内可以到街道办公室提意见。",
    "implementation": "正在施工，每个季度末公布一次进度。",
    "completion": "主体已经完工，正在收尾和整改，验收以后公布最终数。",
    "completed": "已经通过验收，由居民代表和工作人员一起签字。",
    "cancelled": "选址与另一处在建工程冲突，经街道办公会讨论取消，已付的勘察费用在上面列明。",
}


def _body(plan: Plan) -> str:
    work = plan.work
    return (
        f"**为什么做：** {work.why}\n\n**怎么做：** {work.how}\n\n"
        f"**谁受益：** {work.for_whom}。\n\n{_STAGE[plan.status]}"
    )
