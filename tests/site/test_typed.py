"""Values arrive as typed: kept or refused, never changed."""

from __future__ import annotations

import pytest

from sunlit.diagnostics import Findings
from sunlit.model.figures import FigureRecord
from sunlit.source.decode import decode
from sunlit.source.yaml import read_yaml

HARD = ["0101", "NO", "12:30:45", "1e3", "2024-02-30", "０１２", "yes", "1_000", "0x1F", ".5", "~x"]


def read(field: str, value: str) -> tuple[FigureRecord | None, list[str]]:
    fields = {"id": "a", "label": "数", "value": "1", "as_of": "2024"} | {field: value}
    found = Findings()
    text = "".join(f"{name}: {content}\n" for name, content in fields.items())
    tree = read_yaml(text, path="figure.yaml", found=found)
    located = decode(tree, FigureRecord, path="figure.yaml", found=found) if tree else None
    return (located.record if located else None), [one.code for one in found]


@pytest.mark.parametrize("value", HARD)
def test_a_name_is_kept_as_it_was_typed(value: str) -> None:
    record, codes = read("label", value)
    assert codes == []
    assert record is not None
    assert str(record.label) == value


@pytest.mark.parametrize("value", [*HARD[:6], "1,200"])
def test_what_is_no_plain_number_is_refused(value: str) -> None:
    record, codes = read("value", value)
    assert record is None
    assert codes in (["bad-number"], ["bad-unit"])


@pytest.mark.parametrize("value", ["0101", "NO", "12:30:45", "1e3", "2024-02-30", "０１２"])
def test_what_is_no_day_of_the_calendar_is_refused(value: str) -> None:
    record, codes = read("as_of", value)
    assert record is None
    assert codes == ["bad-date"]


@pytest.mark.parametrize("value", ["NO", "12:30:45", "1e3", "2024-02-30", "０１２"])
def test_what_is_no_id_is_refused(value: str) -> None:
    record, codes = read("id", value)
    if value in ("1e3", "2024-02-30"):  # letters, digits and hyphens: an id, kept as it is
        assert record is not None
        assert record.id == value
    else:
        assert codes == ["bad-id"]


@pytest.mark.parametrize(
    ("value", "exact"), [("7.88", "7.88"), ("13万", "130000"), ("0.30", "0.30"), ("-4", "-4")]
)
def test_a_plain_number_is_kept_to_the_last_digit(value: str, exact: str) -> None:
    record, codes = read("value", value)
    assert codes == []
    assert record is not None
    assert record.value is not None
    assert str(record.value.value) == exact
