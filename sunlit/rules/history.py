"""The recorded changes of a figure or date: its first promise and every step since.

Owns how `changes` reads as a history. From the record alone, so that a site built from a plain
copy of the folder equals one built from a clone.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from sunlit.locale.moments import Moment, parse_moment
from sunlit.model.amounts import AmountValue, parse_amount
from sunlit.model.figures import Change

StatedValue = AmountValue | Moment


class History(Struct, frozen=True):
    """The steps of one figure, oldest first; `first` is what was stated before any of them."""

    figure: str
    steps: tuple[Change, ...]

    @property
    def first(self) -> StatedValue | None:
        """The first published value, when there is a recorded step."""
        return value_of(self.figure, self.steps[0].was) if self.steps else None


def history_of(figure: str, changes: Iterable[Change]) -> History:
    """The history of one path among a record's changes."""
    own = [change for change in changes if change.figure == figure]
    own.sort(key=lambda change: change.on.sort_key)
    return History(figure, tuple(own))


def value_of(figure: str, text: str | None) -> StatedValue | None:
    """A `was` or `now` as a date or an amount, by what the path names; None when it is neither."""
    if text is None:
        return None
    if is_date(figure):
        return parse_moment(text)
    parsed = parse_amount(text)
    return None if isinstance(parsed, str) else parsed


def is_date(figure: str) -> bool:
    """Whether a path names a date: `period/due`, `milestones/handover/due`."""
    return figure.startswith("period/") or figure.rsplit("/", 1)[-1] in ("due", "met")
