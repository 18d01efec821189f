from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from sunlit.charts import Frame
from sunlit.charts.svg import drawing, element, printed, text
from tests.charts.drawn import read


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        (0, "0"),
        (Fraction(-1, 100), "0"),
        (Fraction(1, 3), "0.3"),
        (Fraction(-7, 2), "-3.5"),
        (Fraction(5, 100), "0"),
        (Fraction(15, 100), "0.2"),
        (320, "320"),
    ],
)
def test_a_coordinate_has_at_most_one_decimal(given: Fraction | int, shown: str) -> None:
    assert printed(given) == shown


@given(st.fractions())
def test_a_printed_coordinate_is_within_half_a_tenth(number: Fraction) -> None:
    assert abs(Fraction(printed(number)) - number) <= Fraction(1, 20)
    assert printed(number) != "-0"


@given(st.text())
def test_any_text_survives_as_text(content: str) -> None:
    node = read(text((0, 0), content))
    assert len(node) == 0
    assert len(node.text or "") == len(content.replace("\r\n", "\n"))


def test_what_xml_cannot_write_is_shown_as_a_replacement_mark() -> None:
    assert read(text((0, 0), "a\x00b\x1b")).text == "a\ufffdb\ufffd"


def test_an_attribute_cannot_be_closed_from_inside() -> None:
    node = read(element("text", {"class": 'x" onload="alert(1)'}, "y"))
    assert list(node.attrib) == ["class"]


def test_an_empty_attribute_is_left_out() -> None:
    assert element("line", {"class": "a", "stroke-dasharray": ""}) == '<line class="a"/>'


def test_a_drawing_with_a_note_is_described_by_it() -> None:
    root = read(drawing(Frame("c1", "标题", "说明"), [Markup("")], kind="bars", height=10))
    assert root.get("aria-describedby") == root.findall("desc")[0].get("id") == "c1-desc"
    assert root.findall("desc")[0].text == "说明"


def test_a_drawing_without_a_note_is_described_by_nothing() -> None:
    root = read(drawing(Frame("c1", "标题"), [Markup("")], kind="bars", height=10))
    assert "aria-describedby" not in root.attrib
