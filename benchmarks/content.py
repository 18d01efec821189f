"""The one content that every generator of the benchmark gets, as frozen records.

Owns what there is: areas, communities, works, news, scores. Names, works and dates are those of
`sunlit.sample`; how a generator wants its files is its writer's business (`benchmarks/ours.py` and
beside the templates of each peer). No clock, no disk: the same size gives the same records.

    python -m benchmarks.content --units 184 --areas 1 OUT      writes Sunlit's own files
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from msgspec.structs import replace

from sunlit.sample.area import DEPARTMENTS
from sunlit.sample.method import PIECES, Part, Piece
from sunlit.sample.places import AreaPlace, Share, UnitPlace, area_places, unit_places
from sunlit.sample.plans import Plan, plans_of
from sunlit.sample.spec import SampleSpec

__all__ = ["SIZES", "Content", "Size", "content_of"]

FRAMEWORK = "tangram"
PERIOD = "2026-q3"
PUBLISHED = date(2026, 10, 13)
COUNTED = date(2025, 12, 31)
"""The day as of which households and people are counted."""


@dataclass(frozen=True, slots=True)
class Size:
    """How much there is: communities, and the areas they are spread over."""

    units: int
    areas: int


SIZES = {"S": Size(184, 1), "M": Size(3_047, 20), "L": Size(4_351, 20)}


@dataclass(frozen=True, slots=True)
class Point:
    """One measurement; a number as it is written."""

    as_of: date
    value: str


@dataclass(frozen=True, slots=True)
class Fund:
    """One source of money, in yuan; spending adds up to each date."""

    id: str
    name: str
    planned: int
    spent: tuple[Point, ...]

    @property
    def spent_by_now(self) -> int:
        """The newest point of the series."""
        return int(self.spent[-1].value) if self.spent else 0


@dataclass(frozen=True, slots=True)
class Quantity:
    """What a work brings: so much planned, so much done by each date."""

    id: str
    label: str
    unit: str
    planned: str
    done: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Revision:
    """A due date that was moved, with the reason."""

    was: date
    now: date
    on: date
    reason: str
    decided_by: str


@dataclass(frozen=True, slots=True)
class Project:
    """A work of a community."""

    id: str
    title: str
    dimension: str
    department: str
    role: str
    horizon: str
    status: str
    start: date
    due: date
    done: date | None
    funds: tuple[Fund, ...]
    quantities: tuple[Quantity, ...]
    revision: Revision | None
    body: str


@dataclass(frozen=True, slots=True)
class Update:
    """A piece of news about a work."""

    id: str
    title: str
    date: date
    dimension: str
    project: str
    body: str


@dataclass(frozen=True, slots=True)
class Community:
    """A village or community with everything it publishes."""

    slug: str
    area: str
    name: str
    official: str
    village: bool
    code: str
    street: str
    street_slug: str
    households: int
    people: int
    body: str
    projects: tuple[Project, ...]
    updates: tuple[Update, ...]
    scores: tuple[int, ...]
    """One for each indicator of the framework, 0 to 100, in its order."""

    @property
    def department(self) -> str:
        """Who answers for it: the same department for all."""
        return "governance"

    @property
    def role(self) -> str:
        """Who answers for it, in that department."""
        return f"{self.street}分管负责人"

    @property
    def plan_title(self) -> str:
        """What its introduction is headed with."""
        return f"{self.name}：先办这几件事"


@dataclass(frozen=True, slots=True)
class Source:
    """What figures were taken from, unless they say otherwise."""

    id: str
    title: str
    outlet: str
    date: date


@dataclass(frozen=True, slots=True)
class Area:
    """A district."""

    slug: str
    name: str
    code: str
    communities: tuple[Community, ...]

    @property
    def source(self) -> Source:
        """The one source of all its figures."""
        title, outlet = f"{self.name}社区工作简报（虚构）", f"{self.name}社区治理科（虚构）"
        return Source("bulletin", title, outlet, date(2026, 10, 20))

    @property
    def body(self) -> str:
        """Its introduction."""
        return f"**{self.name}是虚构的。** 这里的地名和数字都是编造的。"


@dataclass(frozen=True, slots=True)
class Indicator:
    """Worth 0 to 100; a soft one is judged in a survey, the others are measured in percent."""

    id: str
    dimension: str
    name: str
    weight: int
    soft: bool


@dataclass(frozen=True, slots=True)
class Dimension:
    """One of the seven."""

    id: str
    name: str
    letter: str
    colour: str
    weight: int
    aim: str


@dataclass(frozen=True, slots=True)
class Framework:
    """How communities are scored: weighted means of weighted means."""

    id: str
    name: str
    dimensions: tuple[Dimension, ...]
    indicators: tuple[Indicator, ...]


METHOD = Source("method", "七巧社区建设办法（虚构）", "社区建设工作组（虚构）", date(2025, 9, 15))
"""The source of the framework."""

WITHIN = "示例市（虚构）"
"""What all areas lie in."""

REACHED = 75
"""The score from which a dimension counts as reached."""


@dataclass(frozen=True, slots=True)
class Board:
    """A list of the best or of the worst: totals from `at_least`, or below `below`, so many."""

    id: str
    name: str
    at_least: int | None
    below: int | None
    size: int


BOARDS = (Board("red", "红榜", 80, None, 10), Board("black", "黑榜", None, 60, 10))


@dataclass(frozen=True, slots=True)
class Content:
    """All of it; `style` is a line that an edit of the stylesheet adds."""

    framework: Framework
    areas: tuple[Area, ...]
    style: str = ""


_ASPECTS = (
    ("inspection", "现场检查", 40, False),
    ("progress", "按期完成", 30, False),
    ("answers", "按期答复", 20, False),
    ("survey", "居民问卷", 10, True),
)
_FUNDS = (("district", "区级财政专项资金"), ("street", "街道配套资金"))
_NAMES = {id: name for id, name, _ in DEPARTMENTS}


def department_name(id: str) -> str:
    """What the department of that id is called."""
    return _NAMES[id]


def content_of(size: Size, seed: int = 1) -> Content:
    """The content of that size."""
    spec = SampleSpec(units=size.units, areas=size.areas, seed=seed, photos=0)
    areas = tuple(_area(spec, place) for place in area_places(spec))
    return Content(_framework(), areas)


def _framework() -> Framework:
    indicators = tuple(
        Indicator(f"{piece.id}-{id}", piece.id, f"{piece.name}：{name}", weight, soft)
        for piece in PIECES
        for id, name, weight, soft in _ASPECTS
    )
    return Framework(FRAMEWORK, "七巧社区建设", tuple(map(_dimension, PIECES)), indicators)


def _dimension(piece: Piece) -> Dimension:
    return Dimension(piece.id, piece.name, piece.letter, piece.colour, piece.weight, piece.aim)


def _area(spec: SampleSpec, place: AreaPlace) -> Area:
    communities = tuple(_community(spec, unit) for unit in unit_places(spec, place))
    return Area(place.slug, place.name, place.code, communities)


def _community(spec: SampleSpec, sampled: UnitPlace) -> Community:
    place = replace(sampled, share=Share.FULL)
    chance = spec.chance("benchmark", place.area.slug, place.slug)
    plans = plans_of(spec, place, Part(tuple(piece.id for piece in PIECES), (), 2026))
    households = chance.randint(420, 3600)
    return Community(
        slug=place.slug,
        area=place.area.slug,
        name=place.name,
        official=place.official,
        village=place.village,
        code=place.code,
        street=place.street,
        street_slug=place.street_slug,
        households=households,
        people=households * chance.randint(22, 31) // 10,
        body=_introduction(place, plans),
        projects=tuple(sorted((_project(plan, chance) for plan in plans), key=lambda one: one.id)),
        updates=tuple(sorted(map(_update, plans[:2]), key=lambda one: one.id)),
        scores=_scores(chance),
    )


def _introduction(place: UnitPlace, plans: Sequence[Plan]) -> str:
    works = "\n".join(f"| {plan.work.title} | {plan.work.role} |" for plan in plans)
    return (
        f"{place.name}在{place.street}。本页是虚构示例。\n\n## 打算怎么办\n\n"
        f"| 事项 | 谁负责 |\n|---|---|\n{works}\n\n"
        "每件事先请居民代表把现场走一遍再动工，花的钱和晚的天数都写在台账里。"
    )


def _scores(chance: random.Random) -> tuple[int, ...]:
    """A level of the community's own, and chance around it."""
    level = chance.randint(48, 90)
    return tuple(
        max(0, min(100, level + chance.randint(-14, 12)))
        for _ in range(len(PIECES) * len(_ASPECTS))
    )


def _project(plan: Plan, chance: random.Random) -> Project:
    work = plan.work
    low, high = work.budget
    district = chance.randint(low, high) * 10_000
    planned = (district, district * chance.randint(20, 45) // 1_000_000 * 10_000 + 30_000)
    share = chance.randrange(960, 1001) if plan.done else chance.randrange(350, 800)
    return Project(
        id=work.id,
        title=work.title,
        dimension=work.dimension,
        department=work.department,
        role=work.role,
        horizon=plan.horizon,
        status=plan.status,
        start=plan.start,
        due=plan.due,
        done=plan.done,
        funds=tuple(
            Fund(id, name, amount, _points(plan, amount * share // 1000, 10))
            for (id, name), amount in zip(_FUNDS, planned, strict=True)
        ),
        quantities=_quantities(plan, chance),
        revision=_revision(plan),
        body=f"**为什么做：** {work.why}\n\n**怎么做：** {work.how}\n\n"
        f"**谁受益：** {work.for_whom}。",
    )


def _quantities(plan: Plan, chance: random.Random) -> tuple[Quantity, ...]:
    quantities = []
    for count in plan.work.counts:
        planned = chance.randrange(count.low, count.high + 1, count.step)
        share = 100 if plan.done else chance.randrange(30, 85)
        # Counts of tenths (km) are told in whole ones here: no generator has to know of decimals.
        done = _points(plan, planned * share // 100, 1)
        quantities.append(Quantity(count.id, count.label, count.unit, str(planned), done))
    return tuple(quantities)


def _points(plan: Plan, value: int, step: int) -> tuple[Point, ...]:
    """A series that ends at `value`, never falling."""
    if plan.status == "cancelled":
        return ()
    days = plan.measured
    return tuple(
        Point(day, str(value * number // len(days) // step * step))
        for number, day in enumerate(days, start=1)
    )


def _revision(plan: Plan) -> Revision | None:
    if plan.due == plan.first_due:
        return None
    reason = "连续降雨，室外作业停了一段时间。"
    return Revision(plan.first_due, plan.due, plan.decided, reason, "街道办公会")


def _update(plan: Plan) -> Update:
    work = plan.work
    if plan.done:
        day = min(date(2026, 11, 21), plan.done + timedelta(days=2))
        title, body = f"{work.title}验收了", f"{work.how}\n\n居民代表一起看了现场。"
    else:
        day = date(2026, 11, 2) + timedelta(days=plan.start.day % 17)
        title = f"{work.title}进展"
        body = f"{work.why}现在做到一半左右。\n\n- 施工时间：早八点到晚六点\n- 有意见请打值班电话"
    return Update(f"{day.isoformat()}-{work.id}", title, day, work.dimension, work.id, body)


def main() -> None:
    """Write Sunlit's own files of a content of any size."""
    from benchmarks import ours
    from benchmarks.writing import write

    parser = argparse.ArgumentParser(prog="python -m benchmarks.content", description=main.__doc__)
    parser.add_argument("--units", type=int, default=SIZES["S"].units)
    parser.add_argument("--areas", type=int, default=SIZES["S"].areas)
    parser.add_argument("folder", type=Path)
    asked = parser.parse_args()
    content = content_of(Size(asked.units, asked.areas))
    print(f"{write(ours.files(content), asked.folder)} files")


if __name__ == "__main__":
    main()
