"""The scores of one unit for one period, as each assessor gave them."""

from __future__ import annotations

from sunlit.model.figures import Change
from sunlit.model.record import Day, Id, Record, Word
from sunlit.model.text import Text


class Score(Record):
    """One judgement or measurement; read on the scale that the framework declares for it."""

    indicator: Id
    """指标编号 / Indicator."""
    assessor: Id | None = None
    """评价主体编号（软指标）/ Who judged, for a soft indicator."""
    value: Word
    """分数 87、等次 A、星级 4、得票 83/100、实测值 12.5."""
    note: Text | None = None
    """说明 / A remark."""


class ScoreSheet(Record):
    """`scores/<framework>/<period>.yaml`."""

    published: Day | None = None
    """公布日期 / When it was published."""
    scores: tuple[Score, ...] = ()
    """各项得分 / Scores."""
    reply: Text | None = None
    """社区的回应 / The unit's reply to its placement."""
    replied: Day | None = None
    """回应日期 / When it replied."""
    changes: tuple[Change, ...] = ()
    """改动记录 / Recorded changes."""
    source: Id | None = None
    """来源编号 / Source."""
