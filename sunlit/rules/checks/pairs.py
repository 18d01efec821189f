"""Pairs before and after: one viewpoint, two dated pictures, the second taken later.

Owns the contract of a pair. Names that lead nowhere and photos without an entry are reported
elsewhere, and nothing follows from them here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sunlit.diagnostics import Findings
from sunlit.locale.moments import Precision
from sunlit.model.project import PhotoUse
from sunlit.model.unit import PhotoFile, PhotoRecord
from sunlit.rules.checks.dates import certainly_after
from sunlit.rules.checks.looks import same_picture
from sunlit.rules.checks.scope import Scope
from sunlit.rules.checks.walk import At
from sunlit.source.content import UnitContent


def pairs(unit: UnitContent, scope: Scope, found: Findings) -> None:
    """Every use of photos: whole, and where it is a pair, one that can be compared."""
    files = {one.name: one for one in unit.photo_files}
    declared = entries_of(unit)
    undated: dict[str, At] = {}
    for at, use in uses_of(unit):
        _whole(at, use, found)
        if use.before is None or use.after is None:
            continue
        if use.pair is None:
            _no_viewpoint(at, found)
        if not _same(at, use, files, found):
            _ordered(at, use, declared, found)
        for half, name in (("before", use.before), ("after", use.after)):
            if name in declared and declared[name].date is None:
                undated.setdefault(name, at.below(half))
    for name, at in undated.items():
        _undated(unit, at, name, files.get(name), found)


def entries_of(unit: UnitContent) -> dict[str, PhotoRecord]:
    """The entries of `photos.yaml` by file; of two for one file, which is a mistake, the first."""
    every = unit.photos.record.photos if unit.photos else ()
    return {one.file: one for one in reversed(every)}


def uses_of(unit: UnitContent) -> Iterator[tuple[At, PhotoUse]]:
    """Every photo or pair that a page of the unit shows by name, and where that is written."""
    for placed in (unit.profile, *unit.projects, *unit.updates):
        for number, use in enumerate(placed.record.photos if placed else ()):
            if placed is not None:
                yield At(placed, ("photos", number)), use


def _whole(at: At, use: PhotoUse, found: Findings) -> None:
    half = (use.before is None) is not (use.after is None)
    neither = use.before is None and use.after is None
    if half or (neither and (use.pair is not None or use.photo is None)):
        found.error(
            "pair-incomplete",
            at.span(),
            message=(
                "对比照片缺一张" if half else "这里没有写用哪张照片",
                "the pair has only one half" if half else "this names no photo",
            ),
            hint=(
                "同时写 before 和 after；只有一张时写 photo。",
                "Write both `before` and `after`, or `photo` for a single one.",
            ),
        )


def _no_viewpoint(at: At, found: Findings) -> None:
    found.error(
        "pair-viewpoint",
        at.span(),
        message=(
            "对比照片没有写是站在哪里拍的",
            "the pair does not name the viewpoint both were taken from",
        ),
        hint=(
            "给拍摄的位置起个名字，例如 pair: bridge-head，两张要站在同一个位置拍。",
            "Name the place both were taken from, such as `pair: bridge-head`.",
        ),
    )


def _same(at: At, use: PhotoUse, files: Mapping[str, PhotoFile], found: Findings) -> bool:
    """Whether both halves are one picture, which is reported.

    Only equal looks count: what was built since may be small, and the place is the same.
    """
    before, after = files.get(use.before or ""), files.get(use.after or "")
    one_file = use.before == use.after
    if not one_file and not (before and after and same_picture(before, after, within=0)):
        return False
    found.error(
        "pair-same",
        at.span("after"),
        message=(
            f"前后两张是同一个文件“{use.after}”"
            if one_file
            else f"“{use.before}”和“{use.after}”是同一张照片",
            f"before and after are the one file {use.after}"
            if one_file
            else f"{use.before} and {use.after} are the same picture",
        ),
        hint=(
            "after 换成后来拍的那一张；还没有拍，就只写 photo。",
            "Give the photo taken later as `after`, or write `photo` until there is one.",
        ),
    )
    return True


def _ordered(at: At, use: PhotoUse, declared: Mapping[str, PhotoRecord], found: Findings) -> None:
    before, after = declared.get(use.before or ""), declared.get(use.after or "")
    if before is None or after is None or before.date is None or after.date is None:
        return
    same_day = before.date == after.date and before.date.precision is Precision.DAY
    if same_day or certainly_after(before.date, after.date):
        found.error(
            "pair-order",
            at.span("after"),
            message=(
                f"之后的照片（{after.date.iso}）不晚于之前的（{before.date.iso}）",
                f"the photo after ({after.date.iso}) is not later than before ({before.date.iso})",
            ),
            hint=(
                "核对拍摄日期，或者把两张对调。",
                "Check the dates in photos.yaml, or swap the two.",
            ),
        )


def _undated(unit: UnitContent, at: At, name: str, file: PhotoFile | None, found: Findings) -> None:
    """The camera's own day is offered and not taken: its clock may be wrong."""
    if unit.photos is None:
        return
    number = [one.file for one in unit.photos.record.photos].index(name)
    taken = file.taken if file else None
    found.error(
        "pair-undated",
        at.span(),
        message=(f"对比照片“{name}”没有写拍摄日期", f"{name} of this pair has no date"),
        hint=(
            f"相机记下的是 {taken}；核对以后，在 photos.yaml 里给它写上 date: {taken}。",
            f"The camera wrote {taken}; if that is right, add `date: {taken}` in photos.yaml.",
        )
        if taken
        else (
            "在 photos.yaml 里给它写上 date；只知道月份，就写 2026-03 这样。",
            "Add its `date` in photos.yaml; a month such as 2026-03 will do.",
        ),
        related=[(unit.photos.span("photos", number), ("照片写在这里", "its entry is here"))],
    )
