"""A bar small enough for a line of a ledger: how much of what was promised is done.

Owns its few strokes. Does not know of what the share is a share; its text says the exact numbers.
"""

from fractions import Fraction
from functools import lru_cache

from markupsafe import Markup

from sunlit.charts.chart import Amount
from sunlit.charts.marks import MISSING, draw
from sunlit.charts.svg import At, element, joined, line, path, rect

_WIDE, _TALL, _IN = 96, 16, 4


def sparkbar(share: Amount | None, *, id: str, missing: str) -> Markup:
    """The promise is the outline, what is done the filling: past the outline when it is more."""
    spoken = missing if share is None else share.text
    attributes = {
        "class": "spark",
        "viewBox": f"0 0 {_WIDE} {_TALL}",
        "role": "img",
        "aria-labelledby": f"{id}-title",
    }
    title = element("title", {"id": f"{id}-title"}, spoken)
    drawn = _missing() if share is None else _bar(share.exact)
    return element("svg", attributes, joined([title, drawn]))


def _missing() -> Markup:
    middle = _TALL // 2
    dots = line((1, middle), (_WIDE - 1, middle), css="ch-soft-line", dash="1 5", weight=2)
    return joined([dots, draw(MISSING, (_WIDE // 2, middle))])


@lru_cache(maxsize=1024)
def _bar(share: Fraction) -> Markup:
    whole = Fraction(_WIDE - 2) / max(Fraction(1), share)
    parts = [rect((1, _IN - 2), (whole, _TALL - 2 * _IN + 4), css="ch-plan", weight=1)]
    if share < 0:
        tip: list[At] = [(1, _TALL // 2), (8, _IN - 1), (8, _TALL - _IN + 1)]
        parts.append(path(tip, css="ch-late"))
    else:
        parts.append(rect((1, _IN), (whole * share, _TALL - 2 * _IN), css="ch-fill"))
    if share > 1:
        end = 1 + whole
        parts.append(line((end, 0), (end, _TALL), css="ch-paper-line", weight=4))
        parts.append(line((end, 0), (end, _TALL), css="ch-plan", weight=2))
    return joined(parts)
