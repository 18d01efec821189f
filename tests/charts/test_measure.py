from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sunlit.charts.measure import ems, every, width, wrap

LABELS = st.text(
    alphabet=st.characters(codec="utf-8", exclude_categories=("Cc", "Cs"))
    | st.sampled_from("村道，、（） ab")
)


def test_a_chinese_character_is_as_wide_as_the_font_is_large() -> None:
    assert width("村道", 14) == 28


def test_the_air_between_chinese_and_latin_counts() -> None:
    assert ems("村a") > ems("村") + ems("a")


@given(LABELS, st.integers(min_value=1, max_value=400))
def test_wrapping_loses_nothing_but_spaces(label: str, limit: int) -> None:
    assert "".join("".join(wrap(label, limit)).split()) == "".join(label.split())


@given(LABELS, st.integers(min_value=20, max_value=400))
def test_a_line_is_too_long_only_when_it_cannot_be_broken(label: str, limit: int) -> None:
    for row in wrap(label, limit):
        assert width(row) <= limit or not _breakable(row)


def _breakable(row: str) -> bool:
    """Punctuation may hang together longer than a line; letters and characters may not."""
    return all(char.isalnum() for char in row) and len(row) > 3


@pytest.mark.parametrize("closing", "，。）》、")
def test_no_line_begins_with_closing_punctuation(closing: str) -> None:
    rows = wrap(f"整治排灌渠道工程{closing}沿渠生产便道", 14 * 8)
    assert not any(row.startswith(closing) for row in rows)


def test_no_line_ends_with_an_opening_bracket() -> None:
    for before in range(1, 12):
        rows = wrap("村" * before + "（" + "渠" * 12, 14 * 5)
        assert not any(row.endswith("（") for row in rows)


def test_latin_words_stay_whole() -> None:
    assert wrap("Widening of the village road", 120) == ("Widening of the", "village road")


def test_a_word_longer_than_a_line_is_broken() -> None:
    assert len(wrap("x" * 100, 100)) > 5


def test_lines_are_of_about_equal_length() -> None:
    assert wrap("2026年第三季度", 64) == ("2026年", "第三季度")


def test_combining_marks_stay_with_their_letter() -> None:
    assert not any(row.startswith("\u0301") for row in wrap("e\u0301" * 50, 60))


def test_labels_that_fit_their_slot_are_all_shown() -> None:
    assert every([Fraction(30), Fraction(20)], Fraction(36)) == 1


def test_labels_twice_as_wide_as_their_slot_are_shown_every_third_time() -> None:
    assert every([Fraction(60)], Fraction(30)) == 3
