"""Figures that do not say what they count, or say it twice and differently.

Owns units, qualifiers and dates within one figure. Sums between figures are in `funds`.
"""

from __future__ import annotations

from collections.abc import Iterator

from sunlit.diagnostics import Findings
from sunlit.model.amounts import AmountValue, Qualifier
from sunlit.model.figures import FigureRecord, Point
from sunlit.model.record import Record
from sunlit.model.services import Concerns
from sunlit.rules.checks.walk import At

_TIMES = ("天", "小时", "分钟")


def figures(at: At, record: Record, found: Findings) -> None:
    """A figure, point or average."""
    match record:
        case FigureRecord():
            _forms(at, record, found)
            _units(at, record, found)
        case Point():
            _point(at, record, found)
        case Concerns() if record.days and record.days.unit not in (None, *_TIMES):
            units = (record.days.unit or "", "天")
            _differs(at.below("days"), units=units, found=found)


def _forms(at: At, figure: FigureRecord, found: Findings) -> None:
    if figure.value is not None and figure.done:
        found.error(
            "value-and-done",
            at.span("value", key=True),
            message=("同时写了 value 和 done", "both `value` and `done` stand here"),
            hint=("把这个数写进 done，删掉 value。", "Move the value into `done`."),
        )
    if figure.as_of is not None and figure.value is None:
        found.error(
            "date-without-value",
            at.span("as_of", key=True),
            message=(
                "这里的 as_of 没有对应的 value",
                "this `as_of` belongs to no `value`",
            ),
            hint=(
                "把日期写到 done 的那一项里；计划数不写日期。",
                "Write the date at its point in `done`; a plan has none.",
            ),
        )


def _units(at: At, figure: FigureRecord, found: Findings) -> None:
    """One unit for the whole figure; what is without one is said once."""
    amounts = list(_amounts(figure, at))
    base = figure.unit or next((one.unit for _, one in amounts if one.unit), None)
    missing = False
    for where, amount in amounts:
        if amount.unit is None and figure.unit is None and not missing:
            missing = True
            found.error(
                "unit-missing",
                where.span(),
                message=("这个数没有单位", "this number has no unit"),
                hint=(
                    f"给“{figure.id}”加一行 unit，例如 unit: 次。",
                    f"Add a line `unit: …` to `{figure.id}`.",
                ),
            )
        elif amount.unit is not None and base is not None and amount.unit != base:
            _differs(where, units=(amount.unit, base), found=found)


def _amounts(figure: FigureRecord, at: At) -> Iterator[tuple[At, AmountValue]]:
    if figure.planned is not None:
        yield at.below("planned"), figure.planned
    if figure.value is not None:
        yield at.below("value"), figure.value
    for number, point in enumerate(figure.done):
        yield at.below("done", number, "value"), point.amount(None)


def _point(at: At, point: Point, found: Findings) -> None:
    if point.unit and point.value.unit and point.unit != point.value.unit:
        _differs(at.below("unit"), units=(point.unit, point.value.unit), found=found)
    stated = point.value.qualifier
    if point.qualifier and stated is not Qualifier.EXACT and stated is not point.qualifier:
        found.error(
            "qualifier-differs",
            at.span("qualifier"),
            message=(
                f"限定词写了两个：{stated.value} 和 {point.qualifier.value}",
                f"two qualifiers stand here: {stated.value} and {point.qualifier.value}",
            ),
            hint=("只留一个。", "Keep one of them."),
        )


def _differs(at: At, *, units: tuple[str, str], found: Findings) -> None:
    here, base = units
    found.error(
        "unit-differs",
        at.span(),
        message=(
            f"这里的单位是“{here}”，这一项其余的是“{base}”",
            f"the unit here is {here}, while the figure is in {base}",
        ),
        hint=("换算成同一个单位再写。", "Convert it to the same unit."),
    )
