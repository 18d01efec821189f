"""Photos on pages: a picture with its caption, and pairs before and after.

Owns the join of a photo's use, its declaration and its published file.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sunlit.model.project import PhotoUse
from sunlit.model.unit import PhotoFile, PhotoRecord
from sunlit.photos.recipe import Kind, Recipe, renditions
from sunlit.source.content import UnitContent
from sunlit.source.settings import PhotoSettings
from sunlit.views.parts import Pair, Picture
from sunlit.views.scene import Scene


def recipe_of(settings: PhotoSettings, record: PhotoRecord) -> Recipe:
    """The recipe a declared photo is published by."""
    return Recipe(settings.widths, settings.jpeg, settings.avif, settings.speed, record.redact)


def published(
    content: UnitContent, settings: PhotoSettings
) -> dict[str, tuple[PhotoFile, PhotoRecord, Recipe]]:
    """The unit's declared photos by file name, with the file and the recipe of each."""
    files = {one.name: one for one in content.photo_files}
    records = content.photos.record.photos if content.photos else ()
    return {
        record.file: (files[record.file], record, recipe_of(settings, record))
        for record in records
        if record.file in files
    }


def _picture(scene: Scene, file: PhotoFile, record: PhotoRecord, recipe: Recipe) -> Picture:
    """A picture ready for its page."""
    every = renditions(file, recipe)
    sizes = {
        kind: tuple((scene.to_file(one.path), one.width) for one in every if one.kind is kind)
        for kind in Kind
    }
    largest = every[0]
    return Picture(
        src=sizes[Kind.JPEG][0][0],
        width=largest.width,
        height=largest.height,
        colour=file.colour,
        avif=sizes[Kind.AVIF],
        jpeg=sizes[Kind.JPEG],
        alt=scene.words(record.alt or record.caption),
        caption=scene.words(record.caption),
        date=scene.maybe_when(record.date),
        place=scene.maybe(record.place),
        credit=scene.maybe(record.credit),
        people=record.people.value,
    )


def pictures_by_name(
    scene: Scene, content: UnitContent, settings: PhotoSettings
) -> dict[str, Picture]:
    """Every published photo of the unit by file name, as a page shows it."""
    return {name: _picture(scene, *one) for name, one in published(content, settings).items()}


def pairs_of(
    scene: Scene, uses: Iterable[PhotoUse], pictures: Mapping[str, Picture]
) -> tuple[Pair, ...]:
    """The pairs before and after among some uses."""
    found = []
    for use in uses:
        before, after = pictures.get(use.before or ""), pictures.get(use.after or "")
        if before and after:
            found.append(Pair(before, after, scene.maybe(use.title) or after.caption))
    return tuple(found)


def singles_of(uses: Iterable[PhotoUse], pictures: Mapping[str, Picture]) -> tuple[Picture, ...]:
    """The single pictures among some uses."""
    return tuple(pictures[use.photo] for use in uses if use.photo and use.photo in pictures)
