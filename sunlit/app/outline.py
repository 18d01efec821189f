"""What there is to build: the areas with their units, and what each of them depends on.

Owns how files become the inputs of steps. Nothing above the units is read when none of its files
has changed: what reading said of it last is kept.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import date
from typing import Any

from msgspec import Struct

from sunlit.app.inputs import Inputs, layered, program
from sunlit.app.logs import log_of
from sunlit.app.root import Root
from sunlit.digest import Digest, of_bytes, of_value
from sunlit.engine.shards import Group, Leaf, Plan, Top
from sunlit.engine.state import State

COMMUNITIES = "content/communities"
FRAMEWORKS = "content/frameworks"


class Outline(Struct, frozen=True):
    """The plan of a root, and what is to be said of what stands above its units."""

    plan: Plan
    log: bytes


class _Files(Struct, frozen=True):
    """The digests of everything above the units, by path."""

    common: Mapping[str, Digest]
    top: Mapping[str, Digest]
    frameworks: Mapping[str, Digest]
    areas: Mapping[str, Mapping[str, Digest]]
    folders: Mapping[str, tuple[str, ...]]

    @property
    def key(self) -> Digest:
        """One digest over all of them and over the names of the units' folders."""
        common = {name: one for name, one in self.common.items() if name != "day"}
        return of_value((common, self.top, self.frameworks, self.areas, self.folders))


def outline_of(
    root: Root, as_of: date, base_url: str | None, *, state: State, inputs: Inputs
) -> Outline:
    """The outline of a root on a day."""
    files = _files(root, as_of, base_url, inputs)
    statics = layered(inputs, root, "static")
    templates = layered(inputs, root, "templates")
    key = of_value((files.key, sorted(inputs.links), sorted(statics), sorted(templates)))
    record = state.load("outline")
    if record is None or record.get("key") != key:
        record = {"key": key, **_read(root, base_url)}
        state.save("outline", record)
    areas = {f"{COMMUNITIES}/{slug}/area.md": _own(files, slug)[1] for slug in files.areas}
    tops = (
        Top("home", {**files.frameworks, **areas}, gathered=True),
        Top("fixed", {**files.frameworks, **areas}),
        Top("static", statics),
    )
    groups = tuple(_group(one, files, record) for one in record["groups"])
    return Outline(Plan(groups, tops, {**files.common, **templates}), record["log"].encode())


def _files(root: Root, as_of: date, base_url: str | None, inputs: Inputs) -> _Files:
    top = os.path.abspath(root.path)
    content = inputs.folder(top, "content", deep=False)
    common = {
        "program": program(inputs),
        "day": Digest(as_of.isoformat()),
        "site.toml": inputs.file(top, "site.toml"),
        "base_url": Digest("" if base_url is None else f"={base_url}"),
    }
    areas = {}
    for slug in root.areas():
        folder = f"{COMMUNITIES}/{slug}"
        own = inputs.folder(top, folder, deep=False)
        areas[slug] = {**own, **inputs.folder(top, f"{folder}/reports")}
    return _Files(
        common,
        {**content, **inputs.folder(top, COMMUNITIES, deep=False)},
        inputs.folder(top, FRAMEWORKS, deep=False),
        areas,
        {slug: root.units(slug) for slug in areas},
    )


def _own(files: _Files, slug: str) -> tuple[dict[str, Digest], Digest]:
    """An area's own files that no unit sees, and its `area.md`, which all of them do."""
    area = f"{COMMUNITIES}/{slug}/area.md"
    own = dict(files.areas.get(slug, {}))
    return own, own.pop(area, Digest(""))


def _group(record: Mapping[str, Any], files: _Files, whole: Mapping[str, Any]) -> Group:
    slug = record["slug"]
    context = dict(files.common)
    context["content/catalogue.yaml"] = files.top.get("content/catalogue.yaml", Digest(""))
    for path in record["frameworks"]:
        context[path] = files.frameworks[path]
    for one in (slug, *record["lineage"]):
        context[f"{COMMUNITIES}/{one}/area.md"] = _own(files, one)[1]
    if whole["failed"]:  # a reference into a file that cannot be read is not reported
        context["mistakes"] = of_bytes(whole["log"].encode())
    folders = frozenset(files.folders[slug])
    leaves = tuple(
        Leaf(name, f"{COMMUNITIES}/{slug}/{name}" if name in folders else "", Digest(given))
        for name, given in record["units"]
    )
    own = _own(files, slug)[0]
    for one in record["siblings"]:  # a framework's page names the other areas it applies to
        own[f"{COMMUNITIES}/{one}/area.md"] = _own(files, one)[1]
    return Group(slug, leaves, own, context, tuple(record["below"]))


def _read(root: Root, base_url: str | None) -> dict[str, Any]:
    """Read and check everything above the units: the part of the outline that is remembered."""
    from sunlit.app.scenery import Scenery
    from sunlit.diagnostics import Severity

    scenery = Scenery(root, base_url)
    log = scenery.check()
    areas = scenery.areas()
    lineage = {slug: scenery.lineage(slug) for slug in areas}
    below = {slug: tuple(one for one in areas if slug in lineage[one]) for slug in areas}
    order = sorted(root.areas(), key=lambda slug: (len(below.get(slug, ())), slug))
    groups = [
        {
            "slug": slug,
            "units": [
                (unit, of_value(repr(scenery.row(slug, unit)))) for unit in scenery.units(slug)
            ],
            "lineage": lineage.get(slug, ()),
            "siblings": scenery.siblings(slug) if slug in areas else (),
            "below": sorted(below.get(slug, ())),
            "frameworks": [one.path for one in scenery.frameworks if slug in one.record.areas],
        }
        for slug in order
    ]
    failed = any(one.severity is Severity.ERROR for one in log)
    return {"groups": groups, "log": log_of(log).decode(), "failed": failed}
