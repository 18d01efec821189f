"""One sentence of what is true today, and the four big figures: promised, done, late, cost.

Owns which sentences are said of a unit or an area. Lateness counts itself; what was not
published is said, not left out.
"""

from __future__ import annotations

from sunlit.locale.numbers import Exact
from sunlit.rules.summary import Money, UnitSummary
from sunlit.views.amounts import read_value
from sunlit.views.figures import computed_figure, missing_figure
from sunlit.views.parts import Big, Figure
from sunlit.views.scene import Scene
from sunlit.views.sentences import Sentence, compose, joined


def today(scene: Scene, summary: UnitSummary, *, honours: int) -> Sentence:
    """What is true of a unit today, in whole sentences."""
    home = f"{summary.area}/{summary.slug}"
    if not summary.published:
        return compose(scene, "today.nothing")
    said = []
    count = len(summary.projects)
    if count:
        said.append(
            compose(
                scene,
                "today.projects",
                n=count,
                all=_count(scene, f"{home}/projects/count", count),
                done=_count(scene, f"{home}/projects/completed", summary.completed),
            )
        )
        if summary.late:
            late = _count(scene, f"{home}/projects/late", summary.late)
            said.append(compose(scene, "today.late", n=summary.late, late=late))
        elif all(one.due is None for one in summary.projects):
            said.append(compose(scene, "today.no_due"))
    else:
        said.append(compose(scene, "today.no_projects"))
    said += money_sentences(scene, home, summary.money) if count else []
    if honours:
        said.append(compose(scene, "today.honours", n=honours))
    return joined(scene, *said)


def money_sentences(scene: Scene, home: str, money: Money) -> list[Sentence]:
    """What is known of the money, in whole sentences."""
    planned = _money(scene, f"{home}/funds/planned", money.planned)
    spent = _money(scene, f"{home}/funds/spent", money.spent)
    if planned and spent:
        return [compose(scene, "today.money", planned=planned, spent=spent)]
    if planned:
        return [compose(scene, "today.money_planned", planned=planned)]
    if spent:
        return [compose(scene, "today.money_spent", spent=spent)]
    return [compose(scene, "today.money_none")]


def big_figures(scene: Scene, home: str, summary: UnitSummary) -> tuple[Big, ...]:
    """The four: promised, done, late, cost."""
    count = len(summary.projects)
    known_due = [one for one in summary.projects if one.lateness.known]
    money = summary.money
    return (
        Big(
            scene.t("today.promised"),
            _big(scene, f"{home}/projects/count", count if count else None, "个"),
            context=scene.t("today.promised_context"),
        ),
        Big(
            scene.t("today.done"),
            _big(scene, f"{home}/projects/completed", summary.completed if count else None, "个"),
            of=scene.t("today.of", n=count) if count else "",
            context=scene.t("today.done_context") if count else "",
        ),
        Big(
            scene.t("today.late_label"),
            _big(scene, f"{home}/projects/late", summary.late if known_due else None, "个"),
            context=_late_context(scene, summary, len(known_due)),
            late=summary.late > 0,
        ),
        Big(
            scene.t("today.cost"),
            _big(scene, f"{home}/funds/spent", money.spent, "CNY"),
            context=cost_context(scene, money),
        ),
    )


def cost_context(scene: Scene, money: Money) -> str:
    """What was planned, and what was planned first, below the money spent."""
    if money.planned is None:
        return scene.t("today.cost_unplanned")
    planned = read_value(money.planned, "CNY", scene.locale).text
    if money.first is not None and money.first != money.planned:
        first = read_value(money.first, "CNY", scene.locale).text
        return scene.t("today.cost_revised", planned=planned, first=first)
    return scene.t("today.cost_planned", planned=planned)


def _late_context(scene: Scene, summary: UnitSummary, known: int) -> str:
    if not known:
        due = any(one.due is not None for one in summary.projects)
        return scene.t("today.late_unfinished" if due else "today.late_unknown")
    longest = max(one.lateness.days for one in summary.projects if one.lateness.known)
    running = [one.lateness.days for one in summary.projects if one.lateness.running]
    if running:
        return scene.t("today.late_most", n=max(running))
    return scene.t("today.late_past", n=longest) if longest else scene.t("today.late_none", n=known)


def _count(scene: Scene, id: str, count: int) -> Figure:
    return computed_figure(scene, id, count)


def _money(scene: Scene, id: str, value: Exact | None) -> Figure | None:
    return None if value is None else computed_figure(scene, id, value, unit="CNY")


def _big(scene: Scene, id: str, value: Exact | None, unit: str) -> Figure:
    if value is None:
        return missing_figure(scene, id, anchor=True)
    return computed_figure(scene, id, value, unit=unit, anchor=True)
