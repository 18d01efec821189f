"""The page of a street or town of an area: its communities with their numbers.

Owns what stands there: communities with content in a table with totals, the others as a plain
list, so that nobody has to read `not published` thirty times to see who is missing.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from sunlit.model.text import text_of
from sunlit.rules.standing import Street
from sunlit.rules.summary import UnitSummary
from sunlit.rules.totals import totals_of
from sunlit.views.district import District
from sunlit.views.edition import Column, Edition, Page
from sunlit.views.parts import Big, Block, Cite, Link, Strip, Words
from sunlit.views.scene import Scene
from sunlit.views.sentences import Sentence
from sunlit.views.totals import TotalFigures, total_figures, totals_big, totals_sentence
from sunlit.views.unit_list import dimension_blocks, strip_framework, unit_strip, units_of


class UnitNumbers(Struct, frozen=True):
    """A unit with its strip and its numbers."""

    link: Link
    strip: Strip | None
    numbers: TotalFigures


class StreetView(Struct, frozen=True):
    """What `street.html` shows."""

    name: Words
    kicker: Link
    today: Sentence
    big: tuple[Big, ...]
    rows: tuple[UnitNumbers, ...]
    total: TotalFigures
    unpublished: tuple[Link, ...]
    blocks: tuple[Block, ...]
    cite: Cite
    before: Link | None
    after: Link | None


def street_pages(edition: Edition, district: District) -> Iterator[Page]:
    """A page for each street of an area."""
    for at in range(len(district.standing.streets)):
        yield _page(edition, district, at)


def _page(edition: Edition, district: District, at: int) -> Page:
    street = district.standing.streets[at]
    folders = (district.slug, "streets", street.slug)
    scene = edition.scene(*folders)
    view = _view(edition, scene, district, at)
    name = view.name.text
    area = scene.words(district.record.name).text
    crumb = Link(scene.to(*folders), view.name)
    return edition.page(
        scene,
        "street.html",
        view,
        title=name,
        kind="street",
        description=scene.t("street.description", name=name, area=area),
        area=district.slug,
        crumbs=edition.area_crumbs(scene, district.slug, crumb),
        column=Column(name, (area, scene.t("totals.units"))),
    )


def _view(edition: Edition, scene: Scene, district: District, at: int) -> StreetView:
    streets = district.standing.streets
    street = streets[at]
    home = f"{district.slug}/streets/{street.slug}"
    units, framework = units_of(district, street), strip_framework(district)
    published = [one for one in units if one.published]
    name = scene.words(text_of(street.name))
    return StreetView(
        name=name,
        kicker=scene.link(district.record.name, district.slug),
        today=totals_sentence(scene, home, street.totals),
        big=totals_big(scene, home, street.totals),
        rows=tuple(_numbers(scene, district, one) for one in published),
        total=total_figures(scene, home, street.totals),
        unpublished=tuple(
            scene.link(one.name, district.slug, one.slug) for one in units if not one.published
        ),
        blocks=dimension_blocks(scene, framework, area=district.slug)
        if framework and published
        else (),
        cite=edition.cite(scene, name.text),
        before=_street(scene, district, streets[at - 1]) if at else None,
        after=_street(scene, district, streets[at + 1]) if at + 1 < len(streets) else None,
    )


def _numbers(scene: Scene, district: District, unit: UnitSummary) -> UnitNumbers:
    return UnitNumbers(
        scene.link(unit.name, district.slug, unit.slug),
        unit_strip(scene, district, unit),
        total_figures(scene, f"{district.slug}/{unit.slug}", totals_of((unit,))),
    )


def _street(scene: Scene, district: District, street: Street) -> Link:
    label = scene.words(text_of(street.name))
    return Link(scene.to(district.slug, "streets", street.slug), label)
