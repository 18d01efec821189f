"""Money: in yuan, adding up to the published total, never spent backwards.

Owns the sums of a ledger entry. Hedged amounts (over, about) are not added up and not compared.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import pairwise

from sunlit.diagnostics import Findings
from sunlit.model.amounts import AmountValue, Qualifier
from sunlit.model.figures import FigureRecord, Fund, Point
from sunlit.model.project import Project
from sunlit.model.record import Record
from sunlit.model.services import Service
from sunlit.rules.checks.walk import At, Steps
from sunlit.rules.stated import MONEY


def money(at: At, record: Record, found: Findings) -> None:
    """The sums of money of a record, by themselves and together."""
    match record:
        case Fund():
            _fund(at, record, found)
        case Service() if record.fee is not None:
            _yuan(at.below("fee"), record.fee, found)
        case Project():
            _total(at, record, found)


def _fund(at: At, fund: Fund, found: Findings) -> None:
    for where, amount in _stated(fund, at):
        _yuan(where, amount, found)
    dated = [(number, point) for number, point in enumerate(fund.spent) if point.as_of is not None]
    dated.sort(key=lambda one: one[1].as_of.sort_key if one[1].as_of else ())
    for (_, before), (number, point) in pairwise(dated):
        if _exact(before) and _exact(point) and point.value.value < before.value.value:
            found.warning(
                "spent-decreases",
                at.span("spent", number, "value"),
                message=(
                    f"累计支出从 {before.value.value} 降到 {point.value.value}",
                    f"money spent so far falls from {before.value.value} to {point.value.value}",
                ),
                hint=(
                    "写到这一天为止的累计数，不写当期数。",
                    "Write what was spent up to that date, not within the period.",
                ),
            )
    _overspent(at, fund, found)


def _overspent(at: At, fund: Fund, found: Findings) -> None:
    points = fund.spent_points()
    plan = _value(fund.planned)
    if not points or plan is None or not _exact(points[-1]) or points[-1].value.value <= plan:
        return
    last = points[-1]
    number = next(number for number, point in enumerate(fund.spent) if point is last)
    found.warning(
        "overspent",
        at.span("spent", number, "value"),
        message=(
            f"已支出 {last.value.value}，超过计划 {plan}",
            f"{last.value.value} was spent, more than the {plan} planned",
        ),
        hint=(
            "核对两个数；计划确实调整过的，改 planned 并写进 changes。",
            "Check both; if the plan was raised, change it and record the change.",
        ),
    )


def _stated(fund: Fund, at: At) -> Iterator[tuple[At, AmountValue]]:
    if fund.planned is not None:
        yield at.below("planned"), fund.planned
    for number, point in enumerate(fund.spent):
        yield at.below("spent", number, "value"), point.amount(None)


def _yuan(at: At, amount: AmountValue, found: Findings) -> None:
    if amount.unit not in (None, MONEY):
        found.error(
            "money-unit",
            at.span(),
            message=(f"钱的单位不能是“{amount.unit}”", f"money cannot be in {amount.unit}"),
            hint=("换算成元，写 CNY。", "Convert it to yuan and write CNY."),
        )
    elif amount.value < 0:
        found.error(
            "negative-money",
            at.span(),
            message=(f"金额 {amount.value} 小于零", f"the sum {amount.value} is below zero"),
            hint=("写正数；退回的钱从累计数里减去。", "Write a positive sum, refunds taken off."),
        )


def _total(at: At, project: Project, found: Findings) -> None:
    """The published total against the funds: planned with planned, spent with spent."""
    total = project.total
    if total is None:
        return
    amounts = [("planned", total.planned), ("value", total.value)]
    for field, amount in amounts:
        if amount is not None:
            _yuan(at.below("total", field), amount.in_unit(total.unit), found)
    planned = [_value(fund.planned) for fund in project.funds]
    _compare(at.below("total", "planned"), _value(total.planned), planned, found)
    measured = at.below("total", *_measured(total))
    if any(fund.spent for fund in project.funds):
        _compare(measured, _value(total.latest()), list(_spent(project, total)), found)
    elif total.planned is None:
        _compare(measured, _value(total.latest()), planned, found)


def _compare(
    at: At, stated: Decimal | None, parts: Iterable[Decimal | None], found: Findings
) -> None:
    given = list(parts)
    known = [part for part in given if part is not None]
    summed = sum(known, Decimal(0))
    if stated is None or not given or len(known) < len(given) or summed == stated:
        return
    difference = abs(stated - summed)
    found.error(
        "funds-do-not-add-up",
        at.span(),
        message=(
            f"总额写 {stated}，各项资金相加是 {summed}，相差 {difference}",
            f"the total says {stated}, the funds add up to {summed}: {difference} apart",
        ),
        hint=(
            "核对各项资金，或者改总额。",
            "Check each fund, or change the total.",
        ),
    )


def _measured(total: FigureRecord) -> Steps:
    if not total.done:
        return ("value",)
    last = total.points()[-1]
    number = next((n for n, point in enumerate(total.done) if point is last), 0)
    return ("done", number, "value")


def _spent(project: Project, total: FigureRecord) -> Iterator[Decimal | None]:
    """What each fund had spent on the date of the total; None where that is not stated."""
    points = total.points()
    date = points[-1].as_of if points else None
    for fund in project.funds:
        own = [point for point in fund.spent if date is None or point.as_of == date]
        yield _value(own[-1].value) if own and _exact(own[-1]) else None


def _exact(point: Point) -> bool:
    return point.amount(None).qualifier is Qualifier.EXACT


def _value(amount: AmountValue | None) -> Decimal | None:
    exact = amount is not None and amount.qualifier is Qualifier.EXACT
    return amount.value if amount is not None and exact else None
