"""Money of a ledger as bars: by area, by department where one is named, else by street.

Owns the choice of grouping. A group without published money is left to the ledger itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from sunlit.charts import Amount, Bar, BarWords, Chart, Frame, bars
from sunlit.rules.summary import Money, sum_money
from sunlit.views.ledger_entries import Entry, Facet
from sunlit.views.scene import Scene
from sunlit.views.totals import money_text

GROUPINGS = ("area", "department", "street")
"""The filters that money is grouped by, the first that tells projects apart."""


def money_chart(scene: Scene, facets: Iterable[Facet], entries: Sequence[Entry]) -> Chart | None:
    """Planned and spent by group; None when no project states money or all are in one group."""
    for facet in sorted((one for one in facets if one.name in GROUPINGS), key=_order):
        groups = _groups(facet.name, entries)
        values = [one for one in facet.values if one.id in groups]
        if len(values) < 2:
            continue
        rows = (_bar(scene, one.label.text, sum_money(groups[one.id])) for one in values)
        stated = tuple(one for one in rows if one.done or one.plan)
        if stated:
            words = BarWords(
                facet.label,
                scene.t("parts.spent"),
                scene.t("totals.planned"),
                scene.t("figure.missing"),
            )
            frame = Frame("money", scene.t(f"ledger_page.money_{facet.name}"))
            return bars(stated, frame, words=words)
    return None


def _order(facet: Facet) -> int:
    return GROUPINGS.index(facet.name)


def _groups(name: str, entries: Iterable[Entry]) -> dict[str, list[Money]]:
    """The money of the projects by their value of a filter; those without one are in none."""
    groups: dict[str, list[Money]] = {}
    for entry in entries:
        for filter, value in entry.values:
            if filter == name:
                groups.setdefault(value, []).append(entry.project.money)
    return groups


def _bar(scene: Scene, label: str, money: Money) -> Bar:
    return Bar(label, _amount(scene, money.spent), _amount(scene, money.planned))


def _amount(scene: Scene, value: Decimal | None) -> Amount | None:
    return None if value is None else Amount(value, money_text(scene, value))
