"""Series: the dear outputs of leaves, made when everything else is, by all workers.

Owns when that is: after every leaf was read, so that no mistake of the content is told only when
hours of work are done, and with their number known.
"""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from sunlit.engine.hands import SeriesDone, SeriesJob
from sunlit.engine.pool import Pool
from sunlit.engine.tasks import Refused
from sunlit.engine.walk import Walked

Telling = Callable[[int, int], None]
"""Is told how many series are made, and of how many."""


def silent(done: int, every: int) -> None:
    """Tell nobody."""


def make_series(walked: Walked, pool: Pool, tell: Telling = silent) -> Walked:
    """The walk with its series made; what cannot be made is among the logs."""
    for job in walked.left:
        pool.add(job, holds=f"{job.group}/{job.leaf}/{job.series.source}")
    refused, found = [], 0
    tell(0, len(walked.left))
    for done, (message, answer) in enumerate(pool.answers(), 1):
        match message, answer:
            case SeriesJob(group=group, leaf=leaf), SeriesDone(outputs=outputs, found=there):
                walked.shelves[group].fill(leaf, outputs)
                refused += [(group, leaf, outputs.log)] if isinstance(outputs, Refused) else []
                found += there
        tell(done, len(walked.left))
    # Sorted: they came as the workers were done.
    logs = (*walked.logs, *sorted(refused))
    return replace(walked, logs=logs, whole=walked.whole and not refused, left=(), found=found)
