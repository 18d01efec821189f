"""One picture for two places: told by build and check alike, whichever of the two is new."""

from __future__ import annotations

import io
import random
from pathlib import Path

from PIL import Image

from sunlit.app.bench import BEST
from sunlit.app.build import build
from sunlit.app.check import check
from sunlit.app.root import Root
from tests.app.roots import AREA, DAY, change, small_root

OTHER = "content/communities/grand"
LIST = f"{OTHER}/nanmen/photos/photos.yaml"


def scene(width: int, quality: int) -> bytes:
    """The same patches of light at any size."""
    chance, written = random.Random(7), io.BytesIO()
    patches = Image.frombytes("L", (8, 6), chance.randbytes(48))
    picture = patches.resize((width, width * 3 // 4), Image.Resampling.BICUBIC).convert("RGB")
    picture.save(written, "JPEG", quality=quality)
    return written.getvalue()


def two_areas(tmp_path: Path) -> Path:
    """A photo in one area, and the same, smaller, in another."""
    root = small_root(
        tmp_path,
        **{
            f"{OTHER}/area.md": AREA.replace("小区", "大区"),
            f"{OTHER}/nanmen/index.md": '---\nname: 南门\ncode: "510115001001"\n---\n一村。\n',
            LIST: "photos: [{file: door.jpg, caption: 南门, people: none}]\n",
        },
    )
    (root / "content/communities/small/dongmen/photos/gate.jpg").write_bytes(scene(800, 90))
    (root / OTHER / "nanmen/photos/door.jpg").write_bytes(scene(320, 40))
    return root


def reused(root: Path) -> list[tuple[str, str]]:
    return [
        (one.span.path, one.related[0][0].path)
        for one in check(Root(root), as_of=DAY)
        if one.code == "photo-reused"
    ]


PAIR = [
    (
        "content/communities/small/dongmen/photos/gate.jpg",
        f"{OTHER}/nanmen/photos/door.jpg",
    )
]


def test_a_picture_of_another_area_is_told_each_time_and_stops_nothing(tmp_path: Path) -> None:
    root = two_areas(tmp_path)
    assert reused(root) == PAIR
    kept = (root / ".sunlit/reuse.json").read_bytes()
    assert reused(root) == PAIR
    assert (root / ".sunlit/reuse.json").read_bytes() == kept
    built = build(Root(root), root / "_site", as_of=DAY, base_url=None, ways=BEST)
    assert built.published is not None
    assert [one.code for one in built.found].count("photo-reused") == 1


def test_it_is_told_no_more_once_both_say_the_same(tmp_path: Path) -> None:
    root = two_areas(tmp_path)
    assert reused(root) == PAIR
    said = "place: 老街口, date: 2026-03-05, people: none"
    change(root / LIST, "people: none", said)
    assert reused(root) == PAIR
    change(
        root / "content/communities/small/dongmen/photos/photos.yaml",
        "people: none",
        said.replace("-05", ""),
    )
    assert reused(root) == []


def test_it_is_told_no_more_when_one_is_gone(tmp_path: Path) -> None:
    root = two_areas(tmp_path)
    assert reused(root) == PAIR
    (root / LIST).unlink()
    (root / OTHER / "nanmen/photos/door.jpg").unlink()
    assert reused(root) == []
