"""A ledger entry: what was promised, by when, for how much, and what came of it.

Statuses are those of OC4IDS (Open Contracting for Infrastructure Data Standard, project status).
"""

from __future__ import annotations

from enum import Enum
from typing import Annotated

from sunlit.model.figures import Change, FigureRecord, Fund
from sunlit.model.record import Day, FileName, Id, Key, Moment, Record, Whole
from sunlit.model.sources import Role
from sunlit.model.text import Text


class Horizon(Enum):
    """How far ahead the work is planned."""

    NEAR = "near"
    MIDDLE = "middle"
    LONG = "long"


class Status(Enum):
    """OC4IDS project status."""

    IDENTIFICATION = "identification"
    PREPARATION = "preparation"
    IMPLEMENTATION = "implementation"
    COMPLETION = "completion"
    COMPLETED = "completed"
    CANCELLED = "cancelled"


class Span(Record):
    """The time a project takes: planned start and due date, and the day it was done."""

    start: Moment | None = None
    """开工 / Start."""
    due: Moment | None = None
    """应完成 / Due."""
    done: Moment | None = None
    """实际完成 / Done."""


class Milestone(Record):
    """A step with a due date."""

    id: Id
    """编号 / Id."""
    label: Text
    """名称 / Name."""
    due: Moment | None = None
    """应完成 / Due."""
    met: Moment | None = None
    """实际完成 / Met."""


class PublicNotice(Record):
    """A notice period (公示期) during which objections are taken."""

    start: Annotated[Day, Key("from")]
    """开始日期 / First day."""
    days: Whole | None = None
    """天数 / Number of days."""
    to: Day | None = None
    """截止日期 / Last day."""
    basis: Text | None = None
    """依据 / The rule it rests on."""
    objections: Text | None = None
    """意见反映渠道 / Who takes objections, by office."""


class PhotoUse(Record):
    """A single photo, or a pair: the same viewpoint before and after, both with a date."""

    photo: FileName | None = None
    """单张照片的文件名 / A single photo."""
    pair: Id | None = None
    """对比照片的拍摄位置，两张站在同一处拍；对比照片必须写 / The viewpoint both halves of a pair
    were taken from; a pair must have it."""
    before: FileName | None = None
    """之前 / Before."""
    after: FileName | None = None
    """之后，必须晚于之前 / After; later than before."""
    title: Text | None = None
    """标题 / Title."""


class Project(Record):
    """The front matter of `projects/<id>.md`."""

    title: Text
    """名称 / Title."""
    dimensions: tuple[Id, ...] = ()
    """所属维度 / Dimensions of a framework the unit takes part in."""
    tracks: tuple[Id, ...] = ()
    """所属类别 / Tracks of that framework."""
    horizon: Horizon | None = None
    """near 近期、middle 中期、long 远期."""
    status: Status | None = None
    """进展：identification 谋划、preparation 准备、implementation 实施、completion 收尾、
    completed 完成、cancelled 取消；来源没有说明时不写 / Left out when the source does not say."""
    responsible: Role | None = None
    """责任部门和岗位 / Department and post."""
    period: Span = Span()
    """时间 / Time."""
    funds: tuple[Fund, ...] = ()
    """资金 / Money."""
    total: FigureRecord | None = None
    """公布的总额，用来核对 / A published total, checked against the funds."""
    quantities: tuple[FigureRecord, ...] = ()
    """工程量 / Quantities."""
    milestones: tuple[Milestone, ...] = ()
    """节点 / Milestones."""
    photos: tuple[PhotoUse, ...] = ()
    """照片 / Photos."""
    public_notice: PublicNotice | None = None
    """公示 / Public notice."""
    changes: tuple[Change, ...] = ()
    """改动记录 / Recorded changes."""
    aliases: tuple[Id, ...] = ()
    """旧编号 / Former ids."""
    source: Id | None = None
    """来源编号 / Source."""
