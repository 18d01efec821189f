"""JSON to read: the text that json itself gives with an indent, faster."""

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


@pytest.mark.parametrize("value", [*VALUES, VALUES])
def test_the_text_is_that_of_json_with_an_indent(value: Plain) -> None:
    text = json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True)
    assert json_text(value).decode() == text + "\n"


@pytest.mark.parametrize("value", [1, 1.5, ("a",), {1: "a"}, b"a", {"a": 0}])
def test_what_is_no_plain_value_is_a_bug(value: object) -> None:
    with pytest.raises(TypeError):
        json_text(value)  # type: ignore[arg-type]
