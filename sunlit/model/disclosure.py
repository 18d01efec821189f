"""What has to be disclosed, how often, and what was: the catalogue and a unit's records."""

from __future__ import annotations

from enum import Enum

from sunlit.model.record import Day, Id, Moment, Record, WebLink, Whole
from sunlit.model.text import Text


class Frequency(Enum):
    """How often an item is due."""

    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    YEARLY = "yearly"
    EVENT = "event"


class CatalogueItem(Record):
    """One row of the catalogue (公开目录)."""

    id: Id
    """编号 / Id."""
    name: Text
    """公开事项 / Matter."""
    basis: Text | None = None
    """公开依据 / Basis."""
    frequency: Frequency
    """monthly 每月、quarterly 每季度、yearly 每年、event 及时."""
    due_days: Whole = 20
    """期末后多少天内公开 / Days after the end of the period."""
    body: Text | None = None
    """公开主体 / Who discloses."""
    channel: Text | None = None
    """公开渠道 / Channel."""
    level: Text | None = None
    """公开层级 / Level."""


class Catalogue(Record):
    """`content/catalogue.yaml`."""

    about: Text | None = None
    """说明 / About."""
    items: tuple[CatalogueItem, ...] = ()
    """事项 / Items."""


class DisclosureRecord(Record):
    """One publication of an item for a period."""

    item: Id
    """事项编号 / The item."""
    period: Moment
    """期间 / Period."""
    published: Day
    """公开日期 / When it was published."""
    link: WebLink | None = None
    """网址 / Where."""
    note: Text | None = None
    """说明 / A remark."""


class Disclosures(Record):
    """`disclosures.yaml`."""

    records: tuple[DisclosureRecord, ...] = ()
    """公开记录 / Records."""
