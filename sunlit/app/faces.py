"""Faces that may have been overlooked: a warning per photo, where a model is handed in for it.

Owns which photos are looked at, and what was seen kept between builds by the photo's and the
model's digest. Nothing that is published depends on it.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec
from msgspec import Struct

from sunlit.app.bench import Bench
from sunlit.app.root import Root
from sunlit.diagnostics import Bilingual, Findings, Span
from sunlit.digest import of_bytes, of_value
from sunlit.engine.pool import Pool
from sunlit.engine.state import State
from sunlit.model.unit import People, PhotoFile, PhotoList
from sunlit.photos.faces import Detector, FaceModelError, uncovered
from sunlit.photos.recipe import Box, BrokenPhotoError
from sunlit.source.content import Files, read_unit
from sunlit.source.located import Located

if TYPE_CHECKING:
    from sunlit.app.album import Albums

DECLARED = "photos/photos.yaml"
SHOWN = 3
"""How many boxes a message names."""


class Sheet(NamedTuple):
    """A unit's declared photos, and the files that show no one who agreed to be shown."""

    name: str
    base: str
    declared: Located[PhotoList]
    files: Mapping[str, PhotoFile]


class Watcher(Struct, frozen=True):
    """Finds the faces on a photo, named by its path; what it says is for `faces_found`."""

    root: Root
    model: Path

    def __call__(self, message: object, at: Callable[[str], None]) -> object:
        """The boxes, or the reason why the model cannot be used."""
        path = str(message)
        at(path.removeprefix("content/communities/"))
        try:
            return _detector(self.model).faces(self.root.read(path) or b"")
        except FaceModelError as error:
            return error.reason
        except BrokenPhotoError:  # that is told by who develops it
            return ()


def faces_found(bench: Bench, model: Path, found: Findings) -> None:
    """Warn of every face that is neither declared nor made unrecognisable."""
    version = of_value((of_bytes(model.read_bytes()), bench.albums.state.version))
    state = State(f"{bench.state.folder}/faces", version, bench.ways.disk)
    sheets = tuple(_sheets(bench))
    seen = {one.name: _load(state, one.name) for one in sheets}
    due = {
        file.digest: f"{one.base}/photos/{file.name}"
        for one in sheets
        for file in one.files.values()
        if file.digest not in seen[one.name]
    }
    try:
        new = _looked_at(bench, model, due)
    except FaceModelError as error:
        _unusable(model, error, found)
        return
    for one in sheets:
        boxes = {
            file.digest: seen[one.name].get(file.digest, new.get(file.digest, ()))
            for file in one.files.values()
        }
        _tell(one, boxes, found)
        if boxes != seen[one.name]:
            with suppress(OSError):
                state.save(one.name, dict(boxes))
    for name in {*state.names(".")} - {*seen}:
        state.forget(name)


def _sheets(bench: Bench) -> Iterator[Sheet]:
    top = bench.looker.root
    for group in bench.outline.plan.groups:
        for leaf in group.leaves:
            if leaf.folder and os.path.isfile(f"{top}/{leaf.folder}/{DECLARED}"):
                sheet = _sheet(bench.root, bench.albums, group.name, leaf.name)
                if sheet is not None:
                    yield sheet


def _sheet(root: Root, albums: Albums, area: str, unit: str) -> Sheet | None:
    nothing = Findings()  # the walk has told it
    every = root.unit_files(area, unit, nothing, look=albums.open(area, unit).photo)
    texts = {DECLARED: every.texts[DECLARED]} if DECLARED in every.texts else {}
    content = read_unit(area, unit, None, Files(every.base, texts, every.photos), nothing)
    if content.photos is None:
        return None
    asked = {one.file for one in content.photos.record.photos if one.people is not People.CONSENTED}
    files = {one.name: one for one in content.photo_files if one.name in asked}
    return Sheet(f"{area}.{unit}", every.base, content.photos, files)


def _looked_at(bench: Bench, model: Path, due: Mapping[str, str]) -> dict[str, tuple[Box, ...]]:
    """The faces on some photos, by their digests."""
    workers = min(bench.cores, len(due))
    pool = Pool(Watcher(bench.root, model), workers=workers, method=bench.ways.method)
    digests = {path: digest for digest, path in due.items()}
    new: dict[str, tuple[Box, ...]] = {}
    try:
        for path in digests:
            pool.add(path, holds=path)
        for message, answer in pool.answers():
            if isinstance(answer, Bilingual):
                raise FaceModelError(*answer)
            if isinstance(answer, tuple):
                new[digests[str(message)]] = answer
    finally:
        pool.close()
    return new


def _tell(sheet: Sheet, boxes: Mapping[str, tuple[Box, ...]], found: Findings) -> None:
    for number, record in enumerate(sheet.declared.record.photos):
        file = sheet.files.get(record.file)
        faces = uncovered(boxes[file.digest], record.redact) if file else ()
        if not faces:
            continue
        shown = ", ".join(str([*one]) for one in faces[:SHOWN])
        found.warning(
            "photo-face",
            sheet.declared.span("photos", number, "people"),
            message=(
                f"“{record.file}”上好像有 {len(faces)} 张没有打码的脸：{shown}",
                f"faces seem to be on {record.file} that no box covers ({len(faces)}): {shown}",
            ),
            hint=(
                "看一看照片：把这些区域写进 redact，或者本人同意后写 people: consented。",
                "Look at it: put these boxes into redact, or say people: consented if they did.",
            ),
        )


def _unusable(model: Path, error: FaceModelError, found: Findings) -> None:
    found.error(
        "face-model-unusable",
        Span(model.name),
        message=error.reason,
        hint=("或者去掉 --face-model。", "Or leave --face-model out."),
    )


@lru_cache(maxsize=1)
def _detector(model: Path) -> Detector:
    return Detector(model.read_bytes(), model.name)


def _load(state: State, name: str) -> dict[str, tuple[Box, ...]]:
    try:
        return msgspec.convert(state.load(name) or {}, dict[str, tuple[Box, ...]])
    except msgspec.ValidationError:
        return {}
