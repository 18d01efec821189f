"""`site.toml`: who publishes the site, in which languages, under which address.

Owns the settings' shape and the patterns of filing numbers. Identity is checked and never made
up: a number that does not fit its pattern is an error, one that is absent is left out.
Patterns: ICP filing, public-security filing (公安备案) and site code as government sites print
them in their footers.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from itertools import pairwise
from typing import Annotated, Any

from sunlit.diagnostics import Findings, Span
from sunlit.locale import LOCALES
from sunlit.model.form import Form, refused
from sunlit.model.reading import reader_of
from sunlit.model.record import Flag, Record, Whole
from sunlit.model.text import Text, text_of
from sunlit.source.decode import decode
from sunlit.source.located import Located
from sunlit.source.tree import Entry, Mapping, Node, Scalar, Sequence

# ICP filings of Sichuan, Yunnan, Guizhou and Gansu bear the old names 蜀, 滇, 黔, 陇.
_PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼蜀滇黔陇"


def _matching(pattern: str, code: str) -> Form:
    def check(value: object) -> str:
        if not isinstance(value, str) or (value and not re.fullmatch(pattern, value)):
            raise refused("bad-setting", value=str(value), code=code)
        return value

    return Form(check, {})


class IdentitySettings(Record):
    """Who publishes, as the footer says it; empty items are left out."""

    host: Annotated[str, _matching(r".{0,120}", "host")] = ""
    """主办单位 / Host organisation."""
    undertaker: Annotated[str, _matching(r".{0,120}", "undertaker")] = ""
    """承办单位 / Undertaking organisation."""
    phone: Annotated[str, _matching(r"[0-9 +()转-]{0,40}", "phone")] = ""
    """联系电话 / Office telephone."""
    address: Annotated[str, _matching(r".{0,200}", "address")] = ""
    """地址 / Address."""
    icp: Annotated[
        str, _matching(rf"[{_PROVINCES}]ICP备[0-9]{{6,10}}号(-[0-9]{{1,4}})?", "icp")
    ] = ""
    """ICP 备案号 / ICP filing."""
    police: Annotated[str, _matching(rf"[{_PROVINCES}]公网安备 ?[0-9]{{11,14}}号", "police")] = ""
    """公安备案号 / Public-security filing."""
    site_code: Annotated[str, _matching(r"[A-Z0-9]{10}", "site_code")] = ""
    """网站标识码 / Site code."""


class PrivacySettings(Record):
    """What may be published that looks like personal data."""

    phones: tuple[Annotated[str, _matching(r"[0-9+ -]{5,20}", "phone")], ...] = ()
    """允许公布的热线手机号 / Mobile numbers that are published hotlines."""


class FeedbackSettings(Record):
    """Where residents report a mistake."""

    url: Annotated[str, _matching(r"(https?://|mailto:)\S+", "url")] = ""
    """反馈网址 / Address of the form."""


def _between(low: int, high: int, code: str) -> Form:
    def check(value: object) -> object:
        number = _WHOLE(value)
        if number not in range(low, high + 1):
            raise refused("bad-setting", value=str(value), code=code)
        return number

    return Form(check, {"type": "integer", "minimum": low, "maximum": high})


def _widths(value: object) -> object:
    if not isinstance(value, list):
        raise refused("wrong-type", expected="list")
    widths = [_WHOLE(one) for one in value]
    rising = all(one < other for one, other in pairwise(widths))
    if not 1 <= len(widths) <= 8 or not rising or not 16 <= widths[0] <= widths[-1] <= 4096:
        raise refused("bad-setting", value=", ".join(map(str, widths)), code="widths")
    return tuple(widths)


_WHOLE: Callable[[object], Any] = reader_of(Whole)
_WIDTHS = Form(
    _widths,
    {
        "type": "array",
        "items": {"type": "integer", "minimum": 16, "maximum": 4096},
        "minItems": 1,
        "maxItems": 8,
        "uniqueItems": True,
    },
)


class PhotoSettings(Record):
    """How photos are published."""

    widths: Annotated[tuple[int, ...], _WIDTHS] = (320, 640, 960, 1280)
    """宽度（像素），1–8 个，16–4096，从小到大 / Widths in pixels: 1–8 of 16–4096, ascending."""
    jpeg: Annotated[int, _between(30, 95, "jpeg")] = 82
    """JPEG 质量，30–95 / JPEG quality, 30–95."""
    avif: Annotated[int, _between(20, 90, "avif")] = 55
    """AVIF 质量，20–90 / AVIF quality, 20–90."""
    speed: Annotated[int, _between(0, 10, "speed")] = 6
    """AVIF 编码速度，0–10，0 最慢 / AVIF speed, 0–10, 0 is the slowest."""


class SiteSettings(Record):
    """The whole of `site.toml`."""

    title: Text = text_of("阳光社区")
    """网站名称 / Title."""
    description: Text = text_of("社区工作公开")
    """一句话说明 / Description."""
    base_url: Annotated[str, _matching(r"https?://[^\s?#]+/", "base_url")] = ""
    """网址，以 / 结尾 / Address, ending in a slash."""
    locales: tuple[str, ...] = LOCALES
    """语言，第一个为默认 / Languages, the default one first."""
    invented: Flag = False
    """虚构示例：每页都会注明 / Invented: said on every page."""
    identity: IdentitySettings = IdentitySettings()
    """网站身份 / Identity."""
    privacy: PrivacySettings = PrivacySettings()
    """个人信息 / Privacy."""
    feedback: FeedbackSettings = FeedbackSettings()
    """纠错 / Corrections."""
    photos: PhotoSettings = PhotoSettings()
    """照片 / Photos."""


PATH = "site.toml"


def read_settings(text: str, found: Findings) -> Located[SiteSettings] | None:
    """The settings, or None; every mistake in them is added to `found`."""
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        _syntax(str(error), text, found)
        return None
    except RecursionError:
        _syntax("brackets within brackets without end", text, found)
        return None
    root = _tree(table, text.split("\n"), ())
    located = decode(root, SiteSettings, path=PATH, found=found)
    if located is None:
        return None
    unknown = [code for code in located.record.locales if code not in LOCALES]
    if unknown or not located.record.locales:
        found.error(
            "bad-locale",
            located.span("locales"),
            message=(f"没有这种界面语言：{'、'.join(unknown)}", f"no such language: {unknown}"),
            hint=(f"只能写 {'、'.join(LOCALES)}。", f"Use {', '.join(LOCALES)}."),
        )
        return None
    return located


def _syntax(message: str, text: str, found: Findings) -> None:
    at = re.search(r"\(at line (\d+), column (\d+)\)", message)
    lines = text.split("\n")
    line, column = (int(at[1]), int(at[2])) if at else (len(lines), len(lines[-1]) + 1)
    plain = re.sub(r" \(at .*\)", "", message)
    found.error(
        "toml-syntax",
        Span(PATH, line, column, line, column + 1),
        message=("这一行不是正确的 TOML 写法", f"site.toml cannot be read: {plain}"),
        hint=(
            "检查这一行的引号、等号和方括号。",
            "Check the quotes, equals sign and brackets of this line.",
        ),
    )


def _tree(value: object, lines: list[str], steps: tuple[str, ...]) -> Node:
    span = _place(lines, steps)
    match value:
        case dict():
            entries = tuple(
                Entry(key, _place(lines, (*steps, key)), _tree(item, lines, (*steps, key)))
                for key, item in value.items()
            )
            return Mapping(entries, span)
        case list():
            return Sequence(tuple(_tree(item, lines, steps) for item in value), span)
        case bool():
            return Scalar("true" if value else "false", span, plain=True)
    return Scalar(str(value), span, plain=not isinstance(value, str))


def _place(lines: list[str], steps: tuple[str, ...]) -> Span:
    """Where a key stands: tomllib gives no positions, so its line is looked up."""
    section = ""
    wanted_section = ".".join(steps[:-1])
    name = re.escape(steps[-1]) if steps else ""
    for number, line in enumerate(lines, start=1):
        header = re.match(r"\s*\[+\s*([^\]]+?)\s*\]+", line)
        if header:
            section = header[1]
            if steps and section == ".".join(steps):
                start = line.index(section) + 1
                return Span(PATH, number, start, number, start + len(section))
        found = re.match(rf"\s*(\"?{name}\"?)\s*=", line) if name else None
        if found and section == wanted_section:
            return Span(PATH, number, found.start(1) + 1, number, found.end(1) + 1)
    return _place(lines, steps[:-1]) if len(steps) > 1 else Span(PATH)
