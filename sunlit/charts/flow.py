"""Runs of words, with or without a mark, set one after another and onto new lines.

Owns where each run stands. Does not know what the words say. Legends and dates are set with it.
"""

from collections.abc import Sequence
from fractions import Fraction

from markupsafe import Markup
from msgspec import Struct

from sunlit.charts.marks import Mark, draw, sample
from sunlit.charts.measure import LINE, SIZE, ems, wrap
from sunlit.charts.svg import At, Exact, joined, span, spans

_GAP = 10


class Run(Struct, frozen=True):
    """Words in their classes; `struck` when they no longer hold."""

    words: str
    css: str = ""
    struck: bool = False
    mark: Mark | None = None


class Flow(Struct, frozen=True):
    """What was set, and how far down it reaches."""

    svg: Markup
    height: int


def flow(runs: Sequence[Run], at: At, *, across: Exact) -> Flow:
    """Sets the runs from the first baseline `at`; a run wider than `across` is wrapped itself."""
    left, top = at
    rows: list[list[Run]] = []
    room = across * 100
    used: Exact = 0
    for run in _fitting(runs, across):
        wide = _hundredths(run)
        if rows and used + _GAP * 100 + wide <= room:
            rows[-1].append(run)
            used += _GAP * 100 + wide
        else:
            rows.append([run])
            used = wide
    set_out = (_row(row, (left, top + LINE * index)) for index, row in enumerate(rows))
    return Flow(joined(set_out), LINE * len(rows))


def legend(runs: Sequence[Run], *, across: Exact = 320) -> Flow:
    """A flow at the top of a drawing, with air below."""
    keys = flow(runs, (0, 14), across=across)
    return Flow(keys.svg, keys.height + 8)


def _fitting(runs: Sequence[Run], across: Exact) -> list[Run]:
    fitting: list[Run] = []
    for run in runs:
        first, *others = wrap(run.words, across - _indent(run))
        fitting.append(Run(first, run.css, run.struck, run.mark))
        fitting += [Run(other, run.css, run.struck) for other in others]
    return fitting


def _row(runs: Sequence[Run], at: At) -> Markup:
    """A mark starts a line of its own, since only the browser knows where the words before end."""
    start, y = at
    parts: list[Markup] = []
    words: list[Markup] = []
    used: Exact = 0
    for run in runs:
        if run.mark is not None:
            parts += [spans((start, y), words)] if words else []
            x = at[0] + Fraction(used, 100)
            parts.append(_mark(run.mark, (x, y - 5)))
            words, start = [], x + _indent(run)
        words.append(span(run.words, css=run.css, gap=_GAP if words else 0, struck=run.struck))
        used += _hundredths(run) + _GAP * 100
    return joined([*parts, spans((start, y), words)])


def _mark(mark: Mark, at: At) -> Markup:
    x, y = at
    return sample(mark, at) if mark.dash is not None else draw(mark, (x + mark.radius, y))


def _indent(run: Run) -> Exact:
    if run.mark is None:
        return 0
    return 30 if run.mark.dash is not None else 2 * run.mark.radius + 5


def _hundredths(run: Run) -> Exact:
    """How far a run reaches, in hundredths of a unit: nearly always a whole number."""
    return ems(run.words) * SIZE + _indent(run) * 100
