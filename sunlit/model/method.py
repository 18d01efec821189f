"""How a framework judges: indicators, assessors and their scales, weights, lists by rule.

Owns the shape of a published method. The arithmetic is in `rules/scoring/`; there is no
expression language: rules are thresholds, top and bottom n, and exclusions.
"""

from __future__ import annotations

from enum import Enum

from sunlit.model.amounts import Number, UnitName
from sunlit.model.record import Flag, Id, Record, Whole, Word
from sunlit.model.text import Text


class ScaleKind(Enum):
    """How an assessor expresses a judgement."""

    NUMBER = "number"
    GRADE = "grade"
    STARS = "stars"
    VOTES = "votes"


class Grade(Record):
    """A grade and what it is worth, 0 to 100."""

    id: Word
    """等次，例如 A、优秀 / The grade as written in scores."""
    points: Number
    """折算分 0–100 / What it is worth."""


class Scale(Record):
    """A scale and its normalisation to 0…100, as published.

    number: (value − min) ÷ (max − min) × 100. grade: the points of the grade. stars: stars ÷ max
    × 100. votes: votes in favour ÷ votes cast × 100.
    """

    kind: ScaleKind
    """number 分数、grade 等次、stars 星级、votes 得票率."""
    min: Number | None = None
    """最低分 / Lowest."""
    max: Number | None = None
    """最高分或最多星数 / Highest score or number of stars."""
    grades: tuple[Grade, ...] = ()
    """等次表 / Grades."""


class Assessor(Record):
    """Who judges, on which scale, with which weight."""

    id: Id
    """编号 / Id."""
    name: Text
    """名称 / Name."""
    scale: Scale
    """量表 / Scale."""
    weight: Number | None = None
    """权重；全部不写时同权 / Weight; equal when none is given."""
    about: Text | None = None
    """说明 / About."""


class Nature(Enum):
    """Whether an indicator is measured or judged."""

    HARD = "hard"
    SOFT = "soft"


class Direction(Enum):
    """Whether more is better."""

    UP = "up"
    DOWN = "down"


class Indicator(Record):
    """Something that is measured (hard) or judged (soft).

    A hard one is normalised between `floor` (0) and `target` (100) and capped at both; a soft
    one is the weighted mean of its assessors' normalised judgements.
    """

    id: Id
    """编号 / Id."""
    name: Text
    """名称 / Name."""
    dimension: Id
    """所属维度 / Dimension."""
    nature: Nature
    """hard 硬指标、soft 软指标."""
    unit: UnitName | None = None
    """单位（硬指标）/ Unit of a hard indicator."""
    direction: Direction = Direction.UP
    """up 越高越好、down 越低越好."""
    floor: Number | None = None
    """得 0 分的值 / The value worth 0."""
    target: Number | None = None
    """得 100 分的值 / The value worth 100."""
    weight: Number | None = None
    """在维度内的权重；全部不写时同权 / Weight within the dimension."""
    assessors: tuple[Id, ...] = ()
    """评价主体（软指标）/ Who judges a soft indicator."""
    about: Text | None = None
    """说明 / About."""


class Missing(Enum):
    """What a score that is not there does to the result; stated, never by accident."""

    LEAVE_OUT = "leave-out"
    WITHHOLD = "withhold"
    FLOOR = "floor"


class DimensionWeight(Record):
    """The weight of a dimension in the total."""

    dimension: Id
    """维度 / Dimension."""
    weight: Number
    """权重 / Weight."""


class Condition(Record):
    """One comparison: the total, a dimension or an indicator against a number."""

    total: Flag = False
    """比较总分 / Compares the total."""
    dimension: Id | None = None
    """比较某个维度 / Compares a dimension."""
    indicator: Id | None = None
    """比较某个指标 / Compares an indicator."""
    at_least: Number | None = None
    """不低于 / At least."""
    above: Number | None = None
    """高于 / Above."""
    at_most: Number | None = None
    """不高于 / At most."""
    below: Number | None = None
    """低于 / Below."""


class ListKind(Enum):
    """Praise or warning."""

    RED = "red"
    BLACK = "black"


class ListRule(Record):
    """A list: all `require` hold, no `exclude` holds, then the top or bottom n (ties included)."""

    id: Id
    """编号 / Id."""
    name: Text
    """名称 / Name."""
    kind: ListKind
    """red 红榜、black 黑榜."""
    require: tuple[Condition, ...] = ()
    """必须满足 / All must hold."""
    any_of: tuple[Condition, ...] = ()
    """满足其一 / One must hold."""
    exclude: tuple[Condition, ...] = ()
    """满足其一即排除 / Any of these excludes."""
    top: Whole | None = None
    """取前几名 / The first n."""
    bottom: Whole | None = None
    """取后几名 / The last n."""
    about: Text | None = None
    """说明 / About."""
