"""A unit's summary cut into facets: what travels, and what each page of an area is made of.

Owns which fields go together. A change in one facet leaves everything that is made of the others
as it was: money spent moves no ranking.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from sunlit.model.record import Record, names_of
from sunlit.rules.checks.addresses import Claims
from sunlit.rules.standing import AreaSummary, Standing
from sunlit.rules.summary import Money, UnitSummary
from sunlit.wire import Records, Wire

FACETS: Mapping[str, tuple[str, ...]] = {
    "head": (
        *("area", "slug", "code", "name", "official", "kind", "street", "street_slug"),
        *("published", "honours", "aliases"),
    ),
    "states": ("enrolments", "blocks"),
    "ledger": ("projects", "money"),
    "scores": ("scored",),
    "news": ("updates", "changes"),
    "disclosures": ("disclosures",),
}
"""The fields of a summary by facet; every field is in one."""

_NOTHING: Mapping[str, Any] = {
    "enrolments": (),
    "blocks": (),
    "projects": (),
    "money": Money(None, None, None),
    "scored": (),
    "updates": (),
    "changes": (),
    "disclosures": (),
}


@lru_cache(maxsize=1)
def wire() -> Wire:
    """The form in which summaries, standings and findings travel."""
    return Wire(UnitSummary, AreaSummary, Standing, Claims, records=Records(Record, names_of))


def facet_texts(summary: UnitSummary) -> dict[str, bytes]:
    """A summary as one text per facet."""
    return {
        facet: wire().text(tuple(getattr(summary, name) for name in names))
        for facet, names in FACETS.items()
    }


def summary_of(texts: Mapping[str, bytes]) -> UnitSummary:
    """The summary of some facets, `head` among them; the fields of the others are empty."""
    values = dict(_NOTHING)
    for facet, text in texts.items():
        values |= zip(FACETS[facet], wire().value(text), strict=True)
    return UnitSummary(**values)


def summaries_of(facets: Mapping[str, Mapping[str, bytes]]) -> tuple[UnitSummary, ...]:
    """The summaries of an area's units, from texts by facet and unit, in the area's order."""
    units: Iterable[str] = facets["head"]
    return tuple(
        summary_of({facet: texts[unit] for facet, texts in facets.items()}) for unit in units
    )
