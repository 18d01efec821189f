"""The build: survey, plan, render, publish. Nothing is published when anything is wrong."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sunlit.app.press import site_tasks
from sunlit.app.root import Root
from sunlit.app.survey import survey
from sunlit.diagnostics import Diagnostic, Findings, Span, in_order
from sunlit.digest import of_bytes
from sunlit.engine.publish import MANIFEST, NotOursError, Published, publish
from sunlit.engine.tasks import Task, conflicts
from sunlit.photos.encode import BrokenPhotoError
from sunlit.photos.probe import unreadable

RECORD = "tasks.json"


@dataclass(frozen=True, slots=True)
class Built:
    """What a build found and did; `published` is None when nothing was published."""

    found: tuple[Diagnostic, ...]
    published: Published | None
    seconds: float


def build(root: Root, out: Path, *, as_of: date, base_url: str | None = None) -> Built:
    """Bring `out` up to date with the root; on any error it stays as it is, byte for byte."""
    started = time.monotonic()
    found = Findings()
    surveyed = survey(root, as_of, found, base_url=base_url)
    published = None
    if surveyed is not None and not found.stops:
        tasks = site_tasks(root, surveyed, as_of)
        refuse_conflicts(tasks, found)
        if not found.stops:
            published = _publish(root, out, tasks, found)
    return Built(in_order(found), published, time.monotonic() - started)


def refuse_conflicts(tasks: list[Task], found: Findings) -> None:
    """Two writers of one output are an error: nobody could say which one is published."""
    for one in conflicts(tasks):
        found.error(
            "two-writers",
            Span("content"),
            message=(
                f"“{one.first.origin}”和“{one.second.origin}”都要写 {one.second.output}",
                f"“{one.first.origin}” and “{one.second.origin}” both write {one.second.output}",
            ),
            hint=("给其中一个换一个编号。", "Give one of them another id."),
        )


def _publish(root: Root, out: Path, tasks: list[Task], found: Findings) -> Published | None:
    try:
        ordered = sorted(tasks, key=lambda task: task.output)
        published = publish(out, ((task.output, _made(task)) for task in ordered))
    except _BrokenPhotoAtError as broken:
        unreadable(str(broken), found)
        return None
    except NotOursError as foreign:
        found.error(
            "foreign-output",
            Span(out.name),
            message=(
                f"文件夹 {out.name} 里有本程序没有生成的文件：{foreign}",
                f"{out.name} holds a file that no build has made: {foreign}",
            ),
            hint=(
                "把它移走，或者用 --out 换一个空文件夹。",
                "Move it away, or choose an empty folder with --out.",
            ),
        )
        return None
    state = root.path / ".sunlit"
    if state.resolve() not in out.resolve().parents:  # a preview is no edition to explain
        _remember(state, tasks, out)
    return published


class _BrokenPhotoAtError(Exception):
    """A photo, by its path, that turned out to be broken while it was decoded."""


def _made(task: Task) -> bytes:
    try:
        return task.make()
    except BrokenPhotoError as error:
        raise _BrokenPhotoAtError(task.origin) from error


def _remember(folder: Path, tasks: list[Task], out: Path) -> None:
    """Keep each task's inputs and the edition they made, for `explain`; safe to delete."""
    folder.mkdir(exist_ok=True)
    inputs = {task.output: dict(task.inputs) for task in tasks}
    record = {"edition": of_bytes((out / MANIFEST).read_bytes()), "tasks": inputs}
    text = json.dumps(record, ensure_ascii=False, indent=0, sort_keys=True)
    temporary = folder / f"{RECORD}.new"
    temporary.write_text(text, encoding="utf-8")
    temporary.replace(folder / RECORD)
