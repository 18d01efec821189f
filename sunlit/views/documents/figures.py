"""Figures in `data.json`: each under its id, stated or computed, with its history and source.

Owns the one form a figure has there, and which rule a computed figure names.
"""

from __future__ import annotations

from collections.abc import Iterable

from sunlit.locale.numbers import Exact
from sunlit.model.figures import Change
from sunlit.rules.history import history_of
from sunlit.rules.stated import Stated
from sunlit.views.documents.shape import Plain, amount, number, plain


def stated_figures(
    stated: Iterable[Stated], *, home: str, changes: Iterable[Change] = (), source: str | None
) -> list[Plain]:
    """The figures of one record; `home` is the record's id, `source` that of a silent figure."""
    recorded = tuple(changes)
    return [_stated(one, home=home, changes=recorded, source=source) for one in stated]


def computed(
    id: str, value: Exact | None, *, rule: str, unit: str | None = None, of: Iterable[str] = ()
) -> dict[str, Plain]:
    """A figure that follows from others by a rule of docs/developers/data-json.md."""
    found: dict[str, Plain] = {"id": id, "kind": "computed", "rule": rule, **number(value)}
    if unit:
        found["unit"] = unit
    parts: list[Plain] = list(of)
    if parts:
        found["of"] = parts
    return found


def change(one: Change, *, home: str) -> dict[str, Plain]:
    """A recorded change; `id` is that of the figure or date it changed."""
    fields = plain(one)
    assert isinstance(fields, dict)
    return {**fields, "id": f"{home}/{one.figure}"}


def _stated(
    one: Stated, *, home: str, changes: tuple[Change, ...], source: str | None
) -> dict[str, Plain]:
    steps = history_of(one.path, changes).steps if changes else ()
    found: dict[str, Plain] = {
        "id": f"{home}/{one.path}",
        "kind": "stated",
        "label": plain(one.label),
        "measured": not one.planned,
        **amount(one.amount),
    }
    optional = {
        "as_of": one.as_of,
        "source": one.source or source,
        "note": one.note,
        "first": steps[0].was if steps else None,
    }
    found |= {name: plain(value) for name, value in optional.items() if value is not None}
    if steps:
        found["changes"] = [change(step, home=home) for step in steps]
    return found
