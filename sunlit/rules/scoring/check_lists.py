"""Mistakes in the rules of red and black lists.

Owns what makes a rule decidable: conditions with one subject and one comparison, and a way onto
the list. Paths start at the rule, or at the framework in `list_problems`.
"""

from __future__ import annotations

from sunlit.model.framework import Framework
from sunlit.model.method import Condition, ListRule
from sunlit.rules.scoring.conditions import threshold_of
from sunlit.rules.scoring.problems import Problem, problem, unknown

WITHOUT_RULE = "list-without-rule"


def list_problems(framework: Framework) -> list[Problem]:
    """The problems of all rules.

    While a framework publishes no indicators nobody can be placed, so there a list may stand
    without a rule: it exists, and its rule was not published.
    """
    found = [
        each.below("lists", at)
        for at, rule in enumerate(framework.lists)
        for each in rule_problems(rule, framework)
    ]
    scored = bool(framework.indicators)
    return [one for one in found if scored or one.code != WITHOUT_RULE]


def rule_problems(rule: ListRule, framework: Framework) -> list[Problem]:
    """What keeps a rule from being decided."""
    found = []
    for field in ("require", "any_of", "exclude"):
        conditions: tuple[Condition, ...] = getattr(rule, field)
        for at, condition in enumerate(conditions):
            wrong = _condition(condition, framework)
            found += [one.below(field, at) for one in wrong]
    conditional = rule.require or rule.any_of or rule.exclude
    if not conditional and rule.top is None and rule.bottom is None:
        found.append(problem(WITHOUT_RULE, id=rule.id))
    if rule.top is not None and rule.bottom is not None:
        found.append(problem("list-two-ends", "bottom", id=rule.id))
    for field in ("top", "bottom"):
        if getattr(rule, field) == 0:
            found.append(problem("list-of-none", field, id=rule.id))
    return found


def _condition(condition: Condition, framework: Framework) -> list[Problem]:
    found = []
    if threshold_of(condition, framework) is None:
        found.append(problem("condition-unclear"))
    dimensions = [one.id for one in framework.dimensions]
    indicators = [one.id for one in framework.indicators]
    named = condition.dimension
    if named is not None and named not in dimensions:
        found.append(unknown("unknown-dimension", "dimension", name=named, known=dimensions))
    named = condition.indicator
    if named is not None and named not in indicators:
        found.append(unknown("unknown-indicator", "indicator", name=named, known=indicators))
    return found
