"""`data.json` as bytes, and the plain forms that go into it."""

from __future__ import annotations

import json
from decimal import Decimal
from fractions import Fraction

import pytest

from sunlit.emit.data import data_json
from sunlit.locale.moments import parse_moment
from sunlit.model.amounts import AmountValue, Qualifier
from sunlit.model.figures import Point
from sunlit.paths import UrlPath
from sunlit.views.documents.shape import Document, Plain, number, plain


def document(**body: Plain) -> Document:
    return Document(UrlPath("/a/data.json"), body)


def test_keys_are_sorted_and_chinese_is_legible() -> None:
    content = data_json(document(b="双龙村", a=None)).decode()
    assert content == '{\n"a": null,\n"b": "双龙村"\n}\n'


@pytest.mark.parametrize(
    ("value", "text"), [(Decimal("4.50"), "4.5"), (5680000, "5680000"), (Fraction(1, 3), "1/3")]
)
def test_a_number_is_an_exact_text(value: int | Decimal | Fraction, text: str) -> None:
    assert plain(value) == text


def test_a_fraction_without_an_end_has_decimals_beside_it() -> None:
    assert number(Fraction(200, 3)) == {"value": "200/3", "decimal": "66.666667"}
    assert number(Fraction(375, 4)) == {"value": "93.75"}
    assert number(None) == {"value": None}


def test_a_record_leaves_out_what_it_does_not_state() -> None:
    point = Point(value=AmountValue(Decimal(40), "次", Qualifier.OVER))
    assert plain(point) == {"value": {"value": "40", "unit": "次", "qualifier": "over"}}


def test_a_date_is_as_precise_as_it_was_published() -> None:
    assert plain(parse_moment("before 2024-07")) == "before 2024-07"


def test_the_same_document_gives_the_same_bytes() -> None:
    assert data_json(document(a="1", b="2")) == data_json(document(b="2", a="1"))
    assert json.loads(data_json(document(a=["1"]))) == {"a": ["1"]}
