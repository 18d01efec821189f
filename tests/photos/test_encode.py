"""The published picture: upright, sized as announced, sRGB, and nothing but pixels."""

from __future__ import annotations

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms
from PIL.PngImagePlugin import PngInfo

from sunlit.model.unit import PhotoFile
from sunlit.photos.encode import encode
from sunlit.photos.recipe import (
    Box,
    BrokenPhotoError,
    Recipe,
    published_name,
    published_size,
)
from tests.photos.pictures import (
    BLUE,
    GREEN,
    ORIENTATION,
    RED,
    WHITE,
    corners,
    near,
    opened,
    probed,
    quarters,
    saved,
)

PLAIN = Recipe(1280, 95)


def published(content: bytes, recipe: Recipe = PLAIN) -> Image.Image:
    photo, codes = probed(content)
    assert photo is not None, codes
    image = opened(encode(content, photo, recipe))
    assert image.size == published_size(photo, recipe)
    assert (image.format, image.mode) == ("JPEG", "RGB")
    return image


# How a camera that is held so stores the upright picture: the operation that undoes the turn.
STORED = {
    1: None,
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}


@pytest.mark.parametrize("turn", STORED)
@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP"])
def test_a_picture_stands_upright_however_the_camera_was_held(turn: int, format: str) -> None:
    how = STORED[turn]
    stored = quarters() if how is None else quarters().transpose(how)
    exif = Image.Exif()
    exif[ORIENTATION] = turn
    image = published(saved(stored, format, exif=exif, quality=95))
    assert image.size == (96, 64)
    for seen, meant in zip(corners(image), (RED, GREEN, BLUE, WHITE), strict=True):
        assert near(seen, meant, 12)


def flat_colour(image: Image.Image) -> tuple[int, ...]:
    return corners(image)[0]


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
    ],
)  # fmt: skip
def test_every_mode_becomes_rgb_on_white(
    image: Image.Image, options: dict[str, object], expected: tuple[int, ...]
) -> None:
    assert near(flat_colour(published(saved(image, "PNG", **options))), expected)


@pytest.mark.parametrize(("options", "expected"), [({}, GREEN), ({"transparency": 1}, WHITE)])
def test_a_palette_is_resolved_with_its_transparent_colour(
    options: dict[str, object], expected: tuple[int, ...]
) -> None:
    image = Image.new("P", (40, 30), 1)
    image.putpalette([0, 0, 0, *GREEN])
    assert near(flat_colour(published(saved(image, "PNG", **options))), expected)


def test_printing_colours_become_rgb() -> None:
    image = Image.new("CMYK", (40, 30), (255, 0, 0, 0))
    assert near(flat_colour(published(saved(image, "JPEG", quality=95))), (0, 255, 255))


def wide_gamut() -> ImageCms.ImageCmsProfile:
    """A profile of other colours than sRGB's."""
    return ImageCms.ImageCmsProfile(io.BytesIO(WIDE))


def _wide() -> bytes:
    """sRGB's profile with red and green colorants exchanged: colours differ beyond doubt."""
    plain = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    plain[plain.index(b"rXYZ") : plain.index(b"rXYZ") + 4] = b"tXYZ"
    plain[plain.index(b"gXYZ") : plain.index(b"gXYZ") + 4] = b"rXYZ"
    plain[plain.index(b"tXYZ") : plain.index(b"tXYZ") + 4] = b"gXYZ"
    return bytes(plain)


WIDE = _wide()


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "P"])
def test_colours_are_converted_as_little_cms_does_it_whatever_the_mode(mode: str) -> None:
    plain = Image.new("RGB", (40, 30), RED)
    content = saved(plain.quantize(4) if mode == "P" else plain.convert(mode), icc_profile=WIDE)
    reference = ImageCms.profileToProfile(
        Image.new("RGB", (1, 1), RED), wide_gamut(), ImageCms.createProfile("sRGB")
    )
    assert reference is not None
    expected = reference.getpixel((0, 0))
    assert isinstance(expected, tuple)
    assert not near(expected, RED, 60)
    assert near(flat_colour(published(content)), expected)


def test_a_broken_colour_profile_is_left_aside() -> None:
    content = saved(Image.new("RGB", (40, 30), RED), "PNG", icc_profile=b"nonsense" * 30)
    assert near(flat_colour(published(content)), RED)


SECRET = b"SECRET-7f3a"


def jpeg_with_everything() -> bytes:
    exif = Image.Exif()
    exif[0x010E] = SECRET.decode()
    exif.get_ifd(0x8825)[1] = SECRET.decode()
    content = saved(quarters(), "JPEG", exif=exif, comment=SECRET, xmp=b"<x>" + SECRET + b"</x>",
                    icc_profile=WIDE)  # fmt: skip
    photoshop = b"Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x0b" + SECRET + b"\0"
    segment = b"\xff\xed" + (len(photoshop) + 2).to_bytes(2) + photoshop
    return content[:2] + segment + content[2:] + SECRET


def png_with_everything() -> bytes:
    notes = PngInfo()
    notes.add_text("Comment", SECRET.decode())
    notes.add_itxt("XML:com.adobe.xmp", SECRET.decode())
    exif = Image.Exif()
    exif[0x010E] = SECRET.decode()
    return saved(quarters(), "PNG", pnginfo=notes, exif=exif, icc_profile=WIDE)


@pytest.mark.parametrize("make", [jpeg_with_everything, png_with_everything])
def test_nothing_but_pixels_is_published(make: object) -> None:
    assert callable(make)
    content = make()
    assert SECRET in content
    photo, _ = probed(content)
    assert photo is not None
    told = encode(content, photo, PLAIN)
    for word in (SECRET, b"Exif", b"Photoshop", b"ICC_PROFILE", b"adobe", b"8BIM", b"http"):
        assert word not in told
    assert b"\xff\xfe" not in told[: told.index(b"\xff\xda")], "a comment"
    assert set(opened(told).info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density",
                                      "progressive", "progression"}  # fmt: skip


def checkered(dark_first: bool) -> Image.Image:
    """A chessboard of 2-pixel fields; the two boards share every coarse mean."""
    image = Image.new("L", (96, 96), 0)
    pixels = [
        255 if ((x // 2 + y // 2) % 2 == 0) is dark_first else 0
        for y in range(96)
        for x in range(96)
    ]
    image.putdata(pixels)
    return image.convert("RGB")


def largest_difference(one: Image.Image, other: Image.Image, area: Box) -> int:
    return max(
        abs(a - b)
        for a, b in zip(one.crop(area).tobytes(), other.crop(area).tobytes(), strict=True)
    )


def test_two_faces_that_differ_in_detail_are_published_alike_once_redacted() -> None:
    recipe = Recipe(1280, 95, ((0, 0, 96, 96),))
    one, other = (published(saved(checkered(first)), recipe) for first in (True, False))
    assert largest_difference(one, other, (0, 0, 96, 96)) <= 2
    plain, opposite = (published(saved(checkered(first))) for first in (True, False))
    assert largest_difference(plain, opposite, (0, 0, 96, 96)) > 200


def test_what_is_left_of_a_face_is_a_few_fields_of_colour() -> None:
    noise = Image.effect_noise((96, 96), 120).convert("RGB")
    image = published(saved(noise), Recipe(1280, 95, ((0, 0, 96, 96),))).convert("L")
    # The middle of each of the 6 × 6 fields is one even colour.
    for column in range(6):
        for row in range(6):
            x, y = column * 16 + 6, row * 16 + 6
            low, high = image.crop((x, y, x + 4, y + 4)).getextrema()
            assert isinstance(low, int | float)
            assert isinstance(high, int | float)
            assert high - low <= 6


@pytest.mark.parametrize(
    "box", [(0, 0, 1, 1), (90, 60, 50, 50), (0, 0, 5000, 5000), (200, 0, 5, 5), (0, 0, 0, 0)]
)
def test_a_box_may_reach_over_the_edge(box: Box) -> None:
    assert published(saved(quarters()), Recipe(1280, 95, (box,))).size == (96, 64)


def test_what_lies_outside_the_boxes_stays_as_it_was() -> None:
    noise = Image.effect_noise((128, 64), 120).convert("RGB")
    plain = published(saved(noise))
    redacted = published(saved(noise), Recipe(1280, 95, ((0, 0, 48, 64),)))
    assert largest_difference(plain, redacted, (64, 0, 128, 64)) == 0
    assert largest_difference(plain, redacted, (0, 0, 48, 64)) > 60


def test_boxes_are_counted_on_the_upright_picture_before_it_is_made_smaller() -> None:
    upright = Image.new("RGB", (200, 400), WHITE)
    upright.paste((0, 0, 0), (100, 300, 101, 400))
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    content = saved(upright.transpose(Image.Transpose.ROTATE_90), "PNG", exif=exif)
    image = published(content, Recipe(100, 95, ((90, 290, 40, 110),))).convert("L")
    darkest = image.crop((45, 150, 60, 200)).getextrema()[0]
    assert isinstance(darkest, int | float)
    assert darkest > 150, "the line is gone"


@given(st.integers(1, 20_000), st.integers(1, 20_000), st.integers(1, 4_000))
def test_the_published_size_keeps_the_shape_and_never_grows(
    width: int, height: int, most: int
) -> None:
    size = published_size(PhotoFile("a", "", width, height), Recipe(most, 82))
    assert size[0] == min(width, most)
    assert 1 <= size[1] <= max(height, 1)
    assert abs(size[1] - height * size[0] / width) <= 1


@settings(max_examples=25)
@given(st.integers(1, 90), st.integers(1, 90), st.integers(1, 60))
def test_a_page_announces_the_size_that_is_encoded(width: int, height: int, most: int) -> None:
    published(saved(Image.new("RGB", (width, height), RED)), Recipe(most, 80))


def test_the_same_photo_gives_the_same_bytes() -> None:
    content = saved(Image.effect_noise((300, 200), 50).convert("RGB"), "JPEG")
    photo, _ = probed(content)
    assert photo is not None
    recipe = Recipe(200, 82, ((10, 10, 60, 60),))
    assert encode(content, photo, recipe) == encode(content, photo, recipe)


def test_a_name_follows_the_bytes_and_the_recipe_and_not_the_place() -> None:
    photo, moved = PhotoFile("a.jpg", "0" * 64, 9, 9), PhotoFile("b.jpg", "0" * 64, 9, 9)
    other = PhotoFile("a.jpg", "1" * 64, 9, 9)
    recipe = Recipe(1280, 82)
    assert published_name(photo, recipe) == published_name(moved, recipe)
    names = [published_name(photo, one) for one in (recipe, Recipe(1281, 82), Recipe(1280, 83),
             Recipe(1280, 82, ((1, 2, 3, 4),)))]  # fmt: skip
    assert len({*names, published_name(other, recipe)}) == 5
    assert all(name.startswith("photos/") and name.endswith(".jpg") for name in names)


def test_a_photo_that_breaks_off_where_no_probe_looks_is_told_as_broken() -> None:
    content = saved(Image.effect_noise((200, 150), 60).convert("RGB"), "JPEG", progressive=True)
    photo, _ = probed(content)
    assert photo is not None
    with pytest.raises(BrokenPhotoError):
        encode(content[: len(content) // 3], photo, PLAIN)
