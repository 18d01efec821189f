"""What was measured, kept as JSON: runs, sizes of sites, padding, the machine.

Owns the file and the questions that are asked of it. It computes no more than medians.
"""

from __future__ import annotations

import json
import os
import platform
import statistics
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.heads import Padding
from benchmarks.measure import Run
from benchmarks.stage import Size

FLOOR = "cp -r"
DEFAULT = Path(__file__).resolve().parent / ".peers/measured.json"


@dataclass(frozen=True, slots=True)
class Measured:
    """One run as it is kept."""

    size: str
    tool: str
    scenario: str
    round: int
    wall: float
    cpu: float
    peak: int
    commit: str = ""


@dataclass(slots=True)
class Record:
    """All that is known so far."""

    runs: list[Measured] = field(default_factory=list)
    found: dict[str, dict[str, dict[str, list[int]]]] = field(default_factory=dict)
    """By size, tool and kind: files and bytes."""
    padded: dict[str, dict[str, dict[str, int]]] = field(default_factory=dict)
    versions: dict[str, str] = field(default_factory=dict)
    machine: dict[str, str] = field(default_factory=dict)
    failed: dict[str, str] = field(default_factory=dict)
    """What could not run, or not to the end, and why."""

    def keep(self, size: str, tool: str, scenario: str, number: int, run: Run) -> None:
        """A measurement, instead of an earlier one of the same."""
        self.runs = [
            one
            for one in self.runs
            if (one.size, one.tool, one.scenario, one.round) != (size, tool, scenario, number)
        ]
        commit = self.machine.get("commit", "")
        measures = (run.wall, run.cpu, run.peak)
        self.runs.append(Measured(size, tool, scenario, number, *measures, commit))

    def commits(self) -> dict[str, dict[str, list[str]]]:
        """By commit and size, the scenarios that were measured of it."""
        found: dict[str, dict[str, list[str]]] = {}
        for one in self.runs:
            scenarios = found.setdefault(one.commit, {}).setdefault(one.size, [])
            if one.scenario not in scenarios:
                scenarios.append(one.scenario)
        return found

    def of(self, size: str, tool: str, scenario: str) -> list[Measured]:
        """All measurements of one tool in one scenario."""
        wanted = (size, tool, scenario)
        return [one for one in self.runs if (one.size, one.tool, one.scenario) == wanted]

    def median(self, size: str, tool: str, scenario: str, what: str = "wall") -> float | None:
        """The median of `wall`, `cpu` or `peak`; None where nothing was measured."""
        values = [getattr(one, what) for one in self.of(size, tool, scenario)]
        return statistics.median(values) if values else None

    def ratios(
        self, size: str, tool: str, peer: str, scenario: str, what: str = "wall"
    ) -> tuple[float, ...]:
        """A tool's value as a multiple of a peer's in each round that both ran, the least first.

        The two ran one after the other then, so that a slow minute of the machine struck both.
        """
        peers = {one.round: getattr(one, what) for one in self.of(size, peer, scenario)}
        own = {one.round: getattr(one, what) for one in self.of(size, tool, scenario)}
        both = own.keys() & peers.keys()
        return tuple(sorted(own[number] / peers[number] for number in both if peers[number]))

    def complete(
        self, size: str, tools: Sequence[str], scenarios: Sequence[str], number: int
    ) -> bool:
        """Whether a round has been measured by all of them."""
        return all(
            any(one.round == number for one in self.of(size, tool, scenario))
            for tool in tools
            for scenario in scenarios
        )

    def keep_sites(self, size: str, tool: str, sizes: Mapping[str, Size]) -> None:
        """How large a tool's site is."""
        kinds = {kind: [one.files, one.bytes] for kind, one in sizes.items()}
        self.found.setdefault(size, {})[tool] = kinds

    def sites(self, size: str) -> dict[str, dict[str, Size]]:
        """By tool and kind, what the sites of a size hold."""
        return {
            tool: {kind: Size(*one) for kind, one in kinds.items()}
            for tool, kinds in self.found.get(size, {}).items()
            if not tool.startswith("bare ")
        }

    def keep_padding(
        self, size: str, tool: str, padding: Padding, bare: Mapping[str, Size]
    ) -> None:
        """What a tool's pages lack, and how large they were without it."""
        self.padded.setdefault(size, {})[tool] = dict(padding)
        self.keep_sites(size, f"bare {tool}", bare)

    def has_padding(self, size: str, tool: str) -> bool:
        """Whether the padding of that size is known."""
        return tool in self.padded.get(size, {})

    def padding(self, size: str, tool: str) -> Padding:
        """The padding of a size, or of another size where it is not known."""
        known = [self.padded.get(size, {}), *self.padded.values()]
        return next((one[tool] for one in known if tool in one), {})

    def keep_version(self, tool: str, version: str) -> None:
        """What a tool says it is."""
        self.versions[tool] = version

    def keep_machine(self) -> None:
        """Where and when, and of which commit."""
        memory = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
        commit = subprocess.run(
            ["git", "describe", "--always", "--dirty"],
            cwd=Path(__file__).parent,
            capture_output=True,
            text=True,
            check=False,
        )
        self.machine = {
            "cores": str(os.cpu_count()),
            "memory": f"{memory / 1e9:.0f} GB",
            "kernel": f"{platform.system()} {platform.release()}",
            "Python": platform.python_version(),
            "date": time.strftime("%Y-%m-%d"),
            "commit": commit.stdout.strip() or "none",
        }


def load(path: Path) -> Record:
    """What was kept, or nothing yet."""
    if not path.exists():
        return Record()
    kept: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    runs = [Measured(**one) for one in kept.pop("runs")]
    return Record(runs=runs, **kept)


def save(known: Record, path: Path) -> None:
    """Keep all of it; never half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_suffix(".new")
    fresh.write_text(json.dumps(asdict(known), ensure_ascii=False, indent=1), encoding="utf-8")
    fresh.replace(path)
