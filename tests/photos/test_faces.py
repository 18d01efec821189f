"""Which faces are worth a warning, and what is said of a model that cannot be used."""

from __future__ import annotations

import sys
from importlib.util import find_spec
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sunlit.photos.faces import Detector, FaceModelError, uncovered
from sunlit.photos.recipe import Box

FACE = (100, 100, 40, 50)
BOXES = st.tuples(st.integers(0, 12), st.integers(0, 12), st.integers(1, 9), st.integers(1, 9))


@pytest.mark.parametrize(
    ("boxes", "matters"),
    [
        pytest.param([], True, id="no-boxes"),
        pytest.param([(90, 90, 60, 70)], False, id="within-a-box"),
        pytest.param([(102, 101, 40, 50)], False, id="nearly"),
        pytest.param([(120, 100, 40, 50)], True, id="half"),
        pytest.param([(200, 200, 90, 90)], True, id="elsewhere"),
        pytest.param([(100, 100, 40, 25), (100, 125, 40, 25)], False, id="two-halves"),
        pytest.param([(100, 100, 40, 25), (100, 100, 40, 25)], True, id="the-same-half-twice"),
    ],
)
def test_a_face_matters_unless_boxes_cover_it(boxes: list[Box], matters: bool) -> None:
    assert uncovered([FACE], boxes) == ((FACE,) if matters else ())


@given(BOXES, st.lists(BOXES, max_size=4))
def test_each_pixel_of_a_face_is_counted_once(face: Box, boxes: list[Box]) -> None:
    pixels = list(product(range(face[0], face[0] + face[2]), range(face[1], face[1] + face[3])))
    within = [
        any(x <= px < x + width and y <= py < y + height for x, y, width, height in boxes)
        for px, py in pixels
    ]
    assert bool(uncovered([face], boxes)) is (sum(within) / len(pixels) < 0.9)


def test_without_opencv_it_is_said_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "cv2", None)
    with pytest.raises(FaceModelError) as told:
        Detector(b"", "model.onnx")
    assert "requirements-faces.in" in told.value.reason.zh
    assert "requirements-faces.in" in told.value.reason.en


# 226 MB that no other test needs, so only where somebody has installed it.
@pytest.mark.skipif(find_spec("cv2") is None, reason="needs the extra `faces` (OpenCV)")
@pytest.mark.parametrize("model", [b"", b"junk" * 20, b"<opencv_storage/>"])
def test_a_file_that_is_no_model_is_named(model: bytes) -> None:
    with pytest.raises(FaceModelError) as told:
        Detector(model, "model.onnx")
    assert "model.onnx" in told.value.reason.zh
