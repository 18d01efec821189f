"""Photos: declared and there, dated as the camera has it, and safe to publish.

Owns the checks between `photos.yaml` and the files beside it.
"""

from __future__ import annotations

from sunlit.diagnostics import Findings, Span
from sunlit.locale.moments import Precision
from sunlit.model.unit import People, PhotoFile, PhotoList
from sunlit.rules.checks.scope import Scope
from sunlit.source.content import UnitContent
from sunlit.source.located import Located
from sunlit.source.nearest import did_you_mean
from sunlit.source.photo_entry import PEOPLE, entry_line

SMALLEST_BOX = 8
"""The side in pixels below which a box covers no face that anybody could know."""


def photos(unit: UnitContent, scope: Scope, found: Findings) -> None:
    """Declarations against files, and files against declarations."""
    files = {one.name: one for one in unit.photo_files}
    if unit.photos is not None:
        for number, record in enumerate(unit.photos.record.photos):
            _declared(unit.photos, number, files, scope, found)
            _covered(unit.photos, number, found)
            if record.file in files:
                _boxes(unit.photos, number, files[record.file], found)
                _dated(unit.photos, number, files[record.file], found)
    _undeclared(unit, scope, found)


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


def _covered(list_: Located[PhotoList], number: int, found: Findings) -> None:
    record = list_.record.photos[number]
    if record.people is People.BLURRED and not record.redact:
        found.error(
            "blurred-without-redact",
            list_.span("photos", number, "people"),
            message=(
                "写了 blurred，但没有给出打码的区域",
                "people are said to be blurred, and no box says where",
            ),
            hint=(
                "用 redact 写出每张人脸的区域 [x, y, 宽, 高]，发布时自动打码；"
                "自己打过码的也写，再遮一次不要紧。",
                "Give each face as `redact: [[x, y, width, height]]`, those blurred before too.",
            ),
        )


def _boxes(list_: Located[PhotoList], number: int, file: PhotoFile, found: Findings) -> None:
    for at, (x, y, width, height) in enumerate(list_.record.photos[number].redact):
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
        elif min(width, height) < SMALLEST_BOX:
            found.warning(
                "redact-small",
                list_.span("photos", number, "redact", at),
                message=(
                    f"打码区域只有 {width} × {height} 像素，遮不住人脸"
                    f"（照片是 {file.width} × {file.height}）",
                    f"a box of {width} × {height} pixels covers no face"
                    f" on a picture of {file.width} × {file.height}",
                ),
                hint=(
                    "在原图上重新量：后两个数是宽和高，单位是像素，不是百分比。",
                    "Measure on the original: width and height in pixels, not in per cent.",
                ),
            )


def _dated(list_: Located[PhotoList], number: int, file: PhotoFile, found: Findings) -> None:
    """A day against the camera's own; a month or year is what an author knows, and stands."""
    date = list_.record.photos[number].date
    if date is None or file.taken is None or date.before or date.precision is not Precision.DAY:
        return
    if date.iso != file.taken:
        found.warning(
            "photo-date",
            list_.span("photos", number, "date"),
            message=(
                f"这里写的是 {date.iso}，相机记下的是 {file.taken}",
                f"the date is {date.iso} here, and {file.taken} as the camera has it",
            ),
            hint=(
                f"写错了就改成 {file.taken}；相机的时钟不准，就只写月份 {date.iso[:7]}。",
                f"Write {file.taken}, or {date.iso[:7]} alone where the camera's clock was wrong.",
            ),
        )


def _undeclared(unit: UnitContent, scope: Scope, found: Findings) -> None:
    path = f"{unit.base}/photos/photos.yaml"
    if unit.photos is None and path in scope.failed:
        return
    declared = {one.file for one in unit.photos.record.photos} if unit.photos else set()
    for file in unit.photo_files:
        if file.name not in declared:
            entry = entry_line(file.name, file.taken)
            command = f"build.py new photo {unit.area} {unit.slug}"
            found.error(
                "photo-undeclared",
                Span(f"{unit.base}/photos/{file.name}"),
                message=(
                    f"照片“{file.name}”没有写进 photos.yaml",
                    f"{file.name} is not listed in photos.yaml",
                ),
                hint=(
                    f"运行 {command}，或者在 photos.yaml 的 photos: 下面加一行"
                    f"“{entry}”；caption 写画面里是什么，people 写 {PEOPLE[0]}。",
                    f"Run {command}, or add `{entry}` below `photos:` in photos.yaml;"
                    f" `caption` is what it shows, `people` one of {PEOPLE[1]}.",
                ),
            )
