"""What can be reached on foot: rings of minutes around a named centre, a numbered mark per place.

Owns the rings and the directions of places that have none. Does not know the streets: distance from
the centre is time, and only places with a bearing stand where a map would show them.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from markupsafe import Markup
from msgspec import Struct

from sunlit.charts.bearing import direction
from sunlit.charts.chart import Amount, Chart, Frame, Number, Table, text_or
from sunlit.charts.flow import Run, legend
from sunlit.charts.marks import Mark, Shape, draw
from sunlit.charts.numbers import RADIUS, leader, numbered, placed, unplaced
from sunlit.charts.rings import CENTRE, Rings, ruled, taken
from sunlit.charts.svg import WIDTH, At, drawing, joined, text

_SEAL = Mark(Shape.SQUARE, "ch-seal", 7)
_TURNS = (0, 8, -8, 16, -16, 24, -24, 36, -36, 48, -48, 64, -64, 80, -80, 100, -100, 130, -130, 180)


class Place(Struct, frozen=True):
    """`bearing` in degrees clockwise from north, when it is known."""

    label: str
    minutes: Amount | None
    bearing: Number | None = None


class CircleWords(Struct, frozen=True):
    """The centre's name, heads of the columns, the words for north and for beyond the last ring."""

    centre: str
    number: str
    label: str
    minutes: str
    north: str
    beyond: str
    missing: str


def circle(
    places: Sequence[Place], frame: Frame, *, rings: Sequence[Amount], words: CircleWords
) -> Chart:
    """`rings` from the inside out, such as 5, 10 and 15 minutes."""
    if not rings or any(place.minutes and place.minutes.value < 0 for place in places):
        raise ValueError("a circle has at least one ring, and nothing is nearer than its centre")
    last = rings[-1].exact
    far = any(place.minutes and place.minutes.exact > last for place in places)
    keys = legend([Run(words.centre, "ch-num", mark=_SEAL)])
    around = Rings(tuple(rings), keys.height + RADIUS + 2, words.beyond if far else "")
    leaders, marks, unknown = _marks(places, around)
    below = unplaced(unknown, words.missing, top=around.bottom + RADIUS + 4)
    parts = [keys.svg, _north(places, words.north, top=keys.height), leaders, ruled(around)]
    parts += [draw(_SEAL, (CENTRE, around.middle)), marks, below.svg]
    height = around.bottom + RADIUS + 6 + below.height
    svg = drawing(frame, parts, kind="circle", height=height)
    return Chart(svg, _table(places, frame, words=words))


def _north(places: Sequence[Place], word: str, *, top: int) -> Markup:
    """Only where some place has a bearing is up a direction."""
    if all(place.bearing is None for place in places):
        return Markup("")
    return text((WIDTH, top + 14), f"↑ {word}", css="ch-soft", anchor="end")


def _marks(places: Sequence[Place], around: Rings) -> tuple[Markup, Markup, list[int]]:
    """The lines to moved marks, the marks, and the numbers of those that have none."""
    known = [(n, p, p.minutes) for n, p in enumerate(places, start=1) if p.minutes is not None]
    unknown = [n for n, place in enumerate(places, start=1) if place.minutes is None]
    free = [n for n, place, _ in known if place.bearing is None]
    choices: list[Iterator[At]] = []
    for n, place, minutes in known:
        if place.bearing is not None:
            choices.append(_points(around, minutes, Fraction(place.bearing)))
        else:
            turn = Fraction(360 * (2 * free.index(n) + 1), 2 * len(free))
            choices.append(_points(around, minutes, turn, asides=_TURNS))
    found = placed(choices, taken(around))
    drawn = (
        numbered(n, at, hollow=minutes.exact > around.last)
        for (n, _, minutes), at in zip(known, found, strict=True)
    )
    return joined(map(leader, found)), joined(drawn), unknown


def _points(
    around: Rings, minutes: Amount, turn: Fraction, *, asides: Sequence[int] = (0,)
) -> Iterator[At]:
    away = around.away(minutes.exact)
    for aside in asides:
        east, south = direction(turn + aside)
        yield CENTRE + east * away, around.middle + south * away


def _table(places: Sequence[Place], frame: Frame, *, words: CircleWords) -> Table:
    rows = tuple(
        (str(number), place.label, text_or(place.minutes, words.missing))
        for number, place in enumerate(places, start=1)
    )
    head = (words.number, words.label, words.minutes)
    return Table(frame.title, head, rows, (True, False, True))
