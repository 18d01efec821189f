"""Who answers to whom: levels from the top down, with how many there are of each.

Owns the choice between side by side and one below another, which depends only on room. Does not
know what an organisation is: nodes come with labels, counts and the id of the node above.
"""

from collections.abc import Sequence

from msgspec import Struct

from sunlit.charts.chart import Chart, Frame, Table
from sunlit.charts.flow import Flow
from sunlit.charts.levels import abreast
from sunlit.charts.measure import LINE
from sunlit.charts.outline import indented
from sunlit.charts.svg import drawing, text
from sunlit.charts.tree import Node, Tree, grown, walk

_ABREAST = 3  # cards in a row that still hold five Chinese characters on a line


class OrganisationWords(Struct, frozen=True):
    """Heads of the columns, and the word for a count that is not published."""

    label: str
    parent: str
    count: str
    missing: str


def organisation(nodes: Sequence[Node], frame: Frame, *, words: OrganisationWords) -> Chart:
    trees = grown(nodes)
    drawn = _drawn(trees, missing=words.missing)
    svg = drawing(frame, [drawn.svg], kind="organisation", height=drawn.height)
    return Chart(svg, _table(trees, frame, words=words))


def _drawn(trees: Sequence[Tree], *, missing: str) -> Flow:
    if not trees:
        return Flow(text((0, 14), missing, css="ch-soft"), LINE)
    if sum(tree.leaves for tree in trees) <= _ABREAST:
        return abreast(trees, missing=missing)
    return indented(trees, missing=missing)


def _table(trees: Sequence[Tree], frame: Frame, *, words: OrganisationWords) -> Table:
    labels = {tree.node.id: tree.node.label for _, tree in walk(trees)}
    rows = tuple(
        (
            tree.node.label,
            "" if tree.node.parent is None else labels[tree.node.parent],
            words.missing if tree.node.count_text is None else tree.node.count_text,
        )
        for _, tree in walk(trees)
    )
    head = (words.label, words.parent, words.count)
    return Table(frame.title, head, rows, (False, False, True))
