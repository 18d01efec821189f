"""Charts of places and bodies: the 15-minute circle, the one map, the organisation chart.

Owns the words around these drawings; the geometry is in `charts/`.
"""

from __future__ import annotations

from sunlit.charts import (
    Amount,
    Chart,
    CircleWords,
    DotsWords,
    Frame,
    Node,
    OrganisationWords,
    Place,
    Spot,
    circle,
    dots,
    organisation,
)
from sunlit.model.services import Bearing, FacilityList, OrganisationChart
from sunlit.views.amounts import read_amount, read_value
from sunlit.views.scene import Scene

_TURNS = {bearing: number * 45 for number, bearing in enumerate(Bearing)}


def circle_chart(scene: Scene, facilities: FacilityList) -> Chart | None:
    """The walking circle; None when no centre was published."""
    if facilities.centre is None:
        return None
    places = [
        Place(
            scene.words(one.name).text,
            None if one.walk_minutes is None else _minutes(scene, one.walk_minutes),
            _TURNS[one.bearing] if one.bearing else None,
        )
        for one in facilities.facilities
    ]
    edge = facilities.minutes
    rings = sorted({edge // 3, 2 * edge // 3, edge} - {0})
    words = CircleWords(
        centre=scene.words(facilities.centre).text,
        number=scene.t("places.number"),
        label=scene.t("places.facility"),
        minutes=scene.t("places.walk"),
        north=scene.t("places.north"),
        beyond=scene.t("places.beyond"),
        missing=scene.t("figure.missing"),
    )
    frame = Frame("circle", scene.t("places.circle", n=edge))
    return circle(places, frame, rings=[_minutes(scene, one) for one in rings], words=words)


def map_chart(scene: Scene, facilities: FacilityList) -> Chart | None:
    """The schematic map of named points; None when none has a position."""
    placed = [one for one in facilities.facilities if one.position is not None]
    if not placed:
        return None
    spots = [
        Spot(
            scene.words(one.name).text,
            one.position,
            scene.words(one.what).text if one.what else "",
        )
        for one in placed
    ]
    words = DotsWords(
        number=scene.t("places.number"),
        label=scene.t("places.facility"),
        note=scene.t("places.note"),
        caption=scene.t("places.map_caption"),
        missing=scene.t("figure.missing"),
    )
    return dots(spots, Frame("map", scene.t("places.map")), words=words)


def organisation_chart(scene: Scene, chart: OrganisationChart) -> Chart:
    """Levels of an organisation with the number of bodies on each."""
    nodes = [
        Node(
            id=one.id,
            label=scene.words(one.name).text,
            count_text=read_amount(one.count, scene.locale).text if one.count else None,
            parent=one.parent,
            count=int(one.count.value) if one.count else 1,
        )
        for one in chart.nodes
    ]
    words = OrganisationWords(
        label=scene.t("places.body"),
        parent=scene.t("places.parent"),
        count=scene.t("places.count"),
        missing=scene.t("figure.missing"),
    )
    frame = Frame(f"organisation-{chart.id}", scene.words(chart.name).text)
    return organisation(nodes, frame, words=words)


def _minutes(scene: Scene, minutes: int) -> Amount:
    return Amount(minutes, read_value(minutes, "分钟", scene.locale).text)
