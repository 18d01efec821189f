"""The way to a target: what was planned for each year, what was reached, what others reported.

Owns the plot and the rows of numbers under it. Does not add up members: the share and its
denominator come in, and so does the word that a year is not over.
"""

from collections.abc import Sequence

from markupsafe import Markup

from sunlit.charts.axis import broken_line, inside, places, under
from sunlit.charts.chart import Amount, Chart, Frame
from sunlit.charts.flow import Flow, Run, legend
from sunlit.charts.marks import MISSING, draw
from sunlit.charts.measure import LINE, width, wrap
from sunlit.charts.scale import Scale, scale, spread, values
from sunlit.charts.steps import PathWords, Row, Step, kinds, lacks, table
from sunlit.charts.svg import WIDTH, At, Exact, drawing, joined, line, lines, text

_TALL, _LEFT, _RIGHT = 130, 54, 293


def target_path(steps: Sequence[Step], frame: Frame, *, target: Amount, words: PathWords) -> Chart:
    rows = kinds(steps, words)
    keys = legend([Run(row.head, mark=row.mark) for row in rows])
    name = wrap(f"{words.target} {target.text}", WIDTH)
    top = keys.height + LINE * len(name) + 2
    amounts = [target, *(row.amount(step) for step in steps for row in rows)]
    axis = scale(values(amounts), start=top + _TALL, end=top)
    xs = spread(len(steps), start=_LEFT, end=_RIGHT)
    parts = [keys.svg, _target(target, axis, name=name)]
    for row in rows:
        points = [_point(axis, x, row.amount(step)) for x, step in zip(xs, steps, strict=True)]
        if row.mark.dash is not None:
            parts.append(broken_line(points, css="ch-ink-line", dash=row.mark.dash))
        parts += [draw(row.mark, point) for point in points if point is not None]
        lacking = [x for x, step in zip(xs, steps, strict=True) if lacks(row, step)]
        parts += [draw(MISSING, (x, axis.start - 10)) for x in lacking]
    apart = places([step.period for step in steps], xs, unbroken=_texts(steps, rows))
    years = under([step.period for step in steps], xs, top=top + _TALL, step=apart)
    shown = [i for i in range(len(steps)) if (len(steps) - 1 - i) % apart == 0]
    columns = [(xs[i], steps[i]) for i in shown]
    below = _below(columns, rows, top=top + _TALL + years.height)
    parts += [years.svg, below.svg]
    height = top + _TALL + years.height + below.height
    svg = drawing(frame, parts, kind="target-path", height=height)
    return Chart(svg, table(steps, frame, rows=rows, words=words, target=target))


def _point(axis: Scale, x: Exact, amount: Amount | None) -> At | None:
    return None if amount is None else (x, axis.at(amount.exact))


def _target(target: Amount, axis: Scale, *, name: Sequence[str]) -> Markup:
    y, zero = axis.at(target.exact), axis.start
    return joined(
        [
            line((0, zero), (WIDTH, zero), css="ch-ink-line"),
            lines((0, y - 7 - LINE * (len(name) - 1)), name, css="ch-num ch-halo"),
            line((0, y), (WIDTH, y), css="ch-ink-line", weight=2),
        ]
    )


def _texts(steps: Sequence[Step], rows: Sequence[Row]) -> list[str]:
    numbers = [amount.text for step in steps for row in rows if (amount := row.amount(step))]
    return [*numbers, *(step.of for step in steps)]


def _below(columns: Sequence[tuple[Exact, Step]], rows: Sequence[Row], *, top: Exact) -> Flow:
    """The numbers under their years, one ruled row for each kind."""
    denominators = any(step.of for _, step in columns)
    parts: list[Markup] = []
    height = 4
    for row in rows:
        base = top + height + 17
        parts.append(line((0, top + height), (WIDTH, top + height), css="ch-rule"))
        parts.append(draw(row.mark, (11, base - 5)))
        parts += [_cell(row, step, (x, base)) for x, step in columns]
        height += 24
        if row.of and denominators:
            under_it = base + LINE
            parts += [_centred(step.of, (x, under_it), css="ch-soft") for x, step in columns]
            height += LINE
    return Flow(joined(parts), height)


def _cell(row: Row, step: Step, at: At) -> Markup:
    amount = row.amount(step)
    if amount is not None:
        return _centred(amount.text, at)
    return draw(MISSING, (at[0], at[1] - 5)) if lacks(row, step) else Markup("")


def _centred(shown: str, at: At, *, css: str = "") -> Markup:
    return text((inside(at[0], width(shown)), at[1]), shown, css=css, anchor="middle")
