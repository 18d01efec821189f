"""The years on the way to a target, and the kinds of number that each year has.

Owns which numbers are owed and what an empty cell says. Does not know where they are drawn.
"""

from collections.abc import Callable, Sequence

from msgspec import Struct

from sunlit.charts.chart import Amount, Frame, Table, text_or
from sunlit.charts.marks import FILLED, HOLLOW, Mark, Shape


class Step(Struct, frozen=True):
    """One year. `of` is the denominator as text, such as `15/16`; `ahead` means not due yet."""

    period: str
    planned: Amount | None
    reached: Amount | None
    of: str = ""
    reported: Amount | None = None
    ahead: bool = False


class PathWords(Struct, frozen=True):
    """Heads of the columns, which the legend uses too, and two words for an empty cell."""

    period: str
    planned: str
    reached: str
    of: str
    reported: str
    target: str
    missing: str
    ahead: str


class Row(Struct, frozen=True):
    """One kind of number: its mark, its line in the plot, its row under the years."""

    head: str
    mark: Mark
    amount: Callable[[Step], Amount | None]
    owed: bool = True  # an empty cell is something missing, not just nothing said
    of: bool = False  # the denominators stand under this row


def kinds(steps: Sequence[Step], words: PathWords) -> list[Row]:
    rows = [
        Row(words.planned, Mark(Shape.CIRCLE, HOLLOW, 6, "5 4"), lambda step: step.planned),
        Row(words.reached, Mark(Shape.CIRCLE, FILLED, 4, ""), lambda step: step.reached, of=True),
    ]
    if any(step.reported for step in steps):
        mark = Mark(Shape.SQUARE, "ch-seal-line", 8)
        rows.append(Row(words.reported, mark, lambda step: step.reported, owed=False))
    return rows


def lacks(row: Row, step: Step) -> bool:
    """Something that should be published by now is not."""
    return row.owed and not step.ahead and row.amount(step) is None


def table(
    steps: Sequence[Step], frame: Frame, *, rows: Sequence[Row], words: PathWords, target: Amount
) -> Table:
    """One row for each year, and the target last, in the column of what was planned."""
    denominators = any(step.of for step in steps)
    head = [words.period, *(row.head for row in rows), *([words.of] if denominators else [])]

    def cells(step: Step) -> tuple[str, ...]:
        shown = [text_or(row.amount(step), _empty(row, step, words)) for row in rows]
        return (step.period, *shown, *([step.of] if denominators else []))

    numeric = (False, *(True for _ in head[1:]))
    last = (words.target, target.text, *("" for _ in head[2:]))
    return Table(frame.title, tuple(head), (*map(cells, steps), last), numeric)


def _empty(row: Row, step: Step, words: PathWords) -> str:
    if not row.owed:
        return ""
    return words.ahead if step.ahead else words.missing
