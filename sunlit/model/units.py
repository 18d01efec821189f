"""The one table of units: Chinese and English names, and whether amounts may be added.

Owns which units exist. Whether a text is a unit at all is decided here and nowhere else.
"""

from __future__ import annotations

from msgspec import Struct


class Unit(Struct, frozen=True):
    """A unit of count or measure.

    `sums` says whether amounts of different members may be added up (metres may, percentages
    and averages may not). `base` and `factor` tie a unit to the one its totals are kept in.
    """

    id: str
    zh: str
    en: str
    en_many: str
    aliases: tuple[str, ...] = ()
    sums: bool = True


UNITS: tuple[Unit, ...] = (
    Unit("CNY", "元", "yuan", "yuan", ("元", "人民币", "RMB", "yuan")),
    Unit("CNY/人", "元/人", "yuan per head", "yuan per head", ("元/人",), sums=False),
    Unit("%", "%", "%", "%", ("％", "percent"), sums=False),
    Unit("km", "公里", "km", "km", ("公里", "千米")),
    Unit("m", "米", "m", "m", ("米",)),
    Unit("m²", "平方米", "m²", "m²", ("平方米", "m2", "㎡")),
    Unit("m³", "立方米", "m³", "m³", ("立方米", "m3")),
    Unit("km²", "平方公里", "km²", "km²", ("平方公里", "km2")),
    Unit("亩", "亩", "mu", "mu", ("mu",)),
    Unit("公顷", "公顷", "hectare", "hectares", ("hectare", "ha")),
    Unit("吨", "吨", "tonne", "tonnes", ("t",)),
    Unit("千瓦时", "千瓦时", "kWh", "kWh", ("kWh", "度")),
    Unit("户", "户", "household", "households", ("household", "households")),
    Unit("人", "人", "person", "people", ("名", "people", "person")),
    Unit("人次", "人次", "attendance", "attendances", ()),
    Unit("口", "口", "tank", "tanks", ()),
    Unit("次", "次", "time", "times", ("回",)),
    Unit("场", "场", "session", "sessions", ("session",)),
    Unit("个", "个", "item", "items", ("项", "处", "item")),
    Unit("条", "条", "entry", "entries", ()),
    Unit("件", "件", "case", "cases", ()),
    Unit("篇", "篇", "article", "articles", ()),
    Unit("份", "份", "copy", "copies", ("张",)),
    Unit("幅", "幅", "banner", "banners", ()),
    Unit("支", "支", "team", "teams", ()),
    Unit("组", "组", "group", "groups", ()),
    Unit("栋", "栋", "building", "buildings", ("幢",)),
    Unit("盏", "盏", "lamp", "lamps", ()),
    Unit("台", "台", "machine", "machines", ("套",)),
    Unit("棵", "棵", "tree", "trees", ("株",)),
    Unit("座", "座", "structure", "structures", ("所",)),
    Unit("小时", "小时", "hour", "hours", ("hour", "hours", "h")),
    Unit("分钟", "分钟", "minute", "minutes", ("minute", "minutes", "min")),
    Unit("天", "天", "day", "days", ("日", "day", "days"), sums=False),
    Unit("年", "年", "year", "years", ("year", "years"), sums=False),
    Unit("分", "分", "point", "points", ("points",), sums=False),
    Unit("位", "位", "place", "places", ("名次",), sums=False),
)

_BY_NAME = {name: unit for unit in UNITS for name in (unit.id, *unit.aliases)}


def unit_named(name: str) -> Unit | None:
    """The unit of that id or other name."""
    return _BY_NAME.get(name)


def unit_names() -> tuple[str, ...]:
    """Every accepted spelling, for suggestions and for the editors' schema."""
    return tuple(_BY_NAME)
