"""What is said about each kind of personal data.

Owns codes and sentences; `{}` stands for the masked stretch. Knows nothing of how it is found.
"""

from __future__ import annotations

from typing import NamedTuple


class Wording(NamedTuple):
    """A code with its message and hint, each in Chinese and English."""

    code: str
    message: tuple[str, str]
    hint: tuple[str, str]
    warns: bool = False


NUMBERS = {
    "personal-id": Wording(
        "personal-id",
        ("这里有一个身份证号码 {}", "a resident identity number {} stands here"),
        ("整个删掉；公开内容不需要身份证号码。", "Delete it: nothing published needs it."),
    ),
    "personal-phone": Wording(
        "personal-phone",
        ("这里有一个手机号码 {}", "a mobile number {} stands here"),
        (
            "删掉，或换成办公电话；确实对外公布的号码，写进 site.toml 的允许列表。",
            "Delete it or give the office's number; list a published hotline in site.toml.",
        ),
    ),
    "personal-bank-card": Wording(
        "personal-bank-card",
        ("这里有一个银行卡号 {}", "a bank card number {} stands here"),
        ("整个删掉；只写开户单位和金额。", "Delete it; name the payee and the amount only."),
    ),
}

WARNINGS = {
    "personal-plate": Wording(
        "personal-plate",
        ("这里有一个车牌号 {}", "a number plate {} stands here"),
        ("私人车辆的车牌请删掉。", "Delete it if the car belongs to a person."),
        warns=True,
    ),
    "personal-dwelling": Wording(
        "personal-dwelling",
        ("这里有一个具体到户的住址 {}", "the address of one dwelling, {}, stands here"),
        ("只写到楼栋或小区。", "Name the building or the estate only."),
        warns=True,
    ),
}

HARDSHIP = Wording(
    "personal-hardship",
    ("这里写出了困难群众的姓名 {}", "a person in hardship is named here: {}"),
    (
        "删掉姓名，只写户数或人数；必须区分时写 “张*”。",
        "Delete the name and count households; write 张* where people must be told apart.",
    ),
)
