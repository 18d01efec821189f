"""A unit (village or community): its profile, its register row, its updates and photos."""

from __future__ import annotations

import re
from enum import Enum

from msgspec import Struct

from sunlit.model.figures import Change, FigureRecord
from sunlit.model.project import PhotoUse
from sunlit.model.record import Code, Day, FileName, Id, Moment, Record, Whole
from sunlit.model.sources import HonourRecord, Role, SourceRecord
from sunlit.model.text import Text


class UnitKind(Enum):
    """What the register calls the unit."""

    VILLAGE = "village"
    COMMUNITY = "community"
    OTHER = "other"


_OFFICIAL_ENDING = re.compile(r"(居民委员会|居委会|村民委员会|村民委委会|村委会)$")


class RegisterRow(Struct, frozen=True):
    """A unit of the official list; `code` is the 12-digit statistical division code."""

    code: str
    name: str
    slug: str
    kind: UnitKind
    street: str
    street_slug: str

    @property
    def short_name(self) -> str:
        """The name people use: 双龙村村委会 is 双龙村, 东街社区居民委员会 is 东街社区."""
        return _OFFICIAL_ENDING.sub("", self.name) or self.name


class Enrolment(Record):
    """How a unit takes part in a framework."""

    framework: Id
    """考核体系编号 / The framework."""
    dimensions: tuple[Id, ...] = ()
    """选定的维度 / The dimensions it chose."""
    tracks: tuple[Id, ...] = ()
    """所属类别 / Its tracks."""
    batch: Moment | None = None
    """批次年份 / The batch, by year."""
    source: Id | None = None
    """来源编号 / Source."""


class Profile(Record):
    """The front matter of a unit's `index.md`."""

    code: Code | None = None
    """统计区划代码，须与登记册一致 / The division code, as in the register."""
    name: Text | None = None
    """名称；不写时用登记册的 / The name; that of the register when left out."""
    frameworks: tuple[Enrolment, ...] = ()
    """参加的体系 / The frameworks it takes part in."""
    responsible: tuple[Role, ...] = ()
    """责任部门和岗位 / Who answers for it."""
    plan_title: Text | None = None
    """“一村一策”的标题 / The title of the plan below."""
    figures: tuple[FigureRecord, ...] = ()
    """数据 / Figures."""
    honours: tuple[HonourRecord, ...] = ()
    """荣誉 / Honours."""
    photos: tuple[PhotoUse, ...] = ()
    """照片 / Photos."""
    sources: tuple[SourceRecord, ...] = ()
    """来源 / Sources."""
    source: Id | None = None
    """默认来源 / The default source."""
    aliases: tuple[Id, ...] = ()
    """旧地址 / Former slugs."""
    former_codes: tuple[Code, ...] = ()
    """旧代码 / Former codes."""
    changes: tuple[Change, ...] = ()
    """改动记录 / Recorded changes."""


class Update(Record):
    """The front matter of `updates/<date>-<name>.md`."""

    title: Text
    """标题 / Title."""
    date: Day
    """日期 / Date."""
    dimensions: tuple[Id, ...] = ()
    """所属维度 / Dimensions."""
    projects: tuple[Id, ...] = ()
    """相关工程 / Projects it is about."""
    photos: tuple[PhotoUse, ...] = ()
    """照片 / Photos."""
    source: Id | None = None
    """来源编号 / Source."""


class People(Enum):
    """Whether persons can be recognised on a photo."""

    NONE = "none"
    BACK = "back"
    BLURRED = "blurred"
    CONSENTED = "consented"


class PhotoRecord(Record):
    """One entry of `photos/photos.yaml`."""

    file: FileName
    """文件名 / File name."""
    caption: Text
    """说明 / Caption."""
    alt: Text | None = None
    """替代文字；不写时用说明 / Text alternative; the caption when left out."""
    date: Moment | None = None
    """拍摄日期；用在对比里的必须写 / When it was taken; needed in a pair."""
    place: Text | None = None
    """地点 / Where."""
    credit: Text | None = None
    """拍摄单位 / Credit."""
    people: People
    """none 无人、back 背影、blurred 由 redact 打码、consented 本人同意 /
    Nobody; backs only; blurred by `redact`; with consent."""
    redact: tuple[tuple[Whole, Whole, Whole, Whole], ...] = ()
    """要打码的区域 [x, y, 宽, 高]，原图的像素，blurred 必须写 /
    Boxes made unrecognisable, in pixels of the original; needed where people are blurred."""


class PhotoFile(Struct, frozen=True):
    """A photo on disk: name, SHA-256 of its bytes, upright size in pixels, and what it looks like.

    `colour` is the average colour as `#rrggbb`; `look` a perceptual hash of 256 bits as
    64 hexadecimal digits; `taken` the day the camera wrote down, as `2026-03-05`.
    """

    name: str
    digest: str
    width: int
    height: int
    colour: str = ""
    look: str = ""
    taken: str | None = None


class PhotoList(Record):
    """`photos/photos.yaml`."""

    photos: tuple[PhotoRecord, ...] = ()
    """照片 / Photos."""
