"""Figures for pages: a stated amount, a computed one, or one that was not published.

Owns the one way a number with a unit gets onto a page (promise 1 of the design). A figure's id
is also its anchor, on the page that is its home.
"""

from __future__ import annotations

from collections.abc import Iterable

from sunlit.locale.numbers import Exact
from sunlit.model.amounts import AmountValue
from sunlit.model.figures import Change
from sunlit.rules.history import StatedValue, history_of, value_of
from sunlit.rules.stated import Stated
from sunlit.views.amounts import read_amount, read_value
from sunlit.views.citations import Citations
from sunlit.views.parts import Figure, Source, Words
from sunlit.views.scene import Scene


def stated_figure(
    scene: Scene,
    stated: Stated,
    *,
    home: str,
    cited: Citations,
    changes: Iterable[Change] = (),
    anchor: bool = False,
    default_source: str | None = None,
) -> Figure:
    """A figure that a record states; `home` is the record's id (`xindu/shuanglong/projects/x`)."""
    reading = read_amount(stated.amount, scene.locale)
    history = history_of(stated.path, changes)
    return Figure(
        id=f"{home}/{stated.path}",
        label=scene.words(stated.label),
        state="known",
        value=reading.value,
        number=reading.number,
        unit=reading.unit,
        qualifier=reading.qualifier,
        text=reading.text,
        as_of=scene.maybe_when(stated.as_of),
        source=cited.mark(stated.source, default_source),
        first=value_text(scene, history.first, unit=stated.amount.unit) if history.steps else "",
        changes=len(history.steps),
        note=scene.maybe(stated.note),
        anchor=anchor,
    )


def computed_figure(
    scene: Scene,
    id: str,
    value: Exact,
    *,
    unit: str | None = None,
    label: Words | str = "",
    places: int | None = None,
    first: Exact | None = None,
    anchor: bool = False,
    source: Source | None = None,
) -> Figure:
    """A figure that follows from others: a total, a share, a rank's points."""
    reading = read_value(value, unit, scene.locale, places=places)
    changed = first is not None and first != value
    return Figure(
        id=id,
        label=Words(label) if isinstance(label, str) else label,
        state="known",
        value=reading.value,
        number=reading.number,
        unit=reading.unit,
        qualifier="",
        text=reading.text,
        source=source,
        first=read_value(first, unit, scene.locale).text if changed and first is not None else "",
        anchor=anchor,
    )


def missing_figure(
    scene: Scene, id: str, *, label: Words | str = "", anchor: bool = False, text: str = ""
) -> Figure:
    """A figure that was not published, shown as plainly as any number; `text` says it otherwise."""
    text = text or scene.t("figure.missing")
    words = Words(label) if isinstance(label, str) else label
    return Figure(id, words, "missing", "", text, "", "", text, anchor=anchor)


def value_text(scene: Scene, value: StatedValue | None, *, unit: str | None = None) -> str:
    """A `was` or `now` as this language writes it; empty when there is none."""
    if value is None:
        return ""
    if isinstance(value, AmountValue):
        return read_amount(value.in_unit(unit), scene.locale).text
    return scene.locale.moment(value)


def change_text(scene: Scene, figure: str, text: str | None, *, unit: str | None = None) -> str:
    """The text of a change's `was` or `now`, as written when it is neither date nor amount."""
    return value_text(scene, value_of(figure, text), unit=unit) or (text or "")
