"""Money of a ledger as bars: by area, by department where one is named, else by street.

Owns the choice of grouping. A group without published money is left to the ledger itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from sunlit.charts import Amount, Bar, BarWords, Chart, Frame, bars
from sunlit.rules.summary import Money, sum_money
from sunlit.views.district import District
from sunlit.views.ledger_entries import Entry, facets_of
from sunlit.views.scene import Scene
from sunlit.views.totals import money_text


def money_chart(scene: Scene, district: District, entries: Sequence[Entry]) -> Chart | None:
    """Planned and spent by group; None when no project states money or all are in one group."""
    facets = {one.name: one for one in facets_of(scene, district, entries)}
    for name in ("area", "department", "street"):
        if name not in facets or len(facets[name].values) < 2:
            continue
        rows = [
            _bar(scene, value.label.text, _money(entries, (name, value.id)))
            for value in facets[name].values
        ]
        known = tuple(one for one in rows if one.done or one.plan)
        if known:
            words = BarWords(
                facets[name].label,
                scene.t("parts.spent"),
                scene.t("totals.planned"),
                scene.t("figure.missing"),
            )
            return bars(known, Frame("money", scene.t(f"ledger_page.money_{name}")), words=words)
    return None


def _money(entries: Sequence[Entry], pair: tuple[str, str]) -> Money:
    return sum_money(one.project.money for one in entries if pair in one.values)


def _bar(scene: Scene, label: str, money: Money) -> Bar:
    return Bar(label, _amount(scene, money.spent), _amount(scene, money.planned))


def _amount(scene: Scene, value: Decimal | None) -> Amount | None:
    return None if value is None else Amount(value, money_text(scene, value))
