"""Nodes ordered into trees.

Owns the shape: who is below whom, how deep, how many at the foot. Does not know how it is drawn.
"""

from collections.abc import Iterator, Sequence

from msgspec import Struct


class Node(Struct, frozen=True):
    """`count` tells one from many, `count_text` is what people read; `None` is not published."""

    id: str
    label: str
    count_text: str | None
    parent: str | None = None
    count: int = 1


class Tree(Struct, frozen=True):
    node: Node
    below: tuple["Tree", ...]

    @property
    def leaves(self) -> int:
        return sum(tree.leaves for tree in self.below) or 1


def grown(nodes: Sequence[Node]) -> tuple[Tree, ...]:
    """The trees in the order given. A node that hangs from nothing, or from itself, is a bug of
    the caller."""
    ids = [node.id for node in nodes]
    children: dict[str | None, list[Node]] = {}
    for node in nodes:
        children.setdefault(node.parent, []).append(node)

    def grow(parent: str | None) -> tuple[Tree, ...]:
        return tuple(Tree(node, grow(node.id)) for node in children.get(parent, []))

    if len(set(ids)) != len(ids):
        raise ValueError("two nodes of an organisation have the same id")
    trees = grow(None)
    if sum(1 for _ in walk(trees)) != len(nodes):
        raise ValueError("every node of an organisation hangs from a root")
    return trees


def walk(trees: Sequence[Tree], depth: int = 0) -> Iterator[tuple[int, Tree]]:
    """Each tree before those below it, with its depth."""
    for tree in trees:
        yield depth, tree
        yield from walk(tree.below, depth + 1)
