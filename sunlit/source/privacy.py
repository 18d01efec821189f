"""Personal data in a text: identity numbers, telephones, bank cards, plates, homes, hardship.

Owns which stretches of a text are about a person, and how each is masked when it is reported.
Knows nothing of files: the caller says where a stretch stands. No message repeats what it found.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from sunlit.diagnostics import Findings, Span
from sunlit.source.privacy_names import MARKS, hardship_names
from sunlit.source.privacy_words import HARDSHIP, NUMBERS, WARNINGS, Wording

SpanOf = Callable[[int, int], Span]

_HALF = str.maketrans("０１２３４５６７８９Ｘｘ－＋　", "0123456789Xx-+ ")
_WIDE = re.compile("[０-９Ｘｘ－＋　]")
# What is looked for first, since it is found quickly and hardly any text has it.
_DIGITS = re.compile(r"[0-9][0-9 -]{9,}[0-9]")
_SIXTEEN_DIGITS = re.compile(r"[0-9](?:[ -]?[0-9]){15}")
_MOBILE = re.compile(r"1[3-9][0-9](?:[ -]?[0-9]{4}){2}")
_MARKED = re.compile("|".join(MARKS))
_ID = re.compile(r"(?<![0-9A-Za-z])[1-8](?:[ -]?[0-9]){16}[ -]?[0-9Xx](?![0-9A-Za-z])")
_PHONE = re.compile(
    r"(?<![0-9])(?<![0-9]\.)(?:\+?86[ -]?)?(1[3-9][0-9](?:[ -]?[0-9]{4}){2})(?![0-9])"
)
_MONEY = re.compile(r" ?(?:元(?![旦宵])|CNY|亿|万(?=[元亩人户吨平立公千，,。；;、）)\s]|$))")
# Cards begin with 3 to 6, 8 or 9; what begins with 1 or 2 is a year or a time of day.
_CARD = re.compile(
    r"(?<![0-9A-Za-z])[345689](?:[0-9]{15,18}|[0-9]{3}(?:[ -][0-9]{4}){3}(?:[ -]?[0-9]{1,3})?)"
    r"(?![0-9A-Za-z])"
)
_PLATE = re.compile(
    r"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z]"
    r"[·•・ ]?(?=[A-Z0-9]*[0-9][A-Z]?[0-9]{2})[A-HJ-NP-Z0-9]{5,6}(?![A-Za-z0-9])"
)
_BUILDINGS = ("幢", "栋", "号楼", "座")
_ROOMS = ("单元", "室")
_COUNT = "[0-9一二三四五六七八九十百]{1,6}"
_DWELLING = re.compile(
    rf"{_COUNT}(?:{'|'.join(_BUILDINGS)})-?(?:{_COUNT}单元-?[0-9]{{3,4}}(?:室|号|户)?|[0-9]{{3,4}}室)"
)
# The first two digits of a division code (GB/T 2260).
_REGIONS = ((11, 15), (21, 23), (31, 37), (41, 46), (50, 54), (61, 65), (71, 71), (81, 82))
_PROVINCES = frozenset(str(code) for first, last in _REGIONS for code in range(first, last + 1))
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CREDIT_SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def scan(text: str, *, span_of: SpanOf, allowed_phones: frozenset[str], found: Findings) -> None:
    """Report personal data; `span_of` gives the place of `text[start:end]`.

    `allowed_phones` are the hotlines that the site publishes, written with or without hyphens.
    """
    half = text.translate(_HALF) if _WIDE.search(text) else text  # translating is slow
    if _DIGITS.search(half):
        _numbers(half, span_of, frozenset(map(_digits, allowed_phones)), found)
    if _MARKED.search(text):
        for start, end, name in hardship_names(text):
            _report(HARDSHIP, name[0] + "*" * (len(name) - 1), span_of(start, end), found)
    for match in _PLATE.finditer(half):
        masked = f"{match[0][:2]}·{'*' * 4}{match[0][-1]}"
        _report(WARNINGS["personal-plate"], masked, span_of(*match.span()), found)
    if any(room in half for room in _ROOMS) and any(one in half for one in _BUILDINGS):
        for match in _DWELLING.finditer(half):
            masked = re.sub(_COUNT, "*", match[0])
            _report(WARNINGS["personal-dwelling"], masked, span_of(*match.span()), found)


def is_resident_id(number: str) -> bool:
    """Whether 18 signs are an identity number: province, day of birth, GB 11643 check digit."""
    if number[:2] not in _PROVINCES:
        return False
    try:
        born = date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return False
    total = sum(int(digit) * weight for digit, weight in zip(number, _WEIGHTS, strict=False))
    return born.year >= 1850 and "10X98765432"[total % 11] == number[17]


def is_card(number: str) -> bool:
    """Whether the digits have the check digit of a bank card (Luhn)."""
    doubled = (int(digit) * (1 + index % 2) for index, digit in enumerate(reversed(number)))
    return sum(value - 9 * (value > 9) for value in doubled) % 10 == 0


def _numbers(half: str, span_of: SpanOf, allowed: frozenset[str], found: Findings) -> None:
    def identity(match: re.Match[str]) -> str:
        number = _digits(match[0])
        if not is_resident_id(number):
            return match[0]
        masked = f"{number[:6]}********{number[-4:]}"
        _report(NUMBERS["personal-id"], masked, span_of(*match.span()), found)
        return "_" * len(match[0])

    def card(match: re.Match[str]) -> str:
        number = _digits(match[0])
        if not is_card(number) or _is_credit_code(number):
            return match[0]
        masked = f"{number[:4]}{'*' * (len(number) - 8)}{number[-4:]}"
        _report(NUMBERS["personal-bank-card"], masked, span_of(*match.span()), found)
        return "_" * len(match[0])

    # What is found is blotted out, so that no number is reported as two kinds.
    if _SIXTEEN_DIGITS.search(half):
        half = _CARD.sub(card, _ID.sub(identity, half))
    if not _MOBILE.search(half):
        return
    for match in _PHONE.finditer(half):
        number = _digits(match[1])
        if number not in allowed and not _MONEY.match(half, match.end()):
            masked = f"{number[:3]}****{number[-4:]}"
            _report(NUMBERS["personal-phone"], masked, span_of(*match.span(1)), found)


def _is_credit_code(number: str) -> bool:
    """Whether 18 digits are an organisation's unified social credit code (GB 32100)."""
    if len(number) != 18 or number[2:4] not in _PROVINCES:
        return False
    total = sum(int(digit) * pow(3, index, 31) for index, digit in enumerate(number[:17]))
    return _CREDIT_SIGNS[-total % 31] == number[17]


def _digits(written: str) -> str:
    """The number without separators and country code."""
    kept = re.sub(r"[^0-9X]", "", written.translate(_HALF).upper())
    return kept[2:] if len(kept) == 13 and kept.startswith("861") else kept


def _report(wording: Wording, masked: str, span: Span, found: Findings) -> None:
    report = found.warning if wording.warns else found.error
    zh, en = wording.message
    report(
        wording.code,
        span,
        message=(zh.format(masked), en.format(masked)),
        hint=wording.hint,
    )
