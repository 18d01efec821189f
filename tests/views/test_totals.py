"""Totals as sentences, big figures and coverage."""

from decimal import Decimal

from msgspec.structs import replace

from sunlit.rules.summary import Money
from sunlit.rules.totals import Totals, totals_of
from sunlit.views.parts import Figure
from sunlit.views.sentences import Sentence
from sunlit.views.totals import coverage_facts, project_big, totals_big, totals_sentence
from tests.views.making import edition

NOTHING = replace(totals_of(()), units=184, published=5)
WORK = replace(
    NOTHING,
    projects=20,
    completed=12,
    late=3,
    with_due=18,
    money=Money(Decimal(5_680_000), Decimal(4_000_000), Decimal(5_000_000)),
)


def said(sentence: Sentence) -> str:
    return "".join(one.text if isinstance(one, Figure) else str(one) for one in sentence)


def test_an_area_without_projects_says_so() -> None:
    sentence = totals_sentence(edition().scene("xindu"), "xindu", NOTHING)
    assert said(sentence) == "本站收录的 184 个村和社区里，5 个有公布的内容。没有公布工程。"


def test_an_area_with_projects_says_done_late_and_money() -> None:
    sentence = said(totals_sentence(edition(code="en").scene("xindu"), "xindu", WORK))
    assert sentence.startswith(
        "Of 184 villages and communities on this site, 5 have something published. 20"
    )
    assert "3 are past their due dates" in sentence
    assert "5.68 million yuan planned, 4 million yuan spent." in sentence


def test_what_nobody_published_is_missing_and_not_0() -> None:
    units, done, late, spent = totals_big(edition().scene("xindu"), "xindu", NOTHING)
    assert units.figure.value == "184"
    assert [one.figure.state for one in (done, late, spent)] == ["missing"] * 3


def test_no_project_late_is_0_only_when_due_dates_are_known() -> None:
    scene = edition().scene("xindu")
    on_time: Totals = replace(WORK, late=0)
    assert project_big(scene, "xindu", on_time)[2].figure.value == "0"
    assert project_big(scene, "xindu", replace(on_time, with_due=0))[2].figure.state == "missing"


def test_a_figure_has_its_anchor_on_its_home_page_only() -> None:
    scene = edition().scene("xindu")
    assert all(one.figure.anchor for one in project_big(scene, "xindu", WORK))
    away = project_big(scene, "xindu", WORK, anchor=False)
    assert not any(one.figure.anchor for one in away)


def test_coverage_states_the_register_and_the_exact_share() -> None:
    facts = coverage_facts(edition().scene("xindu"), "xindu", NOTHING, register=(184, None))
    figures = {figure.id: figure for _, figure in facts}
    assert figures["xindu/register/units"].value == "184"
    share = figures["xindu/coverage/share"]
    assert (share.value, share.text) == ("125/46", "2.7%")


def test_an_area_without_a_register_states_none() -> None:
    facts = coverage_facts(edition().scene("big"), "big", NOTHING, register=(0, None))
    assert "big/register/units" not in {figure.id for _, figure in facts}
