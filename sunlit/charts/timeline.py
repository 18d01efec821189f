"""Milestones from the first to the last, down the page: due, met, late, and where today is.

Owns the order and the marks of lateness. Does not read a clock, and does not count days in words:
today comes in, and so does each text.
"""

from collections.abc import Sequence
from datetime import date
from typing import assert_never

from markupsafe import Markup
from msgspec import Struct

from sunlit.charts.chart import Chart, Frame, Table
from sunlit.charts.flow import Flow, Run, flow
from sunlit.charts.marks import FILLED, HOLLOW, MISSING, Mark, Shape, draw
from sunlit.charts.measure import LINE, wrap
from sunlit.charts.milestones import Day, Milestone, State, standing, state_of
from sunlit.charts.svg import WIDTH, circle, drawing, joined, line, lines

_STEM, _WORDS = 10, 30


class TimelineWords(Struct, frozen=True):
    """Heads of the columns, which go before the dates too, and the words for each state."""

    label: str
    due: str
    met: str
    state: str
    today: str
    late: str
    ahead: str
    missing: str


def timeline(
    milestones: Sequence[Milestone], frame: Frame, *, today: Day, words: TimelineWords
) -> Chart:
    order = sorted(milestones, key=standing)
    split = sum(standing(milestone) < today.value for milestone in order)
    past = _rows(order[:split], today.value, words, top=0)
    now = _today(today, words.today, top=past.height)
    rest = _rows(order[split:], today.value, words, top=past.height + now.height)
    middle = past.height + LINE // 2
    end = past.height + now.height + rest.height
    stem = [line((_STEM, LINE // 2), (_STEM, middle), css="ch-ink-line", weight=2)]
    stem.append(line((_STEM, middle), (_STEM, end), css="ch-ink-line", weight=2, dash="2 4"))
    svg = drawing(frame, [*stem, past.svg, now.svg, rest.svg], kind="timeline", height=end)
    return Chart(svg, _table(order, frame, today=today.value, words=words))


def _today(today: Day, word: str, *, top: int) -> Flow:
    """A line across the page, which the halo of its words interrupts."""
    y = top + LINE // 2
    label = wrap(f"{word} {today.text}", WIDTH - _WORDS)
    stroke = line((0, y), (WIDTH, y), css="ch-ink-line", weight=2)
    words = lines((_WORDS, y + 5), label, css="ch-num ch-halo")
    return Flow(joined([stroke, words]), len(label) * LINE + 14)


def _rows(milestones: Sequence[Milestone], today: date, words: TimelineWords, *, top: int) -> Flow:
    parts: list[Markup] = []
    height = 0
    for milestone in milestones:
        state = state_of(milestone, today)
        base = top + height + 14
        label = wrap(milestone.label, WIDTH - _WORDS)
        below = (_WORDS, base + len(label) * LINE)
        dates = flow(_dates(milestone, state, words), below, across=WIDTH - _WORDS)
        parts += [_mark(state, base - 5), lines((_WORDS, base), label, css="ch-num"), dates.svg]
        height += len(label) * LINE + dates.height + 12
    return Flow(joined(parts), height)


def _mark(state: State, y: int) -> Markup:
    at = (_STEM, y)
    match state:
        case State.MET:
            return draw(Mark(Shape.CIRCLE, FILLED, 6), at)
        case State.MET_LATE:
            return draw(Mark(Shape.DIAMOND, "ch-late", 7), at)
        case State.OVERDUE:
            return draw(Mark(Shape.TRIANGLE, "ch-paper ch-late-line", 8), at)
        case State.AHEAD:
            return draw(Mark(Shape.CIRCLE, HOLLOW, 6), at)
        case State.UNDATED:
            return joined([circle(at, 9, css="ch-paper"), draw(MISSING, at)])
    assert_never(state)


def _dates(milestone: Milestone, state: State, words: TimelineWords) -> list[Run]:
    """What was promised, struck out where it no longer holds, then what came of it."""
    runs = [Run(words.due, "ch-soft")]
    if milestone.first is not None:
        runs.append(Run(milestone.first.text, "ch-soft", struck=True))
    due = words.missing if milestone.due is None else milestone.due.text
    runs.append(Run(due, "ch-soft", struck=state is State.MET_LATE))
    if milestone.met is not None:
        runs.append(Run(f"{words.met} {milestone.met.text}"))
    if state in (State.MET_LATE, State.OVERDUE):
        runs.append(Run(_word(milestone, state, words), "ch-num ch-late"))
    if state is State.AHEAD:
        runs.append(Run(words.ahead, "ch-soft"))
    return runs


def _word(milestone: Milestone, state: State, words: TimelineWords) -> str:
    match state:
        case State.MET:
            return words.met
        case State.MET_LATE | State.OVERDUE:
            return milestone.late_text or words.late
        case State.AHEAD:
            return words.ahead
        case State.UNDATED:
            return words.missing
    assert_never(state)


def _table(order: Sequence[Milestone], frame: Frame, *, today: date, words: TimelineWords) -> Table:
    def cells(one: Milestone) -> tuple[str, ...]:
        due = words.missing if one.due is None else one.due.text
        promised = due if one.first is None else f"{one.first.text} → {due}"
        met = "—" if one.met is None else one.met.text
        return (one.label, promised, met, _word(one, state_of(one, today), words))

    head = (words.label, words.due, words.met, words.state)
    return Table(frame.title, head, tuple(map(cells, order)), (False, False, False, False))
