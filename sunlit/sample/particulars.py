"""What a telephone writes into a picture beside its pixels: all that may never be published.

Owns the invented camera, its owner, its number and its position in the open sea. Every kind of
metadata that is common is there: EXIF with a thumbnail, XMP, IPTC, a colour profile, a comment.
"""

from __future__ import annotations

import io
import struct
from datetime import date

from msgspec import Struct
from PIL import ExifTags, Image, ImageCms

COMMENT = b"invented sample; not a photo"
OWNER = "SAMPLE OWNER"
SERIAL = "SAMPLE-000000"

_XMP = """\
<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
    xmlns:exif="http://ns.adobe.com/exif/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmp:CreatorTool="SAMPLE CAMERA 1" xmp:CreateDate="{day}T10:00:00"
    exif:GPSLatitude="1,2.05N" exif:GPSLongitude="4,5.1W">
   <dc:creator><rdf:Seq><rdf:li>{owner}</rdf:li></rdf:Seq></dc:creator>
  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""
_THUMBNAIL = (160, 120)


class Particulars(Struct, frozen=True):
    """The metadata of one file, ready for Pillow's JPEG writer; `segments` are whole markers."""

    exif: bytes
    xmp: bytes
    profile: bytes
    segments: bytes


def particulars(upright: Image.Image, taken: date, *, orientation: int) -> Particulars:
    """All of it for a picture that is stored as its orientation says."""
    thumbnail = io.BytesIO()
    upright.resize(_THUMBNAIL, Image.Resampling.BOX).save(thumbnail, "JPEG", quality=70)
    return Particulars(
        exif=_with_thumbnail(_exif(taken, orientation).tobytes(), thumbnail.getvalue()),
        xmp=_XMP.format(day=taken.isoformat(), owner=OWNER).encode(),
        profile=_profile(),
        segments=_iptc(taken),
    )


def _exif(taken: date, orientation: int) -> Image.Exif:
    moment = taken.strftime("%Y:%m:%d 10:00:00")
    exif = Image.Exif()
    exif[ExifTags.Base.Make] = "SAMPLE"
    exif[ExifTags.Base.Model] = "SAMPLE CAMERA 1"
    exif[ExifTags.Base.Software] = "SAMPLE 1.0"
    exif[ExifTags.Base.Orientation] = orientation
    exif[ExifTags.Base.Artist] = OWNER
    exif[ExifTags.Base.DateTime] = moment
    details = exif.get_ifd(ExifTags.IFD.Exif)
    details[ExifTags.Base.DateTimeOriginal] = moment
    details[ExifTags.Base.DateTimeDigitized] = moment
    details[ExifTags.Base.OffsetTimeOriginal] = "+08:00"
    details[ExifTags.Base.ExposureTime] = 0.004
    details[ExifTags.Base.FNumber] = 1.8
    details[ExifTags.Base.ISOSpeedRatings] = 64
    details[ExifTags.Base.FocalLength] = 5.4
    details[ExifTags.Base.LensModel] = "SAMPLE LENS"
    details[ExifTags.Base.BodySerialNumber] = SERIAL
    position = exif.get_ifd(ExifTags.IFD.GPSInfo)
    position[ExifTags.GPS.GPSLatitudeRef] = "N"
    position[ExifTags.GPS.GPSLatitude] = (1.0, 2.0, 3.0)
    position[ExifTags.GPS.GPSLongitudeRef] = "W"
    position[ExifTags.GPS.GPSLongitude] = (4.0, 5.0, 6.0)
    position[ExifTags.GPS.GPSDateStamp] = taken.strftime("%Y:%m:%d")
    return exif


def _with_thumbnail(exif: bytes, thumbnail: bytes) -> bytes:
    """The second directory of a TIFF structure, which Pillow reads and does not write."""
    intro, tiff = exif[:6], exif[6:]
    order = "<" if tiff[:2] == b"II" else ">"
    (first,) = struct.unpack_from(f"{order}I", tiff, 4)
    (count,) = struct.unpack_from(f"{order}H", tiff, first)
    link = first + 2 + 12 * count
    tiff += b"\0" * (len(tiff) % 2)
    start = len(tiff)
    entries = (
        (ExifTags.Base.Compression, 3, 1, 6),
        (ExifTags.Base.JpegIFOffset, 4, 1, start + 2 + 3 * 12 + 4),
        (ExifTags.Base.JpegIFByteCount, 4, 1, len(thumbnail)),
    )
    second = struct.pack(f"{order}H", len(entries))
    for tag, kind, number, value in entries:
        # A short stands in the first two of the four bytes for a value.
        form = "HHIH2x" if kind == 3 else "HHII"
        second += struct.pack(f"{order}{form}", tag, kind, number, value)
    second += struct.pack(f"{order}I", 0)
    linked = tiff[:link] + struct.pack(f"{order}I", start) + tiff[link + 4 :]
    return intro + linked + second + thumbnail


def _iptc(taken: date) -> bytes:
    """A press agency's block, as picture editors write it, in its marker."""
    facts = ((80, OWNER), (55, taken.strftime("%Y%m%d")), (90, "SAMPLE CITY"), (120, "SAMPLE"))
    records = b"".join(
        struct.pack(">BBBH", 0x1C, 2, number, len(value)) + value.encode()
        for number, value in facts
    )
    resource = b"8BIM" + struct.pack(">HHI", 0x0404, 0, len(records)) + records
    content = b"Photoshop 3.0\0" + resource + b"\0" * (len(records) % 2)
    return struct.pack(">BBH", 0xFF, 0xED, len(content) + 2) + content


def _profile() -> bytes:
    """sRGB as littleCMS writes it, but for the moment of writing in bytes 24 to 35."""
    made = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return made[:24] + struct.pack(">6H", 2025, 1, 1, 0, 0, 0) + made[36:]
