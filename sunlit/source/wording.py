"""How a decoding error reads: code, fact and remedy, in Chinese and English.

Owns the sentences for errors of single fields. Errors across fields and files are worded where
they are found, in `rules/`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from sunlit.source import wording_values as values
from sunlit.source.meant import id_meant
from sunlit.source.nearest import nearest
from sunlit.source.photo_entry import PEOPLE
from sunlit.source.said import Pair, Said

_EXPECTED: Mapping[str, Pair] = {
    "text": ("一段文字，或按语言分开的文字", "a text, or a text per language"),
    "slug": ("编号", "an id"),
    "number": ("一个数", "a number"),
    "amount": ("数量，例如“4.5 km”", "an amount such as `4.5 km`"),
    "date": ("日期", "a date"),
    "list": ("列表，每项前面有“- ”", "a list, each item after `- `"),
    "map": ("下一级的“名称: 值”", "`name: value` pairs one level below"),
}


def worded(kind: str, context: Mapping[str, Any]) -> Said:
    """The sentence for a mistake of that kind."""
    return _SAID.get(kind, _unexpected)(context)


def _wrong_type(context: Mapping[str, Any]) -> Said:
    zh, en = _EXPECTED[str(context["expected"])]
    field = context["field"]
    return Said(
        "wrong-type",
        (f"“{field}”这里应当是{zh}", f"`{field}` should be {en}"),
        (f"改写成{zh}。", f"Write {en}."),
    )


def _unexpected(context: Mapping[str, Any]) -> Said:
    field = context["field"]
    return Said(
        "wrong-value",
        (f"“{field}”的内容不能用", f"the value of `{field}` cannot be used"),
        ("对照字段说明改写。", "Rewrite it as the field's description says."),
    )


def _unknown_field(context: Mapping[str, Any]) -> Said:
    field = context["field"]
    near = nearest(field, context.get("known", ()))
    known = "、".join(context.get("known", ()))
    hint = (
        (f"改成 {near}。", f"Write `{near}`.")
        if near
        else (f"可用的字段：{known}。", f"Use one of: {known.replace('、', ', ')}.")
    )
    return Said("unknown-field", (f"没有“{field}”这个字段", f"there is no field `{field}`"), hint)


_CHOICES: Mapping[str, Pair] = {"people": PEOPLE}
"""What may be chosen, in the words of whoever has to choose."""


def _missing_field(context: Mapping[str, Any]) -> Said:
    field = context["field"]
    zh, en = _choices_of(field)
    return Said(
        "missing-field",
        (f"缺少“{field}”", f"`{field}` is missing"),
        (f"加上一行“{field}: …”{zh}。", f"Add a line `{field}: …`{en}."),
    )


def empty_value(field: str) -> Said:
    """The sentence for a field with nothing behind its colon."""
    zh, en = _choices_of(field)
    return Said(
        "empty-value",
        (f"“{field}”后面是空的", f"`{field}` has no value"),
        (f"写上内容{zh}。", f"Write a value{en}.")
        if zh
        else ("写上内容，或者删掉这一行。", "Write a value, or delete the line."),
    )


def _choices_of(field: str) -> Pair:
    """What may be written there, to be put before a full stop; nothing where anything may."""
    if field not in _CHOICES:
        return "", ""
    zh, en = _CHOICES[field]
    return f"，可选：{zh}", f": one of {en}"


def _bad_choice(context: Mapping[str, Any]) -> Said:
    field, value = context["field"], context.get("value", "")
    choices = context.get("choices", ())
    near = nearest(str(value), choices)
    all_zh, all_en = _CHOICES.get(field, ("、".join(choices), ", ".join(choices)))
    hint = (f"只能写：{all_zh}。", f"Use one of: {all_en}.")
    if near:
        hint = (f"改成 {near}（可选：{all_zh}）。", f"Write {near} (choices: {all_en}).")
    return Said(
        "bad-choice",
        (f"“{field}”不能是“{value}”", f"`{field}` cannot be `{value}`"),
        hint,
    )


def _bad_slug(context: Mapping[str, Any]) -> Said:
    value = str(context["value"])
    fixed = id_meant(value)
    zh, en = (f"，例如 {fixed}", f", for example {fixed}") if fixed else ("", "")
    hint = (f"只用小写字母、数字和连字符{zh}。", f"Use lower-case letters, digits and hyphens{en}.")
    return Said("bad-id", (f"编号“{value}”不能用", f"`{value}` cannot be an id"), hint)


def _bad_code(context: Mapping[str, Any]) -> Said:
    return Said(
        "bad-code",
        (f"“{context['value']}”不是区划代码", f"`{context['value']}` is not a division code"),
        ("写 12 位数字，前面的 0 不能省。", "Write all 12 digits, leading zeros included."),
    )


def _bad_file_name(context: Mapping[str, Any]) -> Said:
    return Said(
        "bad-file-name",
        (f"文件名“{context['value']}”不能用", f"`{context['value']}` cannot be a file name here"),
        (
            "只写 photos/ 里的文件名，不带文件夹。",
            "Write the name of a file in photos/, without a folder.",
        ),
    )


def _bad_link(context: Mapping[str, Any]) -> Said:
    return Said(
        "bad-link",
        (f"“{context['value']}”不是网址", f"`{context['value']}` is not a web address"),
        ("写以 https:// 开头的完整网址。", "Write a whole address that begins with https://."),
    )


def _bad_yes_no(context: Mapping[str, Any]) -> Said:
    value = str(context["value"])
    return Said(
        "bad-yes-no",
        (f"“{value}”不是 true 或 false", f"`{value}` is neither true nor false"),
        ("写 true（是）或 false（否）。", "Write true or false."),
    )


def _bad_locale(context: Mapping[str, Any]) -> Said:
    code = context["code"]
    return Said(
        "bad-locale",
        (f"“{code}”不是语言代码", f"`{code}` is not a language code"),
        ("写 zh-CN 或 en。", "Write zh-CN or en."),
    )


_SETTINGS: Mapping[str, Pair] = {
    **dict.fromkeys(("host", "undertaker"), ("不超过 120 个字", "at most 120 characters")),
    "address": ("不超过 200 个字", "at most 200 characters"),
    "phone": ("028-8888 0000 这样的号码", "a number such as 028-8888 0000"),
    "icp": ("蜀ICP备10014763号-1 这样的备案号", "a filing such as 蜀ICP备10014763号-1"),
    "police": (
        "川公网安备51090302000210号 这样的号码",
        "a number such as 川公网安备51090302000210号",
    ),
    "site_code": ("10 位大写字母和数字", "10 capital letters and digits"),
    "url": ("https:// 或 mailto: 开头的地址", "an address that begins with https:// or mailto:"),
    "base_url": ("https:// 开头、/ 结尾的网址", "an address from https:// to a final slash"),
    "widths": (
        " [320, 640, 960, 1280] 这样的 1 到 8 个宽度，16 到 4096，从小到大，不重复",
        "1 to 8 widths of 16 to 4096, each larger than the one before: [320, 640, 960, 1280]",
    ),
    "jpeg": (" 30 到 95 的整数，例如 82", "a whole number of 30 to 95, such as 82"),
    "avif": (" 20 到 90 的整数，例如 55", "a whole number of 20 to 90, such as 55"),
    "speed": (" 0 到 10 的整数，例如 6", "a whole number of 0 to 10, such as 6"),
}


def _bad_setting(context: Mapping[str, Any]) -> Said:
    field, value = context["field"], context["value"]
    zh, en = _SETTINGS[str(context["code"])]
    return Said(
        "bad-setting",
        (f"“{field}”不能是“{value}”", f"`{field}` cannot be `{value}`"),
        (f"写成{zh}；没有就删掉这一行。", f"Write {en}, or delete the line."),
    )


def _wrong_length(context: Mapping[str, Any]) -> Said:
    field = context["field"]
    return Said(
        "wrong-length",
        (f"“{field}”里的项数不对", f"`{field}` has the wrong number of items"),
        (
            "区域写 [x, y, 宽, 高]，位置写 [x, y]。",
            "Write a box as [x, y, width, height], a position as [x, y].",
        ),
    )


_SAID: Mapping[str, Callable[[Mapping[str, Any]], Said]] = {
    "wrong-type": _wrong_type,
    "unknown-field": _unknown_field,
    "missing": _missing_field,
    "wrong-length": _wrong_length,
    "bad-choice": _bad_choice,
    "bad-number": values.bad_number,
    "bad-whole-number": values.bad_whole,
    "bad-unit": values.bad_unit,
    "bad-qualifier": values.bad_qualifier,
    "amount-map": values.amount_map,
    "bad-date": values.bad_date,
    "bad-day": values.bad_day,
    "bad-slug": _bad_slug,
    "bad-code": _bad_code,
    "bad-file-name": _bad_file_name,
    "bad-link": _bad_link,
    "bad-yes-no": _bad_yes_no,
    "bad-locale": _bad_locale,
    "bad-setting": _bad_setting,
}
