"""Elements of SVG as text: escaping, printing of coordinates, the outer element with its title.

Owns every byte of markup: no other module of this package writes an angle bracket. Does not know
what is drawn. Colours are classes of the style sheet; a page forbids style attributes.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from markupsafe import Markup, escape

from sunlit.charts.chart import Frame
from sunlit.charts.measure import LINE, SIZE

WIDTH = 320  # user units across: the narrowest page, so that text never shrinks below its size

Exact = Fraction | int
At = tuple[Exact, Exact]

_NOTHING = Markup("")
# XML has no way to write these, escaped or not; a reader must still see that something stood here.
_UNWRITABLE = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff"
_STRANGE = re.compile(f"[{_UNWRITABLE}]")
_SPECIAL = re.compile(f"[&<>\"'{_UNWRITABLE}]")


def printed(number: Exact) -> str:
    """A coordinate with at most one decimal; never `-0`."""
    if isinstance(number, int):
        return str(number)
    rounded = tenths(number)
    whole, tenth = divmod(abs(rounded), 10)
    sign = "-" if rounded < 0 else ""
    return f"{sign}{whole}.{tenth}" if tenth else f"{sign}{whole}"


def tenths(number: Exact) -> int:
    """A coordinate in tenths of a unit; half a tenth goes to the even side, as `round` does it."""
    over, under = number.as_integer_ratio()
    floor, rest = divmod(10 * over, under)
    return floor + (2 * rest > under or (2 * rest == under and floor % 2))


def element(name: str, attributes: Mapping[str, str | Exact], content: str = "") -> Markup:
    """`content` is escaped unless it is markup already."""
    shown = ""
    for key, value in attributes.items():
        if not isinstance(value, str):
            shown += f' {key}="{printed(value)}"'
        elif value:
            shown += f' {key}="{_clean(value)}"'
    inside = content if isinstance(content, Markup) else _clean(content)
    return Markup(f"<{name}{shown}>{inside}</{name}>" if inside else f"<{name}{shown}/>")


def joined(parts: Iterable[Markup]) -> Markup:
    return Markup("".join(parts))  # each is markup: nothing to escape


def line(start: At, end: At, *, css: str, weight: Exact = 1, dash: str = "") -> Markup:
    x1, y1, x2, y2 = map(printed, (*start, *end))
    place = f'x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}"'
    dashes = f' stroke-dasharray="{dash}"' if dash else ""
    return Markup(f'<line class="{css}" {place} stroke-width="{printed(weight)}"{dashes}/>')


def rect(corner: At, size: At, *, css: str, weight: Exact = 0) -> Markup:
    """A box. With a weight it is an outline and hollow, unless `css` says what fills it."""
    (x, y), (across, down) = corner, size
    place = {"x": x, "y": y, "width": across, "height": down}
    return element("rect", {"class": css, **place, **outline(css, weight)})


def circle(centre: At, radius: Exact, *, css: str, weight: Exact = 0, dash: str = "") -> Markup:
    place = {"cx": centre[0], "cy": centre[1], "r": radius}
    stroke = {**outline(css, weight), "stroke-dasharray": dash}
    return element("circle", {"class": css, **place, **stroke})


def path(points: Sequence[At], *, css: str, weight: Exact = 0, dash: str = "") -> Markup:
    """Straight strokes through the points; closed and filled when it has no weight of its own."""
    strokes = " ".join(
        f"{'L' if index else 'M'}{printed(x)} {printed(y)}" for index, (x, y) in enumerate(points)
    )
    close = "" if weight and "ch-paper" not in css else "Z"
    stroke = {**outline(css, weight), "stroke-dasharray": dash}
    return element("path", {"class": css, "d": strokes + close, **stroke})


def outline(css: str, weight: Exact) -> dict[str, str | Exact]:
    if not weight:
        return {}
    return (
        {"stroke-width": weight} if "ch-paper" in css else {"stroke-width": weight, "fill": "none"}
    )


def text(at: At, content: str, *, css: str = "", anchor: str = "", size: int = SIZE) -> Markup:
    """One line; `at` is the end that `anchor` names, on the baseline."""
    attributes = {"class": f"ch-text {css}".rstrip(), "x": at[0], "y": at[1], "text-anchor": anchor}
    if size != SIZE:
        attributes["font-size"] = size
    return element("text", attributes, content)


def spans(at: At, runs: Sequence[Markup], *, anchor: str = "") -> Markup:
    """One line of several spans; the browser, which knows the font, sets them side by side."""
    place = {"x": at[0], "y": at[1], "text-anchor": anchor}
    return element("text", {"class": "ch-text", **place}, joined(runs))


def span(content: str, *, css: str = "", gap: Exact = 0, struck: bool = False) -> Markup:
    """Words in a line of spans, `gap` units after those before."""
    attributes: dict[str, str | Exact] = {"class": f"ch-text {css}".rstrip()}
    if gap:
        attributes["dx"] = gap
    if struck:
        attributes["text-decoration"] = "line-through"
    return element("tspan", attributes, content)


def lines(
    at: At, rows: Sequence[str], *, css: str = "", anchor: str = "", size: int = SIZE
) -> Markup:
    """Several lines, the first on the baseline of `at`."""
    x, y = at
    step = LINE * size // SIZE
    return joined(
        text((x, y + step * index), row, css=css, anchor=anchor, size=size)
        for index, row in enumerate(rows)
    )


def drawing(frame: Frame, parts: Iterable[Markup], *, kind: str, height: Exact) -> Markup:
    """The outer element: named by its title, described by its note, as wide as its place."""
    title = element("title", {"id": f"{frame.id}-title"}, frame.title)
    note = element("desc", {"id": f"{frame.id}-desc"}, frame.note) if frame.note else _NOTHING
    attributes: dict[str, str | Exact] = {
        "class": f"chart chart-{kind}",
        "viewBox": f"0 0 {WIDTH} {printed(height)}",
        "role": "img",
        "aria-labelledby": f"{frame.id}-title",
        "aria-describedby": f"{frame.id}-desc" if frame.note else "",
        "font-size": SIZE,
    }
    return element("svg", attributes, joined([title, note, *parts]))


def _clean(value: str) -> str:
    return escape(_STRANGE.sub("\ufffd", value)) if _SPECIAL.search(value) else value
