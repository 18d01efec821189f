"""A new edition from what every step made: which outputs it has, and that each has one writer.

Owns the difference to the edition before. Where no step made an output more or less than last
time, only digests change, and nothing of the other steps is looked at.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from sunlit.digest import Digest, of_bytes
from sunlit.engine.hands import Hands, put
from sunlit.engine.manifest import Manifest
from sunlit.engine.memo import EditionMemo, Made
from sunlit.engine.shelving import Shelving
from sunlit.engine.tasks import Conflict, conflicts
from sunlit.engine.walk import WHOLE

CLOSING = "closing"

Writer = tuple[str, str, Digest, str]
"""An output, the step that makes it, its digest and key."""


class NewEdition(Struct, frozen=True):
    """The manifest; what two steps would write; the memo of the edition."""

    manifest: Manifest
    conflicts: tuple[Conflict, ...]
    memo: EditionMemo


def assemble(
    shelves: Mapping[str, Shelving],
    last: EditionMemo,
    published: Manifest,
    hands: Hands,
) -> NewEdition:
    """The edition of these shelves; `published` is the manifest of the one before."""
    whole = shelves[WHOLE]
    gone = set(last.shelves) - set(shelves)
    if gone or not _same_names(shelves) or not whole.keeps(CLOSING):
        made = list(_writers(shelves))
        names = sorted({name for name, *_ in made})
        if whole.due(CLOSING, {"outputs": of_bytes("\n".join(names).encode())}):
            before = whole.before(CLOSING)
            tasks = hands.work.closing(names)
            closed = [(one.output, put(one, before.get(one.output), hands.stage)) for one in tasks]
            whole.done(CLOSING, closed)
        made += _written(WHOLE, CLOSING, whole.made()[CLOSING])
        manifest = Manifest({name: digest for name, _, digest, _ in made})
        found = _conflicts(shelves, made)
    else:
        whole.keep(CLOSING)
        found = _conflicts(shelves, ())
        renewed = {n: digest for one in shelves.values() for n, digest in one.renewed().items()}
        same = renewed.items() <= published.digests.items()
        manifest = published if same else Manifest({**published.digests, **renewed})
    memo = EditionMemo({name: one.shelf() for name, one in shelves.items()})
    return NewEdition(manifest, found, memo)


def _same_names(shelves: Mapping[str, Shelving]) -> bool:
    return all(one.same_names() for one in shelves.values())


def _conflicts(shelves: Mapping[str, Shelving], made: Iterable[Writer]) -> tuple[Conflict, ...]:
    """What one step writes twice, in order, and what two steps write."""
    twice = sorted(
        {(name, _where(one.name, step)) for one in shelves.values() for name, step in one.twice}
    )
    found = conflicts((name, step, key) for name, step, _, key in made)
    return (*(Conflict(name, step, step) for name, step in twice), *found)


def _writers(shelves: Mapping[str, Shelving]) -> Iterator[Writer]:
    for shelf in shelves.values():
        for step, made in shelf.made().items():
            if step != CLOSING:
                yield from _written(shelf.name, step, made)


def _written(shelf: str, step: str, made: Made) -> Iterator[Writer]:
    where = _where(shelf, step)
    for name, one in made.outputs.items():
        yield name, where, one.digest, one.key if one.shared else ""


def _where(shelf: str, step: str) -> str:
    """A step as it is told of: `a/leaf`, `a/part`, `part` of the whole."""
    return "/".join(one for one in (shelf, step.lstrip("/")) if one)
