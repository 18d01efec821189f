"""Recorded changes against what stands there now: each step readable, joined, and up to date.

Owns the rules of `changes`. How a `was` or `now` is read is in `history`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import pairwise

from sunlit.diagnostics import Findings
from sunlit.model.figures import Change, ChangeKind
from sunlit.rules.checks import change_words as words
from sunlit.rules.checks.present import Present, Value, present_in
from sunlit.rules.checks.walk import Placed
from sunlit.rules.history import value_of
from sunlit.source.nearest import nearest

_REVISED = {True: ChangeKind.REVISION, False: ChangeKind.CORRECTION}
_PATH = re.compile(r"[a-z]+/[a-z0-9-]+(/[a-z0-9-]+)*(@[0-9a-z-]+)?")
Numbered = tuple[int, Change]


def changes(placed: Placed, found: Findings) -> None:
    """Every recorded change of a record that keeps them."""
    recorded: tuple[Change, ...] = getattr(placed.record, "changes", ())
    if not recorded:
        return
    present = present_in(placed.record)
    unknown = _unknown(placed, recorded, present, found)
    meant = {nearest(recorded[number].figure, present) for number in unknown}
    kept = [one for one in enumerate(recorded) if one[0] not in unknown]
    for number, change in kept:
        _step(placed, number, change, present.get(change.figure), found)
    for figure in dict.fromkeys(change.figure for _, change in kept):
        if figure in meant:  # one of its steps is misspelt: the others cannot be judged
            continue
        steps = [one for one in kept if one[1].figure == figure]
        steps.sort(key=lambda one: one[1].on.sort_key)
        _series(placed, steps, present.get(figure), found)


def _unknown(
    placed: Placed,
    recorded: Iterable[Change],
    present: Mapping[str, Present],
    found: Findings,
) -> set[int]:
    """The positions of changes whose path names nothing; what was withdrawn may be gone."""
    recorded = tuple(recorded)
    withdrawn = (one.figure for one in recorded if one.kind is ChangeKind.WITHDRAWAL)
    gone = {figure for figure in withdrawn if _PATH.fullmatch(figure)}
    unknown = set()
    for number, change in enumerate(recorded):
        if change.figure not in present and change.figure not in gone:
            unknown.add(number)
            span = placed.span("changes", number, "figure")
            words.unknown_figure(change.figure, present, span=span, found=found)
    return unknown


def _step(
    placed: Placed, number: int, change: Change, present: Present | None, found: Findings
) -> None:
    """One step by itself; at most one mistake is reported for it."""
    withdrawn = change.kind is ChangeKind.WITHDRAWAL
    if withdrawn and change.now is not None:
        words.withdrawal_with_now(change, placed.span("changes", number, "now"), found)
        return
    for field in ("was", "now"):
        text: str | None = getattr(change, field)
        if text is None and not (withdrawn and field == "now"):
            words.incomplete(change, field, placed.span("changes", number, "figure"), found)
            return
        if text is not None and _read(change.figure, text, present) is None:
            words.unreadable(change, field, placed.span("changes", number, field), found)
            return
    was, now = (_read(change.figure, text, present) for text in (change.was, change.now))
    if was == now:
        words.same(change, placed.span("changes", number, "now"), found)
    elif present is not None and present.planned is not None and not withdrawn:
        fitting = _REVISED[present.planned]
        if change.kind is not fitting:
            words.kind(change, fitting, placed.span("changes", number, "kind"), found)


def _series(
    placed: Placed, steps: list[Numbered], present: Present | None, found: Findings
) -> None:
    """The steps of one figure, oldest first: each begins where the one before ended."""
    figure = steps[0][1].figure
    for (_, before), (number, after) in pairwise(steps):
        ended = _read(figure, before.now, present)
        begins = _read(figure, after.was, present)
        if ended is not None and begins is not None and ended != begins:
            span = placed.span("changes", number, "was")
            words.broken_chain(before, after, span, found)
            return
    number, last = steps[-1]
    if last.kind is ChangeKind.WITHDRAWAL:
        if present is not None and last.now is None:
            words.still_there(last, placed.span("changes", number, "figure"), found)
        return
    now = _read(figure, last.now, present)
    if now is not None and present is not None and now != present.value:
        span = placed.span("changes", number, "now")
        words.not_current(last, present, span, found)


def _read(figure: str, text: str | None, present: Present | None) -> Value | None:
    """A `was` or `now` in the terms of the value it is compared with."""
    if text is None:
        return None
    if figure.startswith("scores/"):
        return text
    value = value_of(figure, text)
    unit = getattr(present.value, "unit", None) if present else None
    return value.in_unit(unit) if value is not None and not hasattr(value, "iso") else value
