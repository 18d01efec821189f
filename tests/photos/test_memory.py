"""A worker stays within its memory, however large the photo it has at hand."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LARGEST = 300 * 1024
"""KiB, of a fresh process that looks at one photo and makes all of its files."""
MAKE = """
import random, struct, sys, zlib
from pathlib import Path
from PIL import Image
from tests.photos.pictures import chunk, exif, saved

def large_png(depth, colours, samples, width, height):
    # Rows are packed as they are made: the file must not take what its decoding may.
    row = b"\\0" + random.Random(1).randbytes(64) * (width * samples * depth // 8 // 64 + 1)
    row = row[: 1 + (width * samples * depth + 7) // 8]
    pack = zlib.compressobj(1)
    pixels = b"".join(pack.compress(row) for _ in range(height)) + pack.flush()
    head = struct.pack(">IIBBBBB", width, height, depth, colours, 0, 0, 0)
    palette = chunk(b"PLTE", bytes(range(256)) * 3) if colours == 3 else b""
    start = b"\\x89PNG\\r\\n\\x1a\\n" + chunk(b"IHDR", head) + palette
    return start + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")

def large(mode, format, width, height, **options):
    image = Image.effect_noise((width // 16, height // 16), 60).convert(mode)
    return saved(image.resize((width, height), 0), format, quality=50, **options)
"""
LOOK = """
import sys
from pathlib import Path
from sunlit.diagnostics import Findings
from sunlit.photos.develop import develop
from sunlit.photos.look import facts_of
from sunlit.photos.probe import probe
from sunlit.photos.recipe import Recipe, renditions
content, found = Path(sys.argv[1]).read_bytes(), Findings()
photo = probe(content, name="a", path="a", found=found)
assert photo, list(found)
facts_of(content)
recipe = Recipe((320, 640, 960, 1280), 82, 55, 9, ((5, 5, photo.width, photo.height // 2),))
for _, made in develop(content, photo, recipe, renditions(photo, recipe)):
    assert made
# Not `ru_maxrss`: that counts the process it was forked from as well.
status = Path("/proc/self/status").read_text()
print(next(line.split()[1] for line in status.splitlines() if line.startswith("VmHWM:")))
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="other systems count memory in other ways")
@pytest.mark.parametrize(
    "make",
    [
        'large("RGB", "JPEG", 8160, 6144, exif=exif(6))',
        'large("RGB", "JPEG", 8160, 6144, progressive=True)',
        'large("CMYK", "JPEG", 8160, 6144)',
        'large("RGB", "WEBP", 4200, 3600, method=0)',
        "large_png(8, 2, 3, 8160, 6144)",
        "large_png(16, 6, 4, 6144, 4900)",
        "large_png(16, 0, 1, 8160, 6144)",
        "large_png(8, 3, 1, 8160, 6144)",
        "large_png(8, 2, 3, 3500, 14000)",
    ],
    ids=lambda make: str(make),
)
def test_a_photo_of_fifty_megapixels_is_developed_within_the_memory(
    make: str, tmp_path: Path
) -> None:
    photo = tmp_path / "photo"
    write = f"{MAKE}\nPath(sys.argv[1]).write_bytes({make})"
    subprocess.run([sys.executable, "-c", write, photo], cwd=ROOT, check=True)
    done = subprocess.run(
        [sys.executable, "-c", LOOK, photo], cwd=ROOT, check=True, capture_output=True, text=True
    )
    assert int(done.stdout) < LARGEST
