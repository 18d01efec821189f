"""What a photo file is, from its first bytes: format and upright size, before it is decoded.

Owns which files are accepted. Limits on pixels are checked here, so that a small file that
holds a huge picture is refused without being unpacked.
"""

from __future__ import annotations

import io
import warnings

from PIL import Image, UnidentifiedImageError

from sunlit.diagnostics import Findings, Span
from sunlit.digest import of_bytes
from sunlit.model.unit import PhotoFile

FORMATS = ("JPEG", "PNG", "WEBP")
LARGEST_PIXELS = 60_000_000
LARGEST_BYTES = 40_000_000
_ORIENTATION = 0x0112
_PIXELS_START, _JPEG_END = b"\xda", b"\xff\xd9"


def probe(content: bytes, *, name: str, path: str, found: Findings) -> PhotoFile | None:
    """The photo's digest and upright size in pixels; None with a finding when it cannot be used."""
    if len(content) > LARGEST_BYTES:
        _too_large(path, found, f"{len(content):,} B")
        return None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(content), formats=FORMATS) as image:
                width, height = image.size
                if width * height > LARGEST_PIXELS:
                    _too_large(path, found, f"{width} × {height}")
                    return None
                # A telephone's JPEG may hold a second picture (MPO: depth, brightness).
                moves = image.format != "MPO" and getattr(image, "n_frames", 1) > 1
                turned = image.getexif().get(_ORIENTATION, 1) in (5, 6, 7, 8)
                whole = image.format not in ("JPEG", "MPO") or _is_whole_jpeg(content)
    except Image.DecompressionBombError:
        _too_large(path, found, "> 178 MP")
        return None
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError):
        whole = False
    if not whole:
        unreadable(path, found)
        return None
    if moves:
        found.error(
            "photo-animated",
            Span(path),
            message=(f"“{name}”是动图", f"{name} is animated"),
            hint=("换成一张静止的照片。", "Use a still photo."),
        )
        return None
    if turned:
        width, height = height, width
    return PhotoFile(name, of_bytes(content), width, height)


def _is_whole_jpeg(content: bytes) -> bool:
    """Whether an end mark follows the start of the pixels, which hold none.

    PNG and WebP cut short are noticed when they are opened; for JPEG that would mean decoding it.
    """
    at = 2
    while content[at : at + 1] == b"\xff":
        if content[at + 1 : at + 2] == _PIXELS_START:
            return content.find(_JPEG_END, at) >= 0
        at += 2 + int.from_bytes(content[at + 2 : at + 4])
    return True  # no JPEG as it should be; decoding it will tell


def unreadable(path: str, found: Findings) -> None:
    """Report a file that is no photo, or only the beginning of one."""
    found.error(
        "photo-unreadable",
        Span(path),
        message=("这个文件不是能用的照片", "this file is no photo that can be used"),
        hint=(
            "导出为 JPEG 再放进来（苹果手机：设置 → 相机 → 格式 → 兼容性最佳）。",
            "Export it as JPEG, PNG or WebP.",
        ),
    )


def _too_large(path: str, found: Findings, size: str) -> None:
    found.error(
        "photo-too-large",
        Span(path),
        message=(f"照片太大（{size}）", f"the photo is too large ({size})"),
        hint=("缩小到 6000 万像素、40 MB 以内。", "Keep it within 60 megapixels and 40 MB."),
    )
