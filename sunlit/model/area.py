"""An area (city, district, town): its description and its reports."""

from __future__ import annotations

from enum import Enum

from sunlit.model.figures import Change, FigureRecord
from sunlit.model.record import Code, Day, Flag, Id, Moment, Record, Word
from sunlit.model.sources import (
    Department,
    DisclosureDuty,
    HonourRecord,
    Place,
    SourceRecord,
    TaskForce,
)
from sunlit.model.text import Text


class Level(Enum):
    """The level of an area."""

    PROVINCE = "province"
    CITY = "city"
    DISTRICT = "district"
    TOWN = "town"


class Tombstone(Record):
    """A page that was taken away: its address says so for good, with the reason."""

    path: Word
    """网址里地区后面的部分，例如 shuanglong/projects/village-road."""
    on: Day
    """撤下日期 / When it was taken away."""
    reason: Text
    """原因 / Why."""
    see: Word | None = None
    """可以看哪一页（同样写法）/ Where to look instead, written the same way."""


class AreaRecord(Record):
    """The front matter of `area.md`."""

    name: Text
    """名称 / Name."""
    level: Level
    """city 市、district 区县、town 镇街."""
    part_of: Id | None = None
    """上级地区的编号 / The area above."""
    within: Text | None = None
    """位于何处（本站没有上级地区的页面时）/ Where it lies, when no area above is on the site."""
    code: Code | None = None
    """区划代码 / Division code."""
    summary: Text | None = None
    """一句话说明 / One sentence."""
    departments: tuple[Department, ...] = ()
    """部门 / Departments."""
    task_forces: tuple[TaskForce, ...] = ()
    """专班 / Task forces."""
    figures: tuple[FigureRecord, ...] = ()
    """数据 / Figures."""
    honours: tuple[HonourRecord, ...] = ()
    """荣誉 / Honours."""
    places: tuple[Place, ...] = ()
    """来源点名的地方 / Places that a source names."""
    disclosure: DisclosureDuty | None = None
    """公开目录从何时起适用 / From when the catalogue applies."""
    sources: tuple[SourceRecord, ...] = ()
    """来源 / Sources."""
    source: Id | None = None
    """默认来源 / The default source."""
    register_source: Id | None = None
    """登记册的来源 / The source of the register."""
    changes: tuple[Change, ...] = ()
    """改动记录 / Recorded changes."""
    tombstones: tuple[Tombstone, ...] = ()
    """撤下的页面 / Pages that were taken away."""
    invented: Flag = False
    """虚构示例 / Invented, for trying out."""


class Report(Record):
    """The front matter of `reports/<period>.md`."""

    title: Text
    """标题 / Title."""
    period: Moment
    """期间，例如 2026-w46 / Period."""
    date: Day
    """发布日期 / Date."""
    units: tuple[Id, ...] = ()
    """涉及的社区 / Units it is about."""
    figures: tuple[FigureRecord, ...] = ()
    """数据 / Figures."""
    source: Id | None = None
    """来源编号 / Source."""
