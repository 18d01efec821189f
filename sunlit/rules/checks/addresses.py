"""Units against each other: no alias is another's address, no code another's code.

Owns the checks between units. Knows nothing of what stands on the page at an old address.
"""

from __future__ import annotations

from collections.abc import Sequence

from sunlit.diagnostics import Findings, Span
from sunlit.source.content import AreaContent, UnitContent


def alias_taken(area: AreaContent, units: Sequence[UnitContent], found: Findings) -> None:
    """Report every alias that leads to somebody else already."""
    taken = {unit.slug for unit in units}
    aliases: dict[str, Span] = {}
    for unit in units:
        if unit.profile is None:
            continue
        for number, alias in enumerate(unit.profile.record.aliases):
            span = unit.profile.span("aliases", number)
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


def code_of_another(area: AreaContent, units: Sequence[UnitContent], found: Findings) -> None:
    """Report a unit outside the register with a code of the register: a misspelt folder."""
    rows = {row.code: row for row in area.register}
    for unit in units:
        profile = unit.profile
        if unit.row is not None or profile is None or profile.record.code not in rows:
            continue
        row = rows[profile.record.code]
        found.error(
            "code-of-another",
            profile.span("code"),
            message=(
                f"代码 {row.code} 在登记册里是“{row.slug}”，不是“{unit.slug}”",
                f"code {row.code} is {row.slug} in the register, not {unit.slug}",
            ),
            hint=(
                f"把文件夹改名为 {row.slug}，或者改正代码。",
                f"Rename the folder to {row.slug}, or correct the code.",
            ),
        )
