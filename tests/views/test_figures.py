"""Figures for pages: value, unit, date, source, first promise; missing shown as missing."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from sunlit.model.figures import Aspect, Change, FigureRecord
from sunlit.model.reading import record_of
from sunlit.model.sources import SourceRecord
from sunlit.rules.stated import of_figure
from sunlit.views.citations import Citations
from sunlit.views.facts import facts_of, newest
from sunlit.views.figures import (
    change_text,
    computed_figure,
    missing_figure,
    stated_figure,
)
from tests.views.making import edition

ZH = edition().scene("xindu")
EN = edition(code="en").scene("xindu")
SOURCE = record_of(SourceRecord, {"id": "paper", "title": "报道", "outlet": "日报"})
WIDENED = record_of(FigureRecord, {
        "id": "widened", "label": "村道加宽", "unit": "km", "planned": "4.5", "source": "paper",
        "done": [{"as_of": "2018-10-26", "value": "超过 4.5"}, {"as_of": "2018-q2", "value": "3"}],
    }
)  # fmt: skip
REVISED = [
    record_of(Change, {"figure": "quantities/widened/planned", "was": was, "now": now, "on": on,
         "kind": "revision", "reason": "增加一段"}
    )
    for was, now, on in (("4.2", "4.5", "2018-05-02"), ("4", "4.2", "2018-03"))
]  # fmt: skip


def test_a_stated_figure_has_its_id_date_source_qualifier_and_exact_value() -> None:
    stated = list(of_figure(WIDENED, "quantities/widened", ()))[1]
    cited = Citations(ZH, [SOURCE])
    figure = stated_figure(ZH, stated, home="xindu/a/projects/road", cited=cited)
    assert figure.id == "xindu/a/projects/road/quantities/widened/done@2018-10-26"
    assert (figure.value, figure.text, figure.qualifier) == ("4.5", "超过 4.5 公里", "超过")
    assert figure.as_of is not None
    assert figure.as_of.text == "2018年10月26日"
    assert figure.source is not None
    assert figure.source.number == 1
    assert (figure.first, figure.changes) == ("", 0)


def test_a_revised_figure_shows_its_first_promise_beside_todays() -> None:
    stated = next(of_figure(WIDENED, "quantities/widened", ()))
    figure = stated_figure(ZH, stated, home="h", cited=Citations(ZH, []), changes=REVISED)
    assert (figure.text, figure.first, figure.changes) == ("4.5 公里", "4 公里", 2)
    english = stated_figure(EN, stated, home="h", cited=Citations(EN, []), changes=REVISED)
    assert english.first == "4 km"


def test_a_computed_figure_keeps_its_exact_value() -> None:
    figure = computed_figure(ZH, "xindu/share", Fraction(1500, 16), unit="%", places=2)
    assert (figure.value, figure.text) == ("93.75", "93.75%")
    assert computed_figure(ZH, "x", Fraction(1, 3), unit="%").value == "1/3"


def test_a_computed_figure_shows_what_it_was_first_only_when_it_differs() -> None:
    def first(was: Decimal | None) -> str:
        return computed_figure(ZH, "x", Decimal(5), unit="km", first=was).first

    assert first(Decimal(4)) == "4 公里"
    assert first(Decimal("5.0")) == ""
    assert first(None) == ""


def test_what_was_not_published_is_shown_as_missing_and_has_no_value() -> None:
    for scene, text in ((ZH, "未公布"), (EN, "Not published")):
        figure = missing_figure(scene, "xindu/x", label="资金")
        assert (figure.state, figure.value, figure.text, figure.id) == (
            "missing", "", text, "xindu/x",
        )  # fmt: skip


@pytest.mark.parametrize(
    ("figure", "text", "shown"),
    [
        ("quantities/widened/planned", "4.2", "4.2 公里"),
        ("quantities/widened/planned", "over 40 次", "超过 40 次"),
        ("period/due", "2018-10", "2018年10月"),
        ("period/due", "十月底", "十月底"),
        ("quantities/widened/planned", None, ""),
    ],
)
def test_a_recorded_step_reads_as_what_it_is_or_as_it_was_written(
    figure: str, text: str | None, shown: str
) -> None:
    assert change_text(ZH, figure, text, unit="km") == shown


def test_a_short_list_shows_the_newest_point_and_a_plan_where_nothing_was_measured() -> None:
    shown = newest(WIDENED, "quantities")
    assert shown is not None
    assert shown.path == "quantities/widened/done@2018-10-26"
    planned = record_of(FigureRecord, {"id": "a", "label": "b", "planned": "1 km"})
    shown = newest(planned, "figures")
    assert shown is not None
    assert shown.path == "figures/a/planned"
    empty = record_of(FigureRecord, {"id": "a", "label": "b"})
    assert newest(empty, "figures") is None


def test_facts_are_those_of_the_aspect_in_the_order_of_the_author() -> None:
    figures = [
        record_of(FigureRecord, {"id": id, "label": id, "aspect": aspect, "value": "1"})
        for id, aspect in (("a", "base"), ("b", "changed"), ("c", "base"))
    ]
    facts = facts_of(ZH, figures, home="xindu/x", cited=Citations(ZH, []), aspect=Aspect.BASE)
    assert [figure.id for _, figure in facts] == ["xindu/x/figures/a", "xindu/x/figures/c"]
    assert len(facts_of(ZH, figures, home="xindu/x", cited=Citations(ZH, []))) == 3
