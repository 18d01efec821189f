"""Faces that may have been overlooked, found by a model that the site's own people hand in.

Owns what is asked of OpenCV, the optional extra `faces`, and which of its answers matter. They can
only warn: a detector that finds no face has not shown that there is none. No model is shipped.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import ceil, floor
from typing import Protocol, cast

from PIL import Image

from sunlit.diagnostics import Bilingual
from sunlit.photos.decode import decoded, whole_form
from sunlit.photos.recipe import Box

_WIDTH = 1280
"""A face that cannot be made out in a picture so wide cannot be in what is published either."""
_SURE, _OVERLAP, _MOST = 0.8, 0.3, 500
_SCORE = 14
"""Where YuNet writes how sure it is, after the box and five points of the face."""
_COVERED = 0.9


class FaceModelError(Exception):
    """The detector cannot be used; `reason` says why and what to do."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(en)
        self.reason = Bilingual(zh, en)


class _Network(Protocol):
    def setInputSize(self, size: tuple[int, int]) -> None: ...  # noqa: N802 (OpenCV's name)

    def detect(self, image: object) -> tuple[int, Iterable[Sequence[float]] | None]: ...


class _Maker(Protocol):
    def create(
        self, framework: str, model: object, config: object, size: tuple[int, int], *more: float
    ) -> _Network: ...


class _OpenCv(Protocol):
    FaceDetectorYN: _Maker
    error: type[Exception]


class _Pixels(Protocol):
    def reshape(self, *shape: int) -> object: ...


class _NumPy(Protocol):
    uint8: object

    def frombuffer(self, content: bytes, kind: object) -> _Pixels: ...


class Detector:
    """A face detector of OpenCV, from the bytes of a YuNet model (`.onnx`).

    Raises FaceModelError when OpenCV is not installed or cannot use the model.
    """

    def __init__(self, model: bytes, name: str) -> None:
        try:
            cv = cast(_OpenCv, importlib.import_module("cv2"))
            self._numpy = cast(_NumPy, importlib.import_module("numpy"))
        except ImportError as error:
            raise FaceModelError(
                "找人脸要先安装 OpenCV：pip install -r requirements-faces.in。",
                "Finding faces takes OpenCV: pip install -r requirements-faces.in.",
            ) from error
        try:
            weights = self._numpy.frombuffer(model, self._numpy.uint8)
            nothing = self._numpy.frombuffer(b"", self._numpy.uint8)
            self._network = cv.FaceDetectorYN.create(
                "onnx", weights, nothing, (_WIDTH, _WIDTH), _SURE, _OVERLAP, _MOST
            )
            self._boxes(Image.new("RGB", (64, 64)))  # another network fails at its first picture
        except (cv.error, AttributeError, ValueError, IndexError) as error:
            raise FaceModelError(
                f"“{name}”不是能用的人脸模型；请用 YuNet 的 .onnx 文件。",
                f"{name} is no face model that can be used; take an .onnx file of YuNet.",
            ) from error

    def faces(self, content: bytes) -> tuple[Box, ...]:
        """The faces on a photo that `probe` let pass, in its upright pixels, from the top down."""
        form = whole_form(content)
        image = decoded(content, form, min(_WIDTH, form.upright[0]))
        image.thumbnail((_WIDTH, _WIDTH * 4))
        scale = form.upright[0] / image.width
        found = (tuple(part * scale for part in box) for box in self._boxes(image))
        return tuple(sorted((_whole(box, form.upright) for box in found), key=_down))

    def _boxes(self, image: Image.Image) -> list[tuple[float, ...]]:
        colours = image.tobytes("raw", "BGR")
        pixels = self._numpy.frombuffer(colours, self._numpy.uint8)
        self._network.setInputSize(image.size)
        _, found = self._network.detect(pixels.reshape(image.height, image.width, 3))
        rows = [[float(part) for part in row] for row in (() if found is None else found)]
        return [tuple(row[:4]) for row in rows if row[_SCORE] >= _SURE]


def uncovered(faces: Iterable[Box], redact: Sequence[Box]) -> tuple[Box, ...]:
    """The faces that the boxes made unrecognisable do not cover."""
    return tuple(face for face in faces if _share_covered(face, redact) < _COVERED)


def _share_covered(face: Box, boxes: Sequence[Box]) -> float:
    """How much of a face lies within boxes, each part of it counted once."""
    parts = [part for part in (_common(face, box) for box in boxes) if part[2] > 0 and part[3] > 0]
    columns = sorted({edge for x, _, width, _ in parts for edge in (x, x + width)})
    covered = 0
    for left, right in pairwise(columns):
        reached = face[1]
        for x, y, width, height in sorted(parts, key=lambda part: part[1]):
            if x <= left and right <= x + width:
                covered += (right - left) * max(0, y + height - max(y, reached))
                reached = max(reached, y + height)
    return covered / max(1, face[2] * face[3])


def _common(one: Box, other: Box) -> Box:
    x, y = max(one[0], other[0]), max(one[1], other[1])
    right = min(one[0] + one[2], other[0] + other[2])
    bottom = min(one[1] + one[3], other[1] + other[3])
    return x, y, right - x, bottom - y


def _whole(box: Sequence[float], size: tuple[int, int]) -> Box:
    """The box in whole pixels, within the picture."""
    left, top = max(0, floor(box[0])), max(0, floor(box[1]))
    right = min(size[0], ceil(box[0] + box[2]))
    bottom = min(size[1], ceil(box[1] + box[3]))
    return left, top, max(0, right - left), max(0, bottom - top)


def _down(box: Box) -> tuple[int, int]:
    return box[1], box[0]
