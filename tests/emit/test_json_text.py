"""JSON to read: a line for each field and each item, the rest as json writes it."""

from __future__ import annotations

import json

import pytest

from sunlit.emit.json_text import json_text
from sunlit.views.documents.shape import Plain

VALUES: list[Plain] = [
    None,
    True,
    False,
    "",
    "双龙村",
    'a "quoted" \\ back\\slash',
    "line\nfeed \r\t\b\f \x00 \x1f \x7f \u2028 \ufeff 😀 </script>",
    [],
    {},
    [[], {}, [[]], [{}], {"a": []}],
    {"b": "2", "a": {"d": None, "c": [True, False, None, "x"]}, "": "empty", "双": ["龙"]},
    {"10": "a", "9": "b", "a%s": "%", "{x}": "{}"},
]


@pytest.mark.parametrize("value", [*VALUES, VALUES, {"a": VALUES, "b": {"c": VALUES}}])
def test_the_text_says_what_the_value_is(value: Plain) -> None:
    text = json_text(value).decode()
    assert json.loads(text) == value
    assert text.endswith("\n")


def test_each_field_and_each_item_of_its_list_has_a_line_of_its_own() -> None:
    value: Plain = {"名": "双龙村", "b": [{"y": "2", "x": ["1", "2"]}, "z"], "a": {}, "c": []}
    assert json_text(value).decode().splitlines() == [
        "{",
        '"a": {},',
        '"b": [',
        ' {"x": ["1", "2"], "y": "2"},',
        ' "z"',
        "],",
        '"c": [],',
        '"名": "双龙村"',
        "}",
    ]


def test_equal_values_give_equal_bytes_whatever_their_order() -> None:
    assert json_text({"a": "1", "b": {"d": "3", "c": "2"}}) == json_text(
        {"b": {"c": "2", "d": "3"}, "a": "1"}
    )


@pytest.mark.parametrize("value", [object(), {"a": 1j}, [print]])
def test_what_is_no_plain_value_is_a_bug(value: object) -> None:
    with pytest.raises(TypeError):
        json_text(value)  # type: ignore[arg-type]
