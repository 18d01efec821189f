"""A new edition from what every step made: which outputs it has, and that each has one writer.

Owns the difference to the edition before. Where no step made an output more or less than last
time, only digests change, and nothing of the other steps is looked at.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sunlit.digest import Digest, of_bytes
from sunlit.engine.hands import Hands, put
from sunlit.engine.memo import EditionMemo
from sunlit.engine.shelving import Shelving
from sunlit.engine.tasks import Conflict, conflicts
from sunlit.engine.walk import WHOLE

CLOSING = "closing"


@dataclass(frozen=True, slots=True)
class NewEdition:
    """Every output with its digest; what two steps would write; the memo of the edition."""

    outputs: Mapping[str, Digest]
    conflicts: tuple[Conflict, ...]
    memo: EditionMemo


def assemble(
    shelves: Mapping[str, Shelving],
    last: EditionMemo,
    published: Mapping[str, Digest],
    hands: Hands,
) -> NewEdition:
    """The edition of these shelves; `published` are the outputs of the one before, by digest."""
    twice = [Conflict(name, step, step) for one in shelves.values() for name, step in one.twice]
    whole = shelves[WHOLE]
    gone = set(last.shelves) - set(shelves)
    if gone or not _same_names(shelves) or not whole.keeps(CLOSING):
        outputs, found = _every(shelves)
        names = sorted(outputs)
        if whole.due(CLOSING, {"outputs": of_bytes("\n".join(names).encode())}):
            before = whole.before(CLOSING)
            tasks = hands.work.closing(names)
            made = [(one.output, put(one, before.get(one.output), hands.stage)) for one in tasks]
            whole.done(CLOSING, made)
        outputs |= {name: one.digest for name, one in whole.made()[CLOSING].outputs.items()}
    else:
        whole.keep(CLOSING)
        found = ()
        outputs = dict(published)
        for one in shelves.values():
            outputs |= one.renewed()
    memo = EditionMemo({name: one.shelf() for name, one in shelves.items()})
    return NewEdition(outputs, (*twice, *found), memo)


def _same_names(shelves: Mapping[str, Shelving]) -> bool:
    return all(one.same_names() for one in shelves.values())


def _every(shelves: Mapping[str, Shelving]) -> tuple[dict[str, Digest], tuple[Conflict, ...]]:
    made = list(_writers(shelves))
    found = conflicts((name, step, key) for name, step, _, key in made)
    return {name: digest for name, _, digest, _ in made}, found


def _writers(shelves: Mapping[str, Shelving]) -> Iterator[tuple[str, str, Digest, str]]:
    for shelf in shelves.values():
        for step, made in shelf.made().items():
            if step != CLOSING:
                where = f"{shelf.name}{step}" if step.startswith("/") else f"{shelf.name}/{step}"
                for name, one in made.outputs.items():
                    yield name, where.lstrip("/"), one.digest, one.key
