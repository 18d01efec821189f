"""What stands on an axis of periods: broken lines through its places, ticks and labels below it.

Owns where labels go and which are left out. Does not know the values.
"""

from collections.abc import Sequence
from fractions import Fraction

from markupsafe import Markup

from sunlit.charts.flow import Flow
from sunlit.charts.measure import LINE, every, width, wrap
from sunlit.charts.svg import WIDTH, At, Exact, joined, line, lines, path

_LABEL = 60  # a label is not broken into pieces shorter than this


def broken_line(points: Sequence[At | None], *, css: str, dash: str = "") -> Markup:
    """One stroke for each run of neighbours; a missing point is a gap, never bridged."""
    strokes: list[list[At]] = [[]]
    for point in points:
        if point is None:
            strokes.append([])
        else:
            strokes[-1].append(point)
    return joined(
        path(stroke, css=css, weight=2, dash=dash) for stroke in strokes if len(stroke) > 1
    )


def places(labels: Sequence[str], xs: Sequence[Fraction], *, unbroken: Sequence[str] = ()) -> int:
    """How many places one text takes: 1 when all labels, and what stands under them unbroken,
    fit on their own."""
    widths = [width(row) for label in _wrapped(labels, xs) for row in label]
    return every([*widths, *map(width, unbroken)], _slot(xs))


def under(
    labels: Sequence[str], xs: Sequence[Fraction], *, top: Exact, step: int, drop: int = 0
) -> Flow:
    """Ticks, and labels `drop` below them: every so many is labelled, and always the last."""
    rows = _wrapped(labels, xs)
    parts: list[Markup] = []
    for index, (x, label) in enumerate(zip(xs, rows, strict=True)):
        shown = (len(rows) - 1 - index) % step == 0
        parts.append(line((x, top), (x, top + (6 if shown else 3)), css="ch-ink-line"))
        if shown:
            centre = inside(x, max(map(width, label)))
            base = top + drop + 20
            parts.append(lines((centre, base), label, css="ch-soft", anchor="middle"))
    return Flow(joined(parts), drop + 8 + LINE * max(map(len, rows), default=0))


def inside(centre: Exact, wide: Exact) -> Exact:
    """The nearest centre at which something this wide is not cut by the edge."""
    half = Fraction(wide) / 2
    return max(half, min(Fraction(centre), WIDTH - half))


def _slot(xs: Sequence[Fraction]) -> Fraction:
    return xs[1] - xs[0] if len(xs) > 1 else Fraction(WIDTH)


def _wrapped(labels: Sequence[str], xs: Sequence[Fraction]) -> list[tuple[str, ...]]:
    return [wrap(label, max(_slot(xs) - 6, Fraction(_LABEL))) for label in labels]
