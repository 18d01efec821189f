"""The home page."""

import re
from pathlib import Path

import pytest

from sunlit.views import home as module
from sunlit.views.home import HomeView, home_page
from tests.views.surveyed import rendered, surveyed


def view_of(folder: Path) -> HomeView:
    site = surveyed(folder)
    view = home_page(site.edition, site.districts).view
    assert isinstance(view, HomeView)
    return view


def test_areas_form_a_tree_with_everything_below_in_the_totals(tmp_path: Path) -> None:
    view = view_of(tmp_path)
    assert [(one.link.label.text, one.depth) for one in view.areas] == [("大城", 0), ("小区", 1)]
    assert {one.numbers.projects.value for one in view.areas} == {"2"}
    assert view.total.projects.value == "2"


def test_every_unit_can_be_typed(tmp_path: Path) -> None:
    site = surveyed(tmp_path)
    html = rendered(home_page(site.edition, site.districts))
    assert re.findall(r'data-key="([^" ]+)', html) == ["东门社区", "西门社区", "双龙村"]


def test_a_large_site_lists_streets_in_place_of_units(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_UNITS", 2)
    (city,) = view_of(tmp_path).find
    assert [one.link.label.text for one in city.below[0].lines] == ["长街街道", "河口镇"]
    assert city.below[0].streets == ()


def test_the_finder_comes_before_every_figure(tmp_path: Path) -> None:
    site = surveyed(tmp_path)
    html = rendered(home_page(site.edition, site.districts))
    assert html.index('id="find"') < html.index("data-figure=")


def test_the_newest_changes_and_updates_of_all_areas_are_there(tmp_path: Path) -> None:
    view = view_of(tmp_path)
    assert [one.reason.text for one in view.steps] == ["加了两条街"]
    assert [one.title.text for one in view.updates] == ["出水了"]


def test_figures_of_the_site_have_their_anchors_here(tmp_path: Path) -> None:
    site = surveyed(tmp_path)
    found = re.findall(r' id="([^"]+)"', rendered(home_page(site.edition, site.districts)))
    assert len(found) == len(set(found))
    assert {"site/units/count", "site/projects/completed", "site/coverage/share"} <= set(found)
