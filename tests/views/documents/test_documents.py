"""What a journalist can do with `data.json` and nothing else: recompute totals, places, shares."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from tests.built import Site

Data = dict[str, Any]


@cache
def read(path: Path) -> Data:
    found: Data = json.loads(path.read_text(encoding="utf-8"))
    return found


def documents(site: Site, kind: str) -> Iterator[tuple[str, Data]]:
    for path in sorted(site.folder.rglob("data.json")):
        data = read(path)
        if data.get("format") == f"sunlit-{kind}-1":
            yield f"{path.parent.relative_to(site.folder).as_posix()}/", data


def value(text: str | None) -> Fraction | None:
    return None if text is None else Fraction(text)


def of_the_method(id: str) -> bool:
    """A threshold that a rule of the framework names: at home on the page of the method."""
    return id.startswith("frameworks/")


def figures(data: Data) -> dict[str, Data]:
    return {one["id"]: one for one in data["figures"]}


@pytest.fixture(params=["real_site", "sample_site"])
def site(request: pytest.FixtureRequest) -> Site:
    found: Site = request.getfixturevalue(request.param)
    return found


def test_every_figure_of_a_units_page_stands_in_its_document(site: Site) -> None:
    for address, data in documents(site, "unit"):
        known = figures(data)
        for page in (address, f"en/{address}"):
            shown = set(re.findall(r'data-figure="([^"]+)"', site.page(page).source))
            assert {id for id in shown if not of_the_method(id)} <= set(known)


def test_a_figure_has_the_same_value_on_the_page_and_in_the_document(site: Site) -> None:
    for address, data in documents(site, "unit"):
        known = figures(data)
        for id, (shown, _) in site.page(address).figures.items():
            assert of_the_method(id) or shown == known[id]["value"], id


def test_every_number_is_an_exact_text(site: Site) -> None:
    for _, data in (*documents(site, "unit"), *documents(site, "area")):
        for one in data["figures"]:
            assert one["value"] is None or isinstance(one["value"], str)
            assert one["value"] is None or Fraction(one["value"]) is not None


def test_no_figure_stands_there_twice(site: Site) -> None:
    for _, data in (*documents(site, "unit"), *documents(site, "area")):
        assert len(figures(data)) == len(data["figures"])


def test_a_sum_is_the_sum_of_the_figures_it_names(sample_site: Site) -> None:
    sums = 0
    for _, data in documents(sample_site, "unit"):
        known = figures(data)
        for one in data["figures"]:
            if one.get("rule") == "sum" and one["value"] is not None:
                parts = [Decimal(known[id]["value"]) for id in one["of"]]
                assert sum(parts) == Decimal(one["value"]), one["id"]
                sums += 1
    assert sums


def weighted(parts: list[Data]) -> Fraction | None:
    there = [(Fraction(one["value"]), Fraction(one["weight"])) for one in parts if one["value"]]
    weights = sum(weight for _, weight in there)
    return sum(points * weight for points, weight in there) / weights if weights else None


def test_totals_of_points_can_be_recomputed(sample_site: Site) -> None:
    checked = 0
    for _, data in documents(sample_site, "unit"):
        for sheet in data["scores"]:
            total = value(sheet["total"]["value"])
            if total is not None:
                scored = [one for one in sheet["dimensions"] if one["indicators"]]
                assert weighted(scored) == total
                checked += 1
    assert checked


def test_places_can_be_recomputed(sample_site: Site) -> None:
    for _, data in documents(sample_site, "area"):
        assert data["periods"]
        for period in data["periods"]:
            rows = {one["unit"]: one["total"] for one in period["ranking"]}
            points = [Fraction(one["value"]) for one in rows.values() if one["value"]]
            for total in rows.values():
                if total["value"]:
                    above = sum(other > Fraction(total["value"]) for other in points)
                    assert total["place"]["place"] == str(1 + above)
                    assert total["place"]["of"] == str(len(points))


def test_money_of_an_area_is_the_sum_over_its_units(sample_site: Site) -> None:
    for _, data in documents(sample_site, "area"):
        spent = [one["funds"].get("spent") for one in data["units"]]
        assert sum(Decimal(one) for one in spent if one) == Decimal(
            data["totals"]["funds"]["spent"]
        )


def test_disclosure_of_an_area_can_be_counted_from_its_units(sample_site: Site) -> None:
    units = [data for _, data in documents(sample_site, "unit")]
    states = [one["state"] for data in units for one in data["disclosures"] if one["due"]]
    (_, area), *_ = documents(sample_site, "area")
    due = len(states) - states.count("pending")
    published = states.count("published") + states.count("late")
    share = figures(area)[f"{area['id']}/disclosure/coverage"]
    assert area["totals"]["disclosure"]["due"] == str(due)
    assert Fraction(share["value"]) == Fraction(100 * published, due)


def test_a_unit_nothing_was_published_of_has_a_document_that_says_so(real_site: Site) -> None:
    empty = [data for _, data in documents(real_site, "unit") if not data["published"]]
    assert empty
    for data in empty:
        assert all(one["value"] is None for one in data["figures"])


def test_every_published_file_of_a_photo_is_named_with_its_type_and_size(
    sample_site: Site,
) -> None:
    named = {}
    for _, data in documents(sample_site, "unit"):
        for photo in data["photos"]:
            assert {"file", "caption", "people"} <= set(photo)
            assert "redact" not in photo
            named.update({one["path"]: one for one in photo["files"]})
    photos = sample_site.folder / "photos"
    assert set(named) == {f"photos/{one.name}" for one in photos.iterdir()} != set()
    for path, one in named.items():
        with Image.open(sample_site.folder / path) as image:
            assert one["type"] == image.get_format_mimetype()
            assert (one["width"], one["height"]) == tuple(map(str, image.size))


def test_what_is_invented_says_so(sample_site: Site, real_site: Site) -> None:
    for site, invented in ((sample_site, True), (real_site, False)):
        every = (*documents(site, "unit"), *documents(site, "area"))
        assert {data["invented"] for _, data in every} == {invented}
