"""The nearest known name, for "did you mean"."""

from __future__ import annotations

import pytest

from sunlit.source.nearest import did_you_mean, nearest

KNOWN = ("responsible", "quantities", "public_notice", "village-road", "title", "横街")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("respnsible", "responsible"),
        ("Title", "title"),
        ("public-notice", "public_notice"),
        ("village_road", "village-road"),
        ("quantity", "quantities"),
        ("横 街", "横街"),
        ("zzz", None),
        ("", None),
    ],
)
def test_a_slip_finds_the_name_that_was_meant(typed: str, meant: str | None) -> None:
    assert nearest(typed, KNOWN) == meant


def test_nothing_is_suggested_where_nothing_is_known() -> None:
    assert nearest("title", ()) is None
    assert did_you_mean("title", ()) is None


def test_of_two_names_alike_the_first_in_order_is_suggested_whatever_order_they_come_in() -> None:
    assert nearest("road-x", ["road-b", "road-a"]) == nearest("road-x", ["road-a", "road-b"])


def test_the_suggestion_is_an_imperative_in_both_languages() -> None:
    assert did_you_mean("titel", KNOWN) == ("改成 title。", "Write title.")
