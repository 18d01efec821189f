"""HEIC: with the extra a photo like any other, without it one clear error."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from sunlit.photos.look import facts_of
from sunlit.photos.recipe import Recipe
from tests.photos.pictures import BLUE, GREEN, RED, WHITE, corners, near, opened, probed, published

HEIC = (Path(__file__).parent / "quarters.heic").read_bytes()


def test_without_the_extra_it_is_said_how_to_export_a_jpeg(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pi_heif", None)
    assert probed(HEIC) == (None, ["photo-heic"])


def test_with_the_extra_it_is_a_photo_like_any_other() -> None:
    photo, codes = probed(HEIC)
    assert codes == []
    assert photo is not None
    assert (photo.width, photo.height) == (96, 64)
    assert facts_of(HEIC).taken == "2026-03-05"
    for made in published(HEIC, Recipe((96, 50), 95, 55, 9)):
        for there, meant in zip(corners(opened(made)), (RED, GREEN, BLUE, WHITE), strict=True):
            assert near(there, meant, 16)


@pytest.mark.parametrize("part", [0.1, 0.5, 0.99])
@pytest.mark.parametrize("extra", [True, False])
def test_a_heic_cut_short_is_told_as_such_with_or_without_the_extra(
    part: float, extra: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not extra:
        monkeypatch.setitem(sys.modules, "pi_heif", None)
    assert probed(HEIC[: int(len(HEIC) * part)])[1] == ["photo-truncated"]


@pytest.mark.parametrize("brand", [b"hevc", b"msf1"])
def test_a_burst_is_an_animation(brand: bytes) -> None:
    assert probed(HEIC.replace(b"ftypheic", b"ftyp" + brand))[1] == ["photo-animated"]
