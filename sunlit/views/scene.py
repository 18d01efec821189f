"""Where a page stands and in which language it speaks: the small value every view is made with.

Owns links from this page to others, and how the content's texts and dates are shown here.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from msgspec import Struct

from sunlit.locale import Locale
from sunlit.locale.moments import Moment, moment_of_day, moment_text
from sunlit.model.text import LocalisedText
from sunlit.paths import UrlPath, href, page_path, to_root, way_to
from sunlit.views.parts import Link, When, Words


class Scene(Struct, frozen=True):
    """A page's own path (`/en/xindu/`), its language, today's date, the site's address."""

    locale: Locale
    path: UrlPath
    as_of: date
    base_url: str = ""

    def to(self, *parts: str, fragment: str = "") -> str:
        """The link to another page of the same language, by its folders."""
        if fragment:
            return href(self.path, page_path(*parts, prefix=self.locale.prefix), fragment)
        return to_root(self.path) + way_to(self.locale.prefix, parts)

    def to_file(self, path: str) -> str:
        """The link to a file at the root of the site, whatever the language."""
        return href(self.path, UrlPath(f"/{path}"))

    def link(self, label: LocalisedText | str, *parts: str, current: bool = False) -> Link:
        """A link with a label of the content or a ready word of the interface."""
        words = Words(label) if isinstance(label, str) else self.words(label)
        return Link(self.to(*parts), words, current)

    def words(self, text: LocalisedText) -> Words:
        """A text in the page's language when there is one, else in its own, marked as such."""
        shown, code = text.shown_in(self.locale.code)
        return Words(shown, "" if code == self.locale.code else code)

    def maybe(self, text: LocalisedText | None) -> Words | None:
        """The same for a text that may be absent."""
        return None if text is None else self.words(text)

    def when(self, moment: Moment) -> When:
        """A date as this language writes it."""
        return _when(moment, self.locale.code)

    def maybe_when(self, moment: Moment | None) -> When | None:
        """The same for a date that may be absent."""
        return None if moment is None else self.when(moment)

    def day(self, day: date) -> When:
        """A calendar day."""
        return self.when(moment_of_day(day))

    def t(self, key: str, /, *, n: object = None, **values: object) -> str:
        """A phrase of the interface."""
        return self.locale.t(key, n=n, **values)

    @property
    def permalink(self) -> str:
        """The page's address for citing: absolute when the site knows its own, else its path."""
        return self.base_url.rstrip("/") + self.path


@lru_cache(maxsize=4096)
def _when(moment: Moment, language: str) -> When:
    """The same few days stand on nearly every page."""
    return When(moment.html, moment_text(moment, language))
