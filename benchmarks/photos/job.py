"""What every tool is given: a folder of photos, a folder for the outputs, and the settings.

Owns the file `job.json` that says so, and the names of the outputs. Hugo, which runs no program
of ours, gets a site that says the same.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from sunlit.source.settings import PhotoSettings

SETTINGS = PhotoSettings()
"""Widths, qualities and speed as Sunlit has them where a site says nothing else."""

WIDTHS = tuple(sorted(SETTINGS.widths))
KINDS = {"jpeg": "jpg", "avif": "avif"}
"""Endings of the files of each format."""

SCENARIOS: Mapping[str, tuple[str, ...]] = {"jpeg": ("jpeg",), "jpeg-avif": ("jpeg", "avif")}
"""The formats of each measured scenario."""


@dataclass(frozen=True, slots=True)
class Job:
    """`quality` has the formats to write; the speed of AVIF is libaom's, 0 is the slowest."""

    photos: str
    out: str
    quality: dict[str, int]
    widths: tuple[int, ...] = WIDTHS
    speed: int = SETTINGS.speed

    def write(self, root: Path) -> Path:
        """The job as the file that is handed to a tool."""
        path = root / "job.json"
        path.write_text(json.dumps(asdict(self)), encoding="utf-8")
        return path

    def outputs(self) -> Iterator[tuple[str, str, int, Path]]:
        """Name of the photo, format, width and path of all that must be there in the end."""
        for photo in sorted(Path(self.photos).glob("*.jpg")):
            for kind in self.quality:
                for width in self.widths:
                    path = Path(self.out) / f"{photo.stem}-{width}.{KINDS[kind]}"
                    yield photo.stem, kind, width, path


def read_job(path: Path) -> Job:
    """The job that a tool was handed."""
    found = json.loads(path.read_text(encoding="utf-8"))
    return Job(**{**found, "widths": tuple(found["widths"])})
