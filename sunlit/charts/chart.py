"""What every chart takes and gives: amounts with their text, a frame, a drawing with its table.

Owns the records that all charts share. Does not know SVG, nor which charts exist, nor how a
number is written in any language: the words come in, already localised.
"""

from decimal import Decimal
from enum import Enum
from fractions import Fraction

from markupsafe import Markup
from msgspec import Struct

Number = Fraction | Decimal | int


class Dim(Enum):
    """A named colour of a framework's dimension; the value is the end of its CSS class."""

    RED = "red"
    ORANGE = "orange"
    GOLD = "gold"
    GREEN = "green"
    CYAN = "cyan"
    BLUE = "blue"
    PURPLE = "purple"
    PINK = "pink"
    BROWN = "brown"
    TEAL = "teal"
    INDIGO = "indigo"
    GREY = "grey"


class Amount(Struct, frozen=True):
    """One number: `value` decides where it is drawn, `text` is what people read."""

    value: Number
    text: str

    @property
    def exact(self) -> Fraction:
        return self.value if isinstance(self.value, Fraction) else Fraction(self.value)


class Frame(Struct, frozen=True):
    """What names a drawing. `id` starts every id inside it, so it is unique on its page."""

    id: str
    title: str
    note: str = ""

    def __post_init__(self) -> None:
        if not self.id or any(char.isspace() for char in self.id):
            raise ValueError(f"a chart's id is one word, not {self.id!r}")


class Table(Struct, frozen=True):
    """The numbers of a drawing once more; `numeric` tells which columns stand at the right."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numeric: tuple[bool, ...]


class Chart(Struct, frozen=True):
    """A drawing and its table; a page that shows the first offers the second."""

    svg: Markup
    table: Table


def text_or(amount: Amount | None, missing: str) -> str:
    """The text of an amount, or the caller's word for a missing one."""
    return missing if amount is None else amount.text
