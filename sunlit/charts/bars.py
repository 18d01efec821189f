"""Horizontal bars, each with its label above it: the plan is outlined, what is done fills it.

Owns the layout of a bar row. Does not know what is counted, nor in which order rows should stand.
"""

from collections.abc import Sequence
from fractions import Fraction

from markupsafe import Markup
from msgspec import Struct

from sunlit.charts.chart import Amount, Chart, Dim, Frame, Table, text_or
from sunlit.charts.flow import Flow, Run, legend
from sunlit.charts.marks import MISSING, Mark, Shape, draw
from sunlit.charts.measure import LINE, width, wrap
from sunlit.charts.scale import Scale, scale, values
from sunlit.charts.svg import WIDTH, drawing, joined, line, lines, rect, span, spans, text

_THICK = 13


class Bar(Struct, frozen=True):
    label: str
    done: Amount | None
    plan: Amount | None = None
    dim: Dim | None = None


class BarWords(Struct, frozen=True):
    """Heads of the columns, which the legend uses too, and the word for what is not published."""

    label: str
    done: str
    plan: str
    missing: str


def bars(rows: Sequence[Bar], frame: Frame, *, words: BarWords) -> Chart:
    planned = any(row.plan is not None for row in rows)
    axis = scale(values(a for r in rows for a in (r.done, r.plan)), start=1, end=WIDTH - 1)
    keys = _legend(words) if planned else Flow(Markup(""), 0)
    parts, y = [keys.svg], keys.height
    for row in rows:
        drawn = _row(row, axis, y, missing=words.missing, planned=planned)
        parts.append(drawn.svg)
        y += drawn.height
    if not rows:
        parts.append(text((0, 14), words.missing, css="ch-soft"))
        y = LINE
    return Chart(
        drawing(frame, parts, kind="bars", height=y),
        _table(rows, frame, words=words, planned=planned),
    )


def _legend(words: BarWords) -> Flow:
    return legend(
        [
            Run(words.done, mark=Mark(Shape.SQUARE, "ch-fill", 6)),
            Run(words.plan, mark=Mark(Shape.SQUARE, "ch-paper ch-plan", 6)),
        ]
    )


def _row(row: Bar, axis: Scale, top: int, *, missing: str, planned: bool) -> Flow:
    words = _words(row, top, missing=missing, planned=planned)
    bar = top + words.height + 4
    under = bar + _THICK + 10
    parts = [words.svg, _bar(row, axis, bar)]
    parts.append(line((0, under), (WIDTH, under), css="ch-rule"))
    return Flow(joined(parts), under + 6 - top)


def _words(row: Bar, top: int, *, missing: str, planned: bool) -> Flow:
    """Label at the left, numbers at the right; below one another when they need the room."""
    numbers = [(text_or(row.done, missing), "ch-num" if row.done else "ch-soft")]
    if planned:
        numbers.append((f"/ {text_or(row.plan, missing)}", "ch-soft"))
    across = sum((width(number) + 6 for number, _ in numbers), Fraction(0))
    label = wrap(row.label, WIDTH - across - 6 if across < 180 else WIDTH)
    down = len(label) - (1 if across < 180 else 0)
    parts = [lines((0, top + 14), label)]
    if across > WIDTH:
        for number, css in numbers:
            set_in = wrap(number, WIDTH)
            base = top + 14 + down * LINE
            parts.append(lines((WIDTH, base), set_in, css=css, anchor="end"))
            down += len(set_in)
        return Flow(joined(parts), down * LINE)
    set_out = [span(number, css=css, gap=6 if i else 0) for i, (number, css) in enumerate(numbers)]
    parts.append(spans((WIDTH, top + 14 + down * LINE), set_out, anchor="end"))
    return Flow(joined(parts), (down + 1) * LINE)


def _bar(row: Bar, axis: Scale, top: int) -> Markup:
    zero, middle = axis.at(Fraction(0)), top + Fraction(_THICK, 2)
    parts = []
    if row.plan is not None:
        end = axis.at(row.plan.exact)
        size = (abs(end - zero), _THICK)
        parts.append(rect((min(zero, end), top), size, css="ch-plan", weight=1))
    if row.done is None:
        parts.append(line((1, middle), (WIDTH - 1, middle), css="ch-soft-line", dash="1 5"))
        parts.append(draw(MISSING, (16, middle)))
    else:
        end = axis.at(row.done.exact)
        css = f"ch-dim dim-{row.dim.value}" if row.dim else "ch-fill"
        size = (abs(end - zero), _THICK - 4)
        parts.append(rect((min(zero, end), top + 2), size, css=css))
    if row.plan is not None:
        end = axis.at(row.plan.exact)
        parts.append(line((end, top - 3), (end, top + _THICK + 3), css="ch-paper-line", weight=4))
        parts.append(line((end, top - 3), (end, top + _THICK + 3), css="ch-plan", weight=2))
    parts.append(line((zero, top - 2), (zero, top + _THICK + 2), css="ch-ink-line", weight=2))
    return joined(parts)


def _table(rows: Sequence[Bar], frame: Frame, *, words: BarWords, planned: bool) -> Table:
    def cells(row: Bar) -> tuple[str, ...]:
        done = text_or(row.done, words.missing)
        plan = text_or(row.plan, words.missing)
        return (row.label, plan, done) if planned else (row.label, done)

    head = (words.label, words.plan, words.done) if planned else (words.label, words.done)
    numeric = (False, True, True) if planned else (False, True)
    return Table(frame.title, head, tuple(map(cells, rows)), numeric)
