"""A build's time as a trace that a browser's profiler or speedscope opens.

Owns the form: Chrome's Trace Event Format, complete events (`ph` X), times in microseconds.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from sunlit.engine.hands import LeafJob, PartJob, ReadJob, SeriesJob, StandJob, TopJob
from sunlit.engine.pool import Stint

PHASES = 0
"""The row of the build's own phases; the builder's own jobs and the workers stand below it."""


def write_trace(
    path: Path, phases: Mapping[str, tuple[float, float]], stints: Sequence[Stint]
) -> None:
    """Write the trace; `phases` are (began, ended) by name, by the clock of the stints."""
    began = min((one for one, _ in phases.values()), default=0.0)
    events = [_event(name, PHASES, *times, began=began) for name, times in phases.items()]
    events += [
        _event(_named(one.message), one.worker + 2, one.began, one.ended, began=began)
        for one in stints
    ]
    rows = {PHASES, *(one.worker + 2 for one in stints)}
    names = [
        {
            "name": "thread_name",
            "ph": "M",
            "pid": 1,
            "tid": row,
            "args": {"name": _ROWS.get(row, f"worker {row - 1}")},
        }
        for row in sorted(rows)
    ]
    path.write_text(json.dumps({"traceEvents": [*names, *events]}, ensure_ascii=False), "utf-8")


_ROWS = {PHASES: "phases", 1: "builder"}


def _event(name: str, row: int, start: float, end: float, *, began: float) -> dict[str, object]:
    return {
        "name": name,
        "ph": "X",
        "pid": 1,
        "tid": row,
        "ts": round((start - began) * 1e6),
        "dur": round((end - start) * 1e6),
    }


def _named(message: object) -> str:
    match message:
        case ReadJob():
            return f"read {message.group}: {len(message.leaves)} from {message.leaves[0]}"
        case StandJob():
            return f"stand {message.group}"
        case LeafJob():
            return f"make {message.group}: {len(message.leaves)} from {message.leaves[0][0]}"
        case PartJob():
            return f"make {message.group} {message.part}"
        case TopJob():
            return f"make {message.part}"
        case SeriesJob():
            return f"develop {message.group}/{message.leaf}/{message.series.source}"
    return type(message).__name__
