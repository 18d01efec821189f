"""Digests of values: alike when written alike, unlike otherwise."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from datetime import date, time
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import Struct

from sunlit.digest import canonical, of_bytes, of_value


class Colour(Enum):
    RED = "red"
    GREEN = "green"


class Pair(Struct, frozen=True):
    left: object
    right: object


class Couple(Struct, frozen=True):
    left: object
    right: object


LEAVES = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.text(max_size=8)
    | st.text(st.sampled_from("(){}<>[],=:1a"), max_size=8)
    | st.binary(max_size=4)
    | st.dates()
    | st.times()
    | st.fractions()
    | st.decimals(allow_nan=False, allow_infinity=False)
    | st.sampled_from(Colour)
)
VALUES = st.recursive(
    LEAVES,
    lambda inner: (
        st.lists(inner, max_size=3).map(tuple)
        | st.dictionaries(st.text(max_size=3), inner, max_size=3)
        | st.builds(Pair, inner, inner)
        | st.builds(Couple, inner, inner)
    ),
    max_leaves=6,
)


def written(value: object) -> str:
    """The value as Python writes it: the one other text that tells all values apart."""
    if isinstance(value, dict):
        return f"{{{sorted((written(key), written(item)) for key, item in value.items())}}}"
    if isinstance(value, tuple):
        return f"({[written(one) for one in value]})"
    if isinstance(value, Pair | Couple):
        return f"{type(value).__name__}({written(value.left)}, {written(value.right)})"
    return repr(value)


@given(VALUES, VALUES)
def test_two_values_have_one_text_exactly_when_they_are_written_alike(
    one: object, other: object
) -> None:
    assert (canonical(one) == canonical(other)) is (written(one) == written(other))


UNLIKE: list[object] = [
    None, "", "None", 0, 1, True, False, "1", Decimal(1), Decimal("1.0"), Fraction(1), b"1", (),
    (1,), ((1,),), (1, 2), ("1", "2"), ("1,1:2",), "1,2", {}, {"a": 1}, {"a": "1"}, {"a=1": 1},
    date(2026, 1, 1), "2026-01-01", time(8, 30), "08:30:00", Colour.RED, Colour.GREEN, "red",
    Pair(1, 2), Couple(1, 2), Pair((1, 2), ()), Pair(1, (2,)), frozenset(), frozenset({1}),
]  # fmt: skip


def test_values_that_are_easily_confused_have_unlike_digests() -> None:
    digests = [of_value(value) for value in UNLIKE]
    same = [(UNLIKE[a], UNLIKE[b]) for a, b in combinations(range(len(UNLIKE)), 2)
            if digests[a] == digests[b]]  # fmt: skip
    assert same == []


def test_the_order_of_a_mapping_and_of_a_set_does_not_count() -> None:
    assert of_value({"a": 1, "b": 2}) == of_value({"b": 2, "a": 1})
    assert of_value(frozenset("abc")) == of_value(frozenset("cba"))


def test_the_digest_of_bytes_is_what_sha256sum_prints() -> None:
    assert of_bytes(b"abc") == hashlib.sha256(b"abc").hexdigest()


def test_a_value_without_a_canonical_form_is_refused() -> None:
    with pytest.raises(TypeError, match="float"):
        of_value(1.5)
    with pytest.raises(TypeError, match="StructMeta"):
        of_value((Pair,))


def test_the_hash_seed_of_the_process_does_not_count() -> None:
    program = "from sunlit.digest import of_value as d; print(d((frozenset('abcdef'), {'x': 1})))"
    told = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(told) == 1
