"""Old addresses: an alias may not be the address, or the former address, of another unit.

Owns this check between units. Knows nothing of what stands on the page at an old address.
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
