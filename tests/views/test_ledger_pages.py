"""The ledger of an area and its ready-made filters."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from sunlit.views import ledger_pages as module
from sunlit.views.edition import Page
from sunlit.views.ledger_pages import LedgerView, ledger_drafts
from sunlit.views.parts import Figure, Words
from tests.views.surveyed import ROAD, Surveyed, rendered, surveyed


def pages(folder: Path, slug: str = "small") -> dict[str, Page]:
    return pages_of(surveyed(folder), slug)


def pages_of(site: Surveyed, slug: str) -> dict[str, Page]:
    drafts = ledger_drafts(site.edition, site[slug], site[slug])
    return {page.path: page for page in (one.make() for one in drafts)}


def view(page: Page) -> LedgerView:
    assert isinstance(page.view, LedgerView)
    return page.view


def test_only_values_that_occur_have_a_page(tmp_path: Path) -> None:
    assert sorted(pages(tmp_path)) == [
        "/small/ledger/",
        "/small/ledger/department/works/",
        "/small/ledger/horizon/middle/",
        "/small/ledger/horizon/near/",
        "/small/ledger/late/yes/",
        "/small/ledger/status/completed/",
        "/small/ledger/status/implementation/",
        "/small/ledger/street/changjie/",
        "/small/ledger/street/hekou/",
        "/small/ledger/year/2025/",
        "/small/ledger/year/2026/",
    ]


def test_every_option_of_a_filter_leads_to_a_page_and_says_how_many(tmp_path: Path) -> None:
    every = pages(tmp_path)
    filters = {one.name: one for one in view(every["/small/ledger/"]).filters}
    status = filters["status"].options
    assert [one.label.text for one in status] == ["全部", "实施中", "已完成"]
    assert [one.note for one in status] == ["", "1", "1"]
    assert status[1].href == "../../small/ledger/status/implementation/index.html"
    assert status[0].current


def test_late_projects_come_first(tmp_path: Path) -> None:
    rows = view(pages(tmp_path)["/small/ledger/"]).rows
    assert [one.title.text for one in rows] == ["修路", "打井"]
    assert rows[0].tag.kind == "late"


def test_a_filtered_page_says_its_filter_and_adds_up_what_it_shows(tmp_path: Path) -> None:
    chosen = view(pages(tmp_path)["/small/ledger/status/completed/"])
    said = [one.text if isinstance(one, Figure | Words) else one for one in chosen.now]
    assert "".join(map(str, said)) == "现在只看“状态：已完成”，共 1 项；台账全部 2 项。"
    assert [one.title.text for one in chosen.rows] == ["打井"]
    assert chosen.big[3].figure.state == "missing"
    assert chosen.whole is not None


def test_the_script_filters_rows_on_the_whole_ledger_only(tmp_path: Path) -> None:
    every = pages(tmp_path)
    assert ("street", "changjie") in view(every["/small/ledger/"]).rows[0].filters
    assert view(every["/small/ledger/late/yes/"]).rows[0].filters == ()


def test_a_city_shows_the_projects_below_it_by_area(tmp_path: Path) -> None:
    every = pages(tmp_path, "big")
    assert "/big/ledger/area/small/" in every
    assert not any("department" in path for path in every)
    first = view(every["/big/ledger/"]).rows[0]
    assert first.unit is not None
    assert first.unit.text == "小区东门社区"


def test_pages_of_filters_share_the_row_of_a_project(tmp_path: Path) -> None:
    every = pages(tmp_path)
    done = view(every["/small/ledger/status/completed/"]).rows[0]
    assert done is view(every["/small/ledger/street/hekou/"]).rows[0]
    first = next(one for one in view(every["/small/ledger/"]).rows if one.title == done.title)
    assert (first.href, done.href) == (
        "../../small/shuanglong/projects/well/index.html",
        "../../../../small/shuanglong/projects/well/index.html",
    )


def test_an_area_without_projects_has_no_ledger(tmp_path: Path) -> None:
    site = surveyed(tmp_path)
    empty = site["small"]
    nothing = replace(empty, standing=site["big"].standing, wards=())
    assert list(ledger_drafts(site.edition, nothing, nothing)) == []


def test_a_long_ledger_goes_on_over_further_pages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST", 1)
    every = pages(tmp_path)
    first, second = view(every["/small/ledger/"]), view(every["/small/ledger/page/2/"])
    assert [one.title.text for one in (*first.rows, *second.rows)] == ["修路", "打井"]
    assert first.after is not None
    assert second.before is not None
    assert (first.before, second.after) == (None, None)
    assert second.before.href == "../../../../small/ledger/index.html"


def test_the_script_leaves_a_ledger_of_several_pages_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST", 1)
    assert view(pages(tmp_path)["/small/ledger/"]).rows[0].filters == ()


def test_a_filter_that_holds_too_many_rows_says_what_it_leaves_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST", 1)
    site = surveyed(tmp_path, changed={"shuanglong/projects/path.md": ROAD})
    every = pages_of(site, "small")
    year = view(every["/small/ledger/year/2026/"])
    assert (len(year.rows), year.left_out) == (1, 1)


def test_figures_of_a_filter_have_their_anchors_on_its_page(tmp_path: Path) -> None:
    every = pages(tmp_path)
    anchor = ' id="small/ledger/late/yes/projects/count"'
    assert anchor in rendered(every["/small/ledger/late/yes/"])
    assert ' id="small/projects/count"' not in rendered(every["/small/ledger/"])


def test_money_stands_as_bars_by_street_when_one_department_has_all(tmp_path: Path) -> None:
    chart = view(pages(tmp_path)["/small/ledger/"]).chart
    assert chart is not None
    assert chart.table.rows == (("长街街道", "120 万元", "64 万元"),)
