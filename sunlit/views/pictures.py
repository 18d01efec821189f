"""Photos on pages: a picture with its caption, and pairs before and after.

Owns the join of a photo's use, its declaration and its published files.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from sunlit.model.project import PhotoUse
from sunlit.model.unit import PhotoFile, PhotoRecord
from sunlit.photos.recipe import Kind, Recipe, Rendition, renditions
from sunlit.source.content import UnitContent
from sunlit.source.settings import PhotoSettings
from sunlit.views.parts import Pair, Picture
from sunlit.views.scene import Scene
from sunlit.views.slots import Slot, is_panorama, is_tall, sizes


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


def pictures_by_name(
    scene: Scene, content: UnitContent, settings: PhotoSettings, *, shown: Iterable[str]
) -> dict[str, Picture]:
    """The published photos among those a page shows, by file name.

    `shown` names them in the order of the page: its first picture is asked for at once, all
    others when they come near.
    """
    every = published(content, settings)
    names = dict.fromkeys(name for name in shown if name in every) if every else {}
    return {
        name: _picture(scene, *every[name], eager=number == 0) for number, name in enumerate(names)
    }


def files_of(uses: Iterable[PhotoUse]) -> Iterator[str]:
    """The files of some uses in the order of a page: the pairs come first."""
    singles = []
    for use in uses:
        if use.before and use.after:
            yield from (use.before, use.after)
        if use.photo:
            singles.append(use.photo)
    yield from singles


def pairs_of(
    scene: Scene, uses: Iterable[PhotoUse], pictures: Mapping[str, Picture]
) -> tuple[Pair, ...]:
    """The pairs before and after among some uses."""
    found = []
    for use in uses:
        before, after = pictures.get(use.before or ""), pictures.get(use.after or "")
        if before and after:
            tall = all(is_tall(one.width, one.height) for one in (before, after))
            slot = Slot.NARROW if tall else Slot.HALF
            found.append(
                Pair(
                    _placed(before, slot),
                    _placed(after, slot),
                    scene.maybe(use.title),
                    slot.css,
                )
            )
    return tuple(found)


def singles_of(uses: Iterable[PhotoUse], pictures: Mapping[str, Picture]) -> tuple[Picture, ...]:
    """The single pictures among some uses: one has the page's width, several have two columns."""
    found = [pictures[use.photo] for use in uses if use.photo and use.photo in pictures]
    if len(found) == 1:
        return (alone(found[0]),)
    return tuple(among(one, Slot.HALF) for one in found)


def standing_for(pairs: Sequence[Pair], singles: Sequence[Picture]) -> str:
    """The address of the picture that stands for a page; empty when it has none."""
    if pairs:
        return pairs[0].after.src
    return singles[0].src if singles else ""


def alone(picture: Picture) -> Picture:
    """The picture with no other beside it."""
    slot = Slot.TALL if is_tall(picture.width, picture.height) else Slot.ALONE
    return among(picture, slot)


def among(picture: Picture, slot: Slot) -> Picture:
    """The picture in this room, a panorama in a row of its own."""
    return _placed(picture, Slot.FULL if is_panorama(picture.width, picture.height) else slot)


def _placed(picture: Picture, slot: Slot) -> Picture:
    return replace(picture, slot=slot.css, sizes=sizes(slot, picture.width))


def _picture(
    scene: Scene, file: PhotoFile, record: PhotoRecord, recipe: Recipe, *, eager: bool
) -> Picture:
    every = renditions(file, recipe)
    largest = next(one for one in every if one.kind is Kind.JPEG)
    return Picture(
        src=scene.to_file(largest.path),
        width=largest.width,
        height=largest.height,
        tone=tone(file.colour),
        avif=_srcset(scene, every, Kind.AVIF),
        jpeg=_srcset(scene, every, Kind.JPEG),
        alt=scene.words(record.alt or record.caption),
        caption=scene.words(record.caption),
        date=scene.maybe_when(record.date),
        place=scene.maybe(record.place),
        credit=scene.maybe(record.credit),
        eager=eager,
    )


def _srcset(scene: Scene, every: Iterable[Rendition], kind: Kind) -> str:
    return ", ".join(f"{scene.to_file(one.path)} {one.width}w" for one in every if one.kind is kind)


def tone(colour: str) -> str:
    """The classes that paint a colour: `#1b87f0` is `tone r2 g8 be`.

    A page's policy forbids a `style` of its own. So each channel has 16 steps, which differ from
    the colour by less than is seen, and the style sheet 48 short rules for all photos there are.
    """
    if not colour:
        return ""
    steps = (f"{(int(colour[at : at + 2], 16) + 8) // 17:x}" for at in (1, 3, 5))
    return "tone " + " ".join(map("".join, zip("rgb", steps, strict=True)))
