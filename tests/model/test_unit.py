"""A unit's register row and photos."""

from __future__ import annotations

import pytest

from sunlit.model.form import Refused
from sunlit.model.reading import record_of
from sunlit.model.unit import PhotoRecord, RegisterRow, UnitKind


@pytest.mark.parametrize(
    ("official", "short"),
    [
        ("双龙村村委会", "双龙村"),
        ("双龙村村民委员会", "双龙村"),
        ("东街社区居民委员会", "东街社区"),
        ("东街社区居委会", "东街社区"),
        ("东街社区", "东街社区"),
        ("村委会", "村委会"),
    ],
)
def test_people_say_the_name_without_its_committee(official: str, short: str) -> None:
    row = RegisterRow("510114001001", official, "a", UnitKind.VILLAGE, "街", "jie")
    assert row.short_name == short


def test_a_box_to_redact_has_four_whole_numbers() -> None:
    fields = {"file": "a.jpg", "caption": "路", "people": "blurred"}
    record = record_of(PhotoRecord, {**fields, "redact": [["1", "2", "30", "40"]]})
    assert record.redact == ((1, 2, 30, 40),)
    for box in (["1", "2", "3"], ["1", "2", "3", "4", "5"], ["1", "2", "3", "-4"], "1,2,3,4"):
        with pytest.raises(Refused):
            record_of(PhotoRecord, {**fields, "redact": [box]})


def test_whether_persons_can_be_recognised_is_never_left_open() -> None:
    with pytest.raises(Refused):
        record_of(PhotoRecord, {"file": "a.jpg", "caption": "路"})
