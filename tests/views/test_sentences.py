"""Sentences with figures in them: whole phrases whose numbers stay things."""

from __future__ import annotations

from msgspec.structs import replace

from sunlit.locale import Locale
from sunlit.views.figures import computed_figure
from sunlit.views.scene import Scene
from sunlit.views.sentences import compose, joined
from tests.views.making import edition

ZH = edition().scene("xindu")
EN = edition(code="en").scene("xindu")


def scene(phrase: str | dict[str, str], code: str = "en") -> Scene:
    return replace(EN, locale=Locale(code, "", {"a.b": phrase}))


def test_a_figure_stays_a_figure_in_its_slot() -> None:
    figure = computed_figure(ZH, "xindu/funds/planned", 5_680_000, unit="CNY")
    assert compose(ZH, "today.money_planned", planned=figure)[1] is figure


def test_each_language_puts_its_slots_where_it_wants_them() -> None:
    slots = {"done": "2", "all": "3"}
    assert compose(scene("{done} of {all}"), "a.b", **slots) == ("2", " of ", "3")
    assert compose(scene("{all}中{done}"), "a.b", **slots) == ("3", "中", "2")


def test_the_number_chooses_the_form_and_fills_its_slot() -> None:
    forms = {"one": "{n} unit", "other": "{n} units"}
    assert compose(scene(forms), "a.b", n=1) == ("1", " unit")
    assert compose(scene(forms), "a.b", n=0) == ("0", " units")


def test_a_word_of_the_content_with_braces_is_not_read_as_a_phrase() -> None:
    assert compose(scene("[{name}]"), "a.b", name="{n}{0}") == ("[", "{n}{0}", "]")


def test_doubled_braces_are_single_ones_on_the_page() -> None:
    assert "".join(map(str, compose(scene("{{x}} {name}"), "a.b", name="y"))) == "{x} y"


def test_english_sentences_are_parted_by_a_space_and_chinese_ones_are_not() -> None:
    assert joined(EN, ("One.",), ("Two.",)) == ("One.", " ", "Two.")
    assert joined(ZH, ("一。",), ("二。",)) == ("一。", "二。")
    assert joined(EN, (), ("Two.",)) == ("Two.",)
    assert joined(EN) == ()
