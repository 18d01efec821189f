"""Every figure that a record states, as one flat list with the path that names it.

Owns the paths: `quantities/widened/planned`, `funds/county/spent@2018-09-30`. Checks, changes,
pages and `data.json` all walk this list, so a figure has one name everywhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from msgspec import Struct

from sunlit.locale.moments import Moment
from sunlit.model.amounts import AmountValue
from sunlit.model.figures import FigureRecord, Fund, Point
from sunlit.model.framework import Framework
from sunlit.model.project import Project
from sunlit.model.services import FacilityList, Organisation, Participation, ServiceMenu
from sunlit.model.text import LocalisedText, text_of
from sunlit.source.located import Step

MONEY = "CNY"
COUNT = "个"


class Stated(Struct, frozen=True):
    """One figure as a file states it.

    `path` names it within its record; `steps` lead to its value in the file's tree. `planned`
    tells a plan from a measurement; `source` is the figure's own source id, if it names one.
    """

    path: str
    label: LocalisedText
    amount: AmountValue
    as_of: Moment | None
    planned: bool
    source: str | None
    steps: tuple[Step, ...]
    note: LocalisedText | None = None


def point_path(base: str, point: Point, *, series: str = "") -> str:
    """The path of one measured point: `base/done@2018-10-26`, or `base@…` for a single value."""
    return _dated(f"{base}/{series}" if series else base, point.as_of)


def _dated(stem: str, as_of: Moment | None) -> str:
    return f"{stem}@{as_of.key}" if as_of else stem


def of_figures(
    figures: Iterable[FigureRecord], group: str, steps: tuple[Step, ...] | None = None
) -> Iterator[Stated]:
    """The figures of a list that stands under `group` in its record."""
    at = (group,) if steps is None else steps
    for number, figure in enumerate(figures):
        yield from of_figure(figure, f"{group}/{figure.id}", (*at, number))


def of_figure(figure: FigureRecord, base: str, steps: tuple[Step, ...]) -> Iterator[Stated]:
    """The plan, the single value and the series of one figure."""
    unit, source = figure.unit, figure.source
    if figure.planned is not None:
        amount = figure.planned.in_unit(unit)
        yield Stated(
            f"{base}/planned",
            figure.label,
            amount,
            None,
            True,
            source,
            (*steps, "planned"),
            figure.note,
        )
    if figure.value is not None:
        yield Stated(
            _dated(base, figure.as_of),
            figure.label,
            figure.value.in_unit(unit),
            figure.as_of,
            False,
            source,
            (*steps, "value"),
            figure.note,
        )
    for number, point in enumerate(figure.done):
        yield Stated(
            point_path(base, point, series="done"),
            figure.label,
            point.amount(unit),
            point.as_of,
            False,
            point.source or source,
            (*steps, "done", number, "value"),
            point.note or figure.note,
        )


def of_fund(fund: Fund, number: int) -> Iterator[Stated]:
    """What a source of money plans and has spent."""
    base, steps = f"funds/{fund.id}", ("funds", number)
    if fund.planned is not None:
        amount = fund.planned.in_unit(MONEY)
        yield Stated(f"{base}/planned", fund.source, amount, None, True, None, (*steps, "planned"))
    for at, point in enumerate(fund.spent):
        path = point_path(base, point, series="spent")
        where = (*steps, "spent", at, "value")
        yield Stated(
            path, fund.source, point.amount(MONEY), point.as_of, False, point.source, where
        )


def of_project(project: Project) -> Iterator[Stated]:
    """Every figure of a ledger entry."""
    if project.total is not None:
        yield from of_figure(project.total, "total", ("total",))
    for number, fund in enumerate(project.funds):
        yield from of_fund(fund, number)
    yield from of_figures(project.quantities, "quantities")


_CONCERNS = {
    "received": text_of("收到诉求"),
    "answered": text_of("已答复"),
    "resolved": text_of("已解决"),
}


def of_participation(participation: Participation) -> Iterator[Stated]:
    """Figures of participation, then the concerns of each period."""
    yield from of_figures(participation.figures, "figures")
    for number, concerns in enumerate(participation.concerns):
        base, steps = f"concerns/{concerns.period.key}", ("concerns", number)
        for name, label in _CONCERNS.items():
            count = getattr(concerns, name)
            if count is not None:
                amount = AmountValue(Decimal(count), "件")
                yield Stated(
                    f"{base}/{name}", label, amount, concerns.period, False, concerns.source,
                    (*steps, name),
                )  # fmt: skip
        if concerns.days is not None:
            yield Stated(
                f"{base}/days", text_of("平均用时"), concerns.days.in_unit("天"), concerns.period,
                False, concerns.source, (*steps, "days"),
            )  # fmt: skip


def of_framework(framework: Framework) -> Iterator[Stated]:
    """Figures of principles, then batches and targets as published."""
    for number, principle in enumerate(framework.principles):
        group = f"principles/{principle.id}/figures"
        yield from of_figures(principle.figures, group, ("principles", number, "figures"))
    for number, batch in enumerate(framework.batches):
        label = batch.name or text_of(batch.year.iso)
        for name, planned in (("planned", True), ("done", False)):
            amount = batch.planned if planned else batch.done
            if amount is not None:
                moment = None if planned else batch.year
                yield Stated(
                    f"batches/{batch.year.key}/{name}", label, amount.in_unit(COUNT), moment,
                    planned, batch.source, ("batches", number, name), batch.note,
                )  # fmt: skip
    for number, target in enumerate(framework.targets):
        base, steps = f"targets/{target.id}", ("targets", number)
        if target.count is not None:
            amount = AmountValue(Decimal(target.count), COUNT)
            yield Stated(
                f"{base}/count", target.name, amount, None, True, target.source, (*steps, "count"),
                target.note,
            )  # fmt: skip
        if target.of is not None:
            amount = AmountValue(Decimal(target.of), COUNT)
            yield Stated(
                f"{base}/of", target.name, amount, None, True, target.source, (*steps, "of"),
            )  # fmt: skip
        if target.reported is not None:
            yield Stated(
                f"{base}/reported", target.name, target.reported.in_unit("%"), None, True,
                target.source, (*steps, "reported"), target.note,
            )  # fmt: skip


def of_organisation(organisation: Organisation) -> Iterator[Stated]:
    """How many bodies each node of the charts stands for."""
    for number, chart in enumerate(organisation.charts):
        for at, node in enumerate(chart.nodes):
            if node.count is not None:
                yield Stated(
                    f"charts/{chart.id}/nodes/{node.id}/count", node.name,
                    node.count.in_unit(COUNT), None, False, chart.source or organisation.source,
                    ("charts", number, "nodes", at, "count"), node.note,
                )  # fmt: skip


def of_facilities(facilities: FacilityList) -> Iterator[Stated]:
    """The minutes of the circle, and the walk to each facility."""
    if facilities.centre is not None:
        minutes = AmountValue(Decimal(facilities.minutes), "分钟")
        yield Stated(
            "minutes", facilities.centre, minutes, None, True, facilities.source, ("minutes",)
        )
    for number, one in enumerate(facilities.facilities):
        if one.walk_minutes is not None:
            yield Stated(
                f"facilities/{one.id}/walk_minutes", one.name,
                AmountValue(Decimal(one.walk_minutes), "分钟"), None, False,
                one.source or facilities.source, ("facilities", number, "walk_minutes"),
            )  # fmt: skip


def of_services(menu: ServiceMenu) -> Iterator[Stated]:
    """The fee of each service, in yuan."""
    for number, series in enumerate(menu.series):
        for at, service in enumerate(series.services):
            if service.fee is not None:
                yield Stated(
                    f"{series.id}/{service.id}/fee", service.name, service.fee.in_unit(MONEY),
                    None, True, service.source or series.source or menu.source,
                    ("series", number, "services", at, "fee"),
                )  # fmt: skip
