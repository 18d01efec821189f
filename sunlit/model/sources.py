"""Sources, honours, roles: who published, who recognised, who answers for what."""

from __future__ import annotations

from sunlit.model.record import Flag, Id, Moment, Record, WebLink
from sunlit.model.text import Text


class SourceRecord(Record):
    """A publication that figures and statements rest on."""

    id: Id
    """编号 / Id, referred to by `source:`."""
    title: Text
    """标题或内容 / Its title or matter."""
    outlet: Text
    """发布者 / Who published it."""
    date: Moment | None = None
    """发布日期；没有日期时写 before 2024-07 之类 / When; a limit where it bears no date."""
    republished_by: Text | None = None
    """转载 / Who republished it."""
    url: WebLink | None = None
    """网址 / Address."""
    note: Text | None = None
    """说明 / A remark."""


class HonourRecord(Record):
    """A recognition by somebody else."""

    id: Id
    """编号 / Id."""
    what: Text
    """荣誉名称 / What."""
    by: Text | None = None
    """授予单位 / From whom."""
    date: Moment | None = None
    """时间 / When."""
    how: Text | None = None
    """评选方式 / How it was decided."""
    holder: Text | None = None
    """获得者（不是本单位时）/ Who holds it, when not the unit itself."""
    source: Id | None = None
    """来源编号 / Source."""
    note: Text | None = None
    """说明 / A remark."""


class Department(Record):
    """A department that answers for work."""

    id: Id
    """编号 / Id."""
    name: Text
    """名称 / Name."""


class Role(Record):
    """Who answers for something: a department, a role, never a private person's name."""

    department: Id | None = None
    """责任部门编号 / The id of a department of the area."""
    role: Text | None = None
    """责任岗位，例如“分管副镇长”/ A post, not a person."""


class TaskForce(Record):
    """A group set up for one field of work (专班)."""

    id: Id
    """编号 / Id."""
    name: Text
    """名称 / Name."""
    lead: Text | None = None
    """牵头 / Who leads, by role."""
    departments: tuple[Id, ...] = ()
    """参加部门 / Departments."""
    dimension: Id | None = None
    """负责的维度 / The dimension it works on."""
    note: Text | None = None
    """说明 / A remark."""


class Place(Record):
    """A place that a source names, in the register or not."""

    id: Id
    """编号 / Id."""
    name: Text
    """名称 / Name."""
    street: Text | None = None
    """所在街道或镇 / Street or town, as the source says."""
    unit: Id | None = None
    """对应的社区（登记册里有时）/ The unit, when the register holds it."""
    what: Text | None = None
    """来源说了什么 / What the source says of it."""
    source: Id | None = None
    """来源编号 / Source."""


class DisclosureDuty(Record):
    """From when the area takes part in the disclosure catalogue."""

    start: Moment
    """从哪一期开始 / The first period that counts."""
    optional: Flag = False
    """自愿公开 / Voluntary."""
