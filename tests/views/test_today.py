"""One sentence of what is true today, and the four big figures."""

from __future__ import annotations

from datetime import date

import pytest

from sunlit.rules.summary import UnitSummary, summarise
from sunlit.views.parts import Figure
from sunlit.views.sentences import Sentence
from sunlit.views.today import big_figures, cost_context, today
from tests.rules.units import known, unit
from tests.views.making import edition

DAY = date(2026, 11, 21)
ZH = edition().scene("xindu", "shuanglong")
EN = edition(code="en").scene("xindu", "shuanglong")
DONE = "title: 路\nstatus: completed\nperiod: {due: 2026-10, done: 2026-09}\n"
LATE = "title: 灯\nperiod: {due: 2026-11-11}\n"
MONEY = (
    "title: 井\nfunds: [{id: a, source: s, planned: 120万, spent: [{as_of: 2026, value: 64万}]}]\n"
)


def summary(*projects: str, **more: str) -> UnitSummary:
    texts = {f"projects/p{n}": text for n, text in enumerate(projects)}
    return summarise(unit({**texts, **more}), known(), DAY)


def text_of(sentence: Sentence) -> str:
    return "".join(one.text if isinstance(one, Figure) else str(one) for one in sentence)


def said(*projects: str, honours: int = 0, **more: str) -> str:
    return text_of(today(ZH, summary(*projects, **more), honours=honours))


def test_a_unit_without_content_says_so() -> None:
    assert said() == "这里还没有公布任何社区工作。登记册里有这个社区，所以有这一页。"


@pytest.mark.parametrize(
    ("projects", "sentence"),
    [
        ([DONE], "公布了 1 项工程，1 项已完成。花了多少钱没有公布。"),
        (
            [DONE, LATE],
            "公布了 2 项工程，1 项已完成。有 1 项过了期限还没有完成。花了多少钱没有公布。",
        ),
        (
            [MONEY],
            "公布了 1 项工程，0 项已完成。各项工程的期限没有公布。计划 120 万元，已用 64 万元。",
        ),
    ],
)
def test_what_is_true_is_said_and_what_is_not_known_too(projects: list[str], sentence: str) -> None:
    assert said(*projects) == sentence


def test_a_unit_with_a_profile_alone_says_that_no_projects_were_published() -> None:
    assert said(index="name: 双龙村\n", honours=2) == "没有公布工程。获得过 2 项荣誉。"


def test_english_tells_one_from_many() -> None:
    sentence = text_of(today(EN, summary(DONE, LATE), honours=1))
    assert sentence.startswith("2 projects are published; 1 finished. 1 is past its due date")
    assert sentence.endswith("It holds 1 honour.")


def test_every_number_of_projects_and_money_in_the_sentence_is_a_figure() -> None:
    sentence = today(ZH, summary(DONE, LATE, MONEY), honours=0)
    loose = "".join(one for one in sentence if isinstance(one, str))
    assert not any(char.isdigit() for char in loose)
    assert [one.id for one in sentence if isinstance(one, Figure)] == [
        "xindu/shuanglong/projects/count",
        "xindu/shuanglong/projects/completed",
        "xindu/shuanglong/projects/late",
        "xindu/shuanglong/funds/planned",
        "xindu/shuanglong/funds/spent",
    ]


def bigs(*projects: str) -> list[tuple[str, str]]:
    return [
        (big.figure.value or big.figure.state, big.context)
        for big in big_figures(ZH, "xindu/shuanglong", summary(*projects))
    ]


def test_the_four_big_figures_are_promised_done_late_and_cost() -> None:
    assert [value for value, _ in bigs(DONE, LATE, MONEY)] == ["3", "1", "1", "640000"]


def test_without_projects_all_four_are_missing_and_none_is_zero() -> None:
    assert [value for value, _ in bigs()] == ["missing"] * 4


def test_without_due_dates_nobody_reads_in_time() -> None:
    value, context = bigs(MONEY)[2]
    assert (value, context) == ("missing", "没有公布期限，无法计算")


@pytest.mark.parametrize(
    ("project", "context"),
    [
        (DONE, "1 项有期限，都没有超期"),
        (LATE, "最长超期 10 天"),
        (DONE.replace("2026-09", "2026-11-05"), "都已完成，最长曾晚 5 天"),
    ],
)
def test_lateness_is_counted_beside_its_figure(project: str, context: str) -> None:
    assert bigs(project)[2][1] == context


def test_a_revised_plan_stands_beside_what_was_planned_first() -> None:
    revised = MONEY + (
        "changes: [{figure: funds/a/planned, was: 100万, now: 120万, kind: revision,"
        " on: 2026, reason: r}]\n"
    )
    assert cost_context(ZH, summary(revised).money) == "计划 120 万元，原定 100 万元"
    assert cost_context(ZH, summary(MONEY).money) == "计划 120 万元"
    assert cost_context(ZH, summary(DONE).money) == "计划数没有公布"
