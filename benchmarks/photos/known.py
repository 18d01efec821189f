"""What was measured of photos, kept as JSON: runs, output sizes, the settings that were found.

Owns the file. Runs are kept as those of the other benchmark are (`benchmarks/record.py`): its size
is the number of photos.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.photos.equal import Setting
from benchmarks.record import Measured, Record
from benchmarks.stage import Size

DEFAULT = Path(__file__).resolve().parents[1] / ".peers/photos.json"


@dataclass(slots=True)
class Known:
    """All that is known so far."""

    runs: Record = field(default_factory=Record)
    settings: dict[str, dict[str, Setting]] = field(default_factory=dict)
    """By tool and format."""
    source_bytes: int = 0

    def setting(self, tool: str, kind: str) -> Setting | None:
        """The setting of a tool that is as good as Sunlit's; None before it was searched for."""
        return self.settings.get(tool, {}).get(kind)

    def keep_setting(self, tool: str, kind: str, found: Setting) -> None:
        """What was found."""
        self.settings.setdefault(tool, {})[kind] = found

    def keep_bytes(self, size: str, tool: str, sizes: Mapping[str, Size]) -> None:
        """How much a tool wrote, by format."""
        self.runs.keep_sites(size, tool, {**self.runs.sites(size).get(tool, {}), **sizes})

    def written(self, size: str, tool: str, kind: str) -> int | None:
        """Bytes of all files of a format."""
        found = self.runs.sites(size).get(tool, {}).get(kind)
        return found.bytes if found else None

    @property
    def sizes(self) -> tuple[str, ...]:
        """The numbers of photos that were measured with, the largest first."""
        return tuple(sorted({one.size for one in self.runs.runs}, key=int, reverse=True))


def load(path: Path) -> Known:
    """What was kept, or nothing yet."""
    if not path.exists():
        return Known()
    kept: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    runs = kept["runs"]
    measured = [Measured(**one) for one in runs.pop("runs")]
    settings = {
        tool: {kind: Setting(**one) for kind, one in kinds.items()}
        for tool, kinds in kept["settings"].items()
    }
    return Known(Record(runs=measured, **runs), settings, kept["source_bytes"])


def save(known: Known, path: Path) -> None:
    """Keep all of it; never half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_suffix(".new")
    fresh.write_text(json.dumps(asdict(known), ensure_ascii=False, indent=1), encoding="utf-8")
    fresh.replace(path)
