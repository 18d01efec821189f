"""Texts of the content: one, or one per language."""

from __future__ import annotations

import pytest

from sunlit.model.form import Refused
from sunlit.model.reading import reader_of
from sunlit.model.text import LocalisedText, Text, text_of


def text(value: object) -> LocalisedText:
    read = reader_of(Text)(value)
    assert isinstance(read, LocalisedText)
    return read


def test_a_plain_text_is_in_the_language_of_the_content() -> None:
    assert text("村道").shown_in("en") == ("村道", "zh-CN")


def test_a_text_is_shown_in_the_language_of_the_page_when_there_is_one() -> None:
    both = text({"zh-CN": "村道", "en": "Road"})
    assert both.shown_in("en") == ("Road", "en")
    assert both.shown_in("zh-CN") == ("村道", "zh-CN")
    assert str(both) == "村道"


def test_another_form_of_the_same_language_is_better_than_another_language() -> None:
    both = text({"zh-CN": "村道", "en-GB": "Road"})
    assert both.shown_in("en") == ("Road", "en-GB")
    assert both.shown_in("fr") == ("村道", "zh-CN")


@pytest.mark.parametrize("value", ["0101", "NO", "12:30:45", "1e3", "~", "{{7*7}}", "<b>"])
def test_a_text_is_kept_as_it_was_written(value: str) -> None:
    assert text(value) == text_of(value)


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ("", "wrong-type"), ("  ", "wrong-type"), ({}, "wrong-type"), ([], "wrong-type"),
        (5, "wrong-type"), (None, "wrong-type"), ({"en": ""}, "wrong-type"),
        ({"en": ["a"]}, "wrong-type"), ({"english": "a"}, "bad-locale"),
        ({"EN": "a"}, "bad-locale"),
        ({"zh_CN": "a"}, "bad-locale"), ({"zh-cn": "a"}, "bad-locale"),
    ],
)  # fmt: skip
def test_what_is_no_text_is_refused(value: object, kind: str) -> None:
    with pytest.raises(Refused) as refused:
        text(value)
    assert [one.kind for one in refused.value.mistakes] == [kind]
