"""The kinds of file that end up among photos and are none, by their first bytes.

Owns their names: an author who is told "this is a PDF" knows what went wrong.
"""

from __future__ import annotations

from codecs import getincrementaldecoder

from sunlit.photos.form import Foreign

_UNKNOWN = Foreign("认不出来的文件", "a file of an unknown kind")
_EMPTY = Foreign("空文件", "an empty file")
_TEXT = Foreign("文本文件", "a text file")
_FILM = Foreign("视频", "a film")
_RAW = Foreign("相机原始文件（RAW）", "a camera's raw file")
_OFFICE = Foreign("Word、Excel、WPS 之类的文档", "a Word, Excel or WPS document")
_STARTS: tuple[tuple[bytes, Foreign], ...] = (
    (b"GIF8", Foreign("GIF 图片", "a GIF")),
    (b"BM", Foreign("BMP 图片", "a BMP")),
    (b"FUJIFILM", _RAW),
    (b"IIU\0", _RAW),
    (b"IIRO", _RAW),
    (b"II*\0", Foreign("TIFF 图片或相机原始文件", "a TIFF or a camera's raw file")),
    (b"MM\0*", Foreign("TIFF 图片或相机原始文件", "a TIFF or a camera's raw file")),
    (b"\0\0\1\0", Foreign("ICO 图标", "an icon")),
    (b"8BPS", Foreign("Photoshop 文件", "a Photoshop file")),
    (b"%PDF", Foreign("PDF 文档", "a PDF")),
    (b"%!PS", Foreign("PostScript 文件", "a PostScript file")),
    (b"\xff\x0a", Foreign("JPEG XL 图片", "a JPEG XL")),
    (b"\0\0\0\x0cJXL ", Foreign("JPEG XL 图片", "a JPEG XL")),
    (b"\0\0\0\x0cjP  ", Foreign("JPEG 2000 图片", "a JPEG 2000")),
    (b"\xd0\xcf\x11\xe0", _OFFICE),
    (b"PK\3\4", Foreign("压缩包或 Office 文档", "an archive or an Office document")),
    (b"Rar!", Foreign("压缩包", "an archive")),
    (b"7z\xbc\xaf", Foreign("压缩包", "an archive")),
    (b"\x1f\x8b", Foreign("压缩包", "an archive")),
    (b"\x1aE\xdf\xa3", _FILM),
    (b"\0\0\1\xba", _FILM),
    (b"ID3", Foreign("录音", "a sound recording")),
    (b"#!AMR", Foreign("录音", "a sound recording")),
)
_OFFICE_PARTS = (b"word/", b"xl/", b"ppt/", b"[Content_Types].xml")
_RIFF = {b"AVI ": _FILM, b"WAVE": Foreign("录音", "a sound recording")}
_MARKUP = ((b"<svg", Foreign("SVG 图片", "an SVG")), (b"<html", Foreign("网页", "a web page")))


def foreign(content: bytes) -> Foreign:
    """What a file is that is no photo."""
    if not content:
        return _EMPTY
    if content[4:8] == b"ftyp":
        return _boxed(content[8:12], content[16 : int.from_bytes(content[:4])])
    if content[:4] == b"RIFF":
        return _RIFF.get(content[8:12], _UNKNOWN)
    if content[:4] == b"PK\3\4" and any(part in content[:4096] for part in _OFFICE_PARTS):
        return _OFFICE
    for start, kind in _STARTS:
        if content.startswith(start):
            return kind
    return _text(content[:1024])


def _boxed(brand: bytes, others: bytes) -> Foreign:
    if brand in (b"avif", b"avis") or b"avif" in others:
        return Foreign("AVIF 图片", "an AVIF")
    return _RAW if brand == b"crx " else _FILM


def _text(start: bytes) -> Foreign:
    low = start.lower()
    for mark, kind in _MARKUP:
        if mark in low:
            return kind
    try:
        getincrementaldecoder("utf-8")().decode(start)  # it may end within a letter
    except UnicodeDecodeError:
        return _UNKNOWN
    return _TEXT if b"\0" not in start else _UNKNOWN
