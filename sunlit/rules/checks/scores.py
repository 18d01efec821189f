"""Score sheets: of a framework that applies, and with what scoring says of each score.

Owns the join of scoring's problems with the places in a file; how each reads is in
`problem_words`.
"""

from __future__ import annotations

from sunlit.diagnostics import Findings, Span
from sunlit.model.framework import Framework
from sunlit.rules.checks.kinds import Kind, dangling
from sunlit.rules.checks.problem_words import report
from sunlit.rules.checks.scope import Scope, framework_path
from sunlit.rules.scoring import sheet_problems
from sunlit.rules.states import taken_dimensions
from sunlit.source.content import UnitContent
from sunlit.source.located import Located


def scores(unit: UnitContent, scope: Scope, found: Findings) -> None:
    """Every score sheet of a unit."""
    for sheet in unit.scores:
        name = sheet.id.partition("/")[0]
        framework = scope.known.framework(name)
        if framework is None:
            if framework_path(name) not in scope.failed:
                names = scope.names[Kind.FRAMEWORK] or ()
                dangling(Kind.FRAMEWORK, name, known=names, span=Span(sheet.path), found=found)
            continue
        taken = _taken(framework, unit)
        for one in sheet_problems(framework.record, sheet.record, taken=taken):
            report(one, sheet, found)


def _taken(framework: Located[Framework], unit: UnitContent) -> frozenset[str] | None:
    """What the unit is scored on; None where a misspelt dimension makes that unknown."""
    names = {one.id for one in framework.record.dimensions}
    used = {one.dimension for one in framework.record.indicators}
    enrolments = unit.profile.record.frameworks if unit.profile else ()
    own = (one for one in enrolments if one.framework == framework.id)
    chosen = {name for one in own for name in one.dimensions}
    if used - names or chosen - names:
        return None
    return taken_dimensions(framework, unit)
