"""A unit's summary cut into facets: what travels, and what each page of an area is made of.

Owns which fields go together, and the form in which they travel. A change in one facet leaves
everything that is made of the others as it was: money spent moves no ranking.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, TypeVar, get_type_hints

from sunlit.model.record import Record, names_of, record_with
from sunlit.rules.checks.addresses import Claims
from sunlit.rules.checks.reuse import PhotoClaim
from sunlit.rules.standing import AreaSummary, Standing
from sunlit.rules.summary import Money, UnitSummary
from sunlit.wire import Records, Wire

T = TypeVar("T")

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


def facet_texts(summary: UnitSummary) -> dict[str, bytes]:
    """A summary as one text per facet."""
    return {
        facet: _facet_wire(facet).text(tuple(getattr(summary, name) for name in names))
        for facet, names in FACETS.items()
    }


def facet_values(facet: str, text: bytes) -> dict[str, Any]:
    """The fields of a summary that a text of a facet holds, by name."""
    return dict(zip(FACETS[facet], _facet_wire(facet).value(text), strict=True))


def summary_with(values: Mapping[str, Any]) -> UnitSummary:
    """The summary with these fields, those of `head` among them; others are empty."""
    return UnitSummary(**{**_NOTHING, **values})


@lru_cache(maxsize=1)
def standing_wire() -> Wire[Standing]:
    """The form in which what an area knows of a unit travels."""
    return _wire(Standing)


@lru_cache(maxsize=1)
def area_wire() -> Wire[AreaSummary]:
    """The form in which the summary of an area travels."""
    return _wire(AreaSummary)


@lru_cache(maxsize=1)
def claims_wire() -> Wire[Claims]:
    """The form in which the claims of a unit travel."""
    return _wire(Claims)


@lru_cache(maxsize=1)
def photo_claims_wire() -> Wire[tuple[PhotoClaim, ...]]:
    """The form in which the claims of a unit about its photos travel."""
    return _wire(tuple[PhotoClaim, ...])


@lru_cache(maxsize=len(FACETS))
def _facet_wire(facet: str) -> Wire[tuple[Any, ...]]:
    hints = get_type_hints(UnitSummary, include_extras=True)
    kinds = tuple(hints[name] for name in FACETS[facet])
    # A type made at run time, which no checker can read.
    return _wire(tuple[kinds])  # type: ignore[valid-type]


def _wire(hint: type[T]) -> Wire[T]:
    return Wire(hint, records=Records(Record, names_of, record_with))
