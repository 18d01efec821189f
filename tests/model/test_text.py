"""Texts of the content: one, or one per language."""

from __future__ import annotations

import pytest
from pydantic import TypeAdapter, ValidationError

from sunlit.model.text import LocalisedText, Text, text_of

TEXT: TypeAdapter[LocalisedText] = TypeAdapter(Text)


def test_a_plain_text_is_in_the_language_of_the_content() -> None:
    assert TEXT.validate_python("村道").shown_in("en") == ("村道", "zh-CN")


def test_a_text_is_shown_in_the_language_of_the_page_when_there_is_one() -> None:
    text = TEXT.validate_python({"zh-CN": "村道", "en": "Road"})
    assert text.shown_in("en") == ("Road", "en")
    assert text.shown_in("zh-CN") == ("村道", "zh-CN")
    assert str(text) == "村道"


def test_another_form_of_the_same_language_is_better_than_another_language() -> None:
    text = TEXT.validate_python({"zh-CN": "村道", "en-GB": "Road"})
    assert text.shown_in("en") == ("Road", "en-GB")
    assert text.shown_in("fr") == ("村道", "zh-CN")


@pytest.mark.parametrize("value", ["0101", "NO", "12:30:45", "1e3", "~", "{{7*7}}", "<b>"])
def test_a_text_is_kept_as_it_was_written(value: str) -> None:
    assert TEXT.validate_python(value) == text_of(value)


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
    with pytest.raises(ValidationError) as refused:
        TEXT.validate_python(value)
    assert [one["type"] for one in refused.value.errors()] == [kind]
