"""The matrix of a framework: units × dimensions, and the ready-made views it is filtered by.

Owns the values of the filters and the addresses of their pages, `by/<street|track|batch>/<value>`.
A filter is offered only where it can tell units apart: nobody is sent to an empty table.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from sunlit.model.text import text_of
from sunlit.rules.states import BlockState
from sunlit.rules.summary import UnitSummary
from sunlit.views.applied import Applied
from sunlit.views.parts import Block, Filter, Link, When, Words
from sunlit.views.scene import Scene
from sunlit.views.strips import block_of
from sunlit.views.unit_list import dimension_blocks

UNITS = "units"
"""The anchor of the matrix on its page."""


class MatrixRow(Struct, frozen=True):
    """One unit: its blocks, street, tracks, batch, and what it can be filtered by."""

    unit: Link
    blocks: tuple[Block, ...]
    street: Link | None
    tracks: tuple[Words, ...]
    batch: When | None
    filters: tuple[tuple[str, str], ...]


class Matrix(Struct, frozen=True):
    """The table; a column that no row fills is left out."""

    caption: str
    heads: tuple[Block, ...]
    rows: tuple[MatrixRow, ...]
    filters: tuple[Filter, ...]
    streets: bool
    tracks: Words | None
    batches: bool


class Cut(Struct, frozen=True):
    """One ready-made view: `name` and `value` are its folders, `units` its rows."""

    name: str
    value: str
    label: Words
    units: tuple[UnitSummary, ...]


def cuts_of(scene: Scene, applied: Applied) -> tuple[Cut, ...]:
    """Every ready-made view of the matrix, in the order of the filters."""
    units: dict[tuple[str, str], list[UnitSummary]] = {}
    for unit in applied.units:
        for pair in _filters(applied, unit):
            units.setdefault(pair, []).append(unit)
    return tuple(
        Cut(name, value, label, tuple(units.get((name, value), ())))
        for name, values in _values(scene, applied)
        for value, label in values
    )


def matrix_of(
    scene: Scene,
    applied: Applied,
    known: Mapping[str, MatrixRow],
    *,
    cuts: Sequence[Cut],
    cut: Cut | None = None,
) -> Matrix | None:
    """The matrix of `known` rows, whole or cut; None where there are no units or no dimensions."""
    units = cut.units if cut else applied.units
    if not applied.units or not applied.record.dimensions:
        return None
    rows = tuple(known[one.slug] for one in units)
    some_tracks = any(row.tracks for row in rows)
    name = applied.record.tracks_name
    tracks = scene.words(name) if name else Words(scene.t("framework.tracks"))
    return Matrix(
        caption=scene.t("framework.matrix_caption", n=len(rows)),
        heads=dimension_blocks(scene, applied.framework, area=applied.area),
        rows=rows,
        filters=filters_of(scene, applied, cuts=cuts, cut=cut),
        streets=any(row.street for row in rows),
        tracks=tracks if some_tracks else None,
        batches=any(row.batch for row in rows),
    )


def filters_of(
    scene: Scene, applied: Applied, *, cuts: Sequence[Cut], cut: Cut | None
) -> tuple[Filter, ...]:
    """The groups of links above the matrix; `cut` is the view one is on."""
    groups = []
    for name in dict.fromkeys(one.name for one in cuts):
        own = [one for one in cuts if one.name == name]
        here = cut is not None and cut.name == name
        whole = scene.to(*applied.folders(), fragment=UNITS)
        options = [Link(whole, Words(scene.t("framework.filter_all")), current=not here)]
        options += [
            Link(
                scene.to(*applied.folders("by", one.name, one.value)),
                one.label,
                current=here and cut is not None and cut.value == one.value,
                note=str(len(one.units)),
            )
            for one in own
        ]
        groups.append(Filter(name, filter_label(scene, applied, name), tuple(options)))
    return tuple(groups)


def filter_label(scene: Scene, applied: Applied, name: str) -> str:
    """What a filter sorts by; tracks have the name that the framework gives them."""
    if name == "track" and applied.record.tracks_name:
        return scene.words(applied.record.tracks_name).text
    return scene.t(f"framework.filter_{name}")


Values = Sequence[tuple[str, Words]]


def _values(scene: Scene, applied: Applied) -> Iterator[tuple[str, Values]]:
    if not applied.record.dimensions:
        return
    streets = applied.district.standing.streets
    if len(streets) > 1:
        yield "street", [(one.slug, scene.words(text_of(one.name))) for one in streets]
    if any(applied.tracks_of(one) for one in applied.units):
        yield "track", [(one.id, scene.words(one.name)) for one in applied.record.tracks]
    years = {year for one in applied.units if (year := applied.batch_of(one)) is not None}
    if years:
        yield (
            "batch",
            [
                (year.key, Words(scene.when(year).text))
                for year in sorted(years, key=lambda one: one.sort_key)
            ],
        )


def _filters(applied: Applied, unit: UnitSummary) -> tuple[tuple[str, str], ...]:
    batch = applied.batch_of(unit)
    pairs = [("street", unit.street_slug)]
    pairs += [("track", one) for one in applied.tracks_of(unit)]
    pairs.append(("batch", batch.key if batch else ""))
    return tuple((name, value) for name, value in pairs if value)


def matrix_rows(scene: Scene, applied: Applied) -> dict[str, MatrixRow]:
    """The row of each unit by slug, for every page that lies as deep as the scene's."""
    record = applied.record
    blocks = [
        {state: block_of(scene, one, state) for state in BlockState} for one in record.dimensions
    ]
    tracks = {one.id: scene.words(one.name) for one in record.tracks}
    return {
        one.slug: MatrixRow(
            unit=applied.unit_link(scene, one),
            blocks=tuple(
                block[state] for block, state in zip(blocks, applied.states(one), strict=True)
            ),
            street=scene.link(one.street, one.area, "streets", one.street_slug)
            if one.street_slug
            else None,
            tracks=tuple(tracks[id] for id in applied.tracks_of(one)),
            batch=scene.maybe_when(applied.batch_of(one)),
            filters=_filters(applied, one),
        )
        for one in applied.units
    }
