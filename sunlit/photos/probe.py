"""Whether a photo file can be used, from its bytes, before it is decoded.

Owns what an author is told about one that cannot. Neither decodes nor needs a picture library;
`look.facts_of` does.
"""

from __future__ import annotations

from typing import assert_never

from sunlit.diagnostics import Findings, Span
from sunlit.digest import of_bytes
from sunlit.model.unit import PhotoFile
from sunlit.photos.container import form_of
from sunlit.photos.form import (
    LARGEST_BYTES,
    LARGEST_PIXELS,
    TALLEST,
    CutShort,
    Flaw,
    Foreign,
    Form,
    Garbled,
    Moving,
    TooLarge,
    Unsupported,
)

_EXPORT = (
    "导出为 JPEG 再放进来（苹果手机：设置 → 相机 → 格式 → 兼容性最佳）。",
    "Export it as JPEG, PNG or WebP.",
)
_AGAIN = (
    "从手机或相机里重新复制一份，或者重新导出为 JPEG。",
    "Copy it from the phone or camera again, or export it as JPEG again.",
)


def probe(content: bytes, *, name: str, path: str, found: Findings) -> PhotoFile | None:
    """The photo's digest and upright size in pixels; None with a finding when it cannot be used."""
    form = form_of(content)
    if isinstance(form, Form):
        return PhotoFile(name, of_bytes(content), *form.upright)
    _tell(form, name, path, found)
    return None


def unreadable(path: str, found: Findings) -> None:
    """Report a file that begins as a photo and does not hold one."""
    found.error(
        "photo-unreadable",
        Span(path),
        message=("这张照片已损坏，打不开", "this photo is damaged and cannot be opened"),
        hint=_AGAIN,
    )


def _tell(flaw: Flaw, name: str, path: str, found: Findings) -> None:
    match flaw:
        case Garbled():
            unreadable(path, found)
        case Foreign(zh, en):
            found.error(
                "photo-format",
                Span(path),
                message=(f"“{name}”是{zh}，不是能用的照片", f"{name} is {en}, not a usable photo"),
                hint=_EXPORT,
            )
        case Unsupported():
            found.error(
                "photo-heic",
                Span(path),
                message=(
                    f"“{name}”是 HEIC，这里还打不开",
                    f"{name} is HEIC, unread here",
                ),
                hint=(
                    "导出为 JPEG：苹果手机在“设置 → 相机 → 格式”选“兼容性最佳”后重拍，"
                    "或者用微信发给自己（不选原图）再保存。",
                    "Export it as JPEG, or install pi-heif: pip install -r requirements-heic.in.",
                ),
            )
        case CutShort(at):
            found.error(
                "photo-truncated",
                Span(path),
                message=(
                    f"照片不完整：文件在第 {at:,} 字节处中断",
                    f"the photo is not whole: the file breaks off at byte {at:,}",
                ),
                hint=_AGAIN,
            )
        case Moving():
            found.error(
                "photo-animated",
                Span(path),
                message=(f"“{name}”是动图", f"{name} is animated"),
                hint=("换成一张静止的照片。", "Use a still photo."),
            )
        case TooLarge(size):
            _too_large(size, path, found)
        case _:
            assert_never(flaw)


def _too_large(size: str, path: str, found: Findings) -> None:
    pixels, megabytes = LARGEST_PIXELS // 10_000, LARGEST_BYTES // 1_000_000
    found.error(
        "photo-too-large",
        Span(path),
        message=(f"照片太大（{size}）", f"the photo is too large ({size})"),
        hint=(
            f"缩小到 {pixels} 万像素、{megabytes} MB 以内，高不超过宽的 {TALLEST} 倍。",
            f"Keep it within {pixels // 100} megapixels, {megabytes} MB and {TALLEST} times as high"
            " as wide, as a plain JPEG.",
        ),
    )
