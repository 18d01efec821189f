"""An area's own files: where it belongs, its register, its reports.

Owns the checks of `area.md` and `reports/`. Knows no unit's contents.
"""

from __future__ import annotations

from sunlit.diagnostics import Findings, Span
from sunlit.rules.checks.file_names import report_period
from sunlit.rules.checks.scope import Scope
from sunlit.source.content import AreaContent


def register(area: AreaContent, scope: Scope, found: Findings) -> None:
    """A register for every area that has units, with codes that belong to it."""
    path = f"{scope.base}/register.csv"
    if path in scope.failed:
        return
    if area.folders and not area.register:
        found.warning(
            "register-missing",
            Span(path),
            message=(
                f"有 {len(area.folders)} 个社区文件夹，但没有登记册",
                f"there are {len(area.folders)} unit folders and no register",
            ),
            hint=(
                "加上 register.csv，列出本地区全部社区。",
                "Add register.csv with every unit of the area.",
            ),
        )
    _codes(area, found)


def _codes(area: AreaContent, found: Findings) -> None:
    code = area.area.record.code
    if code is None:
        return
    prefix = _significant(code)
    outside = [row for row in area.register if not row.code.startswith(prefix)]
    if outside:
        first = outside[0]
        found.warning(
            "code-outside-area",
            area.area.span("code"),
            message=(
                f"登记册里有 {len(outside)} 个代码不以 {prefix} 开头，"
                f"例如 {first.name} {first.code}",
                f"{len(outside)} codes of the register do not begin with {prefix}, "
                f"such as {first.code} ({first.slug})",
            ),
            hint=("核对本地区的代码和登记册。", "Check the area's code and the register."),
        )


def _significant(code: str) -> str:
    """A code without the zeros that only fill it up: 510100 is 5101, 510114000000 is 510114."""
    for length, unit in ((12, 3), (9, 3), (6, 2), (4, 2)):
        if len(code) == length and code.endswith("0" * unit):
            code = code[:-unit]
    return code


def reports(area: AreaContent, scope: Scope, found: Findings) -> None:
    """Every report is named after its period."""
    for report in area.reports:
        report_period(report, found)
