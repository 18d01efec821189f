"""Every tool through every scenario, in turn, and what was measured into a file.

    python -m benchmarks.run --sizes S,L --rounds 5 --peers hugo,zola --scenarios cold,spent

Owns the order of things. Within a round the tools follow each other in each scenario, so that what
else the machine does strikes all of them. The file is written after each measurement; a run that
was broken off goes on with the first round that is not complete. `python -m benchmarks.report`
makes `RESULTS.md` of it.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks import record
from benchmarks.content import SIZES, Content, content_of
from benchmarks.edits import EDITS, SCENARIOS, Edit
from benchmarks.heads import Padding
from benchmarks.measure import Run, measured
from benchmarks.record import FLOOR, Record
from benchmarks.stage import Stage, kinds_of, padding_for, sizes
from benchmarks.tools import TOOLS


class FailedError(Exception):
    """A tool ended with an error, or its site does not show what was edited."""


@dataclass(slots=True)
class Session:
    """One size: the stages, the content as it stands now, what was found out so far."""

    size: str
    stages: list[Stage]
    record: Record
    save: Callable[[], None]
    content: Content
    padding: dict[str, Padding] = field(default_factory=dict)

    def prepare(self) -> None:
        """Fill every folder; pad the peers' pages to the size of Sunlit's, at the first time."""
        kinds = kinds_of(self.content)
        for stage in list(self.stages):
            name = stage.tool.name
            ours = self.record.sites(self.size).get("ours")
            known = name == "ours" or self.record.has_padding(self.size, name)
            if known or ours is None:  # nothing to be as large as: that of another size has to do
                stage.fill(self.content, self.padding_of(name))
                continue
            stage.fill(self.content, {})
            self.say(f"{name}: how large its pages are without padding")
            with self.without_what_fails(stage):
                self.build(stage)
                bare = sizes(stage.site, kinds)
                padding = padding_for(ours, bare)
                self.record.keep_padding(self.size, name, padding, bare)
                stage.pad(self.content, padding)

    def padding_of(self, name: str) -> Padding:
        """The padding that was found for this size, or else for another."""
        return self.record.padding(self.size, name)

    def round(self, number: int, scenarios: Sequence[str]) -> None:
        """All scenarios once, each by all tools in turn."""
        if "cold" not in scenarios:
            for stage in [one for one in self.stages if not one.site.exists()]:
                with self.without_what_fails(stage):
                    self.build(stage)
        for scenario in scenarios:
            before = self.content
            edit = EDITS[scenario](before, number) if scenario in EDITS else None
            for stage in list(self.stages):
                with self.without_what_fails(stage):
                    self.one(stage, scenario, number, edit)
            if edit:
                self.content = edit.content
            if scenario == "cold":
                self.floor(number)

    @contextmanager
    def without_what_fails(self, stage: Stage) -> Iterator[None]:
        """A peer that fails is named in the results and left out from there on."""
        try:
            yield
        except FailedError as error:
            if stage.tool.name == "ours":
                raise
            self.record.failed[f"{stage.tool.name} at {self.size}"] = str(error)
            self.stages.remove(stage)
            self.say(f"left out from here on: {error}")

    def one(self, stage: Stage, scenario: str, number: int, edit: Edit | None) -> None:
        """One tool, one scenario, once."""
        name = stage.tool.name
        if scenario == "cold":
            stage.forget()
        elif scenario == "clone":
            stage.clone()
        was = b""
        if edit:
            was = (stage.site / edit.page).read_bytes()
            stage.edit(self.content, edit.content, self.padding_of(name))
        run = self.build(stage)
        if edit:
            now = (stage.site / edit.page).read_bytes()
            if now == was or edit.expected.encode() not in now:
                raise FailedError(f"{name}: {edit.page} does not show the edit “{scenario}”")
        self.record.keep(self.size, name, scenario, number, run)
        self.say(f"{number} {scenario} {name}: {run.wall:.2f} s, {run.peak / 1e6:.0f} MB")
        if scenario == "cold" and number == 0:
            self.record.keep_sites(self.size, name, sizes(stage.site, kinds_of(self.content)))
        self.save()

    def build(self, stage: Stage) -> Run:
        """Run the tool; an error is an error even where the tool ends as if there were none."""
        environment = {**os.environ, "LC_ALL": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": ""}
        os.sync()  # what the last one left to be written is not this one's to wait for
        run = measured(stage.tool.command(stage.root), stage.root, environment)
        if run.code or not (stage.site / "index.html").exists():
            raise FailedError(f"{stage.tool.name} ended with {run.code}:\n{run.said}")
        return run

    def floor(self, number: int) -> None:
        """Copying a finished site: nobody who writes it all anew can be faster."""
        stage = self.stages[0]
        target = stage.root.with_name("floor")
        shutil.rmtree(target, ignore_errors=True)
        os.sync()
        command = ["cp", "-r", str(stage.site.resolve()), str(target)]
        self.record.keep(
            self.size, FLOOR, "cold", number, measured(command, Path.cwd(), os.environ)
        )
        shutil.rmtree(target)
        self.save()

    def say(self, text: str) -> None:
        """A line for whoever waits."""
        print(f"{time.strftime('%H:%M:%S')} {self.size} {text}", flush=True)


def main() -> None:
    """Measure what was asked for."""
    asked = _asked()
    known = record.load(asked.record)
    asked.peers = [name for name in asked.peers if _described(known, name)]
    if not _described(known, "ours"):
        sys.exit("this Python cannot run")
    known.keep_machine()
    folder = asked.on or Path(tempfile.mkdtemp(prefix="sunlit-benchmark-"))
    scenarios = [one for one in SCENARIOS if one in asked.scenarios]
    try:
        for size in asked.sizes:
            _measure(size, folder / size, asked, known, scenarios)
    except FailedError as error:
        sys.exit(f"broken off: {error}")
    finally:
        if asked.on is None:
            shutil.rmtree(folder, ignore_errors=True)


def _measure(
    size: str, folder: Path, asked: argparse.Namespace, known: Record, scenarios: Sequence[str]
) -> None:
    names = [name for name in ("ours", *asked.peers) if name != "ours" or not asked.without_ours]
    stages = [Stage(TOOLS[name], folder / name) for name in names]
    session = Session(
        size, stages, known, lambda: record.save(known, asked.record), content_of(SIZES[size])
    )
    rounds = range(asked.rounds)
    todo = [one for one in rounds if not known.complete(size, names, scenarios, one)]
    if not todo:
        return
    if "ours" in names and "ours" not in known.sites(size):
        session.say("ours: how large its pages are")
        stages[0].fill(session.content, {})
        session.build(stages[0])
        kinds = kinds_of(session.content)
        known.keep_sites(size, "ours", sizes(stages[0].site, kinds))
    for number in rounds:  # the content is what all edits before have made of it
        if number == todo[0]:
            session.prepare()
        if number in todo:
            session.round(number, scenarios)
        else:
            for scenario in (one for one in scenarios if one in EDITS):
                session.content = EDITS[scenario](session.content, number).content
    shutil.rmtree(folder, ignore_errors=True)


def _asked() -> argparse.Namespace:
    def several(allowed: Mapping[str, object] | Sequence[str]) -> Callable[[str], list[str]]:
        def names(text: str) -> list[str]:
            found = [one for one in text.split(",") if one]
            if wrong := [one for one in found if one not in allowed]:
                raise argparse.ArgumentTypeError(f"{wrong[0]} is none of {', '.join(allowed)}")
            return found

        return names

    peers = [name for name in TOOLS if name != "ours"]
    parser = argparse.ArgumentParser(prog="python -m benchmarks.run", description=main.__doc__)
    parser.add_argument("--sizes", type=several(SIZES), default=["S"])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--peers", type=several(peers), default=peers)
    parser.add_argument("--scenarios", type=several(SCENARIOS), default=list(SCENARIOS))
    parser.add_argument("--without-ours", action="store_true", help="peers alone")
    parser.add_argument("--on", type=Path, help="work in this folder instead of a temporary one")
    parser.add_argument("--record", type=Path, default=record.DEFAULT)
    return parser.parse_args()


def _described(known: Record, name: str) -> bool:
    """Whether it runs at all; its version, or why not, is kept for the results."""
    try:
        said = subprocess.run(
            TOOLS[name].version(), capture_output=True, text=True, check=True, timeout=60
        )
    except (OSError, subprocess.SubprocessError) as error:
        known.failed[name] = str(error)
        print(f"{name} does not run (python -m benchmarks.install gets it): {error}")
        return False
    known.failed.pop(name, None)
    known.keep_version(name, " ".join((said.stdout or said.stderr).split())[:160])
    return True


if __name__ == "__main__":
    main()
