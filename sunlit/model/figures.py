"""Figures: a value with unit, qualifier, date and source; measured series, plans, changes.

Owns what a figure is. A *measured* figure is a series of points, each with its date; a *planned*
figure is one amount whose every change is recorded in `changes`.
"""

from __future__ import annotations

from enum import Enum

from sunlit.model.amounts import Amount, AmountValue, Number, QualifierName, UnitName
from sunlit.model.record import Id, Moment, Record, Word
from sunlit.model.text import Text


class Point(Record):
    """One measurement: `{as_of: 2018-09-30, value: 640000}`."""

    as_of: Moment | None = None
    """数据的日期；没有时用来源的日期 / The date the value holds for; else that of its source."""
    value: Amount
    """数值，可写“超过 40”/ The value; `over 40` is allowed."""
    unit: UnitName | None = None
    """单位；一般写在上一级 / The unit, usually given once above."""
    qualifier: QualifierName | None = None
    """限定词：over 超过、nearly 近、about 约、at-least 至少、at-most 至多."""
    source: Id | None = None
    """来源编号 / The id of the source."""
    note: Text | None = None
    """说明 / A remark."""

    def amount(self, unit: str | None) -> AmountValue:
        """The value with its qualifier, in `unit` where the point itself names none."""
        qualifier = self.qualifier or self.value.qualifier
        return AmountValue(self.value.value, self.value.unit or self.unit or unit, qualifier)


class Aspect(Enum):
    """Where a figure stands on a page: the base data, or one of the three parts of the aim."""

    BASE = "base"
    CHANGED = "changed"
    FELT = "felt"
    RECOGNISED = "recognised"


class FigureRecord(Record):
    """A named figure of a unit, an area or a project."""

    id: Id
    """编号，公布后不再改 / Never changes once published."""
    label: Text
    """名称 / What is counted."""
    unit: UnitName | None = None
    """单位，见单位表 / A unit of the units table."""
    aspect: Aspect = Aspect.BASE
    """放在哪一部分：base 基本情况、changed 变化、felt 感受、recognised 认同."""
    dimension: Id | None = None
    """所属维度 / The dimension it belongs to."""
    planned: Amount | None = None
    """计划数；改动要记入 changes / The plan; a change of it is recorded."""
    value: Amount | None = None
    """只有一个数时写在这里 / The one measured value, when there is no series."""
    as_of: Moment | None = None
    """value 的日期 / The date of `value`."""
    done: tuple[Point, ...] = ()
    """历次数据 / The measured series."""
    source: Id | None = None
    """来源编号 / The id of the source."""
    note: Text | None = None
    """说明 / A remark."""

    def points(self) -> tuple[Point, ...]:
        """Every measured point, oldest first; points without a date come first."""
        single = () if self.value is None else (Point(value=self.value, as_of=self.as_of),)
        return tuple(sorted((*single, *self.done), key=_point_key))

    def latest(self) -> AmountValue | None:
        """The newest measured amount, in the figure's unit."""
        points = self.points()
        return points[-1].amount(self.unit) if points else None


def _point_key(point: Point) -> tuple[bool, tuple[object, ...]]:
    return (point.as_of is not None, point.as_of.sort_key if point.as_of else ())


class ChangeKind(Enum):
    """Why a published figure reads otherwise than before."""

    CORRECTION = "correction"
    REVISION = "revision"
    WITHDRAWAL = "withdrawal"


class Change(Record):
    """One recorded step of a published figure or date; never deleted."""

    figure: Word
    """改的是哪个数：quantities/widened/planned、period/due、funds/county/spent@2018-09-30."""
    was: Word | None = None
    """原来的数或日期 / The value before."""
    now: Word | None = None
    """现在的数或日期；撤下时不写 / The value since; none for a withdrawal."""
    kind: ChangeKind
    """correction 更正、revision 调整、withdrawal 撤下."""
    on: Moment
    """改动日期 / When it was changed."""
    reason: Text
    """原因 / Why."""
    decided_by: Text | None = None
    """由谁决定 / Who decided."""


class Fund(Record):
    """One source of money: planned, and spent up to each date."""

    id: Id
    """编号 / Id."""
    source: Text
    """资金来源 / Where the money comes from."""
    year: Moment | None = None
    """年度 / The budget year."""
    planned: Amount | None = None
    """计划金额 / The planned sum."""
    spent: tuple[Point, ...] = ()
    """历次累计支出 / Spent so far, by date."""
    note: Text | None = None
    """说明 / A remark."""

    def spent_points(self) -> tuple[Point, ...]:
        """The series of spending, oldest first."""
        return tuple(sorted(self.spent, key=_point_key))


class Share(Record):
    """Votes as counted: how many said yes of how many cast."""

    agreed: Number
    """赞成票 / In favour."""
    cast: Number
    """总票数 / Cast."""
