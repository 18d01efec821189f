"""Scoring: from scores as written to points, places, lists and targets; exact throughout.

Every number is a `Fraction` of what was written; nothing is rounded before it is shown. An
author's mistake is a `Problem`, never an exception. Order of input never changes a result.

    score → points       number  (v − min) ÷ (max − min) × 100
                         grade   the points of the grade
                         stars   v ÷ max × 100, whole or half stars
                         votes   for ÷ cast × 100, or the percentage as published
                         hard    (v − floor) ÷ (target − floor) × 100, not below 0, not above 100
    indicator            Σ points × weight ÷ Σ weight, over its assessors
    dimension            the same, over its indicators
    total                the same, over the dimensions that are scored and that the unit has taken
    a gap                withhold: no result above it · leave-out: the mean of what is there ·
                         floor: counts as 0 points
    place                1 + number of units with strictly more points; equal points, equal place
    list                 all `require`, one of `any_of`, none of `exclude`; then the top or bottom
                         n of those by total, with every tie at the edge. Points are compared,
                         except a hard indicator: it is compared as measured, in its unit
    target               |reached ∩ group| ÷ |group|; a batch counts once it is wholly done
    reported share       k of n fits r % when 100·k/n, rounded half away from zero, is r

Before anything is computed, `framework_problems` and `sheet_problems` say what is wrong. With
problems left, every function still answers, but nothing may be published from its answer.
"""

from sunlit.rules.scoring.check import framework_problems
from sunlit.rules.scoring.conditions import (
    TOTAL,
    Compared,
    Comparison,
    Subject,
    SubjectKind,
    Threshold,
)
from sunlit.rules.scoring.lists import place_on_lists
from sunlit.rules.scoring.marks import (
    AssessorMark,
    DimensionMarks,
    IndicatorMarks,
    Marks,
    marks_of,
)
from sunlit.rules.scoring.normalise import Normalised, normalise
from sunlit.rules.scoring.outcomes import (
    Edge,
    End,
    ListOutcome,
    Member,
    Reason,
    Undetermined,
)
from sunlit.rules.scoring.parts import (
    AssessorPart,
    DimensionResult,
    Gap,
    IndicatorResult,
    UnitResult,
)
from sunlit.rules.scoring.problems import Path, Problem
from sunlit.rules.scoring.ranking import Place, Places, Ranking, rank, rank_results
from sunlit.rules.scoring.result import score_unit
from sunlit.rules.scoring.rulers import Ruler, indicator_ruler, scale_ruler
from sunlit.rules.scoring.shares import (
    Agreement,
    CountCheck,
    CountShare,
    ShareCheck,
    check_counts,
    check_share,
    decimals_of,
    share_of,
)
from sunlit.rules.scoring.sheet import sheet_problems
from sunlit.rules.scoring.steps import Formula, Step, equation, weighted
from sunlit.rules.scoring.targets import PathPoint, TargetStanding, stand_of_target

__all__ = [
    "TOTAL",
    "Agreement",
    "AssessorMark",
    "AssessorPart",
    "Compared",
    "Comparison",
    "CountCheck",
    "CountShare",
    "DimensionMarks",
    "DimensionResult",
    "Edge",
    "End",
    "Formula",
    "Gap",
    "IndicatorMarks",
    "IndicatorResult",
    "ListOutcome",
    "Marks",
    "Member",
    "Normalised",
    "Path",
    "PathPoint",
    "Place",
    "Places",
    "Problem",
    "Ranking",
    "Reason",
    "Ruler",
    "ShareCheck",
    "Step",
    "Subject",
    "SubjectKind",
    "TargetStanding",
    "Threshold",
    "Undetermined",
    "UnitResult",
    "check_counts",
    "check_share",
    "decimals_of",
    "equation",
    "framework_problems",
    "indicator_ruler",
    "marks_of",
    "normalise",
    "place_on_lists",
    "rank",
    "rank_results",
    "scale_ruler",
    "score_unit",
    "share_of",
    "sheet_problems",
    "stand_of_target",
    "weighted",
]
