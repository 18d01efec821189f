"""Trees of cards side by side: each level a row, each card above the middle of its own.

Owns the rows. Does not know when there is room for it.
"""

from collections.abc import Sequence
from fractions import Fraction

from markupsafe import Markup

from sunlit.charts.cards import BEHIND, Words, card, set_in, tall, words
from sunlit.charts.flow import Flow
from sunlit.charts.svg import WIDTH, joined, path
from sunlit.charts.tree import Tree, walk

_GAP, _BROADEST, _AIR = 26, 176, 8


def abreast(trees: Sequence[Tree], *, missing: str) -> Flow:
    slot = Fraction(WIDTH, sum(tree.leaves for tree in trees))
    depths: dict[int, int] = {}
    for depth, tree in walk(trees):
        depths[depth] = max(depths.get(depth, 0), tall(_set(tree, slot, missing)))
    tops = [1]
    for depth in sorted(depths):
        tops.append(tops[-1] + depths[depth] + BEHIND + _GAP)
    parts: list[Markup] = []
    left = Fraction(0)
    for tree in trees:
        parts += _tree(tree, left, slot, tops=tops, missing=missing)
        left += slot * tree.leaves
    return Flow(joined(parts), tops[-1] - _GAP + 2)


def _tree(
    tree: Tree, left: Fraction, slot: Fraction, *, tops: Sequence[int], missing: str
) -> list[Markup]:
    """The card and all below it; the lines come first, so that cards cover them."""
    top, *lower = tops
    front = lower[0] - _GAP - BEHIND - top
    middle = left + slot * tree.leaves / 2
    many = tree.node.count > 1
    size = (_across(tree, slot), front + (BEHIND if many else 0))
    corner = (middle - size[0] / 2, top)
    below: list[Markup] = []
    for child in tree.below:
        end = left + slot * child.leaves / 2
        bend = lower[0] - _GAP // 2
        stroke = [(middle, top + size[1]), (middle, bend), (end, bend), (end, lower[0])]
        below.append(path(stroke, css="ch-ink-line", weight=1))
        below += _tree(child, left, slot, tops=lower, missing=missing)
        left += slot * child.leaves
    css = "ch-num" if tree.node.count_text else "ch-soft"
    rows = _set(tree, slot, missing)
    face = words(corner, size[0], rows, css=css, many=many)
    return [*below, card(corner, size, many=many), face]


def _across(tree: Tree, slot: Fraction) -> Fraction:
    return min(slot * tree.leaves - _AIR, Fraction(_BROADEST))


def _set(tree: Tree, slot: Fraction, missing: str) -> Words:
    count = missing if tree.node.count_text is None else tree.node.count_text
    return set_in(tree.node.label, count, _across(tree, slot))
