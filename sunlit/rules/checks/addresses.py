"""Units against each other: no alias is another's address, no code another's code.

Owns the checks between units. Knows nothing of what stands on the page at an old address.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from sunlit.diagnostics import Findings, Span
from sunlit.source.content import AreaContent, UnitContent


class Claims(Struct, frozen=True, array_like=True):
    """What a unit claims of its area: former addresses and, outside the register, a code."""

    slug: str
    aliases: tuple[tuple[str, Span], ...] = ()
    code: tuple[str, Span] | None = None


def claims_of(unit: UnitContent) -> Claims:
    """The claims of a unit."""
    profile = unit.profile
    if profile is None:
        return Claims(unit.slug)
    record = profile.record
    aliases = ((one, profile.span("aliases", n)) for n, one in enumerate(record.aliases))
    outside = unit.row is None and record.code is not None
    code = (str(record.code), profile.span("code")) if outside else None
    return Claims(unit.slug, tuple(aliases), code)


def alias_taken(area: AreaContent, units: Sequence[Claims], found: Findings) -> None:
    """Report every alias that leads to somebody else already."""
    taken = {unit.slug for unit in units}
    aliases: dict[str, Span] = {}
    for unit in units:
        for alias, span in unit.aliases:
            if alias in taken or alias in aliases:
                first = aliases.get(alias)
                found.error(
                    "alias-taken",
                    span,
                    message=(
                        f"旧地址“{alias}”已经有页面在用",
                        f"the former address `{alias}` is in use",
                    ),
                    hint=(
                        "从 aliases 里删掉它：一个地址只能通向一页。",
                        "Delete it from `aliases`: an address leads to one page.",
                    ),
                    related=[(first, ("先用在这里", "first used here"))] if first else (),
                )
            aliases.setdefault(alias, span)


def code_of_another(area: AreaContent, units: Sequence[Claims], found: Findings) -> None:
    """Report a unit outside the register with a code of the register: a misspelt folder."""
    rows = {row.code: row for row in area.register}
    for unit in units:
        if unit.code is None or unit.code[0] not in rows:
            continue
        row = rows[unit.code[0]]
        found.error(
            "code-of-another",
            unit.code[1],
            message=(
                f"代码 {row.code} 在登记册里是“{row.slug}”，不是“{unit.slug}”",
                f"code {row.code} is {row.slug} in the register, not {unit.slug}",
            ),
            hint=(
                f"把文件夹改名为 {row.slug}，或者改正代码。",
                f"Rename the folder to {row.slug}, or correct the code.",
            ),
        )
