"""A small site whose photos have every shape: for tests of how pictures stand on a page.

Owns its files: a project with pairs of like and unlike shapes, updates with single pictures, a
unit with several pictures, pictures of its facilities, and one in running text.
"""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image, ImageDraw

from sunlit.app.build import build
from sunlit.app.root import Root
from tests.app.roots import DAY, UNIT, small_root

SHAPES = {
    "before": (1600, 1200),
    "after": (1600, 1200),
    "wide": (1500, 1000),
    "upright": (900, 1200),
    "narrow": (750, 1000),
    "panorama": (2000, 400),
    "tiny": (100, 75),
    "modest": (500, 375),
}
PAIRS = ("before after", "wide upright", "upright narrow", "wide tiny")
ALONE = ("wide", "upright", "panorama", "tiny", "modest")
DATES = {
    name: f"2026-0{number}-05"
    for number, name in enumerate(("wide", "before", "upright", "narrow", "tiny", "after"), start=1)
}

PROFILE = """---
name: 东门社区
photos: [{photo: wide.jpg}, {photo: before.jpg}, {photo: upright.jpg}, {photo: panorama.jpg},
  {photo: tiny.jpg}]
---
一村一策。

![门](photos/after.jpg)
"""
FACILITIES = """facilities:
  - {id: gate, name: 大门, kind: square, photo: wide.jpg}
  - {id: stairs, name: 台阶, kind: square, photo: upright.jpg}
  - {id: court, name: 院子, kind: square, photo: before.jpg}
"""


def photo(size: tuple[int, int], houses: int) -> bytes:
    """A street in flat colours: what it shows matters less than its shape."""
    width, height = size
    image = Image.new("RGB", size, "#9db4c0")
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, height // 2, width, height), fill="#7a756b")
    for number in range(houses):
        at, roof = number * width // houses, height // (2 + (number + houses) % 5)
        draw.rectangle((at, roof, at + width // (houses + 2), height // 2), fill="#b5532f")
    written = io.BytesIO()
    image.save(written, "JPEG")
    return written.getvalue()


def photographed(folder: Path) -> Path:
    """Write the root and build it; the folder of the site."""
    listed = [
        f"  - {{file: {name}.jpg, caption: 看门口, people: none, date: {DATES[name]}}}"
        if name in DATES
        else f"  - {{file: {name}.jpg, caption: 看门口, people: none}}"
        for name in SHAPES
    ]
    pairs = [
        f"  - {{pair: p{number}, before: {before}.jpg, after: {after}.jpg, title: 门口}}"
        for number, (before, after) in enumerate(one.split() for one in PAIRS)
    ]
    updates = {
        f"{UNIT}/updates/2026-05-0{number}-{name}.md": (
            f"---\ntitle: 门口\ndate: 2026-05-0{number}\n"
            f"photos: [{{photo: {name}.jpg}}]\n---\n好了。\n"
        )
        for number, name in enumerate(ALONE, start=1)
    }
    root = small_root(
        folder / "root",
        **{
            f"{UNIT}/photos/gate.jpg": None,
            f"{UNIT}/photos/photos.yaml": "\n".join(("photos:", *listed, "")),
            f"{UNIT}/index.md": PROFILE,
            f"{UNIT}/facilities.yaml": FACILITIES,
            f"{UNIT}/projects/road.md": "\n".join(
                ("---", "title: 村道加宽", "photos:", *pairs, "---", "为了会车。", "")
            ),
        },
        **updates,
    )
    for houses, (name, size) in enumerate(SHAPES.items(), start=3):
        (root / UNIT / "photos" / f"{name}.jpg").write_bytes(photo(size, houses))
    built = build(Root(root), folder / "site", as_of=DAY)
    assert built.published is not None, [one.message.en for one in built.found]
    return folder / "site"
