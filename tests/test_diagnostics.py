"""Diagnostics: collected, put in order, kept once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sunlit.diagnostics import Bilingual, Diagnostic, Findings, Severity, Span, in_order

TEXT = ("错", "wrong")
SPANS = st.builds(Span, st.sampled_from(["a.md", "b.md"]), st.integers(1, 12), st.integers(1, 12))
FOUND = st.lists(
    st.builds(
        Diagnostic,
        st.sampled_from(["bad-date", "bad-number"]),
        SPANS,
        st.just(Bilingual(*TEXT)),
        st.just(Bilingual(*TEXT)),
    ),
    max_size=8,
)


def test_a_finding_keeps_its_place_its_two_languages_and_what_it_relates_to() -> None:
    found = Findings()
    first = Span("a.md", 1)
    found.error("code", Span("a.md", 3, 4), message=TEXT, hint=TEXT, related=[(first, TEXT)])
    (one,) = found
    assert one.message == Bilingual("错", "wrong")
    assert one.related == ((first, Bilingual("错", "wrong")),)
    assert one.severity is Severity.ERROR


def test_an_error_stops_and_a_warning_does_not() -> None:
    found = Findings()
    assert not found.stops
    found.warning("code", Span("a.md"), message=TEXT, hint=TEXT)
    assert not found.stops
    found.error("code", Span("a.md"), message=TEXT, hint=TEXT)
    assert found.stops


@given(FOUND)
def test_findings_come_by_file_line_and_column_as_numbers(found: list[Diagnostic]) -> None:
    ordered = in_order(found)
    places = [(one.span.path, one.span.line, one.span.column) for one in ordered]
    assert places == sorted(places)


@given(FOUND, st.randoms())
def test_the_order_of_finding_does_not_count(found: list[Diagnostic], chance: object) -> None:
    turned = list(reversed(found))
    assert in_order(turned) == in_order(found)


@given(FOUND)
def test_the_same_finding_is_kept_once(found: list[Diagnostic]) -> None:
    assert in_order([*found, *found]) == in_order(found)
    assert set(in_order(found)) == set(found)
