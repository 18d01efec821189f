"""The picture tools: how each is handed its job, how it is called, what it says it is.

Owns the list, Sunlit first.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.photos import hugo
from benchmarks.photos.job import Job
from benchmarks.tools import PEERS, TOOLS
from sunlit.app.root import REPOSITORY

_HERE = Path(__file__).resolve().parent
_MODULES = PEERS / "node/node_modules"
_PYTHON = str(PEERS / "venv/bin/python")
_NODE = shutil.which("node") or "node"


@dataclass(frozen=True, slots=True)
class Tool:
    """A tool; `command` gets the folder that `prepare` has filled."""

    name: str
    command: Callable[[Path], list[str]]
    version: Callable[[], list[str]]
    prepare: Callable[[Job, Path], object] = Job.write
    environment: Mapping[str, str] = field(default_factory=dict)


def _ours(root: Path) -> list[str]:
    return [sys.executable, "-m", "benchmarks.photos.ours", str(root / "job.json")]


def _sharp(*ways: str) -> Callable[[Path], list[str]]:
    script = str(_HERE / "sharp.mjs")
    return lambda root: [_NODE, script, str(_MODULES), str(root / "job.json"), *ways]


def _sharp_version() -> list[str]:
    said = (
        f"const s = require({str(_MODULES / 'sharp')!r}).versions;"
        "console.log(`sharp ${s.sharp}, libvips ${s.vips}, libheif ${s.heif}, libaom ${s.aom}`)"
    )
    return [_NODE, "-e", said]


def _libvips(root: Path) -> list[str]:
    return [_PYTHON, str(_HERE / "libvips.py"), str(root / "job.json")]


def _libvips_version() -> list[str]:
    said = "print('libvips', '.'.join(str(pyvips.version(part)) for part in range(3)))"
    return [_PYTHON, "-c", f"import pyvips; print('pyvips', pyvips.__version__); {said}"]


def _hugo(root: Path) -> list[str]:
    program = TOOLS["hugo"].version()[0]
    return [program, "--source", str(root), "--destination", str(root / "out"), "--quiet"]


def _our_version() -> list[str]:
    said = (
        "from PIL import __version__, features; print(f'Pillow {__version__}', "
        "*(f'{name} {features.version(name)}' for name in ('libjpeg_turbo', 'avif')), sep=', ')"
    )
    return [sys.executable, "-c", said]


TOOLS_OF_PHOTOS: Mapping[str, Tool] = {
    tool.name: tool
    for tool in (
        Tool("ours", _ours, _our_version, environment={"PYTHONPATH": str(REPOSITORY)}),
        Tool("sharp", _sharp(), _sharp_version),
        Tool("sharp-chained", _sharp("chained"), _sharp_version),
        Tool(
            "libvips",
            _libvips,
            _libvips_version,
            environment={"VIPS_CONCURRENCY": "1"},
        ),
        Tool(
            "hugo",
            _hugo,
            TOOLS["hugo"].version,
            prepare=hugo.write_site,
        ),
    )
}
"""All of them, by name."""
