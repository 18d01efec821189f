"""The page of an area."""

import re
from pathlib import Path

import pytest

from sunlit.views import area as module
from sunlit.views import unit_list
from sunlit.views.area import AreaView, area_page
from tests.views.surveyed import rendered, surveyed


def view_of(folder: Path, slug: str = "small", *, code: str = "zh-CN") -> AreaView:
    site = surveyed(folder, code=code)
    view = area_page(site.edition, site[slug]).view
    assert isinstance(view, AreaView)
    return view


def anchors(html: str) -> list[str]:
    return re.findall(r' id="([^"]+)"', html)


def test_a_city_adds_up_everything_below_it(tmp_path: Path) -> None:
    view = view_of(tmp_path, "big")
    assert view.big[0].figure.value == "3"
    assert view.ledger[0][1].value == "2"
    assert [one.link.label.text for one in view.listing.below] == ["小区"]
    assert view.listing.streets == ()


def test_units_stand_by_street_in_register_order(tmp_path: Path) -> None:
    streets = view_of(tmp_path).listing.streets
    assert [one.name.text for one in streets] == ["长街街道", "河口镇"]
    assert [one.link.label.text for one in streets[0].lines] == ["东门社区", "西门社区"]


def test_a_unit_without_content_is_marked(tmp_path: Path) -> None:
    lines = view_of(tmp_path).listing.streets[0].lines
    assert [one.published for one in lines] == [True, False]


def test_every_stated_figure_has_its_anchor_once(tmp_path: Path) -> None:
    site = surveyed(tmp_path)
    found = anchors(rendered(area_page(site.edition, site["small"])))
    assert len(found) == len(set(found))
    assert {
        "small/figures/lamps/planned",
        "small/figures/lamps/done@2025-12-31",
        "small/figures/lamps/done@2026-06-30",
        "small/participation/figures/hours@2026",
        "small/participation/concerns/2026-09/received",
        "small/organisation/charts/net/nodes/group/count",
        "small/facilities/minutes",
        "small/facilities/facilities/clinic/walk_minutes",
        "small/register/units",
        "small/projects/count",
        "small/funds/planned",
        "small/funds/spent",
    } <= set(found)


def test_the_newest_point_comes_first_and_the_plan_keeps_its_first_promise(
    tmp_path: Path,
) -> None:
    (line,) = view_of(tmp_path).facts.changed
    assert [one.text for one in line.points] == ["超过 60 盏", "30 盏"]
    assert line.planned is not None
    assert (line.planned.text, line.planned.first) == ("90 盏", "80 盏")


def test_participation_stands_with_what_residents_say(tmp_path: Path) -> None:
    facts = view_of(tmp_path).facts
    assert [one.label.text for one in facts.felt] == ["志愿服务"]
    assert [label.text for label, _ in facts.concerns] == ["收到", "已答复"]


def test_the_register_names_its_own_source(tmp_path: Path) -> None:
    view = view_of(tmp_path)
    source = view.coverage[0][1].source
    assert source is not None
    assert source.title.text == "名册"


def test_what_nobody_published_is_said(tmp_path: Path) -> None:
    html = rendered(area_page((site := surveyed(tmp_path)).edition, site["small"]))
    assert "没有公布荣誉" in html


def test_a_change_of_the_areas_own_figure_is_listed_with_its_reason(tmp_path: Path) -> None:
    (step,) = view_of(tmp_path).news.steps
    assert (step.was, step.now, step.reason.text) == ("80 盏", "90 盏", "加了两条街")


def test_an_update_of_a_unit_says_where(tmp_path: Path) -> None:
    (post,) = view_of(tmp_path).news.updates
    assert post.where is not None
    assert (post.title.text, post.where.text) == ("出水了", "双龙村")


def test_a_long_area_folds_its_streets_and_shows_who_has_content(tmp_path: Path) -> None:
    rows = "".join(
        f"5101140020{n},第{n}社区居委会,unit-{n},community,长街街道,changjie\n"
        for n in range(10, 90)
    )
    head = "code,name,slug,kind,street,street_slug\n"
    own = (
        "510114001001,东门社区居委会,dongmen,community,长街街道,changjie\n"
        "510114002201,双龙村村委会,shuanglong,village,河口镇,hekou\n"
    )
    site = surveyed(tmp_path, changed={"register.csv": head + own + rows})
    view = area_page(site.edition, site["small"]).view
    assert isinstance(view, AreaView)
    assert not any(one.open for one in view.listing.streets)
    assert [one.link.label.text for one in view.listing.highlights] == ["东门社区", "双龙村"]


def test_a_very_long_area_leads_to_its_streets(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unit_list, "LISTED_UP_TO", 2)
    monkeypatch.setattr(module, "LISTED_UP_TO", 2)
    site = surveyed(tmp_path)
    html = rendered(area_page(site.edition, site["small"]))
    assert re.findall(r'data-key="([^" ]+)', html) == ["长街街道", "河口镇"]


def test_texts_without_a_translation_carry_their_language(tmp_path: Path) -> None:
    view = view_of(tmp_path, code="en")
    (line,) = view.facts.changed
    assert (line.label.text, line.label.lang) == ("路灯", "zh-CN")
