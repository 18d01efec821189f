"""The page of a framework in an area: units × dimensions, targets, batches, what is missing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sunlit.views.framework import CutView, FrameworkView
from tests.views.framed import HEAD, TARGET, enrolled, framed, pages, plain_text, scored
from tests.views.surveyed import Surveyed, rendered

BATCHES = """batches:
  - {year: 2025, planned: 2 个, done: 2 个, members: [dongmen, ximen]}
  - {year: 2027, planned: 1 个}
"""


def view_of(site: Surveyed) -> FrameworkView:
    made = pages(site)
    view = (made.get("/small/pair/") or made["/en/small/pair/"]).view
    assert isinstance(view, FrameworkView)
    return view


def states_of(view: FrameworkView) -> list[tuple[str, ...]]:
    assert view.matrix is not None
    return [tuple(one.state for one in row.blocks) for row in view.matrix.rows]


def test_every_unit_has_a_row_and_every_dimension_a_cell(tmp_path: Path) -> None:
    view = view_of(framed(tmp_path))
    assert states_of(view) == [("chosen", "open")] * 3  # the tier of the first is required


def test_how_many_have_reached_a_dimension_is_not_0_while_nobody_knows(tmp_path: Path) -> None:
    unknown = view_of(framed(tmp_path / "unknown")).dimensions[0]
    assert [one.state for one in unknown.states] == ["missing", "missing", "known", "known"]
    known = view_of(scored(tmp_path / "known")).dimensions[0]
    assert [one.value for one in known.states] == ["0", "3", "0", "0"]


def test_a_filter_leads_to_a_page_of_its_own(tmp_path: Path) -> None:
    site = framed(tmp_path)
    (street,) = (view_of(site).matrix or pytest.fail("no matrix")).filters
    assert [one.note for one in street.options] == ["", "2", "1"]
    assert street.options[1].href == "../../small/pair/by/street/changjie/index.html"
    cut = pages(site)["/small/pair/by/street/hekou/"].view
    assert isinstance(cut, CutView)
    assert [row.unit.label.text for row in cut.matrix.rows] == ["双龙村"]
    assert [one.current for one in cut.matrix.filters[0].options] == [False, False, True]


def test_nobody_is_sent_to_a_filter_that_tells_nobody_apart(tmp_path: Path) -> None:
    tracks = "tracks:\n  - {id: near, name: 近处}\n"
    view = view_of(framed(tmp_path, HEAD + tracks))
    assert view.matrix is not None
    assert [one.name for one in view.matrix.filters] == ["street"]
    assert view.tracks[0].units is None


def test_the_batch_of_a_unit_is_that_of_its_profile_or_of_the_framework(tmp_path: Path) -> None:
    profile = {"shuanglong/index.md": enrolled("[safe, green]", batch="2027")}
    site = framed(tmp_path, HEAD + BATCHES, changed=profile)
    rows = (view_of(site).matrix or pytest.fail("no matrix")).rows
    assert [row.batch.text if row.batch else "" for row in rows] == ["2025年", "2025年", "2027年"]


def test_a_target_without_a_date_says_so_and_counts_nobody_as_nobody_knows(
    tmp_path: Path,
) -> None:
    view = view_of(framed(tmp_path, HEAD + TARGET))
    (target,) = view.targets
    assert target.by is None
    assert (target.count.value, target.reached.state) == ("3", "missing")
    assert target.path is None
    assert "已经达到多少没有公布" in plain_text(view.today)


def test_members_of_a_batch_that_is_done_have_reached_the_target(tmp_path: Path) -> None:
    (target,) = view_of(framed(tmp_path, HEAD + TARGET + BATCHES)).targets
    assert (target.reached.value, target.reached_share and target.reached_share.value) == (
        "2",
        "200/3",
    )
    assert [one.label.text for one in target.members] == ["东门社区", "西门社区"]


def test_batches_are_totalled_as_published_against_the_target(tmp_path: Path) -> None:
    table = view_of(framed(tmp_path, HEAD + TARGET + BATCHES)).batches
    assert table is not None
    assert table.against is not None
    assert (table.planned.value, table.done.value) == ("3", "2")
    assert [row.done.state for row in table.rows] == ["known", "missing"]
    assert plain_text(table.against) == "各批次公布完成 2 个，目标对象共 3 个，占 66.67%。"


def share(reported: str, *, of: int = 16, count: int | None = 15) -> str:
    number = f"    count: {count}\n" if count else ""
    return (
        f"targets:\n  - id: part\n    name: 一部分\n    by: 2026\n    of: {of}\n{number}"
        f"    reported: {reported}\n"
    )


@pytest.mark.parametrize(
    ("framework", "said"),
    [
        (
            share("93.7 %"),
            "公布的 93.7% 与 16 个社区对不上：15 个是 93.75%，四舍五入为 93.8%；"
            "把后面的数字截掉才是 93.7%。",
        ),
        (share("93.75 %"), "公布的 93.75% 与 16 个社区对得上：15 个正好是 93.75%。"),
        (
            share("93.8 %"),
            "公布的 93.8% 与 16 个社区对得上：15 个是 93.75%，四舍五入为 93.8%。",
        ),
        (
            share("95.9 %", of=24, count=23),
            "公布的 95.9% 与 24 个社区对不上：最接近的 23 个是 95.833%，四舍五入为 95.8%。",
        ),
        (share("93.75 %", count=14), "公布的 93.75% 与公布的个数对不上：16 个社区里的 15 个才是"),
        (share("over 90 %"), "公布的比例带有“超过”“约”之类的限定，不是确切的数，无法核对。"),
    ],
)
def test_one_sentence_says_whether_a_published_share_adds_up(
    tmp_path: Path, framework: str, said: str
) -> None:
    (target,) = view_of(framed(tmp_path, HEAD + framework)).targets
    assert target.check is not None
    assert plain_text(target.check).startswith(said)


def test_a_share_of_those_who_have_reached_it_is_checked_against_them(tmp_path: Path) -> None:
    target = TARGET + "    reached: [dongmen, ximen]\n    reported: 66.7 %\n"
    (view,) = view_of(framed(tmp_path, HEAD + target)).targets
    assert view.check is not None
    assert "对得上：2 个是 66.667%" in plain_text(view.check)


def test_what_was_not_published_is_listed(tmp_path: Path) -> None:
    missing = view_of(framed(tmp_path, HEAD + TARGET)).missing
    assert "指标和计分办法" in missing
    assert "有的目标到何时完成" in missing


def test_a_figure_of_the_framework_has_its_permalink_once_with_its_source(tmp_path: Path) -> None:
    principle = """principles:
  - id: walk
    name: 先走一遍
    figures: [{id: walks, label: 踏勘, unit: 次, value: over 40, as_of: 2026-09-30}]
"""
    site = framed(tmp_path, HEAD + principle + BATCHES + share("93.7 %"))
    html = rendered(pages(site)["/small/pair/"])
    ids = re.findall(r' id="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    for path in (
        "principles/walk/figures/walks@2026-09-30",
        "batches/2025/planned",
        "batches/2025/done",
        "targets/part/count",
        "targets/part/of",
        "targets/part/reported",
    ):
        id = f"small/pair/{path}"
        assert re.search(rf'data-figure="{id}" id="{id}">[^<]+</data><a class="src"', html), path


def test_an_area_that_is_not_the_first_shows_the_same_figures_without_their_permalinks(
    tmp_path: Path,
) -> None:
    framework = HEAD.replace("[small]", "[big, small]") + BATCHES
    html = rendered(pages(framed(tmp_path, framework))["/small/pair/"])
    assert 'data-figure="big/pair/batches/2025/done"' in html
    assert 'id="big/pair/batches/2025/done"' not in html


def test_a_framework_with_scores_says_when_and_for_how_many(tmp_path: Path) -> None:
    view = view_of(scored(tmp_path))
    assert view.results is not None
    assert view.results.period.text == "2026年第三季度"
    assert view.results.totals.value == "3"
    assert [(kind, count.value) for kind, _, count in view.results.lists] == [
        ("red", "1"),
        ("black", "1"),
    ]


def test_the_english_page_is_english(tmp_path: Path) -> None:
    view = view_of(framed(tmp_path, HEAD + TARGET, code="en"))
    assert plain_text(view.today) == (
        "The register holds 3 communities, of which 2 have published anything. “Everywhere” is "
        "to be reached by 3 of 3; how many have was not published. No points were published, so "
        "there is no ranking."
    )
