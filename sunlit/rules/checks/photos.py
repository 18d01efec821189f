"""Photos: declared and there, paired, and safe to publish.

Owns the checks between `photos.yaml`, the files beside it, and the pairs that use them.
"""

from __future__ import annotations

from collections.abc import Mapping

from sunlit.diagnostics import Findings, Span
from sunlit.locale.moments import Precision
from sunlit.model.project import PhotoUse
from sunlit.model.unit import People, PhotoFile, PhotoList, PhotoRecord
from sunlit.rules.checks.dates import certainly_after
from sunlit.rules.checks.scope import Scope
from sunlit.rules.checks.walk import At, Placed
from sunlit.source.content import UnitContent
from sunlit.source.located import Located
from sunlit.source.nearest import did_you_mean


def photos(unit: UnitContent, scope: Scope, found: Findings) -> None:
    """Declarations against files, then every use of a photo."""
    files = {one.name: one for one in unit.photo_files}
    if unit.photos is not None:
        for number, record in enumerate(unit.photos.record.photos):
            _declared(unit.photos, number, files, scope, found)
            if record.file in files:
                _redacted(unit.photos, number, files[record.file], found)
    _undeclared(unit, scope, found)
    declared = {one.file: one for one in unit.photos.record.photos} if unit.photos else {}
    if unit.profile is not None:
        _uses(unit.profile, unit.profile.record.photos, declared, found)
    for project in unit.projects:
        _uses(project, project.record.photos, declared, found)
    for update in unit.updates:
        _uses(update, update.record.photos, declared, found)


def _uses(
    placed: Placed,
    uses: tuple[PhotoUse, ...],
    declared: Mapping[str, PhotoRecord],
    found: Findings,
) -> None:
    for number, use in enumerate(uses):
        _use(At(placed, ("photos", number)), use, declared, found)


def _declared(
    list_: Located[PhotoList], number: int, files: dict[str, PhotoFile], scope: Scope,
    found: Findings,
) -> None:  # fmt: skip
    record = list_.record.photos[number]
    unreadable = f"{scope.base}/photos/{record.file}" in scope.failed
    if record.file not in files and not unreadable:
        found.error(
            "photo-missing",
            list_.span("photos", number, "file"),
            message=(
                f"photos/ 里没有文件“{record.file}”",
                f"there is no file {record.file} in photos/",
            ),
            hint=did_you_mean(record.file, files)
            or ("上传这张照片，大小写要一致。", "Upload it; capital letters count."),
        )


def _redacted(list_: Located[PhotoList], number: int, file: PhotoFile, found: Findings) -> None:
    record = list_.record.photos[number]
    if record.people is People.BLURRED and not record.redact:
        found.warning(
            "blurred-without-redact",
            list_.span("photos", number, "people"),
            message=(
                "写了 blurred，但没有给出打码的区域",
                "people are said to be blurred, and no box says where",
            ),
            hint=(
                "用 redact 写出人脸的区域 [x, y, 宽, 高]，发布时自动打码。",
                "Give the faces as `redact: [[x, y, width, height]]`.",
            ),
        )
    for at, (x, y, width, height) in enumerate(record.redact):
        inside = x + width <= file.width and y + height <= file.height
        if not inside or not width or not height:
            found.error(
                "redact-outside",
                list_.span("photos", number, "redact", at),
                message=(
                    f"打码区域不在照片里（照片是 {file.width} × {file.height}）",
                    f"the box is not within the picture of {file.width} × {file.height}",
                ),
                hint=(
                    "按像素写 [x, y, 宽, 高]，从左上角量起。",
                    "Write [x, y, width, height] in pixels from the upper left.",
                ),
            )


def _undeclared(unit: UnitContent, scope: Scope, found: Findings) -> None:
    path = f"{unit.base}/photos/photos.yaml"
    if unit.photos is None and path in scope.failed:
        return
    declared = {one.file for one in unit.photos.record.photos} if unit.photos else set()
    for file in unit.photo_files:
        if file.name not in declared:
            found.error(
                "photo-undeclared",
                Span(f"{unit.base}/photos/{file.name}"),
                message=(
                    f"照片“{file.name}”没有写进 photos.yaml",
                    f"{file.name} is not listed in photos.yaml",
                ),
                hint=(
                    "在 photos.yaml 里写上 file、caption 和 people，或者删掉照片。",
                    "List it with `file`, `caption` and `people`, or delete it.",
                ),
            )


def _use(at: At, use: PhotoUse, declared: Mapping[str, PhotoRecord], found: Findings) -> None:
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
