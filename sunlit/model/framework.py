"""A framework: tiers, dimensions, tracks, principles, batches, targets, and its method.

Owns what a locality says its communities are to become, and by when. How it judges them is in
`method`.
"""

from __future__ import annotations

from enum import Enum

from sunlit.model.amounts import Amount, Number
from sunlit.model.figures import Change, FigureRecord
from sunlit.model.method import Assessor, DimensionWeight, Indicator, ListRule, Missing
from sunlit.model.record import Flag, Id, Moment, Record, Whole
from sunlit.model.sources import SourceRecord
from sunlit.model.text import Text


class Colour(Enum):
    """The named colours a dimension may have; each is legible in light and dark."""

    RED = "red"
    ORANGE = "orange"
    GOLD = "gold"
    GREEN = "green"
    CYAN = "cyan"
    BLUE = "blue"
    PURPLE = "purple"
    PINK = "pink"
    BROWN = "brown"
    TEAL = "teal"
    INDIGO = "indigo"
    GREY = "grey"


class Tier(Record):
    """A tier of dimensions."""

    id: Id
    """编号 / Id."""
    name: Text
    """名称 / Name."""
    required: Flag = False
    """是否必选 / Whether every unit must take these dimensions."""


class Dimension(Record):
    """A dimension: what a community is to become."""

    id: Id
    """编号 / Id."""
    name: Text
    """名称 / Name."""
    letter: Text
    """色块上的一个字 / The one character on its block."""
    colour: Colour
    """颜色名 / A named colour."""
    tier: Id | None = None
    """所属层次 / Its tier."""
    aim: Text | None = None
    """目标 / Its aim."""


class Track(Record):
    """A second classification, crossed with the dimensions."""

    id: Id
    """编号 / Id."""
    name: Text
    """名称 / Name."""
    about: Text | None = None
    """说明 / About."""


class Principle(Record):
    """A method, programme or principle that the framework states."""

    id: Id
    """编号 / Id."""
    name: Text
    """名称 / Name."""
    about: Text | None = None
    """说明 / About."""
    figures: tuple[FigureRecord, ...] = ()
    """相关数据 / Figures."""


class Batch(Record):
    """A yearly batch: how many were planned, how many done, which."""

    year: Moment
    """年份 / Year."""
    name: Text | None = None
    """名称 / Name."""
    planned: Amount | None = None
    """计划数 / Planned."""
    done: Amount | None = None
    """公布的完成数 / Done, as published."""
    members: tuple[Id, ...] = ()
    """已公布名单 / Members, as published."""
    source: Id | None = None
    """来源编号 / Source."""
    note: Text | None = None
    """说明 / A remark."""


class Waypoint(Record):
    """A step of a target's path: by when, how many."""

    by: Moment
    """到何时 / By when."""
    count: Whole
    """达到多少个 / How many."""


class Target(Record):
    """A target: how many members of a group are to have reached what, by when.

    The group is `all` units of the area, the named `members`, or a published number `of` which
    the members are not named. Reached is counted from batches and named `reached` members.
    """

    id: Id
    """编号 / Id."""
    name: Text
    """名称 / Name."""
    by: Moment | None = None
    """到何时；没有公布时不写 / By when; left out when that was not published."""
    all: Flag = False
    """对象是全部社区 / Of all units of the area."""
    members: tuple[Id, ...] = ()
    """对象名单 / Of these units."""
    of: Whole | None = None
    """对象总数（没有公布名单时）/ Of this many, when the members were not published."""
    count: Whole | None = None
    """目标个数 / How many are to reach it."""
    path: tuple[Waypoint, ...] = ()
    """分年目标 / The planned path."""
    reached: tuple[Id, ...] = ()
    """已达到的 / Those that have."""
    reported: Amount | None = None
    """来源公布的比例 / The share as the source reported it."""
    reported_by: Text | None = None
    """由谁公布 / Reported by whom."""
    source: Id | None = None
    """来源编号 / Source."""
    note: Text | None = None
    """说明 / A remark."""


class Framework(Record):
    """`content/frameworks/<id>.yaml`."""

    name: Text
    """名称 / Name."""
    short_name: Text | None = None
    """简称 / Short name."""
    areas: tuple[Id, ...]
    """适用地区 / The areas it applies to."""
    summary: Text | None = None
    """一句话说明 / One sentence."""
    scope: Text | None = None
    """范围 / Scope."""
    intended: Text | None = None
    """预期效果 / The intended result."""
    sources: tuple[SourceRecord, ...] = ()
    """来源 / Sources."""
    source: Id | None = None
    """默认来源 / The default source."""
    tiers: tuple[Tier, ...] = ()
    """层次 / Tiers."""
    dimensions: tuple[Dimension, ...] = ()
    """维度 / Dimensions."""
    tracks: tuple[Track, ...] = ()
    """类别 / Tracks."""
    tracks_name: Text | None = None
    """类别的总称，例如“五最”/ What the tracks are called together."""
    principles: tuple[Principle, ...] = ()
    """方法与行动 / Methods and programmes."""
    indicators: tuple[Indicator, ...] = ()
    """指标 / Indicators."""
    assessors: tuple[Assessor, ...] = ()
    """评价主体 / Assessors."""
    missing: Missing = Missing.WITHHOLD
    """缺分时：leave-out 不计入并重新分配权重、withhold 不出总分、floor 记 0 分."""
    dimension_weights: tuple[DimensionWeight, ...] = ()
    """维度权重；不写时同权 / Weights of dimensions; equal when none is given."""
    reached: Number | None = None
    """维度达到多少分算达标 / The score at which a dimension counts as reached."""
    batches: tuple[Batch, ...] = ()
    """批次 / Batches."""
    targets: tuple[Target, ...] = ()
    """目标 / Targets."""
    lists: tuple[ListRule, ...] = ()
    """红黑榜规则 / Lists."""
    changes: tuple[Change, ...] = ()
    """改动记录 / Recorded changes."""
