"""What a unit offers and how it is organised: services, facilities, organisation, participation."""

from __future__ import annotations

from enum import Enum

from sunlit.model.amounts import Amount
from sunlit.model.figures import Change, FigureRecord
from sunlit.model.record import Day, FileName, Id, Moment, Record, Whole, Word
from sunlit.model.text import Text


class Contact(Record):
    """Whom to ask: a post and an office telephone, never a private one."""

    role: Text
    """岗位 / Post."""
    phone: Word | None = None
    """公开电话（须在 site.toml 的名单里，如为手机号）/ A published telephone."""


class Occasion(Record):
    """One date of a service, for the calendar."""

    date: Day
    """日期 / Date."""
    start: Word | None = None
    """开始时间 14:00 / Start."""
    end: Word | None = None
    """结束时间 16:00 / End."""


class Service(Record):
    """A service: what, where, when, for whom, whom to ask."""

    id: Id
    """编号 / Id."""
    name: Text
    """名称 / Name."""
    what: Text | None = None
    """内容 / What."""
    where: Text | None = None
    """地点 / Where."""
    when: Text | None = None
    """时间 / When, in words."""
    for_whom: Text | None = None
    """对象 / For whom."""
    fee: Amount | None = None
    """费用 / Fee."""
    contact: Contact | None = None
    """联系 / Whom to ask."""
    dates: tuple[Occasion, ...] = ()
    """具体日期 / Dates."""
    source: Id | None = None
    """来源编号 / Source."""


class ServiceSeries(Record):
    """A series of the menu."""

    id: Id
    """编号 / Id."""
    name: Text
    """名称 / Name."""
    about: Text | None = None
    """说明 / About."""
    services: tuple[Service, ...] = ()
    """服务项目 / Services."""
    source: Id | None = None
    """来源编号 / Source."""


class ServiceMenu(Record):
    """`services.yaml`."""

    series: tuple[ServiceSeries, ...] = ()
    """系列 / Series."""
    source: Id | None = None
    """来源编号 / Source."""


class Bearing(Enum):
    """Direction from the centre."""

    N = "N"
    NE = "NE"
    E = "E"
    SE = "SE"
    S = "S"
    SW = "SW"
    W = "W"
    NW = "NW"


class Facility(Record):
    """A place people walk to."""

    id: Id
    """编号 / Id."""
    name: Text
    """名称 / Name."""
    kind: Text | None = None
    """类别 / Kind."""
    walk_minutes: Whole | None = None
    """步行分钟数 / Minutes on foot from the centre."""
    bearing: Bearing | None = None
    """方向 / Direction."""
    position: tuple[Whole, Whole] | None = None
    """示意图上的位置 [x, y]，0–1000 / Place on the schematic map."""
    hours: Text | None = None
    """开放时间 / Opening hours."""
    what: Text | None = None
    """说明 / About."""
    photo: FileName | None = None
    """照片 / Photo."""
    source: Id | None = None
    """来源编号 / Source."""


class FacilityList(Record):
    """`facilities.yaml`: the 15-minute circle and the one map."""

    centre: Text | None = None
    """圆心 / The centre of the circle."""
    minutes: Whole = 15
    """步行圈分钟数 / Minutes of the circle."""
    about: Text | None = None
    """说明 / About."""
    facilities: tuple[Facility, ...] = ()
    """设施 / Facilities."""
    source: Id | None = None
    """来源编号 / Source."""


class Node(Record):
    """One level or body of the organisation: how many there are, under which."""

    id: Id
    """编号 / Id."""
    name: Text
    """名称 / Name."""
    count: Amount | None = None
    """数量 / How many."""
    parent: Id | None = None
    """上级 / The body above."""
    note: Text | None = None
    """说明 / A remark."""


class OrganisationChart(Record):
    """A chart, for example the vertical net 1+7+66."""

    id: Id
    """编号 / Id."""
    name: Text
    """名称 / Name."""
    about: Text | None = None
    """说明 / About."""
    nodes: tuple[Node, ...]
    """机构 / Bodies."""
    source: Id | None = None
    """来源编号 / Source."""


class Organisation(Record):
    """`organisation.yaml`."""

    charts: tuple[OrganisationChart, ...] = ()
    """组织架构图 / Charts."""
    source: Id | None = None
    """来源编号 / Source."""


class Concerns(Record):
    """Residents' concerns of one period."""

    period: Moment
    """期间 / Period."""
    received: Whole
    """收到 / Received."""
    answered: Whole | None = None
    """已答复 / Answered."""
    resolved: Whole | None = None
    """已解决 / Resolved."""
    days: Amount | None = None
    """平均用时 / Days taken, on average."""
    source: Id | None = None
    """来源编号 / Source."""


class Participation(Record):
    """`participation.yaml`."""

    figures: tuple[FigureRecord, ...] = ()
    """参与数据 / Figures."""
    concerns: tuple[Concerns, ...] = ()
    """群众诉求 / Concerns."""
    changes: tuple[Change, ...] = ()
    """改动记录 / Recorded changes."""
    source: Id | None = None
    """来源编号 / Source."""
