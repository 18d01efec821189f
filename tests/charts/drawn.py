"""A chart's SVG read back as elements, and what must hold of every chart."""

import re
from collections.abc import Iterator
from fractions import Fraction
from xml.etree import ElementTree

from sunlit.charts import Chart

_CLASSES = re.compile(r"[a-z][a-z-]*( [a-z][a-z-]*)*")
_NUMBER = re.compile(r"-?(0|[1-9]\d*)(\.[1-9])?")
_PLACES = ("x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "width", "height", "dx")
_KNOWN = {"svg", "title", "desc", "text", "tspan", "line", "rect", "circle", "path"}


def read(svg: str) -> ElementTree.Element:
    return ElementTree.fromstring(svg)


def having(root: ElementTree.Element, css: str, name: str = "*") -> list[ElementTree.Element]:
    """Elements that carry this class."""
    wanted = set(css.split())
    return [
        one
        for one in root.iter(None if name == "*" else name)
        if wanted <= set(one.get("class", "").split())
    ]


def number(element: ElementTree.Element, attribute: str) -> Fraction:
    return Fraction(element.attrib[attribute])


def words(root: ElementTree.Element) -> list[str]:
    """What each line of text says."""
    return ["".join(one.itertext()) for one in root.iter("text")]


def said(root: ElementTree.Element) -> str:
    """All text run together without spaces, so that wrapping does not matter."""
    return "".join("".join(words(root)).split())


def points(path: ElementTree.Element) -> list[tuple[Fraction, Fraction]]:
    found = re.findall(r"[ML](\S+) ([^\sZ]+)", path.attrib["d"])
    return [(Fraction(x), Fraction(y)) for x, y in found]


def _places(root: ElementTree.Element) -> Iterator[str]:
    for one in root.iter():
        yield from (one.attrib[name] for name in _PLACES if name in one.attrib)


def assert_sound(chart: Chart) -> ElementTree.Element:
    """Named, without styles or scripts, with tidy numbers, and with a table of even rows."""
    root = read(chart.svg)
    title = root.find("title")
    assert title is not None
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == title.get("id")
    assert title.text == chart.table.caption
    assert all(_NUMBER.fullmatch(place) for place in _places(root))
    for one in root.iter():
        assert one.tag in _KNOWN
        assert not any(name == "style" or name.startswith("on") for name in one.attrib)
        assert one.get("fill", "none") == "none"
        assert "stroke" not in one.attrib
        assert one.tag in ("title", "desc") or _CLASSES.fullmatch(one.get("class", ""))
        assert int(one.get("font-size", "14")) >= 14
    table = chart.table
    assert len(table.numeric) == len(table.head)
    assert all(len(row) == len(table.head) for row in table.rows)
    return root
