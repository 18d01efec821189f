"""Editions for tests of views: a site of no areas, with the settings a test asks for."""

from __future__ import annotations

from datetime import date

from sunlit.locale import locale_of
from sunlit.source.settings import FeedbackSettings, IdentitySettings, SiteSettings
from sunlit.views.edition import Edition

DAY = date(2026, 11, 21)


def edition(
    *, code: str = "zh-CN", base_url: str = "", feedback: str = "", **identity: str
) -> Edition:
    """An edition of a site without areas."""
    settings = SiteSettings(
        base_url=base_url,
        feedback=FeedbackSettings(url=feedback),
        identity=IdentitySettings(**identity),
    )
    return Edition(locale_of(code), settings, (), DAY)
