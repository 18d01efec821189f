"""How an error in a number, a unit or a date reads, with what the author must have meant.

Owns these sentences. What was meant is only ever a hint; the value itself is refused.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from sunlit.model.units import unit_names
from sunlit.source.meant import is_no_day, moment_meant, number_meant, serial_day_meant
from sunlit.source.nearest import nearest
from sunlit.source.said import Said


def bad_number(context: Mapping[str, Any]) -> Said:
    value = str(context["value"])
    fixed = number_meant(value)
    hint = (f"写成 {fixed}。", f"Write {fixed}.") if fixed else _NUMBER_HINT
    if value.strip() in _UNKNOWN:
        hint = _UNKNOWN_HINT
    return Said(
        "bad-number",
        (f"“{value}”不是能用的数", f"`{value}` is not a number as numbers are written here"),
        hint,
    )


_UNKNOWN = frozenset(("待定", "暂无", "无", "未知", "不详", "未公布", "-", "—", "/"))
_UNKNOWN_HINT = (
    "不知道的数不要写：整行删掉，页面会写“未公布”。",
    "Delete the line: what is not known is shown as not published.",
)
_NUMBER_HINT = (
    "写成普通数字，例如 640000、7.88、13万、超过 40 次。",
    "Write a plain number such as 640000, 7.88, 13万, over 40 次.",
)


def bad_whole(context: Mapping[str, Any]) -> Said:
    value = str(context["value"])
    fixed = number_meant(value)
    whole = fixed if fixed and fixed.isdigit() else None
    return Said(
        "bad-whole-number",
        (f"“{value}”不是整数", f"`{value}` is not a whole number"),
        (f"写成 {whole}。", f"Write {whole}.")
        if whole
        else ("写成 0、1、2 这样的整数。", "Write a whole number such as 0, 1, 2."),
    )


def bad_unit(context: Mapping[str, Any]) -> Said:
    value = str(context["value"])
    word = re.sub(r"^[^0-9]*[0-9.]+\s?[万亿]?[余多]?\s?", "", value) or value
    near = nearest(word, unit_names())
    return Said(
        "bad-unit",
        (f"单位表里没有“{word}”", f"the units table has no `{word}`"),
        (f"把单位改成 {near}，数不变。", f"Write the unit as {near}; keep the number.")
        if near
        else (
            "用单位表里的单位，例如 km、m²、亩、户、人、次、CNY、%。",
            "Use a unit of the table, such as km, m², 亩, 户, 人, 次, CNY, %.",
        ),
    )


def bad_qualifier(context: Mapping[str, Any]) -> Said:
    return Said(
        "bad-qualifier",
        (f"限定词“{context['value']}”不能用", f"`{context['value']}` is not a usable qualifier"),
        (
            "只写一个：over 超过、nearly 近、about 约、at-least 至少、at-most 至多。",
            "Use one of: exact, over, nearly, about, at-least, at-most.",
        ),
    )


def amount_map(context: Mapping[str, Any]) -> Said:
    return Said(
        "bad-amount",
        (f"数量里的字段不对：{context['value']}", f"these are not an amount: {context['value']}"),
        ("写成 {value: 40, unit: 次, qualifier: over}。", "Write {value: 40, unit: 次}."),
    )


def bad_date(context: Mapping[str, Any]) -> Said:
    value = str(context["value"])
    if is_no_day(value):
        return Said(
            "bad-date",
            (f"日历上没有“{value}”这一天", f"there is no day `{value}`"),
            ("核对年、月、日。", "Check year, month and day."),
        )
    date = moment_meant(value)
    hint = (f"写成 {date}。", f"Write {date}.") if date else _DATE_HINT
    serial = serial_day_meant(value)
    if serial:
        hint = (
            f"像是表格软件的日期序号，应为 {serial}；核对后照此写。",
            f"It looks like a spreadsheet's serial number for {serial}; check and write that.",
        )
    return Said("bad-date", (f"“{value}”不是日期", f"`{value}` is not a date"), hint)


_DATE_HINT = (
    "写成 2026-11-21、2026-11、2026-q3 或 2026。",
    "Write 2026-11-21, 2026-11, 2026-q3 or 2026.",
)


def bad_day(context: Mapping[str, Any]) -> Said:
    value = context["value"]
    return Said(
        "bad-day",
        (f"这里要写到哪一天，“{value}”不够具体", f"a day is needed here; `{value}` is not one"),
        ("写成 2026-11-21 这样的日期。", "Write a date such as 2026-11-21."),
    )
