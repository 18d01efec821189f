"""Trees as an outline: one node per line, indented below the one it answers to.

Owns the lines and their elbows. This is what a narrow page has room for, however many nodes.
"""

from collections.abc import Sequence
from fractions import Fraction

from markupsafe import Markup

from sunlit.charts.cards import BEHIND, card
from sunlit.charts.flow import Flow
from sunlit.charts.measure import LINE, width, wrap
from sunlit.charts.svg import WIDTH, At, joined, line, lines, path
from sunlit.charts.tree import Tree, walk

_CARD, _WORDS, _DEEPEST = 22, 38, 150


def indented(trees: Sequence[Tree], *, missing: str) -> Flow:
    rows = list(walk(trees))
    step = min(Fraction(26), Fraction(_DEEPEST, max((depth for depth, _ in rows), default=0) or 1))
    elbows: list[Markup] = []
    parts: list[Markup] = []
    foot: dict[int, Fraction | int] = {}  # for each depth, where the next line down begins
    y = 0
    for depth, tree in rows:
        left = depth * step
        if depth:
            stem = left - step + 10
            stroke = [(stem, foot[depth - 1]), (stem, y + 14), (left, y + 14)]
            elbows.append(path(stroke, css="ch-ink-line", weight=1))
            foot[depth - 1] = y + 14
        foot[depth] = y + 21
        row = _row(tree, (left, y), missing=missing)
        parts.append(row.svg)
        y += row.height
    return Flow(joined([*elbows, *parts]), y)


def _row(tree: Tree, corner: At, *, missing: str) -> Flow:
    """A small card, the label, and the count at the right, or below where it has no room."""
    left, top = corner
    many = tree.node.count > 1
    count = missing if tree.node.count_text is None else tree.node.count_text
    css = "ch-num" if tree.node.count_text else "ch-soft"
    across = width(count)
    room = WIDTH - left - _WORDS
    beside = across <= room * Fraction(1, 2)
    label = wrap(tree.node.label, room - across - 8 if beside else room)
    counts = wrap(count, room)
    down = 0 if beside else len(label) * LINE
    height = max(len(label) * LINE, down + len(counts) * LINE if count else 0) + 10
    size = (_CARD + BEHIND, 16 + BEHIND) if many else (_CARD, 16)
    svg = joined(
        [
            card((left, top + 5), size, many=many),
            lines((left + _WORDS, top + 18), label),
            lines((WIDTH, top + 18 + down), counts, css=css, anchor="end"),
            line((left + _WORDS, top + height), (WIDTH, top + height), css="ch-rule"),
        ]
    )
    return Flow(svg, height)
