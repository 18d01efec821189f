"""Languages of the interface: labels, dates and numbers, one catalogue folder per language.

Owns the words that are the program's own and how a language writes dates and numbers. Knows
nothing of the content's records; sentences about them are composed in `views/` from whole
phrases kept here, one phrase per language, never by joining fragments.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from msgspec import Struct

from sunlit.locale import numbers
from sunlit.locale.moments import Moment, moment_text

LOCALES = ("zh-CN", "en")
"""The languages the interface speaks, the default one first."""

ENDONYMS = {"zh-CN": "中文", "en": "English"}


class Locale(Struct, frozen=True, eq=False):
    """One language: its code, the folder its pages stand in, and its catalogue of phrases.

    There is one of each, so it is compared by identity.
    """

    code: str
    prefix: str
    phrases: Mapping[str, str | Mapping[str, str]]

    def t(self, key: str, /, *, n: object = None, **values: object) -> str:
        """The phrase `key` with its values put in; `n` also chooses the plural form.

        Raises KeyError for an unknown key: a missing label is a bug, not an author's mistake.
        """
        phrase = self.phrases[key]
        if not isinstance(phrase, str):
            phrase = phrase["one" if n == 1 and "one" in phrase else "other"]
        return phrase.format(n=n, **values) if "{" in phrase else phrase

    def has(self, key: str) -> bool:
        """Whether the catalogue holds the phrase; for codes that content may extend."""
        return key in self.phrases

    def moment(self, moment: Moment) -> str:
        """A date of any precision as this language writes it: 2026年11月21日, 21 November 2026."""
        return moment_text(moment, self.code)

    def number(self, value: numbers.Exact, *, places: int | None = None, per: int = 1) -> str:
        """A number with grouped digits, at `places` decimals when given, counted in so many."""
        return numbers.number_text(value, places=places, per=per)

    def percent(self, value: numbers.Exact, *, places: int = 1) -> str:
        """A share (1 = all) as a percentage, half away from zero."""
        return numbers.percent_text(value, places=places)


@lru_cache(maxsize=8)
def locale_of(code: str, *, default: str = "zh-CN") -> Locale:
    """The language `code`; pages of the default one stand at the root of the site."""
    folder = Path(__file__).parent / code
    phrases: dict[str, str | Mapping[str, str]] = {}
    for path in sorted(folder.glob("*.toml")):
        for key, phrase in tomllib.loads(path.read_text(encoding="utf-8")).items():
            phrases[f"{path.stem}.{key}"] = phrase
    return Locale(code, "" if code == default else code, phrases)
