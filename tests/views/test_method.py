"""The method of a framework: weights as used, formulas with examples, rules, what is missing."""

from __future__ import annotations

from pathlib import Path

from sunlit.views.method import MethodsView, MethodView
from tests.views.framed import HEAD, SCORED, framed, pages, plain_text, scored
from tests.views.surveyed import Surveyed, rendered


def view_of(site: Surveyed) -> MethodView:
    view = pages(site)["/frameworks/pair/"].view
    assert isinstance(view, MethodView)
    return view


def test_weights_are_shown_as_they_count(tmp_path: Path) -> None:
    view = view_of(scored(tmp_path))
    assert [(one.name.text, one.weight.text) for one in view.indicators] == [
        ("隐患", "60%"),
        ("放心度", "40%"),
        ("整洁", "100%"),
    ]


def test_equal_weights_are_said_to_be_equal(tmp_path: Path) -> None:
    view = view_of(scored(tmp_path))
    assert [one.weight.text if one.weight else "" for one in view.dimensions] == ["50%", "50%"]
    assert "各维度的权重没有公布，按同样的权重计算。" in view.equal


def test_a_formula_is_printed_with_an_example_on_its_own_scale(tmp_path: Path) -> None:
    hazards = view_of(scored(tmp_path)).indicators[0].formula
    assert hazards is not None
    assert hazards.text == "（实测值 − 10）÷（0 − 10）× 100，低于 0 的记 0，高于 100 的记 100"
    assert hazards.example == "(2 − 10) ÷ (0 − 10) × 100 = 80"


def test_the_worked_example_goes_up_to_the_total(tmp_path: Path) -> None:
    example = view_of(scored(tmp_path)).example
    assert example is not None
    assert [one.equations for one in example.indicators] == [
        ("(2 − 10) ÷ (0 − 10) × 100 = 80",),
        ("居民投票：45 ÷ 60 × 100 = 75",),
        ("互评：4 ÷ 5 × 100 = 80",),
    ]
    assert [one.equations for one in example.dimensions] == [
        ("(80 × 60 + 75 × 40) ÷ (60 + 40) = 78",),
        ("= 80",),
    ]
    assert example.total.equations == ("(78 + 80) ÷ 2 = 79",)


def test_the_rule_for_missing_scores_is_said_in_words(tmp_path: Path) -> None:
    html = rendered(pages(scored(tmp_path))["/frameworks/pair/"])
    assert "缺分时不计入" in html
    assert "缺分时记 0 分" not in html


def test_a_scale_that_was_not_published_cannot_be_computed_and_says_so(tmp_path: Path) -> None:
    bare = HEAD + "assessors:\n  - {id: posts, name: 评星, scale: {kind: stars, max: 5}}\n"
    assert view_of(framed(tmp_path, bare)).assessors[0].formula.published
    assert view_of(framed(tmp_path, bare)).example is None


def test_without_indicators_the_page_says_so_first(tmp_path: Path) -> None:
    view = view_of(framed(tmp_path))
    assert view.lacking[0].startswith("指标、底值")
    html = rendered(pages(framed(tmp_path))["/frameworks/pair/"])
    assert html.index("这套办法还没有公布的") < html.index("没有公布指标和权重")


def test_numbers_of_a_rule_have_their_permalinks_here_once(tmp_path: Path) -> None:
    twice = SCORED.replace("[{total: true, below: 60}]", "[{total: true, below: 60}] \n    top: 9")
    html = rendered(pages(framed(tmp_path, HEAD + twice))["/frameworks/pair/"])
    assert html.count('id="frameworks/pair/lists/red/total/at_least"') == 1
    assert html.count('id="frameworks/pair/indicators/hazards/target"') == 1


def test_the_index_leads_to_every_framework(tmp_path: Path) -> None:
    view = pages(scored(tmp_path))["/frameworks/"].view
    assert isinstance(view, MethodsView)
    cards = [(one.link.href, one.indicators) for one in view.cards]
    assert cards == [("../frameworks/pair/index.html", 3)]


def test_changes_of_the_framework_are_told(tmp_path: Path) -> None:
    changes = """batches: [{year: 2026, name: 第二批, planned: 3 个}]
changes:
  - {figure: batches/2026/planned, was: 4, now: 3, kind: revision, on: 2026-05-02, reason: 合并}
"""
    (step,) = view_of(framed(tmp_path, HEAD + changes)).steps
    assert (step.label.text, step.was, step.now) == ("第二批 · 计划", "4 个", "3 个")


def test_the_rules_of_the_lists_stand_here_too(tmp_path: Path) -> None:
    red = view_of(scored(tmp_path)).lists[0]
    assert [plain_text(one) for one in red.rule.exclude] == ["隐患高于 1 件"]
