"""Red and black lists: the rule in words, the numbers behind each placement, the replies."""

from __future__ import annotations

from pathlib import Path

from sunlit.views.lists import Board, ListsView
from tests.views.framed import HEAD, SCORED, framed, pages, plain_text, scored
from tests.views.surveyed import Surveyed, rendered


def boards(site: Surveyed, period: str = "") -> tuple[Board, Board]:
    view = pages(site)[f"/small/pair/lists/{period}"].view
    assert isinstance(view, ListsView)
    red, black = view.boards
    return red, black


def test_a_rule_is_printed_in_plain_words(tmp_path: Path) -> None:
    red, black = boards(scored(tmp_path))
    assert [plain_text(one) for one in red.rule.require] == ["总分不低于 80 分"]
    assert [plain_text(one) for one in red.rule.exclude] == ["隐患高于 1 件"]
    assert red.rule.edge == "在符合条件的社区里，取总分最高的 2 个；末位同分的都算。"
    assert [plain_text(one) for one in black.rule.require] == ["总分低于 60 分"]


def test_each_placement_names_the_numbers_that_caused_it(tmp_path: Path) -> None:
    red, _ = boards(scored(tmp_path))
    (dongmen,) = red.members
    assert [plain_text(one) for one in dongmen.reasons] == [
        "总分是 93 分，不低于 80 分",
        "在 1 个符合条件的社区里，总分从高到低排第 1，取前 2 个",
    ]
    assert [plain_text(one) for one in dongmen.cleared] == ["隐患是 0 件，没有超过 1 件"]


def test_who_is_barred_stands_apart_with_the_reason(tmp_path: Path) -> None:
    red, _ = boards(scored(tmp_path))
    (ximen,) = red.excluded
    assert [plain_text(one) for one in ximen.barred] == ["隐患是 2 件，高于 1 件"]


def test_a_reply_stands_beside_the_placement(tmp_path: Path) -> None:
    _, black = boards(scored(tmp_path))
    (shuanglong,) = black.members
    assert shuanglong.reply is not None
    assert shuanglong.reply.text == "我们已经在改。"
    assert shuanglong.replied is not None
    assert shuanglong.replied.text == "2026年11月1日"


def test_no_reply_yet_is_said_on_the_black_list(tmp_path: Path) -> None:
    html = rendered(pages(scored(tmp_path))["/small/pair/lists/2026-q2/"])
    assert "社区还没有回应" in html


def test_a_placement_is_anchored_by_the_units_slug_once(tmp_path: Path) -> None:
    html = rendered(pages(scored(tmp_path))["/small/pair/lists/2026-q3/"])
    assert html.count('id="dongmen"') == 1
    assert html.count('id="ximen"') == 0


def test_a_unit_that_lacks_a_number_is_not_placed_but_named(tmp_path: Path) -> None:
    only_green = "scores:\n  - {indicator: tidy, assessor: stars, value: 5}\n"
    site = framed(tmp_path, HEAD + SCORED, changed={"ximen/scores/pair/2026-q3.yaml": only_green})
    red, _ = boards(site)
    assert [(one.unit.label.text, one.missing) for one in red.undetermined] == [
        ("西门社区", ("缺：隐患",))
    ]


def test_a_dimension_that_was_not_taken_is_not_called_missing(tmp_path: Path) -> None:
    rule = SCORED.replace("{indicator: hazards, above: 1}", "{dimension: green, below: 10}")
    profile = "---\nframeworks:\n  - {framework: pair, dimensions: [safe]}\n---\n"
    sheet = "scores:\n  - {indicator: hazards, value: 0}\n"
    site = framed(
        tmp_path,
        HEAD + rule,
        changed={"ximen/index.md": profile, "ximen/scores/pair/2026-q3.yaml": sheet},
    )
    red, _ = boards(site)
    assert [one.missing for one in red.undetermined] == [("没有选“青绿”，规则却要看它",)]


def test_the_newest_lists_stand_at_lists_and_every_period_at_its_own_page(tmp_path: Path) -> None:
    made = pages(scored(tmp_path))
    newest = made["/small/pair/lists/"].view
    assert isinstance(newest, ListsView)
    assert newest.period is not None
    assert newest.period.text == "2026年第三季度"
    assert {"/small/pair/lists/2026-q2/", "/small/pair/lists/2026-q3/"} <= set(made)


def test_the_ranking_of_the_total_shows_every_part(tmp_path: Path) -> None:
    view = pages(scored(tmp_path))["/small/pair/lists/"].view
    assert isinstance(view, ListsView)
    assert view.ranking is not None
    rows = [(row.place, row.unit.label.text, row.total.text) for row in view.ranking.rows]
    assert rows == [
        ("1", "西门社区", "94 分"),
        ("2", "东门社区", "93 分"),
        ("3", "双龙村", "17 分"),
    ]
    assert [part.text if part else "" for part in view.ranking.rows[1].parts] == ["96 分", "90 分"]


def test_without_rules_and_scores_there_is_no_page_of_lists(tmp_path: Path) -> None:
    assert not any("/lists/" in path for path in pages(framed(tmp_path)))


def test_the_red_list_and_the_black_list_differ_by_word_and_shape(tmp_path: Path) -> None:
    html = rendered(pages(scored(tmp_path))["/small/pair/lists/"])
    assert 'class="board board-red"' in html
    assert 'class="board board-black"' in html
    assert html.index(">红</span> 红榜") < html.index(">黑</span> 黑榜")
