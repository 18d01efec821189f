"""Values as text and back: exactly, alike for alike, and of the declared types only."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import Struct
from msgspec.structs import replace

from sunlit.app.heads import full_head, heads_wire
from sunlit.app.logs import diagnostics_of, log_of
from sunlit.app.work import EVERY_FACET
from sunlit.diagnostics import Bilingual, Diagnostic, Severity, Span
from sunlit.locale.moments import Moment, parse_moment
from sunlit.model.record import Record, names_of, record_with
from sunlit.rules.checks.addresses import Claims, claims_of
from sunlit.rules.facets import (
    area_wire,
    claims_wire,
    facet_texts,
    facet_values,
    standing_wire,
    summary_with,
)
from sunlit.rules.reported import report_heads
from sunlit.rules.standing import stand, standings_of, summarise_area
from sunlit.wire import Records, Wire
from tests.gathered import Gathered

TEXTS = st.text()
DECIMALS = st.decimals(allow_nan=False, allow_infinity=False)


class Colour(Enum):
    RED = "red"
    BLUE = "blue"


class Pair(NamedTuple):
    first: Decimal
    second: str | None


class Dated(Record):
    """A record that is no struct, with one that is in it."""

    name: str
    share: Fraction | None = None
    on: Moment | None = None
    more: tuple[Dated, ...] = ()


class Sum(Struct, frozen=True, array_like=True, tag=True):
    """One of two that a field may hold."""

    exact: Decimal


class Share(Struct, frozen=True, array_like=True, tag=True):
    """The other, with a record in it."""

    exact: Fraction
    point: Dated


class Everything(Struct, frozen=True, array_like=True):
    """Every kind of value that travels."""

    text: str
    number: int
    flag: bool
    exact: Decimal
    share: Fraction
    day: date
    colour: Colour
    pair: Pair
    perhaps: Fraction | None
    either: Sum | Share | None
    record: Dated
    several: tuple[date, ...]
    row: tuple[int, Fraction]


MOMENTS = ["2026", "2026-q3", "2026-11", "2026-w46", "2026-11-21", "before 2024-07"]

SHARES = st.fractions()
DATED = st.recursive(
    st.builds(Dated, name=TEXTS),
    lambda inner: st.builds(
        Dated,
        name=TEXTS,
        share=st.none() | SHARES,
        on=st.sampled_from(MOMENTS).map(parse_moment),
        more=st.lists(inner, max_size=2).map(tuple),
    ),
    max_leaves=3,
)
PAIRS = st.builds(Pair, DECIMALS, st.none() | TEXTS)
VALUES = st.builds(
    Everything,
    text=TEXTS,
    number=st.integers(),
    flag=st.booleans(),
    exact=DECIMALS,
    share=SHARES,
    day=st.dates(),
    colour=st.sampled_from(Colour),
    pair=PAIRS,
    perhaps=st.none() | SHARES,
    either=st.none() | st.builds(Sum, DECIMALS) | st.builds(Share, SHARES, DATED),
    record=DATED,
    several=st.lists(st.dates()).map(tuple),
    row=st.tuples(st.integers(), SHARES),
)
RECORDS = Records(Record, names_of, record_with)
WIRE: Wire[Everything] = Wire(Everything, records=RECORDS)


def alike(one: object, other: object) -> bool:
    """Equal, down to the types and the written digits: `1`, `True` and `1.0` are not alike."""
    return repr(one) == repr(other)


@given(VALUES)
def test_a_value_comes_back_as_it_was_and_its_text_too(value: Everything) -> None:
    text = WIRE.text(value)
    again = WIRE.value(text)
    assert alike(again, value)
    assert WIRE.text(again) == text


@given(VALUES, VALUES)
def test_texts_are_equal_where_values_are_alike_and_nowhere_else(
    one: Everything, other: Everything
) -> None:
    assert (WIRE.text(one) == WIRE.text(other)) is alike(one, other)


@given(VALUES)
def test_a_text_is_one_line(value: Everything) -> None:
    assert b"\n" not in WIRE.text(value)


@given(st.text(st.characters()), DECIMALS, SHARES)
def test_a_name_that_is_not_utf_8_travels_with_what_is_around_it(
    name: str, exact: Decimal, share: Fraction
) -> None:
    wire: Wire[tuple[Pair, Share]] = Wire(tuple[Pair, Share], records=RECORDS)
    value = (Pair(exact, name), Share(share, Dated(name=name, share=share)))
    assert alike(wire.value(wire.text(value)), value)


@pytest.mark.parametrize("written", MOMENTS)
def test_a_date_of_any_precision_travels(written: str) -> None:
    moment = parse_moment(written)
    assert moment is not None
    wire: Wire[Moment] = Wire(Moment)
    assert alike(wire.value(wire.text(moment)), moment)


@pytest.mark.parametrize(
    "value", [Path("a"), object(), 1j, int], ids=lambda one: type(one).__name__
)
def test_a_type_that_cannot_travel_is_refused(value: object) -> None:
    wire: Wire[object] = Wire(type(value))
    with pytest.raises(TypeError, match="cannot travel"):
        wire.text(value)
    with pytest.raises(ValueError, match="cannot travel"):
        wire.value(b'"a"')


def test_only_what_is_set_on_a_record_travels() -> None:
    wire: Wire[Dated] = Wire(Dated, records=RECORDS)
    text = wire.text(Dated(share=Fraction(1, 3), name="a"))
    assert text == b'{"name":"a","share":"1/3"}'
    assert vars(wire.value(text)) == {"name": "a", "share": Fraction(1, 3)}


@pytest.mark.parametrize(
    "text",
    [b"", b"{", b"[]", b"{}", b"[1]", b'["os","system"]', b'{"__class__":"os"}', b'[[9,"x"]]',
     b'["x",1,true,"1","1/2","2026-01-01","green",["1",null],null,null,[],[1,"1"],[]]'],
)  # fmt: skip
def test_a_text_of_no_declared_value_makes_none(text: bytes) -> None:
    with pytest.raises((ValueError, TypeError, LookupError, ArithmeticError)):
        WIRE.value(text)


class Chosen(Struct, frozen=True, array_like=True):
    """A choice between two types."""

    either: Sum | Share


def test_a_choice_takes_no_type_that_is_not_declared() -> None:
    wire: Wire[Chosen] = Wire(Chosen)
    assert wire.value(b'[["Sum","1.0"]]') == Chosen(Sum(Decimal("1.0")))
    with pytest.raises(ValueError, match="Invalid value"):
        wire.value(b'[["os.system","1.0"]]')


# What travels in a build, of a sample with something in every field.


def test_every_facet_of_every_unit_travels(sample_gathered: Gathered) -> None:
    for summary in sample_gathered.summaries():
        texts = facet_texts(summary)
        assert set(texts) == EVERY_FACET
        fields = {facet: facet_values(facet, text) for facet, text in texts.items()}
        again = summary_with(
            {name: one for named in fields.values() for name, one in named.items()}
        )
        assert again == summary
        assert facet_texts(again) == texts
        assert not any(b"\n" in text for text in texts.values())


def test_what_an_area_knows_of_its_units_and_hands_up_travels(sample_gathered: Gathered) -> None:
    ranked = 0
    for area, pairs in sample_gathered.units.items():
        known, content = sample_gathered.scenery.known(area), sample_gathered.scenery.content(area)
        standing = stand(known, [one for _, one in pairs], reports=report_heads(content.reports))
        for one in standings_of(standing).values():
            text = standing_wire().text(one)
            assert standing_wire().value(text) == one
            assert standing_wire().text(standing_wire().value(text)) == text
            ranked += bool(one.ranked and one.lists and one.reports)
        summary = summarise_area(known, standing, registered=7, services=True)
        text = area_wire().text(summary)
        assert area_wire().value(text) == summary
        assert area_wire().text(area_wire().value(text)) == text
    assert ranked


def test_claims_travel_with_their_places(sample_gathered: Gathered) -> None:
    claims = [claims_of(unit) for pairs in sample_gathered.units.values() for unit, _ in pairs]
    claims.append(Claims("a", (("b", Span("a.md", 2, 3, 4, 5)),), ("510114", Span("a.md"))))
    assert any(one.aliases for one in claims)
    for one in claims:
        assert claims_wire().value(claims_wire().text(one)) == one


def test_heads_travel(sample_gathered: Gathered) -> None:
    scenery = sample_gathered.scenery
    heads = tuple(
        replace(full_head(scenery.known(one)), sections=("ledger", "x"))
        for one in sample_gathered.units
    )
    assert heads_wire().value(heads_wire().text(heads)) == heads


SPANS = st.builds(Span, TEXTS, *(st.integers(1) for _ in range(4)))
BILINGUAL = st.builds(Bilingual, TEXTS, TEXTS)
DIAGNOSTICS = st.builds(
    Diagnostic,
    TEXTS,
    SPANS,
    BILINGUAL,
    BILINGUAL,
    severity=st.sampled_from(Severity),
    related=st.lists(st.tuples(SPANS, BILINGUAL)).map(tuple),
)


@given(st.lists(DIAGNOSTICS).map(tuple))
def test_what_is_told_travels(found: tuple[Diagnostic, ...]) -> None:
    log = log_of(found)
    assert diagnostics_of(log) == found
    assert b"\n" not in log
    assert (log == b"") is (found == ())
