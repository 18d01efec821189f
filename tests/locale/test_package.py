"""The catalogue of phrases: both languages say everything, with the same slots."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from string import Formatter

import pytest

from sunlit.locale import ENDONYMS, LOCALES, Locale, locale_of
from sunlit.locale.moments import parse_moment

# Chinese on purpose: what stands on a seal, what one may type to find a place, and the three
# words of the aim (变化、感受、认同) as they were published.
QUOTED = {
    "lists.red_sign",
    "lists.black_sign",
    "parts.find_hint",
    "unit.changed_key",
    "unit.felt_key",
    "unit.recognised_key",
}


def variants(phrase: object) -> Iterator[str]:
    if isinstance(phrase, str):
        yield phrase
    else:
        assert isinstance(phrase, dict)
        assert set(phrase) <= {"one", "other"}
        assert "other" in phrase
        yield from phrase.values()


def slots(phrase: object) -> set[str]:
    return {
        name
        for one in variants(phrase)
        for _, name, form, conversion in Formatter().parse(one)
        if name is not None and not form and not conversion
    }


def test_every_language_has_every_phrase() -> None:
    keys = {code: set(locale_of(code).phrases) for code in LOCALES}
    assert keys["zh-CN"] == keys["en"]


def test_a_phrase_has_the_same_slots_in_every_language() -> None:
    zh, en = (locale_of(code).phrases for code in LOCALES)
    unlike = {
        key: (slots(zh[key]), slots(en[key]))
        for key in zh
        # `n` may be said by the plural form alone.
        if slots(zh[key]) - {"n"} != slots(en[key]) - {"n"}
    }
    assert unlike == {}


def test_no_chinese_phrase_is_left_in_english_pages() -> None:
    chinese = [
        key
        for key, phrase in locale_of("en").phrases.items()
        for one in variants(phrase)
        if any("\u4e00" <= char <= "\u9fff" for char in one)
    ]
    assert set(chinese) <= QUOTED


def test_one_and_many_are_told_apart() -> None:
    phrases: dict[str, str | dict[str, str]] = {"a.b": {"one": "{n} unit", "other": "{n} units"}}
    locale = Locale("en", "en", phrases)
    assert [locale.t("a.b", n=n) for n in (0, 1, 2)] == ["0 units", "1 unit", "2 units"]


def test_a_label_that_is_not_there_is_a_bug() -> None:
    with pytest.raises(KeyError):
        locale_of("en").t("no.such")
    assert not locale_of("en").has("no.such")


def test_a_value_with_braces_is_not_read_as_a_phrase() -> None:
    locale = Locale("en", "en", {"a.b": "{name}"})
    assert locale.t("a.b", name="{n} {0.__class__}") == "{n} {0.__class__}"


def test_the_default_language_stands_at_the_root_of_the_site() -> None:
    assert [locale_of(code).prefix for code in LOCALES] == ["", "en"]
    assert [locale_of(code, default="en").prefix for code in LOCALES] == ["zh-CN", ""]
    assert set(ENDONYMS) == set(LOCALES)


def test_numbers_and_dates_read_in_the_language() -> None:
    zh, en = (locale_of(code) for code in LOCALES)
    moment = parse_moment("2026-11-21")
    assert moment is not None
    assert (zh.moment(moment), en.moment(moment)) == ("2026年11月21日", "21 November 2026")
    assert zh.number(Decimal("1234567.50")) == "1,234,567.5"
    assert zh.percent(Fraction(1, 8)) == "12.5%"
