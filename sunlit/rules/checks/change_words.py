"""How a mistake in a recorded change reads.

Owns codes and sentences. Knows nothing of how the mistake is found.
"""

from __future__ import annotations

from collections.abc import Iterable

from sunlit.diagnostics import Findings, Span
from sunlit.locale.moments import Moment
from sunlit.model.amounts import AmountValue, Qualifier
from sunlit.model.figures import Change, ChangeKind
from sunlit.rules.checks.present import Present, Value
from sunlit.rules.history import is_date
from sunlit.source.nearest import did_you_mean

_KINDS = {
    ChangeKind.CORRECTION: ("更正", "correction"),
    ChangeKind.REVISION: ("调整", "revision"),
    ChangeKind.WITHDRAWAL: ("撤下", "withdrawal"),
}


def unknown_figure(figure: str, known: Iterable[str], *, span: Span, found: Findings) -> None:
    """The path of a change names nothing of its record."""
    found.error(
        "change-unknown-figure",
        span,
        message=(
            f"这里没有叫“{figure}”的数或日期",
            f"there is no figure or date `{figure}` here",
        ),
        hint=did_you_mean(figure, known)
        or (
            "写本文件里一个数的路径，例如 quantities/编号/planned。",
            "Write the path of a figure of this file, such as quantities/<id>/planned.",
        ),
    )


def withdrawal_with_now(change: Change, span: Span, found: Findings) -> None:
    """A withdrawal that still gives a value."""
    found.error(
        "withdrawal-with-now",
        span,
        message=(f"撤下的数还写着 now {change.now}", f"a withdrawal has a `now`: {change.now}"),
        hint=("删掉 now；如果只是改数，kind 写 correction 或 revision。",
              "Delete `now`, or write correction or revision as the kind."),
    )  # fmt: skip


def still_there(change: Change, span: Span, found: Findings) -> None:
    """A withdrawn figure that the record still states."""
    found.error(
        "withdrawal-still-there",
        span,
        message=(
            f"“{change.figure}”记为撤下，但这个数还在",
            f"`{change.figure}` is recorded as withdrawn and still stands here",
        ),
        hint=("删掉这个数，或者删掉这条记录。", "Delete the figure, or this record."),
    )


def incomplete(change: Change, field: str, span: Span, found: Findings) -> None:
    """A step without the value before or after it."""
    found.error(
        "change-incomplete",
        span,
        message=(f"这次改动没有写 {field}", f"this change has no `{field}`"),
        hint=("加上 was（原来的）和 now（现在的）。", "Add both `was` and `now`."),
    )


def unreadable(change: Change, field: str, span: Span, found: Findings) -> None:
    """A value before or after that is neither an amount nor a date."""
    text = getattr(change, field)
    date = is_date(change.figure)
    found.error(
        "change-unreadable",
        span,
        message=(
            f"{field} 的“{text}”不是{'日期' if date else '数量'}",
            f"`{field}` {text} is not {'a date' if date else 'an amount'}",
        ),
        hint=("写成 2026-11-21 这样的日期。", "Write a date such as 2026-11-21.")
        if date
        else ("写成 4.5、4.5 km 或 13万 这样的数。", "Write a number such as 4.5 or 4.5 km."),
    )


def same(change: Change, span: Span, found: Findings) -> None:
    """A step that changes nothing."""
    found.error(
        "change-same",
        span,
        message=(
            f"was 和 now 都是 {change.now}，没有改动",
            f"`was` and `now` are both {change.now}: nothing changed",
        ),
        hint=("核对两个值，或者删掉这条记录。", "Check both values, or delete this record."),
    )


def kind(change: Change, fitting: ChangeKind, span: Span, found: Findings) -> None:
    """A plan that is corrected, or a measurement that is revised."""
    zh, en = _KINDS[change.kind]
    planned = fitting is ChangeKind.REVISION
    found.error(
        "change-kind",
        span,
        message=(
            f"{'计划数' if planned else '已发生的数'}的改动不叫{zh}",
            f"a change of {'a plan' if planned else 'a measured figure'} is no {en}",
        ),
        hint=(f"改成 {fitting.value}（{_KINDS[fitting][0]}）。", f"Write {fitting.value}."),
    )


def broken_chain(before: Change, after: Change, span: Span, found: Findings) -> None:
    """A step that does not begin where the one before ended."""
    found.error(
        "change-broken-chain",
        span,
        message=(
            f"上一次改到 {before.now}，这一次却从 {after.was} 改起",
            f"the step before ends at {before.now}, this one begins at {after.was}",
        ),
        hint=("补上中间的一次，或者改正 was。", "Add the step between, or correct `was`."),
    )


def not_current(change: Change, present: Present, span: Span, found: Findings) -> None:
    """The last step does not lead to what stands there now."""
    stands = said(present.value)
    found.error(
        "change-not-current",
        span,
        message=(
            f"最后一次改到 {change.now}，现在写的却是 {stands}",
            f"the last step ends at {change.now}, while {stands} stands here now",
        ),
        hint=(
            "把新的一次改动加进 changes，或者改正 now。",
            "Add the newest step to `changes`, or correct `now`.",
        ),
    )


def said(value: Value) -> str:
    """A value as an author would write it."""
    match value:
        case AmountValue():
            hedge = "" if value.qualifier is Qualifier.EXACT else f"{value.qualifier.value} "
            return f"{hedge}{value.value:f}{f' {value.unit}' if value.unit else ''}"
        case Moment():
            return value.iso
    return value
