"""Faces that may have been overlooked: warnings that are kept, and nothing that is published."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from sunlit.app import faces
from sunlit.app.bench import Ways
from sunlit.app.build import build
from sunlit.app.check import check
from sunlit.app.root import Root
from sunlit.diagnostics import Severity
from sunlit.photos.recipe import Box
from tests.app.roots import DAY, UNIT, change, small_root, tree

PHOTOS = f"{UNIT}/photos/photos.yaml"


class Seeing:
    """Sees one face on every photo; OpenCV and its models are no part of the tests."""

    looked = 0

    def __init__(self, model: bytes, name: str) -> None:
        self.model = model, name

    def faces(self, content: bytes) -> tuple[Box, ...]:
        """One face."""
        assert content
        Seeing.looked += 1
        return ((10, 20, 30, 40),)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = small_root(tmp_path / "root")
    (tmp_path / "model.onnx").write_bytes(b"weights")
    return root


@pytest.fixture
def _seeing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(faces, "Detector", Seeing)
    monkeypatch.setattr(Seeing, "looked", 0)
    faces._detector.cache_clear()


def told(root: Path) -> list[str]:
    """What a check with the model says, in English."""
    ways = Ways(jobs=1, faces=root.parent / "model.onnx")
    found = check(Root(root), as_of=DAY, ways=ways)
    assert {one.code for one in found} <= {"photo-face"}
    assert all(one.severity is Severity.WARNING for one in found)
    return [f"{one.span.path}:{one.span.line} {one.message.en}" for one in found]


@pytest.mark.usefixtures("_seeing")
def test_a_face_that_no_box_covers_is_a_warning_with_its_box(root: Path) -> None:
    assert told(root) == [
        f"{PHOTOS}:1 faces seem to be on gate.jpg that no box covers (1): [10, 20, 30, 40]"
    ]
    change(root / PHOTOS, "people: none", "people: blurred, redact: [[0, 0, 60, 60]]")
    assert told(root) == []
    change(root / PHOTOS, "people: blurred, redact: [[0, 0, 60, 60]]", "people: consented")
    assert told(root) == []


@pytest.mark.usefixtures("_seeing")
def test_a_photo_is_looked_at_once_by_each_model(root: Path) -> None:
    for _ in range(2):
        assert len(told(root)) == 1
    change(root / PHOTOS, "东门", "东大门")
    assert len(told(root)) == 1
    assert Seeing.looked == 1
    (root.parent / "model.onnx").write_bytes(b"better weights")
    assert len(told(root)) == 1
    assert Seeing.looked == 2
    for kept in (root / ".sunlit/faces").iterdir():
        kept.write_bytes(b"damaged")
    assert len(told(root)) == 1
    assert Seeing.looked == 3


@pytest.mark.usefixtures("_seeing")
def test_nothing_that_is_published_depends_on_the_model(root: Path) -> None:
    plain = build(Root(root), root / "_site", as_of=DAY)
    before = tree(root / "_site")
    ways = Ways(jobs=1, faces=root.parent / "model.onnx")
    built = build(Root(root), root / "_site", as_of=DAY, ways=ways)
    assert plain.published is not None
    assert built.published is not None
    assert (built.published.produced, built.read) == ((), 0)
    assert [one.code for one in built.found] == ["photo-face"]
    assert tree(root / "_site") == before


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_model_that_cannot_be_used_is_told_once(
    root: Path, jobs: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "cv2", None)
    ways = Ways(jobs=jobs, faces=root.parent / "model.onnx")
    found = check(Root(root), as_of=DAY, ways=ways)
    assert [(one.code, one.span.path) for one in found] == [("face-model-unusable", "model.onnx")]
    assert "pip install" in found[0].message.en
