"""A scene as the file a camera would have left: mark, JPEG, and the particulars to be stripped.

Owns the invented camera, its position and its number, which no published photo may carry. Needs
Pillow; is loaded only when photos are asked for.
"""

from __future__ import annotations

import io
from datetime import date

from PIL import ExifTags, Image, ImageDraw, ImageFilter, ImageFont

from sunlit.sample.scenes import paint

_SEAL = (163, 35, 28)
_PAPER = (255, 250, 244)
_STROKES = (
    # 虚 and 构 on a grid of 24, each stroke a line of points: no font has to be there.
    ((12, 1, 12, 6), (12, 3, 18, 3), (20, 6, 18, 9), (20, 6, 4, 6, 4, 14, 1, 22), (7, 10, 17, 8),
     (11, 7, 11, 12, 17, 12), (10, 14, 10, 21), (14, 14, 14, 21), (6, 16, 8, 19), (19, 15, 17, 19),
     (4, 22, 21, 22)),
    ((1, 7, 10, 7), (5, 1, 5, 23), (5, 8, 1, 15), (5, 9, 9, 14), (14, 2, 11, 9),
     (13, 6, 22, 6, 21, 21, 18, 20), (16, 9, 13, 16, 19, 16), (17, 13, 20, 18)),
)  # fmt: skip


def photograph(scene: str, seed: str, *, after: bool, taken: date, turned: bool = False) -> bytes:
    """A JPEG of a scene; `turned` stores it on its side and says so, as telephones do."""
    picture = paint(scene, seed, after=after).filter(ImageFilter.GaussianBlur(0.7))
    _mark(picture)
    if turned:
        picture = picture.transpose(Image.Transpose.ROTATE_90)
    buffer = io.BytesIO()
    exif = _particulars(taken, orientation=6 if turned else 1)
    picture.save(buffer, "JPEG", quality=80, exif=exif, comment=b"invented sample; not a photo")
    return buffer.getvalue()


def _mark(picture: Image.Image) -> None:
    draw = ImageDraw.Draw(picture)
    left, top = picture.width - 266, picture.height - 84
    draw.rounded_rectangle((left, top, left + 242, top + 60), radius=8, fill=_SEAL)
    for number, character in enumerate(_STROKES):
        for stroke in character:
            x = left + 14 + number * 46
            points = [
                (x + stroke[at] * 1.6, top + 11 + stroke[at + 1] * 1.6)
                for at in range(0, len(stroke), 2)
            ]
            draw.line(points, fill=_PAPER, width=4, joint="curve")
    draw.text((left + 112, top + 14), "SAMPLE", fill=_PAPER, font=ImageFont.load_default(size=30))


def _particulars(taken: date, *, orientation: int) -> Image.Exif:
    """What a camera writes beside the pixels; the position is a spot in the open sea."""
    exif = Image.Exif()
    exif[ExifTags.Base.Make] = "SAMPLE"
    exif[ExifTags.Base.Model] = "SAMPLE CAMERA 1"
    exif[ExifTags.Base.Orientation] = orientation
    exif[ExifTags.Base.Artist] = "SAMPLE OWNER"
    exif[ExifTags.Base.DateTime] = taken.strftime("%Y:%m:%d 10:00:00")
    details = exif.get_ifd(ExifTags.IFD.Exif)
    details[ExifTags.Base.DateTimeOriginal] = taken.strftime("%Y:%m:%d 10:00:00")
    details[ExifTags.Base.BodySerialNumber] = "SAMPLE-000000"
    position = exif.get_ifd(ExifTags.IFD.GPSInfo)
    position[ExifTags.GPS.GPSLatitudeRef] = "N"
    position[ExifTags.GPS.GPSLatitude] = (1.0, 2.0, 3.0)
    position[ExifTags.GPS.GPSLongitudeRef] = "W"
    position[ExifTags.GPS.GPSLongitude] = (4.0, 5.0, 6.0)
    return exif
