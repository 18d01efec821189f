"""The pieces pages are made of, ready for a template: words, dates, figures, links, sources.

Owns their shape only. Every text is already in the page's language, or carries the language it
is in; every number with a unit is a `Figure`, never a loose text.
"""

from __future__ import annotations

from markupsafe import Markup
from msgspec import Struct


class Words(Struct, frozen=True):
    """A text of the content; `lang` is empty when it is in the page's own language."""

    text: str
    lang: str = ""


class When(Struct, frozen=True):
    """A date for `<time>`: `iso` may be empty where HTML has no form (a quarter, a limit)."""

    iso: str
    text: str


class Link(Struct, frozen=True):
    """A link with its label; `current` marks the page one is on; `note` says a little more."""

    href: str
    label: Words
    current: bool = False
    note: str = ""


class Source(Struct, frozen=True):
    """A published source as listed at the foot of a page, anchored as `source-<id>`."""

    id: str
    number: int
    title: Words
    outlet: Words
    date: When | None
    url: str = ""
    note: Words | None = None


class Step(Struct, frozen=True):
    """One recorded change of a figure: correction, revision or withdrawal."""

    label: Words
    kind: str
    kind_label: str
    was: str
    now: str
    on: When
    reason: Words
    href: str = ""
    where: Words | None = None
    decided: Words | None = None


class Figure(Struct, frozen=True):
    """A figure as a thing: value, unit, qualifier, date, source, permalink, first promise.

    `state` is `known` or `missing`; a missing figure has `text` = "未公布" and no value.
    `number`, `unit`, `qualifier` are for large display; `text` is the whole phrase composed in
    the page's language, for running text and table cells. `anchor` is true once per page, on
    the figure's first mention on its own page.
    """

    id: str
    label: Words
    state: str
    value: str
    number: str
    unit: str
    qualifier: str
    text: str
    as_of: When | None = None
    source: Source | None = None
    first: str = ""
    changes: int = 0
    note: Words | None = None
    anchor: bool = False
    qualifier_after: bool = False


class Block(Struct, frozen=True):
    """One block of the strip: a dimension and how far the unit is with it."""

    letter: str
    name: str
    colour: str
    state: str
    state_label: str
    href: str = ""


class Strip(Struct, frozen=True):
    """The row of blocks that stands for a unit; `label` says it in words.

    Block states: `reached` (filled), `started` (half), `chosen` (outlined), `open` (dotted:
    nothing published).
    """

    blocks: tuple[Block, ...]
    label: str


class Big(Struct, frozen=True):
    """One of the four large figures: label, main figure, and a line of context below."""

    label: str
    figure: Figure
    of: str = ""
    context: str = ""
    late: bool = False
    href: str = ""
    context_link: str = ""


class Tag(Struct, frozen=True):
    """A small word in a box, told apart by word and shape: done, late, running, planned, notice."""

    kind: str
    text: str


class LedgerRow(Struct, frozen=True, cache_hash=True):
    """One project in a ledger: what, where, by when, planned, done, spent, state.

    `filters` holds name=value pairs for the quick filter: horizon, status, department, year, late.
    """

    title: Words
    href: str
    unit: Words | None
    unit_href: str
    horizon: str
    due: When | None
    first_due: When | None
    planned: Figure | None
    done: Figure | None
    progress: Markup | None
    funds: Figure | None
    spent: Figure | None
    tag: Tag
    changes: int
    filters: tuple[tuple[str, str], ...] = ()


class Picture(Struct, frozen=True):
    """A published photo: its files, the size of the largest, caption, date, place and credit.

    `avif` and `jpeg` are values of `srcset`; `tone` names the classes that paint its average
    colour until it is there. `slot` is the class of its room on the page (`views/slots.py`), and
    `sizes` says how wide that is. The first picture of a page is `eager`.
    """

    src: str
    width: int
    height: int
    tone: str
    avif: str
    jpeg: str
    alt: Words
    caption: Words
    date: When | None
    place: Words | None
    credit: Words | None
    slot: str = ""
    sizes: str = ""
    eager: bool = False


class Pair(Struct, frozen=True):
    """Before and after, from the same viewpoint; `slot` is the class of their room."""

    before: Picture
    after: Picture
    title: Words | None
    slot: str


class Filter(Struct, frozen=True):
    """A filter that works without a script: links to pre-built views; `name` for the script."""

    name: str
    label: str
    options: tuple[Link, ...]


class Honour(Struct, frozen=True):
    """A recognition: what, from whom, when, how it was decided, source."""

    what: Words
    by: Words | None
    date: When | None
    how: Words | None
    source: Source | None
    anchor: str = ""
    who: Words | None = None
    note: Words | None = None


class Prose(Struct, frozen=True):
    """Rendered Markdown, safe by construction; `lang` as in Words."""

    html: Markup
    lang: str = ""


class Cite(Struct, frozen=True):
    """How to cite, download, subscribe to and question a page."""

    text: str
    permalink: str
    data_href: str = ""
    feed_href: str = ""
    report_href: str = ""
    edit_href: str = ""
