"""Disclosure records against the catalogue: the item, its period, and each once.

Owns which form of period fits which frequency.
"""

from __future__ import annotations

from sunlit.diagnostics import Findings, Span
from sunlit.locale.moments import Moment, Precision
from sunlit.model.disclosure import Disclosures, Frequency
from sunlit.rules.checks.kinds import Kind, dangling
from sunlit.rules.checks.scope import Scope
from sunlit.source.content import UnitContent
from sunlit.source.located import Located

CATALOGUE = "content/catalogue.yaml"
_FORMS = {
    Frequency.MONTHLY: (Precision.MONTH, "2026-11"),
    Frequency.QUARTERLY: (Precision.QUARTER, "2026-q3"),
    Frequency.YEARLY: (Precision.YEAR, "2026"),
}


def disclosures(unit: UnitContent, scope: Scope, found: Findings) -> None:
    """Every record of `disclosures.yaml`."""
    catalogue = scope.known.catalogue
    if unit.disclosures is None:
        return
    _repeated(unit.disclosures, found)
    if catalogue is None and CATALOGUE in scope.failed:
        return
    listed = catalogue.record.items if catalogue else ()
    items = {one.id: one for one in reversed(listed)}  # of two with one id, the first counts
    for number, record in enumerate(unit.disclosures.record.records):
        item = items.get(record.item)
        if item is None:
            span = unit.disclosures.span("records", number, "item")
            dangling(Kind.ITEM, record.item, known=items, span=span, found=found)
        elif not _fits(record.period, item.frequency):
            span = unit.disclosures.span("records", number, "period")
            _form(record.period, item.frequency, span, found)


def _fits(period: Moment, frequency: Frequency) -> bool:
    form = _FORMS.get(frequency)
    return form is None or (period.precision is form[0] and not period.before)


def _form(period: Moment, frequency: Frequency, span: Span, found: Findings) -> None:
    example = _FORMS[frequency][1]
    found.error(
        "disclosure-period",
        span,
        message=(
            f"“{period.iso}”和这个事项的周期（{frequency.value}）对不上",
            f"the period {period.iso} does not fit an item that is due {frequency.value}",
        ),
        hint=(f"写成 {example} 这样的期间。", f"Write a period such as {example}."),
    )


def _repeated(disclosures: Located[Disclosures], found: Findings) -> None:
    first: dict[tuple[str, Moment], int] = {}
    for number, record in enumerate(disclosures.record.records):
        key = (record.item, record.period)
        if first.setdefault(key, number) != number:
            found.error(
                "duplicate-disclosure",
                disclosures.span("records", number, "period"),
                message=(
                    f"“{record.item}”的 {record.period.iso} 写了两次",
                    f"{record.item} for {record.period.iso} stands twice",
                ),
                hint=("只留一条。", "Keep one of the two."),
                related=[
                    (
                        disclosures.span("records", first[key], "period"),
                        ("第一次在这里", "first here"),
                    )
                ],
            )
