"""Lines over periods: up to four series, told apart by dash, by marker and by the name at the end.

Owns the plot. Does not know what a period is: periods are labels in order, at equal distances.
"""

from collections.abc import Sequence
from fractions import Fraction

from markupsafe import Markup
from msgspec import Struct

from sunlit.charts.axis import broken_line, places, under
from sunlit.charts.chart import Amount, Chart, Frame, Table, text_or
from sunlit.charts.flow import Flow
from sunlit.charts.marks import FILLED, HOLLOW, MISSING, Mark, Shape, draw
from sunlit.charts.measure import LINE, every, wrap
from sunlit.charts.names import Name, beside, column
from sunlit.charts.plot import TOP, Plot, plot, ruled
from sunlit.charts.svg import WIDTH, At, drawing, joined, lines

_HANDS = (
    Mark(Shape.CIRCLE, FILLED, 4, ""),
    Mark(Shape.SQUARE, HOLLOW, 5, "7 4"),
    Mark(Shape.TRIANGLE, FILLED, 5, "2 4"),
    Mark(Shape.DIAMOND, HOLLOW, 5, "10 3 2 3"),
)
_MARK = Fraction(6)  # with its air, a mark is twice as wide


class Series(Struct, frozen=True):
    """One amount for each period; `None` where none was published."""

    label: str
    points: tuple[Amount | None, ...]


class TrendWords(Struct, frozen=True):
    """Head of the first column, and the word for what is not published."""

    period: str
    missing: str


def trend(
    series: Sequence[Series],
    frame: Frame,
    *,
    periods: Sequence[str],
    words: TrendWords,
    from_zero: bool = True,
) -> Chart:
    """`from_zero=False` lets the axis begin at the lowest value, for numbers that never come near
    zero; its lowest rule then carries that value."""
    if len(series) > len(_HANDS) or any(len(one.points) != len(periods) for one in series):
        raise ValueError("a trend takes up to four series, each with one point for every period")
    labels = tuple((one.label, _end(one, words.missing)) for one in series)
    amounts = [amount for one in series for amount in one.points if amount is not None]
    plane = plot(amounts, len(periods), names=column(labels), from_zero=from_zero)
    gaps = _gaps(series, plane, missing=words.missing)
    step = places(periods, plane.xs)
    below = under(periods, plane.xs, top=plane.bottom, step=step, drop=gaps.height)
    parts = [ruled(plane), gaps.svg, below.svg]
    apart = every([_MARK], plane.xs[1] - plane.xs[0]) if len(periods) > 1 else 1
    parts += [_line(hand, plane.places(one.points), step=apart) for hand, one in _hands(series)]
    parts.append(_names(series, labels, plane))
    height = plane.bottom + below.height
    svg = drawing(frame, parts, kind="trend", height=height)
    return Chart(svg, _table(series, frame, periods=periods, words=words))


def _hands(series: Sequence[Series]) -> list[tuple[Mark, Series]]:
    return list(zip(_HANDS, series, strict=False))


def _end(one: Series, missing: str) -> str:
    return text_or(one.points[-1] if one.points else None, missing)


def _line(hand: Mark, points: Sequence[At | None], *, step: int) -> Markup:
    """Marks at every `step` back from the last, so that they do not touch, and at lone points."""
    around = [None, *points, None]
    marks = [
        draw(hand, point)
        for index, point in enumerate(points)
        if point is not None
        and ((len(points) - 1 - index) % step == 0 or around[index] is around[index + 2] is None)
    ]
    return joined([broken_line(points, css="ch-ink-line", dash=hand.dash or ""), *marks])


def _gaps(series: Sequence[Series], plane: Plot, *, missing: str) -> Flow:
    """Below the plot, one row for each series with gaps: a cross where nothing was published."""
    parts: list[Markup] = []
    height = 0
    word = wrap(missing, WIDTH - plane.right - 10)
    for hand, one in _hands(series):
        if None in one.points:
            y = plane.bottom + height + 14
            parts.append(draw(hand, (plane.right, y)))
            parts.append(lines((plane.right + 10, y + 5), word, css="ch-soft"))
            pairs = zip(plane.xs, one.points, strict=True)
            parts += [draw(MISSING, (x, y)) for x, amount in pairs if amount is None]
            height += LINE * len(word)
    return Flow(joined(parts), height)


def _names(series: Sequence[Series], labels: Sequence[tuple[str, ...]], plane: Plot) -> Markup:
    names = []
    for (hand, one), label in zip(_hands(series), labels, strict=True):
        known = [place for place in plane.places(one.points) if place is not None]
        names.append(Name(label, hand, known[-1] if known else None))
    return beside(names, left=plane.right, top=TOP - 9, bottom=plane.bottom)


def _table(
    series: Sequence[Series], frame: Frame, *, periods: Sequence[str], words: TrendWords
) -> Table:
    rows = tuple(
        (period, *(text_or(one.points[index], words.missing) for one in series))
        for index, period in enumerate(periods)
    )
    head = (words.period, *(one.label for one in series))
    return Table(frame.title, head, rows, (False, *(True for _ in series)))
