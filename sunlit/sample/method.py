"""The invented framework 七巧社区 (tangram communities) in tables: what it asks and of whom.

Owns ids, names, scales and weights, and which dimensions a unit has chosen. How the file is
written is in `framework`; how a unit scores, in `scores`.
"""

from __future__ import annotations

from msgspec import Struct

from sunlit.sample.places import UnitPlace
from sunlit.sample.spec import SampleSpec


class Piece(Struct, frozen=True):
    """A dimension: one of the seven pieces of a tangram."""

    id: str
    name: str
    english: str
    letter: str
    colour: str
    tier: str
    weight: int
    aim: str


class Gauge(Struct, frozen=True):
    """An indicator; a hard one has a unit and runs from `floor` to `target`."""

    id: str
    dimension: str
    name: str
    english: str
    weight: int
    unit: str | None = None
    floor: int = 0
    target: int = 0
    assessors: tuple[str, ...] = ()
    about: str | None = None


PIECES = (
    Piece("heart", "同心", "Together", "心", "red", "base", 20, "有事好商量，居民代表人人能找到。"),
    Piece("safe", "平安", "Safe", "安", "blue", "base", 20, "隐患看得见、报得上、改得快。"),
    Piece("green", "青绿", "Green", "绿", "green", "feature", 15, "出门有树荫，路平、水清、灯亮。"),
    Piece("warm", "暖心", "Warm", "暖", "orange", "feature", 15, "老人吃饭方便，孩子放学有去处。"),
    Piece("thrive", "兴业", "Earning", "兴", "gold", "feature", 10, "集体有收入，家门口有活干。"),
    Piece("near", "便民", "Near", "便", "cyan", "goal", 10, "日常的事走十五分钟就能办。"),
    Piece("smart", "智慧", "Digital", "智", "purple", "goal", 10, "少填一张表，少跑一趟路。"),
)  # fmt: skip

GAUGES = (
    Gauge("council-days", "heart", "居民议事日", "Council days", 50, "次", 0, 12,
          about="一个季度里召开的居民议事日次数，满 12 次得满分。"),
    Gauge("trust", "heart", "居民代表评议", "Representatives' vote", 50, assessors=("delegates",)),
    Gauge("hazards", "safe", "季末未整改隐患", "Hazards still open", 60, "件", 10, 0,
          about="季度最后一天仍未整改的隐患件数，越少越好，10 件及以上得 0 分。"),
    Gauge("feel-safe", "safe", "夜间出行放心度", "Feeling safe at night", 40,
          assessors=("survey",)),
    Gauge("tidy", "green", "环境现场检查", "Tidiness on inspection", 100,
          assessors=("street", "neighbours")),
    Gauge("visits", "warm", "上门看望", "Home visits", 100, "次", 0, 60),
    Gauge("income", "thrive", "集体经营收入", "Collective income", 100, "CNY", 0, 200_000),
    Gauge("answered", "near", "诉求按期答复率", "Concerns answered in time", 100, "%", 40, 100),
    Gauge("one-form", "smart", "一表通使用评价", "Use of the single form", 100,
          assessors=("neighbours",)),
)  # fmt: skip

TRACKS = (
    ("disputes", "矛盾较多处", "Where disputes are many"),
    ("renewal", "待更新处", "Where renewal is due"),
    ("thin", "底子较薄处", "Where means are thin"),
    ("delivery", "项目集中处", "Where projects gather"),
)

REQUIRED = ("heart", "safe")

_SINGLES = ("warm", "thrive", "near", "smart")


class Part(Struct, frozen=True):
    """How a unit takes part: dimensions in the framework's order, tracks, batch."""

    dimensions: tuple[str, ...]
    tracks: tuple[str, ...]
    batch: int


def part_of(spec: SampleSpec, place: UnitPlace) -> Part:
    """What a unit chose; always the required dimensions and what makes seven scores."""
    chance = spec.chance(place.area.slug, place.slug, "part")
    with_green = place.local % 2 == 0  # inspected by two assessors, so it counts for two scores
    chosen = {*REQUIRED, *chance.sample(_SINGLES, 1 if with_green else 3)}
    if with_green:
        chosen.add("green")
    dimensions = tuple(piece.id for piece in PIECES if piece.id in chosen)
    tracks = {chance.choice(TRACKS)[0], chance.choice(TRACKS)[0]}
    ordered = tuple(track[0] for track in TRACKS if track[0] in tracks)
    return Part(dimensions, ordered, batch_of(place.local))


def batch_of(local: int) -> int:
    """The year of a unit's batch, by its number in the area."""
    return (2025, 2026, 2026, 2027, 2026)[local % 5]
