"""Why an output would be built, kept or removed: what the walk of a build decides, and no more.

Owns the question about one output. The walk is the build's own, so the two cannot disagree;
where a step is due, it is taken without publishing, to tell whether the bytes would differ.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from msgspec import Struct

from sunlit.app.bench import STATE, Bench, Ways, astray
from sunlit.app.root import Root
from sunlit.app.stopped import told
from sunlit.diagnostics import Diagnostic, Findings, in_order
from sunlit.digest import Digest
from sunlit.engine.edition import assemble
from sunlit.engine.hands import Nowhere
from sunlit.engine.lock import locked
from sunlit.engine.manifest import Manifest
from sunlit.engine.memo import EditionMemo
from sunlit.engine.publish import read_manifest
from sunlit.engine.reading import SOURCES
from sunlit.engine.shelving import Shelving, Verdict
from sunlit.engine.state import LostError
from sunlit.engine.walk import Depth, Walked
from sunlit.source.nearest import nearest


class Explained(Struct, frozen=True):
    """What would happen to an output and why.

    `verdict` is one of `new`, `changed`, `kept`, `removed`, `unknown`, `broken`; `inputs` holds
    the name of every input and whether it is as it was; `origin` the area and unit it is of.
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
    found = Findings(list(astray(root)))
    if not found.stops:
        with told(found, STATE), locked(f"{root.path}/{STATE}/lock"):
            bench = Bench.open(root, as_of, None, Ways(jobs=1))
            try:
                return _explained(bench, out, output)
            except LostError:
                return _explained(bench.anew(), out, output)
    return Explained(output, "broken", found=in_order(found))


def _explained(bench: Bench, out: Path, output: str) -> Explained:
    published = read_manifest(out)
    last = EditionMemo.load(bench.state, published.digest)
    walked, *_ = bench.walk(last, Nowhere(), depth=Depth.STAND)
    found = bench.findings(walked)
    if found.stops:
        return Explained(output, "broken", found=in_order(found))
    return _explain(bench, last, walked.shelves, output, published)


def _explain(
    bench: Bench,
    last: EditionMemo,
    shelves: Mapping[str, Shelving],
    output: str,
    manifest: Manifest,
) -> Explained:
    published = manifest.digests
    step = _step_of(output, shelves.values())
    if step is not None and (kept := _kept(output, step, shelves, published)):
        return kept
    walked, hands, _ = bench.walk(last, Nowhere(), depth=Depth.MAKE, wanted=step)
    if step is None:  # nothing that is made of content: it may be a list of all outputs
        assemble(walked.shelves, last, manifest, hands)
        step = _step_of(output, walked.shelves.values())
        if step is not None and (kept := _kept(output, step, walked.shelves, published)):
            return kept
    made = _made(walked)
    if output in made:
        (step, digest) = made[output]
        verdict = walked.shelves[step[0]].verdict(step[1])
        same = published.get(output) == digest
        what = "changed" if output in published else "new"
        return Explained(output, what, _origin(step), _inputs(verdict), same_bytes=same)
    if output in published:
        return Explained(output, "removed", _origin(step) if step else "")
    return Explained(output, "unknown", nearest=nearest(output, {*published, *made}))


def _kept(
    output: str,
    step: tuple[str, str],
    shelves: Mapping[str, Shelving],
    published: Mapping[str, Digest],
) -> Explained | None:
    verdict = shelves[step[0]].verdict(step[1])
    if not verdict.kept or output not in published:
        return None
    return Explained(output, "kept", _origin(step), _inputs(verdict))


def _step_of(output: str, shelves: Iterable[Shelving]) -> tuple[str, str] | None:
    """The shelf and step that made an output last, when it is still to be taken."""
    for one in shelves:
        step = one.step_of(output)
        if step is not None and step in one.steps:
            return one.name, step
    return None


def _made(walked: Walked) -> dict[str, tuple[tuple[str, str], Digest]]:
    return {
        name: ((shelf.name, step), output.digest)
        for shelf in walked.shelves.values()
        for step, made in shelf.taken().items()
        for name, output in made.outputs.items()
    }


def _inputs(verdict: Verdict) -> tuple[tuple[str, bool], ...]:
    """The inputs by name, a digest over files left out where the files themselves are named."""
    changed = frozenset(verdict.changed)
    names = sorted({*verdict.inputs, *(verdict.before or {})} - {SOURCES})
    return tuple((name, name not in changed) for name in names)


def _origin(step: tuple[str, str]) -> str:
    return "/".join(one for one in (step[0], step[1].lstrip("/")) if one)


def output_named(path: str, out: Path) -> str:
    """The output that a path means: `_site/xindu/`, `/xindu/`, `xindu/index.html` are one."""
    plain = path.split("#", 1)[0].replace("\\", "/")
    for start in (f"{out.as_posix()}/", f"./{out.name}/", f"{out.name}/", "./"):
        plain = plain.removeprefix(start)
    plain = plain.lstrip("/")
    if plain == "" or plain.endswith("/"):
        return f"{plain}index.html"
    return plain if "." in plain.rsplit("/", 1)[-1] else f"{plain}/index.html"
