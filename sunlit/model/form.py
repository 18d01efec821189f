"""A type that an author writes as one value: how it is read, and how editors are told of it.

Owns the refusal of a value. Knows nothing of records, of files, or of how a refusal is worded.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from msgspec import Struct

Step = str | int
"""The key of a field, or the number of an item."""


class Mistake(NamedTuple):
    """What is wrong with a value: a code, what its sentence needs, and the way to it."""

    kind: str
    context: Mapping[str, Any]
    steps: tuple[Step, ...] = ()

    def below(self, step: Step) -> Mistake:
        """The same mistake, seen from one level above."""
        return self._replace(steps=(step, *self.steps))


class Refused(ValueError):  # noqa: N818 - it says what happened to the value
    """A value with every mistake in it."""

    def __init__(self, *mistakes: Mistake) -> None:
        super().__init__(*mistakes)
        self.mistakes = mistakes


def refused(kind: str, **context: object) -> Refused:
    """The refusal of one value for one reason."""
    return Refused(Mistake(kind, context))


# Not equal by value: a schema is a dict, and `Annotated[...] | None` asks for a hash.
class Form(Struct, frozen=True, eq=False):
    """The metadata of an annotated type: its reader, which may refuse, and its JSON Schema."""

    read: Callable[[object], object]
    schema: Mapping[str, Any]
