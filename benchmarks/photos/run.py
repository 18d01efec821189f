"""Every tool makes the published files of the same photos, in turn, at equal quality.

    python -m benchmarks.photos.run --photos 60 --rounds 3 --peers sharp,hugo

Owns the order of things: photos are drawn, each peer's quality is searched for, then the tools
follow each other in each scenario of each round. What is known is written after each step; a run
that was broken off goes on where it was. `python -m benchmarks.photos.report` makes `RESULTS.md`.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PIL import Image

from benchmarks.measure import Run, measured
from benchmarks.photos import known as kept
from benchmarks.photos.equal import Setting, nearest
from benchmarks.photos.job import KINDS, SCENARIOS, SETTINGS, WIDTHS, Job
from benchmarks.photos.known import Known
from benchmarks.photos.ssim import original, ssim
from benchmarks.photos.tools import TOOLS_OF_PHOTOS, Tool
from benchmarks.stage import Size
from sunlit.sample.drawing import photograph

JUDGED = 4
"""Photos that qualities are searched with; the first ones, of each scene at least one."""

_SCENES = ("road", "street", "court")


class FailedError(Exception):
    """A tool ended with an error, or left out a file."""


@dataclass(frozen=True, slots=True)
class Session:
    """A folder with the photos, and one for each tool."""

    folder: Path
    photos: Path
    known: Known

    def make(self, tool: Tool, photos: Path, quality: dict[str, int]) -> tuple[Run, Job]:
        """One run of a tool, from nothing; every file must be there in the end."""
        root = self.folder / tool.name
        shutil.rmtree(root, ignore_errors=True)
        out = root / "out"
        out.mkdir(parents=True)
        job = Job(str(photos), str(out), quality)
        tool.prepare(job, root)
        os.sync()  # what the last one left to be written is not this one's to wait for
        run = measured(tool.command(root), root, {**os.environ, **tool.environment})
        if run.code:
            raise FailedError(f"{tool.name} ended with {run.code}: {run.said[-600:]}")
        for _, _, width, path in job.outputs():
            if not path.exists():
                raise FailedError(f"{tool.name} left out {path.name}")
            with Image.open(path) as image:
                if image.size != (width, width * 3 // 4):
                    raise FailedError(f"{tool.name}: {path.name} is {image.width}×{image.height}")
        return run, job


def draw(folder: Path, count: int) -> Path:
    """Photos of the sample; those that are there already are taken as they are."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        path = folder / f"photo-{number:03}.jpg"
        if not path.exists():
            held = (1, 6, 3, 1, 8)[number % 5]
            path.write_bytes(
                photograph(
                    _SCENES[number % 3], f"benchmark/{number // 6}", after=number % 6 < 3,
                    taken=date(2026, 3, 5), width=4000, orientation=held,
                )
            )  # fmt: skip
    return folder


class Judge:
    """Mean SSIM of what a tool makes of a few photos in one format, at a quality."""

    def __init__(self, session: Session, count: int) -> None:
        self._session = session
        self._few = session.folder / "few"
        shutil.rmtree(self._few, ignore_errors=True)
        self._few.mkdir(parents=True)
        photos = sorted(session.photos.glob("*.jpg"))[:count]
        for photo in photos:
            shutil.copyfile(photo, self._few / photo.name)  # Hugo follows no links
        self._originals = {
            (photo.stem, width): original(photo, width) for photo in photos for width in WIDTHS
        }

    def mean(self, tool: Tool, kind: str, quality: int) -> float:
        """Over all photos and widths."""
        _, job = self._session.make(tool, self._few, {kind: quality})
        found = []
        for stem, _, width, path in job.outputs():
            with Image.open(path) as image:
                found.append(ssim(image.convert("L"), self._originals[stem, width]))
        return sum(found) / len(found)

    def setting(self, tool: Tool, kind: str, ours: Setting | None) -> Setting:
        """Sunlit's own setting with its SSIM, or the one of a peer that is nearest to it."""
        if ours is None:
            quality = {"jpeg": SETTINGS.jpeg, "avif": SETTINGS.avif}[kind]
            return Setting(quality, self.mean(tool, kind, quality))
        return nearest(
            lambda quality: self.mean(tool, kind, quality), ours.ssim, start=ours.quality
        )


def main() -> None:
    """Measure what was asked for."""
    asked = _asked()
    known = kept.load(asked.record)
    folder = asked.on or Path(tempfile.mkdtemp(prefix="sunlit-photos-"))
    try:
        _all(folder.resolve(), asked, known)
    except FailedError as error:
        sys.exit(f"broken off: {error}")
    finally:
        if asked.on is None:
            shutil.rmtree(folder, ignore_errors=True)


def _all(folder: Path, asked: argparse.Namespace, known: Known) -> None:
    def save() -> None:
        kept.save(known, asked.record)

    tools = [TOOLS_OF_PHOTOS[name] for name in ("ours", *asked.peers) if _described(known, name)]
    known.runs.keep_machine()
    _say(f"draws {asked.photos} photos")
    session = Session(folder, draw(folder / "photos", asked.photos), known)
    known.source_bytes = sum(path.stat().st_size for path in session.photos.glob("*.jpg"))
    for tool in list(tools):
        try:
            _equalise(session, tool, asked)
            save()
        except FailedError as error:
            _leave_out(known, tools, tool, error)
    for number in range(asked.rounds):
        for scenario in SCENARIOS:
            for tool in list(tools):
                try:
                    _one(session, tool, scenario, number=number, count=asked.photos)
                    save()
                except FailedError as error:
                    _leave_out(known, tools, tool, error)


def _equalise(session: Session, tool: Tool, asked: argparse.Namespace) -> None:
    """Find and keep the settings of a tool; Sunlit's come first and are its own."""
    known = session.known
    todo = [kind for kind in KINDS if not known.setting(tool.name, kind)]
    judge = Judge(session, min(asked.judged, asked.photos)) if todo else None
    for kind in todo:
        assert judge is not None
        found = judge.setting(tool, kind, known.setting("ours", kind))
        known.keep_setting(tool.name, kind, found)
        _say(f"{tool.name} {kind}: quality {found.quality} has SSIM {found.ssim:.4f}")


def _one(session: Session, tool: Tool, scenario: str, *, number: int, count: int) -> None:
    """One tool, one scenario, once."""
    known, size = session.known, str(count)
    if known.runs.complete(size, [tool.name], [scenario], number):
        return
    quality = {}
    for kind in SCENARIOS[scenario]:
        setting = known.setting(tool.name, kind)
        assert setting is not None
        quality[kind] = setting.quality
    run, job = session.make(tool, session.photos, quality)
    sizes: dict[str, Size] = {}
    for _, kind, _, path in job.outputs():
        was = sizes.get(kind, Size(0, 0))
        sizes[kind] = Size(was.files + 1, was.bytes + path.stat().st_size)
    known.runs.keep(size, tool.name, scenario, number, run)
    known.keep_bytes(size, tool.name, sizes)
    _say(
        f"{number} {scenario} {tool.name}: {run.wall / count:.3f} s a photo, "
        f"CPU {run.cpu / count:.3f} s, {run.peak / 1e6:.0f} MB"
    )


def _leave_out(known: Known, tools: list[Tool], tool: Tool, error: FailedError) -> None:
    """A peer that fails is named in the results and left out from there on."""
    if tool.name == "ours":
        raise error
    known.runs.failed[tool.name] = str(error)
    tools.remove(tool)
    _say(f"left out from here on: {error}")


def _described(known: Known, name: str) -> bool:
    """Whether it is there at all; its version, or why not, is kept for the results."""
    try:
        said = subprocess.run(
            TOOLS_OF_PHOTOS[name].version(), capture_output=True, text=True, check=True, timeout=60
        )
    except (OSError, subprocess.SubprocessError) as error:
        known.runs.failed[name] = f"is not there: {error}"
        _say(f"{name} does not run (python -m benchmarks.install gets it, but libvips): {error}")
        return False
    known.runs.failed.pop(name, None)
    known.runs.keep_version(name, " ".join(said.stdout.split())[:160])
    return True


def _say(text: str) -> None:
    print(f"{time.strftime('%H:%M:%S')} {text}", flush=True)


def _asked() -> argparse.Namespace:
    peers = [name for name in TOOLS_OF_PHOTOS if name != "ours"]
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.photos.run", description=main.__doc__
    )
    parser.add_argument("--photos", type=int, default=60, help="how many of them")
    parser.add_argument("--judged", type=int, default=JUDGED, help="how many SSIM is taken of")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--peers", type=_names(peers), default=peers)
    parser.add_argument("--on", type=Path, help="work in this folder and keep it")
    parser.add_argument("--record", type=Path, default=kept.DEFAULT)
    return parser.parse_args()


def _names(allowed: Sequence[str]) -> Callable[[str], list[str]]:
    def names(text: str) -> list[str]:
        found = [one for one in text.split(",") if one]
        if wrong := [one for one in found if one not in allowed]:
            raise argparse.ArgumentTypeError(f"{wrong[0]} is none of {', '.join(allowed)}")
        return found

    return names


if __name__ == "__main__":
    main()
