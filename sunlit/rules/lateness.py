"""Whether a project is late, and by how many days: against today's due date and the first one.

Owns the count of days. A due date known only to the month or quarter counts from its last day.
"""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from sunlit.locale.moments import Moment
from sunlit.model.project import Project, Status
from sunlit.rules.history import history_of


class Lateness(Struct, frozen=True, array_like=True):
    """Days late against today's due date and against the first; 0 when on time or unknown.

    `running` is true while the project is late and not done; `known` is false when no due date
    was published, or no day of completion, so that nobody reads "on time" out of nothing.
    """

    days: int
    days_first: int
    running: bool
    known: bool


def lateness_of(project: Project, as_of: date) -> Lateness:
    """The lateness of a project on the day `as_of`."""
    due, done = project.period.due, project.period.done
    if due is None:
        return Lateness(0, 0, running=False, known=False)
    finished = project.status in (Status.COMPLETED, Status.CANCELLED)
    if done is None and finished:
        return Lateness(0, 0, running=False, known=False)
    end = done.last if done is not None else as_of
    first = history_of("period/due", project.changes).first
    first_due = first if isinstance(first, Moment) else due
    days = max(0, (end - due.last).days)
    days_first = max(0, (end - first_due.last).days)
    return Lateness(days, days_first, running=done is None and days > 0, known=True)
