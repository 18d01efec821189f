"""The page of a dimension: its ranking with all parts, its periods, or who has chosen it."""

from __future__ import annotations

from pathlib import Path

from sunlit.views.dimension import DimensionView
from tests.views.framed import enrolled, framed, pages, plain_text, scored
from tests.views.surveyed import Surveyed, rendered


def view_of(site: Surveyed, name: str) -> DimensionView:
    view = pages(site)[f"/small/pair/{name}/"].view
    assert isinstance(view, DimensionView)
    return view


def test_the_ranking_shows_places_and_points(tmp_path: Path) -> None:
    ranking = view_of(scored(tmp_path), "safe").ranking
    assert ranking is not None
    assert [(row.place, row.unit.label.text, row.points.value) for row in ranking.rows] == [
        ("1", "东门社区", "96"),
        ("2", "西门社区", "88"),
        ("3", "双龙村", "14"),
    ]


def test_each_part_shows_the_score_as_given_and_the_points_it_counts_as(tmp_path: Path) -> None:
    ranking = view_of(scored(tmp_path), "safe").ranking
    assert ranking is not None
    hazards, trust = ranking.rows[1].cells
    assert (hazards.judgements[0].raw.text, hazards.points.value) == ("2 件", "80")
    assert (trust.judgements[0].raw.text, trust.points.value) == ("100 票中 100 票", "100")


def test_a_score_is_a_figure_of_its_sheet(tmp_path: Path) -> None:
    ranking = view_of(scored(tmp_path), "green").ranking
    assert ranking is not None
    cell = ranking.rows[0].cells[0]
    sheet = "small/ximen/scores/pair/2026-q3"
    assert cell.judgements[0].raw.id == f"{sheet}/scores/tidy/stars"
    assert cell.points.id == f"{sheet}/green/tidy"


def test_an_earlier_period_has_a_page_of_its_own(tmp_path: Path) -> None:
    site = scored(tmp_path)
    earlier = view_of(site, "safe/2026-q2")
    assert [one.label.text for one in earlier.periods] == ["2026年第三季度", "2026年第二季度"]
    assert [one.current for one in earlier.periods] == [False, True]
    assert earlier.ranking is not None
    assert earlier.ranking.rest == ("2 个社区这一期没有公布评分。",)


def test_the_newest_ranking_stands_on_two_pages_with_the_links_of_each(tmp_path: Path) -> None:
    site = scored(tmp_path)
    whole, newest = view_of(site, "safe").ranking, view_of(site, "safe/2026-q3").ranking
    assert whole is not None
    assert newest is not None
    assert [row.cells for row in whole.rows] == [row.cells for row in newest.rows]
    assert whole.rows[0].unit.href == "../../../small/dongmen/index.html"
    assert newest.rows[0].unit.href == "../../../../small/dongmen/index.html"
    assert newest.chart is None


def test_a_place_says_how_it_has_moved(tmp_path: Path) -> None:
    ranking = view_of(scored(tmp_path), "safe").ranking
    assert ranking is not None
    assert [row.moved for row in ranking.rows] == ["不变", "", ""]


def test_a_short_ranking_is_drawn_too(tmp_path: Path) -> None:
    ranking = view_of(scored(tmp_path), "safe").ranking
    assert ranking is not None
    assert ranking.chart is not None
    assert [row[0] for row in ranking.chart.table.rows] == ["东门社区", "西门社区", "双龙村"]


def test_without_scores_the_page_says_who_has_chosen_it(tmp_path: Path) -> None:
    view = view_of(framed(tmp_path, changed={"ximen/index.md": enrolled("[safe, green]")}), "green")
    assert view.ranking is None
    assert [one.label.text for one in view.chosen] == ["西门社区"]
    assert plain_text(view.today) == (
        "登记册里的 3 个社区中，1 个公布选了这个维度；做到什么程度没有公布。"
    )


def test_a_required_dimension_is_asked_of_everybody(tmp_path: Path) -> None:
    view = view_of(framed(tmp_path), "safe")
    assert view.required
    assert plain_text(view.today).startswith("这是必选的维度，登记册里的 3 个社区都要做到")


def test_the_other_dimensions_are_next_to_it(tmp_path: Path) -> None:
    site = framed(tmp_path)
    assert (view_of(site, "safe").before, view_of(site, "green").after) == (None, None)
    after = view_of(site, "safe").after
    assert after is not None
    assert after.label.text == "青绿"


def test_the_page_is_whole_in_both_languages(tmp_path: Path) -> None:
    for code in ("zh-CN", "en"):
        html = rendered(pages(scored(tmp_path / code, code=code))[_path(code)])
        assert html.count("<h1>") == 1


def _path(code: str) -> str:
    return "/en/small/pair/safe/" if code == "en" else "/small/pair/safe/"
