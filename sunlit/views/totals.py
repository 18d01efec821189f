"""Totals of an area, a street, a ledger or the site: one sentence, four big figures, coverage.

Owns the ids of these figures, which start with `home`: `<home>/projects/completed`,
`<home>/funds/spent`, `<home>/coverage/share`. Only the page that is their home anchors them.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Protocol

from msgspec import Struct

from sunlit.locale.numbers import Exact
from sunlit.rules.summary import Money
from sunlit.rules.totals import Totals
from sunlit.views.amounts import read_value
from sunlit.views.facts import Fact
from sunlit.views.figures import computed_figure, missing_figure
from sunlit.views.parts import Big, Figure, Source, Words
from sunlit.views.scene import Scene
from sunlit.views.sentences import Sentence, compose, joined
from sunlit.views.today import cost_context, money_sentences


class TotalFigures(Struct, frozen=True):
    """The figures of one row of a table of totals."""

    units: Figure
    published: Figure
    projects: Figure
    completed: Figure
    late: Figure
    spent: Figure


class Work(Protocol):
    """What some projects add up to, whatever it was added up from."""

    @property
    def projects(self) -> int: ...
    @property
    def completed(self) -> int: ...
    @property
    def late(self) -> int: ...
    @property
    def with_due(self) -> int: ...
    @property
    def money(self) -> Money: ...


def total_figures(scene: Scene, home: str, totals: Totals) -> TotalFigures:
    """Totals as a table shows them; what no project states is missing, not 0."""
    some = totals.projects > 0
    return TotalFigures(
        units=_figure(scene, f"{home}/units/count", totals.units),
        published=_figure(scene, f"{home}/coverage/published", totals.published),
        projects=_figure(scene, f"{home}/projects/count", totals.projects if some else None),
        completed=_figure(scene, f"{home}/projects/completed", totals.completed if some else None),
        late=_figure(scene, f"{home}/projects/late", totals.late if totals.with_due else None),
        spent=_figure(scene, f"{home}/funds/spent", totals.money.spent, unit="CNY"),
    )


def totals_sentence(scene: Scene, home: str, totals: Totals) -> Sentence:
    """What is true today, in whole sentences."""
    if not totals.units:
        return compose(scene, "totals.no_units")
    numbers = total_figures(scene, home, totals)
    key = "totals.coverage" if totals.published else "totals.coverage_none"
    slots = {"units": numbers.units, "published": numbers.published}
    said = [compose(scene, key, n=totals.units, **slots)]
    if not totals.projects:
        return joined(scene, *said, compose(scene, "today.no_projects"))
    said.append(
        compose(
            scene,
            "today.projects",
            n=totals.projects,
            all=numbers.projects,
            done=numbers.completed,
        )
    )
    if totals.late:
        said.append(compose(scene, "today.late", n=totals.late, late=numbers.late))
    elif not totals.with_due:
        said.append(compose(scene, "today.no_due"))
    return joined(scene, *said, *money_sentences(scene, home, totals.money))


def totals_big(scene: Scene, home: str, totals: Totals, *, ledger: str = "") -> tuple[Big, ...]:
    """Units, finished projects of all, late ones, money; `ledger` is where the projects are."""
    return (
        Big(
            scene.t("totals.units"),
            _figure(scene, f"{home}/units/count", totals.units, anchor=True),
            context=scene.t("totals.units_context", n=totals.published),
        ),
        *project_big(scene, home, totals, ledger=ledger)[1:],
    )


def project_big(
    scene: Scene, home: str, totals: Work, *, ledger: str = "", anchor: bool = True
) -> tuple[Big, ...]:
    """The four of a ledger: promised, done, late, cost."""
    some, count = totals.projects > 0, totals.projects
    late = totals.late if totals.with_due else None

    def figure(name: str, value: Exact | None, unit: str = "个") -> Figure:
        return _figure(scene, f"{home}/{name}", value, unit=unit, anchor=anchor)

    return (
        Big(
            scene.t("today.promised"),
            figure("projects/count", count if some else None),
            context=scene.t("today.promised_context"),
        ),
        Big(
            scene.t("totals.done"),
            figure("projects/completed", totals.completed if some else None),
            of=scene.t("today.of", n=count) if some else "",
            context=scene.t("today.done_context") if some else scene.t("totals.no_projects"),
            href=ledger,
        ),
        Big(
            scene.t("today.late_label"),
            figure("projects/late", late),
            context=scene.t("totals.late_context", n=totals.with_due)
            if totals.with_due
            else scene.t("today.late_unknown"),
            late=totals.late > 0,
        ),
        Big(
            scene.t("today.cost"),
            figure("funds/spent", totals.money.spent, "CNY"),
            context=cost_context(scene, totals.money),
        ),
    )


def ledger_facts(scene: Scene, home: str, totals: Totals) -> tuple[Fact, ...]:
    """What the ledger adds up to, beside the big figures; empty without projects."""
    if not totals.projects:
        return ()
    count, planned = Words(scene.t("totals.projects")), Words(scene.t("totals.planned"))
    home_of_count, home_of_plan = f"{home}/projects/count", f"{home}/funds/planned"
    money = totals.money
    if money.planned is None:
        plan = missing_figure(scene, home_of_plan, label=planned, anchor=True)
    else:
        plan = computed_figure(
            scene,
            home_of_plan,
            money.planned,
            unit="CNY",
            label=planned,
            first=money.first,
            anchor=True,
        )
    every = computed_figure(
        scene, home_of_count, totals.projects, unit="个", label=count, anchor=True
    )
    return ((count, every), (planned, plan))


def coverage_facts(
    scene: Scene, home: str, totals: Totals, *, register: tuple[int, Source | None]
) -> tuple[Fact, ...]:
    """How much of what should be here is here: `register` is its number of units and source."""
    rows, source = register
    facts: list[Fact] = []

    def add(
        name: str, value: Exact, *, unit: str | None = None, source: Source | None = None
    ) -> None:
        label = scene.t(f"totals.{name.replace('/', '_')}")
        figure = computed_figure(
            scene, f"{home}/{name}", value, unit=unit, label=label, anchor=True, source=source
        )
        facts.append((Words(label), figure))

    if rows:
        add("register/units", rows, source=source)
    add("coverage/published", totals.published)
    if totals.units:
        add("coverage/share", Fraction(100 * totals.published, totals.units), unit="%")
    if totals.due_items:
        add("disclosure/due", totals.due_items)
        add("disclosure/published", totals.published_items)
        add("disclosure/late", totals.late_items)
        add("disclosure/missing", totals.missing_items)
    return tuple(facts)


def money_text(scene: Scene, value: Exact) -> str:
    """Money as a chart writes it."""
    return read_value(value, "CNY", scene.locale).text


def _figure(
    scene: Scene, id: str, value: Exact | None, *, unit: str | None = None, anchor: bool = False
) -> Figure:
    if value is None:
        return missing_figure(scene, id, anchor=anchor)
    return computed_figure(scene, id, value, unit=unit, anchor=anchor)
