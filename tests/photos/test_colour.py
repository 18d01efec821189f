"""Colours of every kind come out as the sRGB they mean."""

from __future__ import annotations

import io
import struct
import zlib

import pytest
from PIL import Image, ImageCms

from sunlit.photos.colour import to_srgb
from sunlit.photos.container import form_of
from sunlit.photos.decode import decoded
from sunlit.photos.form import Form
from tests.photos.pictures import GREEN, RED, WHITE, chunk, corners, near, png, saved, seen

Colour = tuple[int, ...]
Point = tuple[float, float, float]


def shown(content: bytes) -> Colour:
    """The colour of a plain picture as it is decoded, before any format loses of it."""
    form = form_of(content)
    assert isinstance(form, Form)
    return corners(decoded(content, form, 1280))[0]


@pytest.mark.parametrize(
    ("image", "options", "expected"),
    [
        pytest.param(Image.new("L", (40, 30), 77), {}, (77, 77, 77), id="grey"),
        pytest.param(Image.new("1", (40, 30), 1), {}, WHITE, id="black-and-white"),
        pytest.param(Image.new("I;16", (40, 30), 32768), {}, (128, 128, 128), id="16-bit"),
        pytest.param(Image.new("I;16", (40, 30), 65535), {}, WHITE, id="16-bit-white"),
        pytest.param(Image.new("RGBA", (40, 30), (255, 0, 0, 0)), {}, WHITE, id="alpha-none"),
        pytest.param(Image.new("RGBA", (40, 30), (*RED, 255)), {}, RED, id="alpha-full"),
        pytest.param(
            Image.new("RGBA", (40, 30), (0, 0, 0, 51)), {}, (204, 204, 204), id="alpha-a-fifth"
        ),
        pytest.param(Image.new("LA", (40, 30), (0, 51)), {}, (204, 204, 204), id="grey-alpha"),
        pytest.param(Image.new("RGB", (40, 30), RED), {"transparency": RED}, WHITE, id="key"),
        pytest.param(Image.new("L", (40, 30), 9), {"transparency": 9}, WHITE, id="grey-key"),
    ],
)  # fmt: skip
def test_every_mode_becomes_rgb_on_white(
    image: Image.Image, options: dict[str, object], expected: Colour
) -> None:
    assert near(shown(saved(image, "PNG", **options)), expected, 1)


@pytest.mark.parametrize(
    ("colours", "sample", "expected"),
    [
        (2, (200 * 257, 30 * 257, 40 * 257), (200, 30, 40)),
        (6, (200 * 257, 30 * 257, 40 * 257, 65535), (200, 30, 40)),
        (6, (0, 0, 0, 0x3333), (204, 204, 204)),
        (4, (0, 0x3333), (204, 204, 204)),
        (0, (77 * 257,), (77, 77, 77)),
    ],
)
def test_sixteen_bits_become_eight(colours: int, sample: Colour, expected: Colour) -> None:
    row = b"\0" + struct.pack(f">{len(sample)}H", *sample) * 8
    assert near(shown(png(8, 8, 16, colours, row * 8)), expected, 1)


@pytest.mark.parametrize(("options", "expected"), [({}, GREEN), ({"transparency": 1}, WHITE)])
def test_a_palette_is_resolved_with_its_transparent_colour(
    options: dict[str, object], expected: Colour
) -> None:
    image = Image.new("P", (40, 30), 1)
    image.putpalette([0, 0, 0, *GREEN])
    assert shown(saved(image, "PNG", **options)) == expected


def test_printing_colours_become_rgb_whether_adobe_wrote_them_inverted_or_not() -> None:
    image = Image.new("CMYK", (40, 30), (255, 0, 0, 255))
    inverted = saved(image, "JPEG", quality=95)
    assert near(shown(inverted), (0, 0, 0))
    at = inverted.index(b"\xff\xee")
    length = int.from_bytes(inverted[at + 2 : at + 4])
    plain = inverted[:at] + inverted[at + 2 + length :]
    assert near(shown(plain), (255, 0, 0)), "without Adobe's mark the numbers are taken as ink"


# The primaries of the colour spaces that telephones and cameras write, adapted to D50 as in
# their ICC profiles, and the exponent or curve of their values.
SPACES: dict[str, tuple[tuple[Point, Point, Point], float]] = {
    "Display P3": (
        ((0.5151, 0.2412, -0.0011), (0.2920, 0.6922, 0.0419), (0.1571, 0.0666, 0.7841)),
        0.0,
    ),
    "Adobe RGB": (
        ((0.6097, 0.3111, 0.0195), (0.2053, 0.6257, 0.0609), (0.1492, 0.0632, 0.7446)),
        2.19921875,
    ),
    "sRGB": (
        ((0.4360, 0.2225, 0.0139), (0.3851, 0.7169, 0.0971), (0.1431, 0.0606, 0.7141)),
        0.0,
    ),
}
_CURVE = (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)


def fixed(number: float) -> bytes:
    return struct.pack(">i", round(number * 65536))


def xyz(point: Point) -> bytes:
    return b"XYZ \0\0\0\0" + b"".join(map(fixed, point))


def profile(name: str) -> bytes:
    """An ICC profile of matrix and curve, as cameras embed it."""
    primaries, gamma = SPACES[name]
    if gamma:
        curve = b"curv\0\0\0\0" + struct.pack(">IH", 1, round(gamma * 256)) + b"\0\0"
    else:
        curve = b"para\0\0\0\0\0\3\0\0" + b"".join(map(fixed, _CURVE))
    tags = {
        b"wtpt": xyz((0.9642, 1.0, 0.8249)),
        **{key: xyz(one) for key, one in zip((b"rXYZ", b"gXYZ", b"bXYZ"), primaries, strict=True)},
        **dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), curve),
    }
    return icc(b"RGB ", b"XYZ ", tags)


def icc(space: bytes, between: bytes, tags: dict[bytes, bytes]) -> bytes:
    table, body = struct.pack(">I", len(tags)), b""
    start = 128 + 4 + 12 * len(tags)
    for key, data in tags.items():
        table += key + struct.pack(">II", start + len(body), len(data))
        body += data + b"\0" * (-len(data) % 4)
    head = bytearray(128)
    head[0:4] = struct.pack(">I", start + len(body))
    head[8:12] = b"\2\x40\0\0"
    head[12:24] = (b"prtr" if space == b"CMYK" else b"mntr") + space + between
    head[36:40] = b"acsp"
    head[68:80] = b"".join(map(fixed, (0.9642, 1.0, 0.8249)))
    return bytes(head) + table + body


def by_hand(name: str, colour: Colour) -> Colour:
    """What sRGB shows of a colour, in the arithmetic of the two spaces' definitions."""
    primaries, gamma = SPACES[name]
    linear = [decode(part / 255, gamma) for part in colour]
    light = [sum(a * p[row] for a, p in zip(linear, primaries, strict=True)) for row in range(3)]
    own = inverse(SPACES["sRGB"][0])
    there = [sum(own[row][at] * light[at] for at in range(3)) for row in range(3)]
    return tuple(round(255 * encode(min(max(part, 0.0), 1.0))) for part in there)


def decode(value: float, gamma: float) -> float:
    if gamma:
        return float(value**gamma)
    return float(value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4)


def encode(value: float) -> float:
    return float(value * 12.92 if value <= 0.0031308 else 1.055 * value ** (1 / 2.4) - 0.055)


def inverse(columns: tuple[Point, Point, Point]) -> list[list[float]]:
    (a, d, g), (b, e, h), (c, f, i) = columns
    whole = a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g)
    rows = [
        [e * i - f * h, c * h - b * i, b * f - c * e],
        [f * g - d * i, a * i - c * g, c * d - a * f],
        [d * h - e * g, b * g - a * h, a * e - b * d],
    ]
    return [[one / whole for one in row] for row in rows]


COLOURS = [
    *(RED, GREEN, (40, 60, 190), WHITE, (0, 0, 0), (128, 128, 128), (12, 13, 14)),
    *((250, 20, 30), (255, 0, 0), (0, 255, 0), (0, 0, 255), (180, 220, 60), (230, 190, 160)),
]  # fmt: skip


def slowly(mode: str, profile: bytes, colour: Colour) -> Colour:
    """What littleCMS makes of one colour with all its shortcuts switched off."""
    converted = ImageCms.applyTransform(
        Image.new(mode, (1, 1), colour),
        ImageCms.buildTransform(
            ImageCms.ImageCmsProfile(io.BytesIO(profile)),
            ImageCms.createProfile("sRGB"),
            mode,
            "RGB",
            ImageCms.Intent.RELATIVE_COLORIMETRIC,
            ImageCms.Flags.NOOPTIMIZE | ImageCms.Flags.BLACKPOINTCOMPENSATION,
        ),
    )
    assert converted is not None
    found = converted.getpixel((0, 0))
    assert isinstance(found, tuple)
    return found


@pytest.mark.parametrize("colour", COLOURS, ids=str)
@pytest.mark.parametrize("name", SPACES)
def test_wide_colours_come_out_as_little_cms_and_arithmetic_say(name: str, colour: Colour) -> None:
    content = saved(Image.new("RGB", (16, 16), colour), icc_profile=profile(name))
    assert near(shown(content), by_hand(name, colour), 2)
    assert near(shown(content), slowly("RGB", profile(name), colour), 2)


def test_the_colours_of_the_spaces_do_differ() -> None:
    assert not near(by_hand("Display P3", RED), RED, 15)
    assert near(by_hand("sRGB", RED), RED, 0)


@pytest.mark.parametrize("format", ["PNG", "WEBP", "JPEG"])
def test_every_format_carries_its_profile(format: str) -> None:
    content = saved(
        Image.new("RGB", (16, 16), RED),
        format,
        icc_profile=profile("Display P3"),
        quality=100,
        lossless=True,
    )
    assert near(shown(content), by_hand("Display P3", RED), 3)


@pytest.mark.parametrize("mode", ["RGBA", "P"])
def test_the_profile_counts_whatever_the_mode(mode: str) -> None:
    plain = Image.new("RGB", (16, 16), RED)
    image = plain.quantize(4) if mode == "P" else plain.convert(mode)
    content = saved(image, icc_profile=profile("Display P3"))
    assert near(shown(content), by_hand("Display P3", RED), 2)


def test_sixteen_bits_and_a_profile() -> None:
    row = b"\0" + struct.pack(">3H", *(part * 257 for part in RED)) * 8
    named = chunk(b"iCCP", b"x\0\0" + zlib.compress(profile("Adobe RGB")))
    assert near(shown(png(8, 8, 16, 2, row * 8, named)), by_hand("Adobe RGB", RED), 2)


def grey_profile() -> bytes:
    curve = b"curv\0\0\0\0" + struct.pack(">IH", 1, round(1.8 * 256)) + b"\0\0"
    return icc(b"GRAY", b"XYZ ", {b"wtpt": xyz((0.9642, 1.0, 0.8249)), b"kTRC": curve})


@pytest.mark.parametrize("mode", ["L", "LA"])
def test_grey_has_profiles_too(mode: str) -> None:
    content = saved(Image.new("L", (16, 16), 100).convert(mode), icc_profile=grey_profile())
    expected = round(255 * encode((100 / 255) ** 1.8))
    assert near(shown(content), (expected,) * 3, 2)
    assert expected > 110


def ink_profile() -> bytes:
    """A profile of four inks as a table of their 16 solid overprints, in Lab."""
    steps = b""
    for ink in range(16):
        light = 100 - sum(share for bit, share in ((8, 40), (4, 45), (2, 8), (1, 80)) if ink & bit)
        red = 128 - 37 * bool(ink & 8) + 74 * bool(ink & 4)
        yellow = 128 - 50 * bool(ink & 8) + 90 * bool(ink & 2)
        steps += bytes([max(light, 5) * 255 // 100, red, yellow])
    straight = bytes(range(256))
    matrix = b"".join(map(fixed, (1, 0, 0, 0, 1, 0, 0, 0, 1)))
    table = b"mft1\0\0\0\0\4\3\2\0" + matrix + straight * 4 + steps + straight * 3
    return icc(b"CMYK", b"Lab ", {b"wtpt": xyz((0.9642, 1.0, 0.8249)), b"A2B0": table})


@pytest.mark.parametrize("inks", [(255, 0, 0, 0), (0, 200, 90, 10), (30, 20, 20, 0), (0, 0, 0, 0)])
def test_inks_come_out_as_little_cms_says(inks: Colour) -> None:
    content = saved(
        Image.new("CMYK", (16, 16), inks), "JPEG", icc_profile=ink_profile(), quality=100
    )
    assert near(shown(content), slowly("CMYK", ink_profile(), inks), 3)


def test_a_profile_of_the_same_colours_changes_nothing() -> None:
    image = Image.effect_noise((64, 64), 80).convert("RGB")
    assert to_srgb("RGB", profile("sRGB"))(image).tobytes() == image.tobytes()


@pytest.mark.parametrize(
    "spoilt", [b"nonsense" * 30, profile("Display P3")[:200], ink_profile(), grey_profile()]
)
def test_a_profile_that_is_broken_or_of_other_colours_is_left_aside(spoilt: bytes) -> None:
    content = saved(Image.new("RGB", (40, 30), RED), "PNG", icc_profile=spoilt)
    assert near(corners(seen(content))[0], RED)
