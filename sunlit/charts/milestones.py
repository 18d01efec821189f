"""Milestones and what state they are in: a rule of dates alone.

Owns when something is late. Does not know how it is drawn, nor the day: today comes in.
"""

from datetime import date
from enum import Enum

from msgspec import Struct


class Day(Struct, frozen=True):
    value: date
    text: str


class Milestone(Struct, frozen=True):
    """`first` is the due date that was promised first, when it was moved since; `late_text` says
    by how much it was missed, such as `超期 34 天`."""

    label: str
    due: Day | None
    met: Day | None = None
    first: Day | None = None
    late_text: str = ""


class State(Enum):
    MET = "met"
    MET_LATE = "met-late"
    OVERDUE = "overdue"
    AHEAD = "ahead"
    UNDATED = "undated"


def state_of(milestone: Milestone, today: date) -> State:
    """A milestone is late from the day after its due date; without a due date it never is."""
    due, met = milestone.due, milestone.met
    if met is not None:
        return State.MET_LATE if due is not None and met.value > due.value else State.MET
    if due is None:
        return State.UNDATED
    return State.OVERDUE if today > due.value else State.AHEAD


def standing(milestone: Milestone) -> date:
    """Where it stands in time: when it is due; when it was met, if nothing was due; else last."""
    day = milestone.due or milestone.met
    return date.max if day is None else day.value
