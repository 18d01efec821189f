"""The table of units: every spelling means one unit."""

from __future__ import annotations

from collections import Counter

from sunlit.model.units import UNITS, unit_named, unit_names


def test_no_spelling_means_two_units() -> None:
    spellings = [name for unit in UNITS for name in dict.fromkeys((unit.id, *unit.aliases))]
    assert [name for name, count in Counter(spellings).items() if count > 1] == []


def test_every_spelling_finds_its_unit() -> None:
    for unit in UNITS:
        for name in (unit.id, *unit.aliases):
            assert unit_named(name) is unit
            assert name in unit_names()


def test_a_spelling_that_is_not_in_the_table_is_no_unit() -> None:
    assert unit_named("KM") is None
    assert unit_named("") is None


def test_shares_averages_and_places_are_never_added_up() -> None:
    assert {unit.id for unit in UNITS if not unit.sums} >= {"%", "CNY/人", "分", "位"}


def test_every_unit_has_a_word_in_both_languages() -> None:
    for unit in UNITS:
        assert unit.zh
        assert unit.en
        assert unit.en_many
        assert not any("\u4e00" <= char <= "\u9fff" for char in unit.en + unit.en_many), unit.id
