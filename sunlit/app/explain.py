"""Why an output would be built, kept or removed: the last build's record against today's plan.

Owns the comparison. It reads the same tasks that a build makes, so the two cannot disagree.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sunlit.app.build import RECORD
from sunlit.app.press import site_tasks
from sunlit.app.root import Root
from sunlit.app.survey import survey
from sunlit.diagnostics import Diagnostic, Findings, in_order
from sunlit.digest import of_bytes
from sunlit.engine.publish import MANIFEST, read_manifest
from sunlit.source.nearest import nearest


@dataclass(frozen=True, slots=True)
class Explained:
    """What would happen to an output and why.

    `verdict` is one of `new`, `changed`, `kept`, `removed`, `unknown`, `broken`; `inputs` holds
    the name of every input and whether it is as it was.
    """

    output: str
    verdict: str
    origin: str = ""
    inputs: tuple[tuple[str, bool], ...] = ()
    nearest: str | None = None
    same_bytes: bool = True
    found: tuple[Diagnostic, ...] = ()


def explain(root: Root, out: Path, path: str, *, as_of: date) -> Explained:
    """Explain one output, named by its file, its folder or its address."""
    output = output_named(path, out)
    found = Findings()
    surveyed = survey(root, as_of, found)
    if surveyed is None or found.stops:
        return Explained(output, "broken", found=in_order(found))
    tasks = {task.output: task for task in site_tasks(root, surveyed, as_of)}
    before = _record(root.path / ".sunlit" / RECORD, out)
    published = read_manifest(out)
    task = tasks.get(output)
    if task is None:
        verdict = "removed" if output in published else "unknown"
        return Explained(output, verdict, nearest=nearest(output, tasks))
    if output not in published:
        return Explained(
            output, "new", task.origin, tuple((name, False) for name, _ in task.inputs)
        )
    was = before.get(output)
    if was is None:  # the record is of another edition, or deleted: only the bytes can tell
        same = of_bytes(task.make()) == published[output]
        return Explained(output, "kept" if same else "changed", task.origin, same_bytes=same)
    inputs = tuple((name, was.get(name) == digest) for name, digest in task.inputs)
    verdict = "kept" if all(same for _, same in inputs) else "changed"
    same = verdict == "kept" or of_bytes(task.make()) == published[output]
    return Explained(output, verdict, task.origin, inputs, same_bytes=same)


def output_named(path: str, out: Path) -> str:
    """The output that a path means: `_site/xindu/`, `/xindu/`, `xindu/index.html` are one."""
    plain = path.split("#", 1)[0].replace("\\", "/")
    for start in (f"{out.as_posix()}/", f"./{out.name}/", f"{out.name}/", "./"):
        plain = plain.removeprefix(start)
    plain = plain.lstrip("/")
    if plain == "" or plain.endswith("/"):
        return f"{plain}index.html"
    return plain if "." in plain.rsplit("/", 1)[-1] else f"{plain}/index.html"


def _record(path: Path, out: Path) -> dict[str, dict[str, str]]:
    """The inputs of the build that made `out`; empty when the record is of another edition."""
    try:
        record = json.loads(path.read_bytes())
        if record["edition"] != of_bytes((out / MANIFEST).read_bytes()):
            return {}
        tasks: dict[str, dict[str, str]] = record["tasks"]
    except (FileNotFoundError, ValueError, KeyError, TypeError):
        return {}
    return tasks
