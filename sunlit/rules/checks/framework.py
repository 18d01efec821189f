"""A framework by itself, and against the registers of its areas.

Owns what scoring does not look at: letters, colours, areas. The rest are scoring's problems,
given their place and words.
"""

from __future__ import annotations

from collections.abc import Collection

from sunlit.diagnostics import Findings
from sunlit.model.framework import Colour, Framework
from sunlit.rules.checks.problem_words import report
from sunlit.rules.scoring import framework_problems
from sunlit.source.located import Located


def scoring(framework: Located[Framework], found: Findings) -> None:
    """What keeps the framework from being computed."""
    for one in framework_problems(framework.record):
        report(one, framework, found)


def scoring_of_units(
    framework: Located[Framework], units: Collection[str], found: Findings
) -> None:
    """What only the registers show: members that are no units, targets above their number."""
    before = {one.path for one in framework_problems(framework.record)}
    for one in framework_problems(framework.record, units=units):
        if one.path not in before:  # what is wrong by itself is told once
            report(one, framework, found)


def looks(framework: Located[Framework], found: Findings) -> None:
    """One character per block, one colour per dimension."""
    first: dict[Colour, int] = {}
    for number, dimension in enumerate(framework.record.dimensions):
        for locale, letter in dimension.letter.by_locale:
            if len(letter) != 1:
                found.error(
                    "framework-letter",
                    framework.span("dimensions", number, "letter", locale),
                    message=(
                        f"色块上只能有一个字，“{letter}”有 {len(letter)} 个",
                        f"a block holds one character; `{letter}` has {len(letter)}",
                    ),
                    hint=(f"只写 {letter.strip()[:1]}。", f"Write {letter.strip()[:1]}."),
                )
        earlier = first.setdefault(dimension.colour, number)
        if earlier != number:
            found.warning(
                "colour-twice",
                framework.span("dimensions", number, "colour"),
                message=(
                    f"颜色 {dimension.colour.value} 用了两次",
                    f"the colour {dimension.colour.value} is used twice",
                ),
                hint=("换一种颜色，色条上才分得清。", "Choose another, so that blocks differ."),
                related=[
                    (
                        framework.span("dimensions", earlier, "colour"),
                        ("第一次在这里", "first here"),
                    )
                ],
            )


def applies(framework: Located[Framework], found: Findings) -> None:
    """A framework is of some area."""
    if not framework.record.areas:
        found.error(
            "framework-without-area",
            framework.span("areas", key=True),
            message=("没有写适用于哪个地区", "no area is named that it applies to"),
            hint=("在 areas 里写上地区编号。", "Write the area's folder in `areas`."),
        )
